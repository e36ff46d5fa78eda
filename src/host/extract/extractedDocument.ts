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

/** Marks what is wrong in documents, for as long as they are open, and again after each change of them. */
export class MarkedDocuments {
  private readonly problems = vscode.languages.createDiagnosticCollection('geminiExtract');
  private readonly checks = new Map<vscode.TextDocument, Check>();
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.mark(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      this.checks.delete(document);
      this.problems.delete(document.uri);
    }),
  );

  follow(document: vscode.TextDocument, check: Check): void {
    if (document.isClosed) return;
    this.checks.set(document, check);
    this.mark(document);
  }

  dispose(): void {
    this.listeners.dispose();
    this.problems.dispose();
    this.checks.clear();
  }

  private mark(document: vscode.TextDocument): void {
    const check = this.checks.get(document);
    if (!check) return;
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
