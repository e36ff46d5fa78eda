import type { JsonObject } from '../../base/json';
import type { SavedChat } from '../../conversation/savedChat';
import { ChatBuilder } from './chatBuilder';
import { contentWithMedia } from './contentBlobs';
import { DeltaHeads } from './deltaHead';
import { type Fault, Faults } from './faults';
import type { ReadBlob } from './readBlob';
import { isKnownKind, readRecord } from './readRecord';
import { decodeLine, lineVersion, type RecordLine } from './recordLine';
import { type Stretch, scanLines } from './scanLines';
import { tornLength } from './tornLine';

export interface ReadChat {
  readonly chat: SavedChat;
  /** When the last record was written. Milliseconds since 1970; 0: there is none. */
  readonly updatedAt: number;
  /** What could not be read, apart from a torn tail. */
  readonly faults: readonly Fault[];
  /** Where the last good line ends, with its line break. */
  readonly validBytes: number;
  /** The file ends within a line: its writer was cut off. Nothing that was acknowledged is missing. */
  readonly tornTail: boolean;
}

/** Reads as much of a chat as the bytes hold. Never throws because of them. */
export async function readChat(chatId: string, bytes: Uint8Array, readBlob: ReadBlob): Promise<ReadChat> {
  const reading = new Reading(chatId, bytes, readBlob);
  for (const stretch of scanLines(bytes)) {
    // Almost never: only content beside the file has to be waited for, and files have very many lines.
    const waiting = reading.take(stretch);
    if (waiting) await waiting;
  }
  return reading.finish();
}

class Reading {
  private readonly builder: ChatBuilder;
  private readonly heads = new DeltaHeads();
  private readonly seen = new Set<string>();
  /** What arrived of answers that have no end so far, in order. Most get one, and are never parsed. */
  private readonly growing = new Map<string, Stretch[]>();
  private readonly faults: Faults;
  private isNewer = false;
  private last: Stretch | undefined;

  constructor(
    chatId: string,
    private readonly bytes: Uint8Array,
    private readonly readBlob: ReadBlob,
  ) {
    this.builder = new ChatBuilder(chatId);
    this.faults = new Faults(bytes);
  }

  take(stretch: Stretch): Promise<void> | undefined {
    if (!stretch.isSound) {
      this.faults.passOver(stretch);
      return undefined;
    }
    this.last = stretch;
    const turnId = this.heads.turnOf(this.bytes, stretch.start);
    if (turnId === undefined) return this.takeLine(stretch);
    this.postpone(turnId, stretch);
    return undefined;
  }

  async finish(): Promise<ReadChat> {
    for (const [turnId, stretches] of this.growing) {
      if (!this.builder.hasEnd(turnId)) for (const stretch of stretches) await this.takeLine(stretch, true);
    }
    const { faults, last } = this;
    return {
      chat: this.builder.build(this.isNewer ? 'newer' : faults.all.length > 0 ? 'damaged' : 'whole'),
      updatedAt: last ? (decodeLine(this.bytes, last.start, last.end)?.at ?? 0) : 0,
      faults: faults.all,
      validBytes: last ? afterLineBreak(this.bytes, last.end) : 0,
      tornTail: faults.hasTornTail,
    };
  }

  private takeLine(stretch: Stretch, isLate = false): Promise<void> | undefined {
    const line = decodeLine(this.bytes, stretch.start, stretch.end);
    if (!line) {
      this.faults.add(stretch);
      return undefined;
    }
    const torn = tornLength(line);
    if (torn !== undefined) {
      this.faults.excuse(stretch.start, torn);
      return undefined;
    }
    if (line.version > lineVersion || !isKnownKind(line.kind)) this.isNewer = true;
    if (!isLate && line.turnId !== undefined && (line.kind === 'accepted' || line.kind === 'delta')) {
      if (line.kind === 'accepted' && line.data) this.builder.note(line.data);
      this.postpone(line.turnId, stretch);
      return undefined;
    }
    const key = `${line.writer} ${line.number}`;
    if (this.seen.has(key)) return undefined;
    this.seen.add(key);
    if (line.blob === undefined) return this.addWithMedia(line, line.data, stretch);
    return this.readBlob(line.blob)
      .catch(() => undefined)
      .then((content) => this.addWithMedia(line, content, stretch));
  }

  private addWithMedia(line: RecordLine, content: JsonObject | undefined, stretch: Stretch): Promise<void> | undefined {
    const filling = content && contentWithMedia(line.kind, content, this.readBlob);
    if (!filling) {
      this.add(line, content, stretch);
      return undefined;
    }
    return filling.then((filled) => {
      this.add(line, filled.content, stretch);
      if (!filled.isWhole) this.faults.add(stretch);
    });
  }

  private add(line: RecordLine, content: JsonObject | undefined, stretch: Stretch): void {
    if (!isKnownKind(line.kind)) return;
    const record = content && readRecord(line.kind, line.turnId, content);
    if (record) {
      this.builder.add(record, line.at);
      if (record.kind === 'end') this.growing.delete(record.turnId);
    } else if (line.version === lineVersion) this.faults.add(stretch);
  }

  private postpone(turnId: string, stretch: Stretch): void {
    const stretches = this.growing.get(turnId);
    if (stretches) stretches.push(stretch);
    else this.growing.set(turnId, [stretch]);
  }
}

function afterLineBreak(bytes: Uint8Array, end: number): number {
  const lineFeed = bytes[end] === 0x0d ? end + 1 : end;
  return bytes[lineFeed] === 0x0a ? lineFeed + 1 : end;
}
