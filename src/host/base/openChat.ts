import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import type { Chats } from '../../core/chat/chats';

/** Shows a chat in the side bar, or says why it cannot be shown. */
export async function openChat(chats: Chats, view: { focus(): Promise<void> }, chatId: string): Promise<void> {
  try {
    if (await chats.open(chatId)) await view.focus();
    else
      void vscode.window.showWarningMessage(
        vscode.l10n.t('This chat no longer exists. It may have been deleted in another window.'),
      );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The chat could not be read. Check that its folder can be opened.'),
    );
  }
}
