import type { Turn } from './turn';

/** Where chats are kept. Every save is whole or not there: a crash in the middle leaves the earlier state. */
export interface ChatStore {
  /** Resolves once the turn is on disk. Fails with the Failure `storageUnavailable`. */
  saveTurn(chatId: string, turn: Turn): Promise<void>;
  /** The turns of a chat, parents before children. Unreadable ones are left out. */
  loadTurns(chatId: string): Promise<readonly Turn[]>;
  /** The chat this window had open. */
  readonly openChatId: string | undefined;
  setOpenChatId(chatId: string): void;
}
