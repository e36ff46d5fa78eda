import type { Clock } from '../../base/clock';
import type { SearchHit } from '../../conversation/savedChat';
import { crc32 } from '../files/crc32';
import type { StorageFiles } from '../files/files';
import { blobsOf } from '../log/blobs';
import { readChat } from '../log/readChat';
import type { ChatIndex } from './chatIndex';
import { type FoundChat, withStorageFailure } from './chatLibraryFiles';
import { type CachedText, cachedText, decodedText, unitsOf } from './searchTextCache';
import type { TextCacheKeeper } from './searchTextKeeper';
import { findIn, fold, lineAround, readQuery } from './searchTextMatch';
import { searchTextOf } from './searchTextOf';

/** How long work goes on before others get their turn. Milliseconds. */
const sliceMs = 10;
/** How many files are read at the same time. Their words are taken out in between, so that few make a slice. */
const atOnce = 16;

export interface SearchTextParts {
  readonly files: StorageFiles;
  readonly clock: Clock;
  readonly index: ChatIndex;
  readonly keeper: TextCacheKeeper;
  onError(error: unknown): void;
}

/** A chat that can be searched. */
interface OpenText {
  readonly folded: string;
  readonly cached: CachedText;
}

/** What is in memory during a search. */
interface Opened {
  /** Newest first. */
  readonly chats: readonly FoundChat[];
  /** Deleted since. */
  readonly gone: Set<string>;
  readonly kept: ReadonlyMap<string, CachedText>;
  readonly texts: Map<string, OpenText>;
  readonly reading: Map<string, Promise<OpenText | undefined>>;
  /** Read from the chats' files: the cache lacks them. */
  readonly added: CachedText[];
  readonly closed: AbortController;
}

/**
 * Searches the words of all chats. While it is open they are all in memory, which for thousands of chats is many
 * megabytes: who opens it closes it.
 */
export class SearchText {
  private opening: Promise<Opened> | undefined;

  constructor(private readonly parts: SearchTextParts) {}

  /** Opens it again with the newest chats. Resolves once all words are in memory; a search need not wait for that. */
  async prepare(): Promise<void> {
    this.close();
    const opened = await this.open();
    const slice = this.newSlice(opened.closed.signal);
    for (let from = 0; from < opened.chats.length && !opened.closed.signal.aborted; from += atOnce) {
      await Promise.all(opened.chats.slice(from, from + atOnce).map((chat) => this.textOf(opened, chat)));
      await slice.pause();
    }
    const living = new Set(opened.chats.map(({ chatId }) => chatId));
    const isOutdated = [...opened.kept.keys()].some((chatId) => !living.has(chatId));
    if (isOutdated || opened.added.length > 0) await this.parts.keeper.save(living, opened.added.splice(0));
  }

  /** Gives the memory back. */
  close(): void {
    const closed = this.opening;
    this.opening = undefined;
    closed?.then(
      (opened) => opened.closed.abort(),
      // `open` has rejected already.
      () => undefined,
    );
  }

  /** The first hit of each chat that holds all the words, the newest chats first, as they are found. */
  async *search(text: string, signal: AbortSignal): AsyncGenerator<readonly SearchHit[]> {
    const query = readQuery(text);
    if (!query) return;
    const opened = await withStorageFailure(() => this.opening ?? this.open());
    const slice = this.newSlice(signal);
    let hits: SearchHit[] = [];
    for (const chat of opened.chats) {
      if (signal.aborted) return;
      const found = this.textOf(opened, chat);
      const open = found instanceof Promise ? await found : found;
      const match = open && findIn(open.folded, query);
      if (match && !opened.gone.has(chat.chatId)) {
        const { folded, cached } = open;
        const textBetween = (start: number, end: number) => unitsOf(cached.text, folded.length, start, end);
        hits.push({ chatId: chat.chatId, ...lineAround(folded, match.at, match.length, textBetween) });
      }
      if (!slice.isOver) continue;
      if (hits.length > 0) yield hits;
      hits = [];
      await slice.pause();
    }
    if (hits.length > 0 && !signal.aborted) yield hits;
  }

  /** Takes the words of a chat that was deleted out of memory and out of the cache. */
  async forget(chatId: string): Promise<void> {
    const opened = await this.opening?.catch(() => undefined);
    if (opened) {
      opened.gone.add(chatId);
      opened.texts.delete(chatId);
    }
    await this.parts.keeper.forget(chatId);
  }

  /** Finds a chat again that was brought back. */
  async recall(chatId: string): Promise<void> {
    const opened = await this.opening?.catch(() => undefined);
    opened?.gone.delete(chatId);
  }

  private open(): Promise<Opened> {
    const opening = (async () => {
      const [indexed, kept] = await Promise.all([this.parts.index.refresh(), this.parts.keeper.read()]);
      const chats = indexed.map(({ file }) => file);
      const [texts, reading, gone] = [new Map<string, OpenText>(), new Map(), new Set<string>()];
      return { chats, kept, texts, reading, gone, added: [], closed: new AbortController() };
    })();
    this.opening = opening;
    // The next one tries again.
    opening.catch(() => this.opening === opening && this.close());
    return opening;
  }

  /** At once where the words are at hand. Undefined: the file is gone or cannot be read. */
  private textOf(opened: Opened, chat: FoundChat): OpenText | Promise<OpenText | undefined> {
    const open = opened.texts.get(chat.chatId);
    if (open) return open;
    const kept = opened.kept.get(chat.chatId);
    const isSame = kept && kept.size === chat.size && kept.modifiedAt === chat.modifiedAt;
    if (isSame && crc32(kept.text) === kept.sum) return this.hold(opened, kept);
    const reading = opened.reading.get(chat.chatId) ?? this.read(opened, chat);
    opened.reading.set(chat.chatId, reading);
    return reading;
  }

  private async read(opened: Opened, file: FoundChat): Promise<OpenText | undefined> {
    const { files, onError } = this.parts;
    const { chatId, path } = file;
    try {
      const bytes = await files.read(path);
      if (!bytes) return undefined;
      const { chat } = await readChat(chatId, bytes, blobsOf(files, chatId));
      const added = cachedText(file, searchTextOf(chat));
      opened.added.push(added);
      return this.hold(opened, added);
    } catch (error) {
      onError(error);
      return undefined;
    } finally {
      opened.reading.delete(chatId);
    }
  }

  private hold(opened: Opened, cached: CachedText): OpenText {
    const open = { folded: fold(decodedText(cached)), cached };
    opened.texts.set(cached.chatId, open);
    return open;
  }

  private newSlice(signal: AbortSignal): Slice {
    return new Slice(this.parts.clock, signal);
  }
}

/** Long work, cut into slices so that other work can run in between. */
class Slice {
  private began: number;

  constructor(
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {
    this.began = clock.now();
  }

  get isOver(): boolean {
    return this.clock.now() - this.began >= sliceMs;
  }

  /** Lets others go first when the slice is over. */
  async pause(): Promise<void> {
    if (!this.isOver) return;
    await this.clock.wait(0, this.signal);
    this.began = this.clock.now();
  }
}
