import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import { markdownWords } from './markdownWords';

/** How long the status bar says that it was done, in milliseconds. */
const doneMs = 5_000;

/** "Copy Chat as Markdown": the turns that are shown, as a document for people. */
export async function copyChat(session: ChatSession): Promise<void> {
  if (session.isEmpty) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to copy yet. Ask a question first.'));
    return;
  }
  const { chatMarkdown } = await import('../../core/conversation/chatMarkdown');
  await vscode.env.clipboard.writeText(chatMarkdown(session.title, session.turns(), markdownWords()));
  vscode.window.setStatusBarMessage(vscode.l10n.t('The chat was copied as Markdown.'), doneMs);
}
