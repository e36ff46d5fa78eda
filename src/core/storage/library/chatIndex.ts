import type { StorageFiles } from '../files/files';
import { blobsOf } from '../log/blobs';
import { byAge, type IndexEntry } from './chatIndexEntry';
import { readIndex, writeIndex } from './chatIndexFile';
import { guardLength, guardOf, scanInto } from './chatIndexScan';
import { type FoundChat, listChatFiles } from './chatLibraryFiles';
import { trashedOf } from './trash';

/** How many files are read at the same time: enough to keep a disk busy, far below the limit of open files. */
const atOnce = 32;

/** A chat that is there, and what is known of it. */
export interface IndexedChat {
  readonly file: FoundChat;
  readonly entry: IndexEntry;
}

interface Refreshed {
  readonly chats: readonly IndexedChat[];
  /** Chats that are there and could not be read now. They are read again the next time. */
  readonly unreadable: readonly IndexedChat[];
  readonly isChanged: boolean;
}

/**
 * What a list shows of every chat. Kept in a file so that only what changed is read, and never believed over the chats'
 * own files: those that are there are the chats, and those of another size or time than the index knows are read again.
 */
export class ChatIndex {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: StorageFiles,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** All chats, newest first. Rejects only when the folder of chats itself cannot be read. */
  refresh(): Promise<readonly IndexedChat[]> {
    const refreshed = this.queue.then(() => this.refreshNow());
    // The list does not wait until the cache is written.
    const kept = refreshed.then(({ chats, isChanged }) =>
      isChanged ? this.keep(chats.map(({ entry }) => entry)) : undefined,
    );
    this.queue = kept.catch(() => undefined);
    return refreshed.then(({ chats, unreadable }) => [...chats, ...unreadable].sort((a, b) => byAge(a.entry, b.entry)));
  }

  /** Takes what is known of a chat that was deleted out of the file. */
  forget(chatId: string): Promise<void> {
    const forgotten = this.queue.then(async () => {
      const kept = await this.keptEntries();
      const others = kept.filter((entry) => entry.chatId !== chatId);
      if (others.length < kept.length) await this.keep(others);
    });
    this.queue = forgotten.catch(() => undefined);
    return forgotten;
  }

  /** Resolves once nothing is being written any more. */
  async settled(): Promise<void> {
    await this.queue;
  }

  private async refreshNow(): Promise<Refreshed> {
    const [kept, present] = await Promise.all([this.keptEntries(), listChatFiles(this.files, this.onError)]);
    const known = new Map(kept.map((entry) => [entry.chatId, entry]));
    const chats: IndexedChat[] = [];
    const unreadable: IndexedChat[] = [];
    const changed: FoundChat[] = [];
    for (const file of present) {
      const entry = known.get(file.chatId);
      if (entry && entry.size === file.size && entry.modifiedAt === file.modifiedAt) chats.push({ file, entry });
      else changed.push(file);
    }
    for (let from = 0; from < changed.length; from += atOnce) {
      const reading = changed.slice(from, from + atOnce).map(async (file) => {
        const before = known.get(file.chatId);
        try {
          const entry = await this.read(file, before);
          if (entry) chats.push({ file, entry });
        } catch (error) {
          this.onError(error);
          unreadable.push({ file, entry: nameless(file, before) });
        }
      });
      await Promise.all(reading);
    }
    return { chats, unreadable, isChanged: changed.length > unreadable.length || kept.length !== chats.length };
  }

  /** Undefined: the file is gone by now. */
  private async read(file: FoundChat, before: IndexEntry | undefined): Promise<IndexEntry | undefined> {
    const readBlob = blobsOf(this.files, file.chatId);
    if (before && before.guard.length === guardLength && file.size > before.size) {
      const start = before.readTo - guardLength;
      const bytes = await this.files.readRange(file.path, start, file.size - start);
      if (bytes && guardOf(bytes, guardLength) === before.guard) {
        return scanInto(before, file, bytes.subarray(guardLength), before.readTo, readBlob);
      }
    }
    const bytes = await this.files.read(file.path);
    return bytes && scanInto(undefined, file, bytes, 0, readBlob);
  }

  private async keptEntries(): Promise<readonly IndexEntry[]> {
    try {
      return await readIndex(this.files);
    } catch (error) {
      // All chats are read again then.
      this.onError(error);
      return [];
    }
  }

  private async keep(entries: readonly IndexEntry[]): Promise<void> {
    try {
      await writeIndex(this.files, entries);
      // Another window may have deleted a chat since the folder was read, and its words are not to come back.
      const gone = await trashedOf(this.files, entries);
      if (gone.size > 0)
        await writeIndex(
          this.files,
          entries.filter(({ chatId }) => !gone.has(chatId)),
        );
    } catch (error) {
      this.onError(error);
    }
  }
}

/** A chat that is there and cannot be read. */
function nameless({ chatId, size, modifiedAt }: FoundChat, before: IndexEntry | undefined): IndexEntry {
  if (before) return { ...before, condition: 'damaged' };
  return {
    chatId,
    size,
    modifiedAt,
    readTo: 0,
    guard: '',
    createdAt: undefined,
    updatedAt: modifiedAt,
    workspace: undefined,
    isPrivate: false,
    givenTitle: undefined,
    firstWords: undefined,
    lastLine: '',
    condition: 'damaged',
  };
}
