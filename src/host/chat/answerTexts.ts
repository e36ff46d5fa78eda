import * as vscode from 'vscode';
import type { Turn } from '../../core/conversation/turn';
import { answerScheme } from '../../names';

/** Answers as plain read-only documents: there a screen reader goes by word, line and character as in any editor. */
export class AnswerTexts implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private registration: vscode.Disposable | undefined;
  private closing: vscode.Disposable | undefined;
  private count = 0;

  /** Opens the answer as it is now, in the Markdown that the model wrote. */
  async open(turn: Turn): Promise<void> {
    const { answerMarkdown } = await import('../../core/conversation/chatMarkdown');
    this.registration ??= vscode.workspace.registerTextDocumentContentProvider(answerScheme, this);
    this.closing ??= vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.query));
    // A document is asked for its text only once, so a later state of the same answer is another document.
    this.count += 1;
    const id = String(this.count);
    this.texts.set(id, answerMarkdown(turn));
    const uri = vscode.Uri.from({ scheme: answerScheme, path: vscode.l10n.t('Answer'), query: id });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await vscode.window.showTextDocument(document);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.query) ?? '';
  }

  dispose(): void {
    this.registration?.dispose();
    this.closing?.dispose();
  }
}
