import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import type { Check } from '../../core/extraction/checkJson';
import { problemsIn } from '../../core/extraction/placeProblems';

/** How long after an edit that was refused the next one is tried. Milliseconds. */
const retryMs = 50;

/** An untitled document that grows while an answer comes. */
export class ExtractedDocument {
  private wanted = '';
  private writing: Promise<void> | undefined;

  private constructor(readonly document: vscode.TextDocument) {}

  static async open(languageId: string): Promise<ExtractedDocument> {
    const document = await vscode.workspace.openTextDocument({ language: languageId, content: '' });
    await vscode.window.showTextDocument(document, { preview: false });
    return new ExtractedDocument(document);
  }

  /** Shows this text: the latest one if several come while one is written. */
  show(text: string): void {
    this.wanted = text;
    this.writing ??= this.write().finally(() => {
      this.writing = undefined;
    });
  }

  /** Resolves when the last text is in the document. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing;
  }

  /**
   * Ends it where no more comes: an empty one is closed, and one that has text stays. To be called after `settled`. Returns
   * what became of it; `gone`: the user had closed it.
   */
  async end(): Promise<'closed' | 'kept' | 'gone'> {
    const { document } = this;
    if (document.isClosed) return 'gone';
    if (document.getText() !== '') return 'kept';
    // An untitled document without text is not changed, so nothing is asked.
    await vscode.window.tabGroups.close(tabsOf(document), true);
    return 'closed';
  }

  /** Undefined: it is not in sight. */
  private get editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  private async write(): Promise<void> {
    let text: string;
    let isPut: boolean;
    do {
      text = this.wanted;
      // The user may be closing it now: then its tab goes first, and an edit would open it again.
      if (this.document.isClosed || !(this.editor || tabsOf(this.document).length > 0)) return;
      isPut = await this.put(text);
      // It is typed in, or goes away: the next try sees which.
      if (!isPut) await systemClock.wait(retryMs, new AbortController().signal);
    } while (!isPut || text !== this.wanted);
  }

  /** False: it has to be tried again. */
  private async put(text: string): Promise<boolean> {
    const { document } = this;
    const known = document.getText();
    const end = document.positionAt(known.length);
    // What is there stays, so that the place the user reads does not move.
    const isMore = text.startsWith(known);
    const range = new vscode.Range(isMore ? end : document.positionAt(0), end);
    const added = isMore ? text.slice(known.length) : text;
    const { editor } = this;
    if (editor) {
      const edited = editor.edit((edit) => edit.replace(range, added));
      return edited.then(
        (done) => done,
        () => false,
      );
    }
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, added);
    return vscode.workspace.applyEdit(edit);
  }
}

function tabsOf({ uri }: vscode.TextDocument): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
}

/** Text of 1 MB takes a tenth of a second to read: too long for each key. Milliseconds. */
const quietMs = 200;

interface Marked {
  readonly check: Check;
  timer?: ReturnType<typeof setTimeout>;
}

/** Marks what is wrong in documents, for as long as they are open, and again after each change of them. */
export class MarkedDocuments {
  private readonly problems: vscode.DiagnosticCollection;
  private readonly marked = new Map<vscode.TextDocument, Marked>();
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const marked = this.marked.get(document);
      if (!marked) return;
      clearTimeout(marked.timer);
      marked.timer = setTimeout(() => this.mark(document, marked.check), quietMs);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(this.marked.get(document)?.timer);
      this.marked.delete(document);
      this.problems.delete(document.uri);
    }),
  );

  /** `owner`: a name for VS Code, which no other list of marks has. */
  constructor(owner: string) {
    this.problems = vscode.languages.createDiagnosticCollection(owner);
  }

  follow(document: vscode.TextDocument, check: Check): void {
    if (document.isClosed) return;
    this.marked.set(document, { check });
    this.mark(document, check);
  }

  dispose(): void {
    for (const { timer } of this.marked.values()) clearTimeout(timer);
    this.listeners.dispose();
    this.problems.dispose();
    this.marked.clear();
  }

  private mark(document: vscode.TextDocument, check: Check): void {
    const found = problemsIn(document.getText(), check).map(({ offset, length, message }) => {
      const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
      const words = vscode.l10n.t('Does not fit the schema: {0}', message);
      const diagnostic = new vscode.Diagnostic(range, words, vscode.DiagnosticSeverity.Error);
      diagnostic.source = 'Gemini';
      return diagnostic;
    });
    this.problems.set(document.uri, found);
  }
}
