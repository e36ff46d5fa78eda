import type { Clock } from '../../base/clock';
import { joinBytes } from '../files/bytes';
import { chatPath } from '../files/chatPaths';
import type { StorageFiles } from '../files/files';
import { type Inspection, inspectLog } from './inspectLog';
import { encodeTornLine } from './tornLine';

/** Where a chat lies. */
export interface ChatPlace {
  /** The folder of its year. */
  readonly folder: string;
  /** There was never such a chat: it is made. Otherwise a missing file means that it was deleted. */
  readonly isNew: boolean;
  /** How many bytes of it were read when it was loaded. Undefined: it was not. */
  readonly loadedBytes?: number | undefined;
}

/** What others did to a file since it was last looked at. */
export interface Changes {
  /** Another writer has written. */
  readonly isForeign: boolean;
  /** The window that took the lease last. Undefined: none did. */
  readonly leaseOf: string | undefined;
}

const unchanged: Changes = { isForeign: false, leaseOf: undefined };

/** The chat was deleted: its file is not there any more. */
export class ChatGone extends Error {
  override readonly name = 'ChatGone';
}

export interface ChatFileParts {
  readonly files: StorageFiles;
  readonly clock: Clock;
  readonly chatId: string;
  /** Finds the chat. Asked at the first use, and again while it rejects. */
  readonly locate: () => Promise<ChatPlace>;
}

/** The file of a chat as one of its writers sees it: which bytes it knows, and what has to come before its next line. */
export class ChatFile {
  private place: ChatPlace | undefined;
  private isInspected = false;
  /** A line begins here, and all before it was looked at. Undefined: nothing was. */
  private seen: number | undefined;
  /** The size if there is no other writer. */
  private expected = 0;
  private tail: Inspection['tail'] = 'none';
  /** From here to the end nothing can be read: writers were cut off. Cleared by the append that says so. */
  private tornFrom: number | undefined;
  private faultCount = 0;
  /** A later version wrote some of it: nothing may be added. */
  isNewer = false;
  /** Its first line is yet to be written. */
  isUnwritten = false;

  constructor(
    private readonly parts: ChatFileParts,
    private readonly writer: string,
  ) {}

  get path(): string {
    return this.place ? chatPath(this.place.folder, this.parts.chatId) : '';
  }

  /** Reads all of it, once. Needed before anything is added. Rejects with `ChatGone`. */
  async inspect(): Promise<Changes> {
    if (this.isInspected) return unchanged;
    const loaded = (await this.find()).loadedBytes;
    const bytes = await this.parts.files.read(this.path);
    if (!bytes && !this.isUnwritten) throw new ChatGone();
    this.take(bytes ?? new Uint8Array(), 0);
    if (this.faultCount > 0 && !this.isNewer) await this.setAside();
    this.isInspected = true;
    // The lease file says who holds it, not the lines of the past.
    return { isForeign: loaded !== undefined && loaded !== bytes?.length, leaseOf: undefined };
  }

  /** Looks at what came since the last time. Rejects with `ChatGone`. */
  async look(): Promise<Changes> {
    await this.find();
    const size = (await this.parts.files.stat(this.path))?.size;
    if (size === undefined) {
      if (this.isUnwritten) return unchanged;
      throw new ChatGone();
    }
    if (this.seen === undefined) this.seen = this.expected = size;
    if (size === this.expected) {
      if (this.tail === 'none') this.seen = size;
      return unchanged;
    }
    // A file that has become shorter was put in the place of the one that is known.
    const isShorter = size < this.expected;
    const start = isShorter ? 0 : this.seen;
    const bytes = await this.parts.files.readRange(this.path, start, size - start);
    if (!bytes) throw new ChatGone();
    const changes = this.take(bytes, start);
    return { ...changes, isForeign: changes.isForeign || isShorter };
  }

  /** Adds lines. Rejects with `ChatGone`, or with the system's error. */
  async append(lines: readonly Uint8Array[], durable: boolean): Promise<void> {
    const bytes = joinBytes([...this.mending(), ...lines]);
    try {
      await this.parts.files.append(this.path, bytes, { create: this.isUnwritten, durable });
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw isMissing && !this.isUnwritten ? new ChatGone() : error;
    }
    this.isUnwritten = false;
    this.expected += bytes.length;
    this.tail = 'none';
    this.tornFrom = undefined;
  }

  /** Takes note that this writer has put another file of this size in its place. */
  exchanged(size: number): void {
    this.seen = this.expected = size;
    this.tail = 'none';
    this.tornFrom = undefined;
  }

  private async find(): Promise<ChatPlace> {
    if (!this.place) {
      this.place = await this.parts.locate();
      this.isUnwritten = this.place.isNew;
      this.seen = this.place.loadedBytes;
      this.expected = this.seen ?? 0;
    }
    return this.place;
  }

  private take(bytes: Uint8Array, start: number): Changes {
    const { isForeign, isNewer, leaseOf, faults, wholeLines, tail } = inspectLog(bytes, this.writer);
    this.seen = start + wholeLines;
    this.expected = start + bytes.length;
    this.tail = tail;
    if (tail === 'torn') this.tornFrom ??= this.seen;
    this.faultCount = faults.length;
    this.isNewer ||= isNewer;
    if (isForeign) this.isUnwritten = false;
    return { isForeign, leaseOf };
  }

  /** What makes the next line begin where a line may begin. */
  private mending(): readonly Uint8Array[] {
    if (this.tornFrom === undefined) return this.tail === 'none' ? [] : [new Uint8Array([0x0a])];
    const stamp = { writer: this.writer, number: 0, at: this.parts.clock.wallNow() };
    return [encodeTornLine(stamp, this.expected - this.tornFrom)];
  }

  /** Keeps a copy of a damaged file as it was found, before anything is added to it. One copy is enough. */
  private async setAside(): Promise<void> {
    const { files, clock, chatId } = this.parts;
    const { folder } = await this.find();
    const prefix = `${chatId}.unreadable-`;
    if ((await files.list(folder)).some(({ name }) => name.startsWith(prefix))) return;
    const bytes = await files.read(this.path);
    const time = new Date(clock.wallNow()).toISOString().replace(/\D/g, '').slice(0, 14);
    if (bytes) await files.write(`${folder}/${prefix}${time}`, bytes);
  }
}
