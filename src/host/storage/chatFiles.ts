import * as vscode from 'vscode';
import type { ChatStore } from '../../core/chat/chatStore';
import type { Turn } from '../../core/chat/turn';
import { Failure } from '../../core/failure';
import { readTurn } from '../../core/storage/readTurn';
import { SlotFiles } from './slotFiles';

const openChatKey = 'openChatId';

/** Chats as files: a folder for each chat, and in it each turn by itself, so that a save costs one turn. */
export class ChatFiles implements ChatStore {
  private readonly chats = new Map<string, SlotFiles>();

  constructor(
    private readonly storage: vscode.Uri,
    private readonly state: vscode.Memento,
  ) {}

  get openChatId(): string | undefined {
    return this.state.get<string>(openChatKey);
  }

  setOpenChatId(chatId: string): void {
    void this.state.update(openChatKey, chatId);
  }

  async saveTurn(chatId: string, turn: Turn): Promise<void> {
    try {
      await this.files(chatId).save(turn.id, turn);
    } catch (error) {
      throw new Failure('storageUnavailable', { cause: error });
    }
  }

  async loadTurns(chatId: string): Promise<readonly Turn[]> {
    const files = this.files(chatId);
    const values = await Promise.all((await files.names()).map((name) => files.load(name)));
    const turns = values.flatMap((value) => readTurn(value) ?? []);
    return turns.sort((a, b) => a.createdAt - b.createdAt);
  }

  private files(chatId: string): SlotFiles {
    let files = this.chats.get(chatId);
    if (!files) {
      files = new SlotFiles(vscode.Uri.joinPath(this.storage, 'chats', chatId));
      this.chats.set(chatId, files);
    }
    return files;
  }
}
