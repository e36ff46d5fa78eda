import type { ChatStore } from '../../../src/core/chat/chatStore';
import type { Turn } from '../../../src/core/chat/turn';

/** Chats in memory, as JSON, so that a test can start over from what was saved. */
export class MemoryChatStore implements ChatStore {
  readonly saved: string[] = [];
  private readonly chats = new Map<string, Map<string, string>>();
  openChatId: string | undefined;
  /** When set, saving fails with it. */
  failure: Error | undefined;

  setOpenChatId(chatId: string): void {
    this.openChatId = chatId;
  }

  saveTurn(chatId: string, turn: Turn): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.saved.push(`${turn.status}`);
    const chat = this.chats.get(chatId) ?? new Map<string, string>();
    chat.set(turn.id, JSON.stringify(turn));
    this.chats.set(chatId, chat);
    return Promise.resolve();
  }

  loadTurns(chatId: string): Promise<readonly Turn[]> {
    const turns = [...(this.chats.get(chatId)?.values() ?? [])];
    return Promise.resolve(turns.map((turn): Turn => JSON.parse(turn)));
  }
}
