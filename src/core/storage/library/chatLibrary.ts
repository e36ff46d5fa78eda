import type { Clock } from '../../base/clock';
import { Failure } from '../../base/failure';
import { lazy } from '../../base/lazy';
import type { ChatJournal, ChatRecords } from '../../conversation/journal';
import type { WorkspaceTag } from '../../conversation/records';
import type { ChatSummary, SavedChat, SearchHit } from '../../conversation/savedChat';
import { yearFolder } from '../files/chatPaths';
import type { StorageFiles } from '../files/files';
import { blobsOf } from '../log/blobs';
import type { ChatPlace } from '../log/chatFile';
import { ChatLog } from '../log/chatLog';
import { readChat } from '../log/readChat';
import { ChatIndex } from './chatIndex';
import { summaryOf } from './chatIndexEntry';
import { scanInto } from './chatIndexScan';
import { findChatFile, withStorageFailure } from './chatLibraryFiles';
import type { ImportResult } from './importChat';
import type { SearchText } from './searchText';
import { expiredTrash, listTrash, moveToTrash, purgeTrash, restoreFromTrash } from './trash';

export interface ChatLibraryParts {
  readonly files: StorageFiles;
  readonly clock: Clock;
  readonly windowId: string;
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Called with errors of background work, such as one unreadable file among many. */
  onError(error: unknown): void;
}

/**
 * All chats on disk, of all workspaces. The files of the chats are the truth; what else lies there is made from them.
 * Everything rejects with the Failure `storageUnavailable` when the disk refuses.
 */
export class ChatLibrary implements ChatRecords {
  private readonly index: ChatIndex;
  private readonly text: () => Promise<SearchText>;
  /** The chats that were read, and how much of them: what is added later came from elsewhere. */
  private readonly loaded = new Map<string, { readonly folder: string; readonly bytes: number }>();

  constructor(private readonly parts: ChatLibraryParts) {
    const { files, clock, onError } = parts;
    this.index = new ChatIndex(files, onError);
    this.text = lazy(async () => {
      const { searchTextOver } = await import('./searchTextOver');
      return searchTextOver({ files, clock, index: this.index, onError });
    });
  }

  async load(chatId: string): Promise<SavedChat | undefined> {
    return withStorageFailure(async () => {
      const { files } = this.parts;
      const file = await findChatFile(files, chatId);
      const bytes = file && (await files.read(file.path));
      if (!bytes) return undefined;
      this.loaded.set(chatId, { folder: file.folder, bytes: bytes.length });
      return (await readChat(chatId, bytes, blobsOf(files, chatId))).chat;
    });
  }

  /** A chat as it is on disk now, for who only looks at it. */
  peek(chatId: string): Promise<SavedChat | undefined> {
    return withStorageFailure(async () => {
      const bytes = await this.read(chatId);
      return bytes && (await readChat(chatId, bytes, blobsOf(this.parts.files, chatId))).chat;
    });
  }

  journal(chatId: string, workspace: WorkspaceTag | undefined): ChatJournal {
    const { files, clock, windowId, newId, onError } = this.parts;
    const locate = () => this.locate(chatId);
    return new ChatLog({ files, clock, chatId, locate, workspace, windowId, newId, onError });
  }

  /** All chats, the last used first. One that cannot be read is among them, as damaged and perhaps without a title. */
  list(): Promise<readonly ChatSummary[]> {
    return withStorageFailure(async () => (await this.index.refresh()).map(({ entry }) => summaryOf(entry)));
  }

  /** Brings all words into memory, for searches that follow. Resolves once they are; a search need not wait for that. */
  prepareSearch(): Promise<void> {
    return withStorageFailure(async () => (await this.text()).prepare());
  }

  /** Gives back the memory that searching took. */
  closeSearch(): void {
    void this.text().then((text) => text.close(), this.parts.onError);
  }

  /**
   * The chats that hold all of the words, the last used first, each with one line. What does not differ in more than
   * case or accents is the same. Comes in pieces as it is found; stops when the signal aborts.
   */
  async *search(query: string, signal: AbortSignal): AsyncIterable<readonly SearchHit[]> {
    yield* (await this.text()).search(query, signal);
  }

  /** Gives a chat a name. False: there is no such chat, or a later version wrote it. */
  rename(chatId: string, title: string): Promise<boolean> {
    return withStorageFailure(async () => {
      if (!(await findChatFile(this.parts.files, chatId))) return false;
      const journal = this.journal(chatId, undefined);
      try {
        await journal.append({ kind: 'title', title, by: 'user' }, true);
        if (journal.state === 'failing') throw new Failure('storageUnavailable');
        return journal.state !== 'deleted' && journal.state !== 'newer';
      } finally {
        journal.dispose();
      }
    });
  }

  /** Puts a chat into the trash. False: there is no such chat. */
  trash(chatId: string): Promise<boolean> {
    return withStorageFailure(async () => {
      const { files, now } = this.parts;
      const file = await findChatFile(files, chatId);
      if (!file) return false;
      await moveToTrash(files, file, now());
      await Promise.all([this.index.forget(chatId), (await this.text()).forget(chatId)]);
      return true;
    });
  }

  /** Brings a chat back as it was. False: it is not in the trash, or it is back already. */
  restore(chatId: string): Promise<boolean> {
    return withStorageFailure(async () => {
      const isBack = await restoreFromTrash(this.parts.files, chatId);
      if (isBack) await (await this.text()).recall(chatId);
      return isBack;
    });
  }

  /** The chats that can be brought back, the last deleted first. */
  trashed(): Promise<readonly ChatSummary[]> {
    return withStorageFailure(async () => {
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

  /**
   * Removes for good what has been in the trash for thirty days. `onLeft` is told before which interactions nothing here
   * will have any more; if it rejects, nothing is removed.
   */
  purgeTrash(onLeft: (interactionIds: readonly string[]) => Promise<void>): Promise<void> {
    const { files, now, onError } = this.parts;
    return withStorageFailure(async () => {
      const chats = await expiredTrash(files, now());
      if (chats.length === 0) return;
      const { leftAtGoogle } = await import('./leftAtGoogle');
      await onLeft(await leftAtGoogle(files, chats, now(), onError));
      await purgeTrash(files, chats, onError);
    });
  }

  /** The file of a chat with all that lies beside it in it: `importLog` makes the same chat of it. */
  exportLog(chatId: string): Promise<Uint8Array | undefined> {
    return withStorageFailure(async () => {
      const bytes = await this.read(chatId);
      const { exportedLog } = await import('./importChat');
      return bytes && exportedLog(this.parts.files, chatId, bytes);
    });
  }

  /** Makes a new chat of an exported file, as far as it can be read. Nothing that is there is touched. */
  importLog(bytes: Uint8Array): Promise<ImportResult> {
    const { files, newId, now } = this.parts;
    return withStorageFailure(async () => {
      const { importChat } = await import('./importChat');
      return importChat(files, yearFolder(now()), newId, bytes);
    });
  }

  /**
   * Which of these interactions stand in no chat, deleted ones included: all that is left of them is at Google. For when
   * the folder was lost. Reads every chat, unless all are found before.
   */
  recoverable(interactionIds: readonly string[]): Promise<readonly string[]> {
    return withStorageFailure(async () => {
      const { missingInteractions } = await import('./chatLibraryRecovery');
      return missingInteractions(this.parts.files, interactionIds, this.parts.onError);
    });
  }

  /** Resolves once what lists and searches have learned is kept. */
  settled(): Promise<void> {
    return this.index.settled();
  }

  private async locate(chatId: string): Promise<ChatPlace> {
    const { files, now } = this.parts;
    const file = await findChatFile(files, chatId);
    const loaded = this.loaded.get(chatId);
    if (file) return { folder: file.folder, isNew: false, loadedBytes: loaded?.bytes };
    const gone = loaded ?? (await listTrash(files)).find((chat) => chat.chatId === chatId);
    return gone ? { folder: gone.folder, isNew: false } : { folder: yearFolder(now()), isNew: true };
  }

  private async read(chatId: string): Promise<Uint8Array | undefined> {
    const file = await findChatFile(this.parts.files, chatId);
    return file && this.parts.files.read(file.path);
  }
}
