import * as vscode from 'vscode';
import { applyBlock } from '../../core/editing/apply/applyBlock';
import type { ApplyResult, BlockToApply } from '../../core/editing/apply/applyTypes';
import type { CodeBlock } from '../../markdown/codeBlocks';
import type { LastEditor } from '../base/lastEditor';
import { countChanges, type FileChange, previewChanges } from '../base/previewChanges';
import type { Links } from '../paths/workspaceLinks';
import { applyToFile } from './applyToFile';
import { refusalSentence } from './applyWords';
import type { NewFile } from './newFile';
import { tellEnd } from './reviewNotices';
import type { Reviews } from './reviews';

export interface ApplyCodeParts {
  readonly reviews: Reviews;
  readonly links: Links;
  readonly lastEditor: LastEditor;
  readonly newFile: NewFile;
}

type Edit = Extract<ApplyResult, { kind: 'edit' }>;
type Refused = Extract<ApplyResult, { kind: 'refused' }>;

/** "Apply…": shows what a block of code would change in a file, for a review. Nothing is written before an accept. */
export class ApplyCode {
  constructor(private readonly parts: ApplyCodeParts) {}

  async run(code: CodeBlock): Promise<void> {
    const inFront = this.parts.lastEditor.editor?.document.uri;
    if (code.fileName !== '') return this.applyTo([code.fileName], code, inFront);
    if (inFront) return this.propose(inFront, code);
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open the file that the code is for, then choose Apply again.'),
    );
  }

  /** Shows the change of this file, which the user or the answer has named. */
  async propose(uri: vscode.Uri, { text, language, fileName }: CodeBlock): Promise<void> {
    const document = await openText(uri);
    if (!document) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('{0} is not a text file, so code cannot be applied to it.', nameOf(uri)),
      );
      return;
    }
    const { version } = document;
    // Once it is decided which file is meant, another name in the code does not count.
    const block: BlockToApply = { text, language, fileName: fileName && nameOf(uri) };
    const result = await this.resultFor(block, document);
    if (!result) return;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The code has changed. Choose Apply again.'));
    } else if (result.kind === 'unchanged') {
      void vscode.window.showInformationMessage(vscode.l10n.t('{0} already contains this code.', nameOf(uri)));
    } else if (result.kind === 'refused' && result.reason === 'otherFile' && fileName === '') {
      // The code itself says where it belongs.
      await this.applyTo(result.paths, { text, language, fileName }, undefined);
    } else if (result.kind === 'refused') {
      tellRefused(result, nameOf(uri), text);
    } else if (result.others.length > 0) {
      await this.proposeSeveral(document, result, block);
    } else {
      const review = this.parts.reviews.begin(document, result.hunks[0]?.baseStart ?? 0);
      tellEnd(review, await review.write(async () => result.proposal));
    }
  }

  /** Applies code to the file that it, or the answer, names. Where that is not there, the user chooses. */
  private async applyTo(paths: readonly string[], code: CodeBlock, other: vscode.Uri | undefined): Promise<void> {
    const [path = ''] = paths;
    const found = (await Promise.all(paths.map((name) => this.parts.links.locate(name)))).flat();
    const named = { ...code, fileName: path };
    if (found[0]) {
      const uri = found.length === 1 || paths.length > 1 ? found[0] : await chooseFile(found);
      if (uri) await this.propose(uri, named);
      return;
    }
    const items = [
      ...(other ? [{ label: vscode.l10n.t('Change {0}', nameOf(other)), run: () => this.propose(other, named) }] : []),
      { label: vscode.l10n.t('Create {0}', path), run: () => this.create(named) },
    ];
    const placeHolder = vscode.l10n.t('{0} doesn’t exist in this workspace.', path);
    await (await vscode.window.showQuickPick(items, { placeHolder }))?.run();
  }

  /** Of a patch, what it writes into a new file. */
  private async create(code: CodeBlock): Promise<void> {
    const result = applyBlock(code, { path: code.fileName, languageId: '', text: '' });
    if (result.kind === 'refused') tellRefused(result, code.fileName, code.text);
    else if (result.kind === 'edit' && result.how === 'patch')
      await this.parts.newFile.run({ ...code, text: result.proposal });
    else await this.parts.newFile.run(code);
  }

  private resultFor(block: BlockToApply, document: vscode.TextDocument) {
    const { editor } = this.parts.lastEditor;
    return applyToFile(block, document, editor?.document === document ? editor : undefined);
  }

  /** A patch of several files goes through VS Code's preview of changes. What finds no place in its file is said. */
  private async proposeSeveral(first: vscode.TextDocument, result: Edit, block: BlockToApply): Promise<void> {
    const changes: FileChange[] = [{ document: first, proposal: result.proposal, by: 'model' }];
    for (const path of result.others) {
      const [uri, ...more] = await this.parts.links.locate(path);
      const document = uri && more.length === 0 ? await openText(uri) : undefined;
      const other = document && (await this.resultFor(block, document));
      if (document && other?.kind === 'edit') changes.push({ document, proposal: other.proposal, by: 'model' });
      else if (other?.kind === 'refused') tellRefused(other, path, block.text);
      else if (!document) tellMissing(path, block.text);
    }
    const offered = changes.map(({ document, proposal }) => countChanges(document.getText(), proposal));
    const applied = await previewChanges(changes);
    if (!applied) return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Applied {0} of {1} changes, in {2} of {3} files.',
        applied.changes,
        offered.reduce((sum, count) => sum + count, 0),
        applied.files,
        changes.length,
      ),
    );
  }
}

async function chooseFile(uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = uris.map((uri) => ({ label: nameOf(uri), uri }));
  const placeHolder = vscode.l10n.t('Which file is the code for?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}

async function openText(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // The one reason left: the place was looked at just now.
    return undefined;
  }
}

function tellRefused(refused: Refused, file: string, code: string): void {
  tellNotApplied(refusalSentence(refused, file), code);
}

function tellMissing(path: string, code: string): void {
  tellNotApplied(
    vscode.l10n.t('{0} doesn’t exist in this workspace, so its part of the patch was skipped.', path),
    code,
  );
}

function tellNotApplied(message: string, code: string): void {
  const copy = vscode.l10n.t('Copy Code');
  void vscode.window.showWarningMessage(message, copy).then((choice) => {
    if (choice === copy) void vscode.env.clipboard.writeText(code);
  });
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
