import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import { Failure } from '../../core/failure';
import type { ChatLibrary } from '../../core/storage/chatLibrary';

export interface ChatDeletionParts {
  readonly chats: Chats;
  readonly library: ChatLibrary;
  /** Shows a chat. */
  readonly open: (chatId: string) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Deletes chats on this machine. It asks nothing before and can be undone after, which is the better protection. */
export class ChatDeletion {
  constructor(private readonly parts: ChatDeletionParts) {}

  /** Resolves once the chat is deleted, or the user knows that it is not. `onRestored`: it was undone. */
  async delete(chatId: string, onRestored: () => void = () => {}): Promise<void> {
    const { chats, library, onError } = this.parts;
    const wasShown = chats.current.chatId === chatId;
    chats.close(chatId);
    try {
      await library.trash(chatId);
    } catch (error) {
      if (wasShown) await this.parts.open(chatId);
      tellFailure(error, vscode.l10n.t('The chat could not be deleted. Check that its folder can be written to.'));
      return;
    }
    void this.offerUndo(chatId, wasShown, onRestored).catch(onError);
  }

  /** Brings a deleted chat back. False: that did not work, and the user knows. */
  async restore(chatId: string): Promise<boolean> {
    try {
      await this.parts.library.restore(chatId);
      return true;
    } catch (error) {
      tellFailure(error, vscode.l10n.t('The chat could not be restored. Check that its folder can be written to.'));
      return false;
    }
  }

  private async offerUndo(chatId: string, wasShown: boolean, onRestored: () => void): Promise<void> {
    const { t } = vscode.l10n;
    const undo = t('Undo');
    if ((await vscode.window.showInformationMessage(t('Chat deleted.'), undo)) !== undo) return;
    if (!(await this.restore(chatId))) return;
    onRestored();
    if (wasShown) await this.parts.open(chatId);
  }
}

function tellFailure(error: unknown, words: string): void {
  if (!(error instanceof Failure)) throw error;
  void vscode.window.showErrorMessage(words);
}
