import * as vscode from 'vscode';
import { runCommand } from '../runCommand';

/** No store is chosen that an answer could search. `chatId`: the chat that wants to. */
export async function offerStores(chatId: string): Promise<void> {
  const manage = vscode.l10n.t('Choose a Store…');
  const words = vscode.l10n.t('No File Search store is chosen yet. Make one of a folder, or choose one that is there.');
  if ((await vscode.window.showInformationMessage(words, manage)) !== manage) return;
  await runCommand('geminiInteractions.manageFiles', chatId, 'stores');
}
