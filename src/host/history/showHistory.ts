import type { Chats } from '../../core/chat/chats';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';
import type { ChatDeletion } from './chatDeletion';
import type { HistoryActions } from './historyPick';
import type { RecoverChats } from './recoverChats';
import { renameChat } from './renameChat';

export interface ChatHistoryParts {
  readonly chats: Chats;
  readonly library: ChatLibrary;
  readonly deletion: ChatDeletion;
  readonly recovery: RecoverChats;
  /** Shows a chat. */
  readonly open: (chatId: string) => Promise<void>;
  readonly exportChat: (chatId: string) => Promise<void>;
  readonly importChat: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** "Show Chat History…": every chat of this user, to be found, opened, renamed, exported and deleted. */
export class ChatHistory {
  constructor(private readonly parts: ChatHistoryParts) {}

  async show(query = ''): Promise<void> {
    const { chats, library, deletion, recovery, open, exportChat, importChat, now, onError } = this.parts;
    const actions: HistoryActions = {
      open,
      rename: async (chat, before) => {
        await renameChat(chats, library, chat);
        await this.show(before);
      },
      export: exportChat,
      import: importChat,
      showDeleted: () => this.showDeleted(),
      recover: async (lost) => {
        if (await recovery.run(lost)) await this.show();
      },
      delete: (chatId, onRestored) => deletion.delete(chatId, onRestored),
    };
    const { HistoryPick } = await import('./historyPick');
    await new HistoryPick({ chats, library, actions, findLost: (listed) => recovery.find(listed), now, onError }).show(
      query,
    );
  }

  private async showDeleted(): Promise<void> {
    const { library, deletion, open, now } = this.parts;
    const { askForDeletedChat } = await import('./deletedChats');
    const choice = await askForDeletedChat(library, now());
    if (choice === 'back') await this.show();
    else if (choice !== undefined && (await deletion.restore(choice))) await open(choice);
  }
}
