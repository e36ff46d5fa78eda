import type { StorageFiles } from '../files/files';
import {
  addToTextCache,
  type CachedText,
  readTextCache,
  type TextCache,
  textCachePath,
  writeTextCache,
} from './searchTextCache';
import { trashedOf } from './trash';

/** A file is rewritten when more than this part of it is useless. */
const mostWaste = 1 / 3;

/** Reads and writes the cache of what can be searched, one after the other. It never holds words of a deleted chat for long. */
export class TextCacheKeeper {
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: StorageFiles,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** What was kept, whether or not it is still so. */
  async read(): Promise<ReadonlyMap<string, CachedText>> {
    await this.queue;
    return (await this.readNow()).texts;
  }

  /** Keeps what was read from the files of chats. `living`: the ids of all that are there. */
  save(living: ReadonlySet<string>, added: readonly CachedText[]): Promise<void> {
    return this.inTurn(async () => {
      const { texts, wasted, exists } = await this.readNow();
      const all = new Map([...texts].filter(([chatId]) => living.has(chatId)));
      const isOutdated = all.size < texts.size;
      let size = 0;
      for (const text of added) all.set(text.chatId, text);
      for (const { text } of all.values()) size += text.length;
      if (!exists || isOutdated || wasted > mostWaste * size) await writeTextCache(this.files, all.values());
      else if (added.length > 0) await addToTextCache(this.files, added);
      else return;
      // Another window may have deleted a chat since these were read, and its words are not to come back.
      for (const chatId of await trashedOf(this.files, [...all.values()])) await this.forgetNow(chatId);
    });
  }

  /** Takes the words of a deleted chat out. */
  forget(chatId: string): Promise<void> {
    return this.inTurn(() => this.forgetNow(chatId));
  }

  private async forgetNow(chatId: string): Promise<void> {
    const { texts, wasted, exists } = await this.readNow();
    const others = [...texts.values()].filter((text) => text.chatId !== chatId);
    // Its words may also stand in a part that can't be read.
    if (!exists && (await this.files.stat(textCachePath))) await this.files.remove(textCachePath);
    if (exists && (others.length < texts.size || wasted > 0)) await writeTextCache(this.files, others);
  }

  private async readNow(): Promise<TextCache> {
    try {
      return await readTextCache(this.files);
    } catch (error) {
      // All of it is read from the chats then.
      this.onError(error);
      return { texts: new Map(), wasted: 0, exists: false };
    }
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch(this.onError);
    return this.queue;
  }
}
