import * as vscode from 'vscode';
import type { Check } from '../../core/extraction/checkJson';
import { problemsIn } from '../../core/extraction/placeProblems';

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

  private async write(): Promise<void> {
    const { document } = this;
    let text: string;
    do {
      text = this.wanted;
      if (document.isClosed) return;
      const known = document.getText();
      const edit = new vscode.WorkspaceEdit();
      const end = document.positionAt(known.length);
      // What is there stays, so that the place the user reads does not move.
      if (text.startsWith(known)) edit.insert(document.uri, end, text.slice(known.length));
      else edit.replace(document.uri, new vscode.Range(document.positionAt(0), end), text);
      await vscode.workspace.applyEdit(edit);
    } while (text !== this.wanted);
  }
}

/** Text of 1 MB takes a tenth of a second to read: too long for each key. Milliseconds. */
const quietMs = 200;

interface Marked {
  readonly check: Check;
  timer?: ReturnType<typeof setTimeout>;
}

/** Marks what is wrong in documents, for as long as they are open, and again after each change of them. */
export class MarkedDocuments {
  private readonly problems = vscode.languages.createDiagnosticCollection('geminiExtract');
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
