import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import type { Chats } from '../../core/chat/chats';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';
import type { Services } from '../services';
import type { RecentChats } from './recentChats';

export interface ChatDeletionParts {
  readonly chats: Chats;
  readonly library: ChatLibrary;
  readonly recent: RecentChats;
  /** Shows a chat. */
  readonly open: (chatId: string) => Promise<void>;
  /** Drops what is prepared in a chat and was not asked. */
  readonly forget: (chatId: string) => void;
  readonly debts: Services['debts'];
  readonly onError: (error: unknown) => void;
}

/** Deletes chats on this machine. It asks nothing before and can be undone after, which is the better protection. */
export class ChatDeletion {
  constructor(private readonly parts: ChatDeletionParts) {}

  /** Resolves once the chat is deleted, or the user knows that it is not. `onRestored`: it was undone. */
  async delete(chatId: string, onRestored: () => void = () => {}): Promise<void> {
    const { chats, library, debts, onError } = this.parts;
    // What the disk did not take could not be brought back.
    if (chats.find(chatId)?.saving === 'failing' && !(await askForGood())) return;
    const atGoogle = chats.find(chatId)?.idsAtGoogle ?? [];
    const wasShown = chats.current.chatId === chatId;
    chats.close(chatId);
    try {
      const isGone = await library.trash(chatId);
      this.parts.recent.remove(chatId);
      this.parts.forget(chatId);
      if (isGone) void this.offerUndo(chatId, wasShown, onRestored).catch(onError);
      else {
        // Nothing of it can come back.
        const oweRest = async () => debts.owe({ interactions: await library.recoverable(atGoogle) });
        void oweRest().catch(onError);
        void vscode.window.showInformationMessage(vscode.l10n.t('Chat deleted.'));
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (wasShown) await this.parts.open(chatId);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The chat couldn’t be deleted. Check that the disk is writable, then try again.'),
      );
    }
  }

  /** Brings a deleted chat back. False: that did not work, and the user knows. */
  async restore(chatId: string): Promise<boolean> {
    try {
      const isBack = await this.parts.library.restore(chatId);
      if (isBack) this.parts.recent.bringBack(chatId);
      else void vscode.window.showWarningMessage(vscode.l10n.t('This chat is no longer in the list of deleted chats.'));
      return isBack;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The chat couldn’t be restored. Check that the disk is writable, then try again.'),
      );
      return false;
    }
  }

  private async offerUndo(chatId: string, wasShown: boolean, onRestored: () => void): Promise<void> {
    const undo = vscode.l10n.t('Undo');
    if ((await vscode.window.showInformationMessage(vscode.l10n.t('Chat deleted.'), undo)) !== undo) return;
    if (!(await this.restore(chatId))) return;
    onRestored();
    if (wasShown) await this.parts.open(chatId);
  }
}

async function askForGood(): Promise<boolean> {
  const forGood = vscode.l10n.t('Delete Permanently');
  const detail = vscode.l10n.t(
    'It couldn’t be saved, so it can’t be restored later. Export it first if you want to keep it.',
  );
  const question = vscode.l10n.t('Delete this chat?');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, forGood)) === forGood;
}
