import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { Failure } from '../../core/base/failure';
import type { JsonObject } from '../../core/base/json';
import type { Check } from '../../core/extraction/checkJson';
import { csvTable } from '../../core/extraction/csvTable';
import { extract } from '../../core/extraction/extract';
import { checkOfJoined, type JoinedFile, joinedJson } from '../../core/extraction/joinedFiles';
import { formatJson, problemsIn } from '../../core/extraction/placeProblems';
import { chooseSchema, type SchemaUse } from '../schema/chooseSchema';
import { ExtractedDocument, MarkedDocuments } from '../schema/extractedDocument';
import { outgoingSchema, passedSchema } from '../schema/passedSchema';
import type { FoundSchema } from '../schema/readSchema';
import { leftOutWords } from '../schema/schemaWords';
import type { Services } from '../services';
import { readModel } from '../settings/settings';
import { failureSentence } from '../strings/failures';
import { extractionSources, type SourceText } from './extractionSources';

type Shape = 'json' | 'csv';

interface Failed {
  readonly failure: Failure;
  /** A part of the result is in its document. */
  readonly isPartThere: boolean;
}

/** "Extract as JSON…": asks for a schema, has the data of the texts extracted, and opens it with what is wrong marked. */
export class ExtractJson {
  private readonly marked = new MarkedDocuments('geminiExtract');

  constructor(
    private readonly services: Pick<Services, 'interactions' | 'gate' | 'apiKey' | 'activity' | 'notices' | 'replaced'>,
  ) {}

  async run(args: readonly unknown[]): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Trust this folder first to extract data from its files.'),
      );
      return;
    }
    const sources = await extractionSources(args);
    const schema = sources && (await chooseSchema(use()));
    if (!schema) return;
    const shape = sources.length > 1 ? await chooseShape() : 'json';
    if (shape) await this.ask(schema, sources, shape);
  }

  private async ask(schema: FoundSchema, sources: readonly SourceText[], shape: Shape): Promise<void> {
    if (!(await this.services.apiKey.ensure())) return;
    const passed = await this.pass(schema, sources);
    if (!passed) return;
    if (schema.leftOut.length > 0) void vscode.window.showInformationMessage(leftOutWords(schema.leftOut));
    const failed = await this.extractAll({ ...schema, sent: passed.sent }, passed.sources, shape);
    if (!failed) return;
    const { failure, isPartThere } = failed;
    const sentence = failureSentence(failure);
    const words = isPartThere ? `${sentence} ${partWords()}` : sentence;
    await this.services.notices.show(failure, () => this.ask(schema, sources, shape), words);
  }

  dispose(): void {
    this.marked.dispose();
  }

  /** One question of the gate about all that is sent, the schema included: its descriptions are text like any other. */
  private async pass(
    schema: FoundSchema,
    sources: readonly SourceText[],
  ): Promise<{ readonly sent: JsonObject; readonly sources: readonly SourceText[] } | undefined> {
    const passed = await this.services.gate.review([outgoingSchema(schema), ...sources]);
    if (!passed) return undefined;
    const [sent = '', ...texts] = passed;
    const left = sources.flatMap((source, at) => {
      const text = texts[at];
      return text === undefined ? [] : [{ ...source, text }];
    });
    const open = passedSchema(schema, sent);
    if (open && left.length > 0) return { sent: open, sources: left };
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing was sent: without what was left out there is nothing to extract.'),
    );
    return undefined;
  }

  /** The result: how it failed, if it did. */
  private async extractAll(
    { sent, check }: FoundSchema,
    sources: readonly SourceText[],
    shape: Shape,
  ): Promise<Failed | undefined> {
    const stop = new AbortController();
    const { interactions, activity, replaced } = this.services;
    const work = activity.begin(vscode.l10n.t('Extracting JSON'), () => stop.abort());
    const form = { model: replaced.toAsk(readModel()), schema: sent, check };
    // Of several files one may be left after the gate.
    const isOne = sources.length === 1 && shape === 'json';
    const shown = await ExtractedDocument.open(shape === 'csv' ? 'csv' : 'json');
    const closed = vscode.workspace.onDidCloseTextDocument((one) => one === shown.document && stop.abort());
    const files: JoinedFile[] = [];
    try {
      for (const source of sources) {
        const text = await this.progress(source.name, stop, () =>
          extract({ interactions, clock: systemClock }, form, source, stop.signal, (soFar) => {
            if (isOne) shown.show(soFar);
          }),
        );
        files.push({ file: source.name, text: text.text, value: text.value });
        if (!isOne) shown.show(wholeOf(files, shape));
      }
      const [only] = files;
      await this.finish(
        shown,
        isOne && only ? finalText(only) : wholeOf(files, shape),
        shape,
        isOne ? check : checkOfJoined(check),
      );
      return undefined;
    } catch (error) {
      await shown.settled();
      const end = await shown.end();
      if (stop.signal.aborted) tellStopped(end);
      else if (error instanceof Failure) return { failure: error, isPartThere: end === 'kept' };
      else throw error;
      return undefined;
    } finally {
      closed.dispose();
      work.dispose();
    }
  }

  private progress<T>(name: string, stop: AbortController, run: () => Promise<T>): Thenable<T> {
    const title = vscode.l10n.t('Extracting JSON from {0}', name);
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => stop.abort());
      return run();
    });
  }

  private async finish(shown: ExtractedDocument, text: string, shape: Shape, check: Check): Promise<void> {
    shown.show(text);
    await shown.settled();
    if (shape === 'csv') return;
    this.marked.follow(shown.document, check);
    const count = problemsIn(text, check).length;
    if (count === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The JSON fits the schema.'));
      return;
    }
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The JSON does not fit the schema, also after one repair. What is wrong is marked ({0}).', count),
    );
  }
}

/** A user who has closed the document knows that it is over. */
function tellStopped(end: Awaited<ReturnType<ExtractedDocument['end']>>): void {
  if (end === 'gone') return;
  const words = end === 'kept' ? partWords() : vscode.l10n.t('Nothing had come yet, so its empty document is closed.');
  void vscode.window.showInformationMessage([vscode.l10n.t('The extraction was stopped.'), words].join(' '));
}

function partWords(): string {
  return vscode.l10n.t('The document that was begun is not whole.');
}

function finalText({ text, value }: JoinedFile): string {
  return value === undefined ? text : formatJson(text);
}

function wholeOf(files: readonly JoinedFile[], shape: Shape): string {
  if (shape === 'json') return joinedJson(files);
  // An answer that is no JSON is one cell of its row, to be seen.
  return csvTable(files.map(({ file, text, value }) => ({ file, value: value === undefined ? text : value })));
}

function use(): SchemaUse {
  return { title: vscode.l10n.t('Extract as JSON'), take: vscode.l10n.t('Extract') };
}

async function chooseShape(): Promise<Shape | undefined> {
  const picked = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('One JSON Array'), shape: 'json' as const },
      { label: vscode.l10n.t('One CSV Table'), shape: 'csv' as const },
    ],
    { title: vscode.l10n.t('Extract as JSON'), placeHolder: vscode.l10n.t('What the files become') },
  );
  return picked?.shape;
}
