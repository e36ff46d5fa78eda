import { joinedParts } from '../../../parts/answerPart';
import { wordsOf } from '../../conversation/chatTitle';
import type { ChatRecord } from '../../conversation/records';
import { partsOf } from '../../conversation/savedAnswer';
import { DeltaHeads } from '../log/deltaHead';
import { Faults } from '../log/faults';
import { headOf } from '../log/lineHead';
import type { ReadBlob } from '../log/readBlob';
import { isKnownKind, readRecord } from '../log/readRecord';
import { decodeLine, lineVersion } from '../log/recordLine';
import { type Stretch, scanLines } from '../log/scanLines';
import { tornKind, tornLength } from '../log/tornLine';
import { type IndexEntry, lineFrom, titleFrom } from './chatIndexEntry';
import type { FoundChat } from './chatLibraryFiles';

/** How many bytes show whether a file is still the one that was read. The sum of a line is among them. */
export const guardLength = 16;

const decoder = new TextDecoder('latin1');

/**
 * Reads what is new in a chat's file into its entry: `bytes` are the file from `start` on. Only the lines that a list
 * shows something of are parsed; the sums of all are checked.
 */
export async function scanInto(
  before: IndexEntry | undefined,
  file: FoundChat,
  bytes: Uint8Array,
  start: number,
  readBlob: ReadBlob,
): Promise<IndexEntry> {
  const scan = new Scan(bytes, readBlob);
  for (const stretch of scanLines(bytes)) scan.take(stretch);
  const { chatId, modifiedAt } = file;
  const { readTo } = scan;
  const last = scan.last && decodeLine(bytes, scan.last.start, scan.last.end);
  const first = scan.records.find((record) => record.kind === 'chat');
  const firstTurn = before?.firstWords === undefined ? await scan.record(scan.firstTurn) : undefined;
  const isDamaged = scan.faults.all.length > 0 || before?.condition === 'damaged' || (!last && !before);
  return {
    chatId,
    size: start + bytes.length,
    modifiedAt,
    readTo: start + readTo,
    guard: readTo > 0 || !before ? guardOf(bytes, readTo) : before.guard,
    createdAt: before?.createdAt ?? first?.createdAt,
    // A chat that is opened or renamed is no newer for it.
    updatedAt: scan.saidAt || (before?.updatedAt ?? (last?.at || modifiedAt)),
    workspace: before?.workspace ?? first?.workspace,
    isPrivate: scan.records.findLast((record) => record.kind === 'private')?.isPrivate ?? before?.isPrivate ?? false,
    givenTitle: scan.records.findLast((record) => record.kind === 'title')?.title ?? before?.givenTitle,
    firstWords: firstTurn?.kind === 'turn' ? titleFrom(firstTurn.turn) : before?.firstWords,
    lastLine: (await lastLineOf(scan)) ?? before?.lastLine ?? '',
    condition: scan.isNewer || before?.condition === 'newer' ? 'newer' : isDamaged ? 'damaged' : 'whole',
  };
}

/** The bytes that stand before `end`, as text. */
export function guardOf(bytes: Uint8Array, end: number): string {
  return decoder.decode(bytes.subarray(Math.max(0, end - guardLength), end));
}

/** The beginning of the last thing said in these lines. */
async function lastLineOf(scan: Scan): Promise<string | undefined> {
  for (const stretch of scan.said.toReversed()) {
    const record = await scan.record(stretch);
    const line = record && lineFrom(saidIn(record));
    if (line) return line;
  }
  return undefined;
}

function saidIn(record: ChatRecord): string {
  if (record.kind === 'turn') return wordsOf(record.turn);
  if (record.kind !== 'end') return '';
  return joinedParts(partsOf(record.end.steps)).find((part) => part.kind === 'text')?.text ?? '';
}

/** Finds the lines that a list shows something of. */
class Scan {
  /** Records of short lines, in order. */
  readonly records: ChatRecord[] = [];
  /** Questions and answers, in order. */
  readonly said: Stretch[] = [];
  readonly faults: Faults;
  firstTurn: Stretch | undefined;
  last: Stretch | undefined;
  isNewer = false;
  /** When the last of these was said. Milliseconds since 1970; 0: none was. */
  saidAt = 0;
  private readonly heads = new DeltaHeads();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly readBlob: ReadBlob,
  ) {
    this.faults = new Faults(bytes);
  }

  /** Where the last good line ends, with its line break. */
  get readTo(): number {
    return this.last ? afterLineBreak(this.bytes, this.last.end) : 0;
  }

  take(stretch: Stretch): void {
    const { bytes, faults } = this;
    const { start, end, isSound } = stretch;
    if (!isSound) {
      faults.passOver(stretch);
      return;
    }
    this.last = stretch;
    if (this.heads.turnOf(bytes, start) !== undefined) return;
    const line = headOf(bytes, start, end);
    const torn = line?.kind === tornKind ? this.tornLengthOf(stretch) : undefined;
    if (!line) faults.add(stretch);
    else if (torn !== undefined) faults.excuse(start, torn);
    else if (line.version > lineVersion || !isKnownKind(line.kind)) this.isNewer = true;
    else this.takeKind(line.kind, stretch, line.at);
  }

  /** The record of a line. Undefined: there is none, or it can't be read. */
  async record(stretch: Stretch | undefined): Promise<ChatRecord | undefined> {
    const line = stretch && decodeLine(this.bytes, stretch.start, stretch.end);
    if (!line || !isKnownKind(line.kind)) return undefined;
    const content = line.blob === undefined ? line.data : await this.readBlob(line.blob).catch(() => undefined);
    return content && readRecord(line.kind, line.turnId, content);
  }

  private takeKind(kind: ChatRecord['kind'], stretch: Stretch, at: number): void {
    if (kind === 'turn') this.firstTurn ??= stretch;
    if (kind === 'turn' || kind === 'end') {
      this.said.push(stretch);
      this.saidAt = at;
    }
    if (kind !== 'chat' && kind !== 'title' && kind !== 'private') return;
    const line = decodeLine(this.bytes, stretch.start, stretch.end);
    const record = line?.data && readRecord(kind, line.turnId, line.data);
    if (record) this.records.push(record);
  }

  private tornLengthOf({ start, end }: Stretch): number | undefined {
    const line = decodeLine(this.bytes, start, end);
    return line && tornLength(line);
  }
}

function afterLineBreak(bytes: Uint8Array, end: number): number {
  const lineFeed = bytes[end] === 0x0d ? end + 1 : end;
  return bytes[lineFeed] === 0x0a ? lineFeed + 1 : end;
}
