import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';

/** Makes sure that the chat of the side bar can be asked, by way of the user if an answer is on its way. False: it cannot. */
export async function isChatFree(chats: Chats): Promise<boolean> {
  const { current } = chats;
  if (!current.isStreaming) return true;
  const stop = vscode.l10n.t('Stop and Ask');
  const elsewhere = vscode.l10n.t('Ask in a New Chat');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Gemini is still answering the last question.'),
    stop,
    elsewhere,
  );
  if (choice === stop) current.stop();
  if (choice === elsewhere) chats.newChat();
  return choice !== undefined;
}
