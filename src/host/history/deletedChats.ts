import * as vscode from 'vscode';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';
import { chatItem, type HistoryItem, wordsItem } from './historyItems';
import { workspaceTag } from './workspaceTag';

/** Lists the deleted chats. Resolves to the one to bring back, to `back`, or to nothing. */
export function askForDeletedChat(library: ChatLibrary, now: number): Promise<string | 'back' | undefined> {
  const around = { now, shownChatId: '', runningChatIds: new Set<string>(), workspaceUri: workspaceTag()?.uri };
  const pick = vscode.window.createQuickPick<HistoryItem>();
  pick.title = vscode.l10n.t('Deleted Chats');
  pick.placeholder = vscode.l10n.t('Select a chat to restore it. Deleted chats are kept for 30 days.');
  pick.buttons = [vscode.QuickInputButtons.Back];
  pick.matchOnDetail = true;
  pick.busy = true;
  const listed = library.trashed().then(
    (chats) => {
      const rows = chats.map((chat) => ({ chat, line: chat.lastLine }));
      // Here VS Code filters: there is no text to search, only what the list shows.
      const items = rows.map((row): HistoryItem => ({ ...chatItem(row, around), alwaysShow: false }));
      pick.items = items.length > 0 ? items : [wordsItem(vscode.l10n.t('No deleted chats'))];
    },
    () => {
      pick.items = [
        wordsItem(vscode.l10n.t('The deleted chats could not be read. Open this list again to try once more.')),
      ];
    },
  );
  void listed.then(() => {
    pick.busy = false;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const chat = pick.activeItems[0]?.chat;
      if (!chat) return;
      resolve(chat.id);
      pick.hide();
    });
    pick.onDidTriggerButton(() => resolve('back'));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
