import type { Clock } from '../clock';
import { blobsOf } from './blobs';
import { ChatIndex } from './chatIndex';
import { ChatLog } from './chatLog';
import type { ChatJournal } from '../chat/journal';
import type { WorkspaceTag } from './records';
import { summaryOf } from './chatIndexEntry';
import { scanInto } from './chatIndexScan';
import { asked, findChatFile } from './chatLibraryFiles';
import { yearFolder } from './chatPaths';
import type { StorageFiles } from './files';
import { exportedLog, type ImportResult, importChat } from './importChat';
import { readChat } from './readChat';
import type { ChatSummary, SavedChat, SearchHit } from './savedChat';
import { SearchText } from './searchText';
import { TextCacheKeeper } from './searchTextKeeper';
import { listTrash, moveToTrash, purgeTrash, restoreFromTrash } from './trash';

export interface ChatLibraryParts {
  readonly files: StorageFiles;
  readonly clock: Clock;
  readonly windowId: string;
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Hears of what went wrong without anybody having asked for it, such as one unreadable file among many. */
  onError(error: unknown): void;
}

/**
 * All chats on disk, of all workspaces. The files of the chats are the truth; what else lies there is made from them.
 * Everything rejects with the Failure `storageUnavailable` when the disk refuses.
 */
export class ChatLibrary {
  private readonly index: ChatIndex;
  private readonly keeper: TextCacheKeeper;
  private readonly text: SearchText;
  private readonly loaded = new Map<string, number>();

  constructor(private readonly parts: ChatLibraryParts) {
    const { files, clock, onError } = parts;
    this.index = new ChatIndex(files, onError);
    this.keeper = new TextCacheKeeper(files, onError);
    this.text = new SearchText({ files, clock, index: this.index, keeper: this.keeper, onError });
  }

  async load(chatId: string): Promise<SavedChat | undefined> {
    return asked(async () => {
      const bytes = await this.read(chatId);
      if (bytes) this.loaded.set(chatId, bytes.length);
      return bytes && (await readChat(chatId, bytes, blobsOf(this.parts.files, chatId))).chat;
    });
  }

  journal(chatId: string, workspace: WorkspaceTag | undefined): ChatJournal {
    const { files, clock, windowId, newId, now, onError } = this.parts;
    const loadedBytes = this.loaded.get(chatId);
    const locate = async () => {
      const file = await findChatFile(files, chatId);
      if (file) return { folder: file.folder, isNew: false, loadedBytes };
      return { folder: yearFolder(now()), isNew: loadedBytes === undefined };
    };
    return new ChatLog({ files, clock, chatId, locate, workspace, windowId, newId, onError });
  }

  async rename(chatId: string, title: string): Promise<void> {
    const journal = this.journal(chatId, undefined);
    await journal.append({ kind: 'title', title, by: 'user' }, true);
    await journal.release();
    journal.dispose();
  }

  /** All chats, the last used first. One that cannot be read is among them, as damaged and perhaps without a title. */
  list(): Promise<readonly ChatSummary[]> {
    return asked(async () => (await this.index.refresh()).map(summaryOf));
  }

  /** Brings all words into memory, for searches that follow. Resolves once they are; a search need not wait for that. */
  prepareSearch(): Promise<void> {
    return asked(() => this.text.prepare());
  }

  /** Gives back the memory that searching took. */
  closeSearch(): void {
    this.text.close();
  }

  /**
   * The chats that hold all of the words, the last used first, each with one line. What does not differ in more than
   * case or accents is the same. Comes in pieces as it is found; stops when the signal aborts.
   */
  search(query: string, signal: AbortSignal): AsyncIterable<readonly SearchHit[]> {
    return this.text.search(query, signal);
  }

  /** Puts a chat into the trash. False: there is no such chat. */
  trash(chatId: string): Promise<boolean> {
    return asked(async () => {
      const { files, now } = this.parts;
      const file = await findChatFile(files, chatId);
      if (!file) return false;
      await moveToTrash(files, file, now());
      await Promise.all([this.index.forget(chatId), this.text.forget(chatId)]);
      return true;
    });
  }

  /** Brings a chat back as it was. False: it is not in the trash, or it is back already. */
  restore(chatId: string): Promise<boolean> {
    return asked(() => restoreFromTrash(this.parts.files, chatId));
  }

  /** The chats that can be brought back, the last deleted first. */
  trashed(): Promise<readonly ChatSummary[]> {
    return asked(async () => {
      const { files, onError } = this.parts;
      const summaries: ChatSummary[] = [];
      for (const file of await listTrash(files)) {
        try {
          const bytes = await files.read(file.path);
          if (bytes) summaries.push(summaryOf(await scanInto(undefined, file, bytes, 0, blobsOf(files, file.chatId))));
        } catch (error) {
          onError(error);
        }
      }
      return summaries;
    });
  }

  /** Removes for good what has been in the trash for thirty days. */
  purgeTrash(): Promise<void> {
    const { files, now, onError } = this.parts;
    return asked(() => purgeTrash(files, now(), onError));
  }

  /** The file of a chat with all that lies beside it in it: `importLog` makes the same chat of it. */
  exportLog(chatId: string): Promise<Uint8Array | undefined> {
    return asked(async () => {
      const bytes = await this.read(chatId);
      return bytes && exportedLog(this.parts.files, chatId, bytes);
    });
  }

  /** Makes a new chat of an exported file, as far as it can be read. Nothing that is there is touched. */
  importLog(bytes: Uint8Array): Promise<ImportResult> {
    const { files, newId, now } = this.parts;
    return asked(() => importChat(files, yearFolder(now()), newId, bytes));
  }

  /** Resolves once what lists and searches have learned is kept. */
  settled(): Promise<void> {
    return this.index.settled();
  }

  private async read(chatId: string): Promise<Uint8Array | undefined> {
    const file = await findChatFile(this.parts.files, chatId);
    return file && this.parts.files.read(file.path);
  }
}
