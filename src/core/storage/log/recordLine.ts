import { isJsonObject, type JsonObject, numberField, objectField, textField } from '../../base/json';
import type { ChatRecord } from '../../conversation/records';
import { holds } from '../files/bytes';
import { crc32 } from '../files/crc32';

/** The version of lines this program writes. */
export const lineVersion = 1;

/** Identifies a line, so that a line that was written twice counts once. */
export interface Stamp {
  /** A new random id for each opened journal. */
  readonly writer: string;
  /** Grows with each record of this writer; numbers may be missing. */
  readonly number: number;
  /** When it was written. Milliseconds since 1970. */
  readonly at: number;
}

/** A line as it was read: checked against its sum, its content not yet understood. */
export interface RecordLine extends Stamp {
  readonly version: number;
  readonly kind: string;
  readonly turnId: string | undefined;
  /** Undefined: the content lies in `blob`. */
  readonly data: JsonObject | undefined;
  /** SHA-256 of the content that was too large for a line. */
  readonly blob: string | undefined;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
/** The end of a line, with the eight digits of its sum in between. */
const tail = { before: encoder.encode(',"c":"'), after: encoder.encode('"}') };
const tailLength = tail.before.length + 8 + tail.after.length;

/** The content of a record, as JSON text. */
export function contentOf(record: ChatRecord): string {
  switch (record.kind) {
    case 'turn': {
      const { id: _, ...turn } = record.turn;
      return JSON.stringify(turn);
    }
    case 'end':
      return JSON.stringify(record.end);
    default: {
      const { kind: _, turnId: __, ...content } = { turnId: undefined, ...record };
      return JSON.stringify(content);
    }
  }
}

/** A record as a line, with all of its content in it. */
export function encodeRecord(stamp: Stamp, record: ChatRecord): Uint8Array {
  return encodeContent(stamp, record, contentOf(record));
}

/** A record as a line, with this JSON text in the place of its content. */
export function encodeContent(stamp: Stamp, record: ChatRecord, content: string): Uint8Array {
  return encodeLine(stamp, record.kind, turnIdOf(record), `"d":${content}`);
}

/** A record as a line, with its content in a blob. */
export function encodeBlobRecord(stamp: Stamp, record: ChatRecord, sha256: string): Uint8Array {
  return encodeLine(stamp, record.kind, turnIdOf(record), `"b":"${sha256}"`);
}

/** The order of the fields is part of the format: a reader may look at the first ones without parsing the rest. */
export function encodeLine(stamp: Stamp, kind: string, turnId: string | undefined, content: string): Uint8Array {
  const turn = turnId === undefined ? '' : `"turn":${JSON.stringify(turnId)},`;
  const time = new Date(stamp.at).toISOString();
  const head = `{"v":${lineVersion},"w":${JSON.stringify(stamp.writer)},"n":${stamp.number},"t":"${time}","k":"${kind}",`;
  const body = encoder.encode(head + turn + content);
  const line = new Uint8Array(body.length + tailLength + 1);
  line.set(body);
  encoder.encodeInto(`,"c":"${hex(crc32(body))}"}\n`, line.subarray(body.length));
  return line;
}

/** Whether these bytes are a line whose sum is right. They end before the line break. */
export function isSound(bytes: Uint8Array, start: number, end: number): boolean {
  const bodyEnd = end - tailLength;
  return bodyEnd > start && isTail(bytes, bodyEnd) && sumAt(bytes, bodyEnd) === crc32(bytes, start, bodyEnd);
}

/** Where the first sound line that begins at `start` ends, if it does before `end`. */
export function soundEnd(bytes: Uint8Array, start: number, end: number): number | undefined {
  const [comma = 0] = tail.before;
  const piece = bytes.subarray(0, end);
  let summed = start;
  let sum = 0;
  // The sum goes along, so that each byte counts once, however many ends there seem to be.
  for (let at = piece.indexOf(comma, start); at >= 0; at = piece.indexOf(comma, at + 1)) {
    if (!isTail(piece, at)) continue;
    sum = crc32(bytes, summed, at, sum);
    summed = at;
    if (sumAt(bytes, at) === sum) return at + tailLength;
  }
  return undefined;
}

function isTail(bytes: Uint8Array, at: number): boolean {
  return holds(bytes, at, tail.before) && holds(bytes, at + tailLength - tail.after.length, tail.after);
}

function sumAt(bytes: Uint8Array, tailStart: number): number {
  return readHex(bytes, tailStart + tail.before.length);
}

/** Reads a line. Undefined: it is not one. */
export function decodeLine(bytes: Uint8Array, start: number, end: number): RecordLine | undefined {
  let line: unknown;
  try {
    line = JSON.parse(decoder.decode(bytes.subarray(start, end)));
  } catch {
    // Its sum was right, so it was written like this. More is not known.
    return undefined;
  }
  if (!isJsonObject(line)) return undefined;
  const version = numberField(line, 'v');
  const kind = textField(line, 'k');
  if (version === undefined || kind === undefined) return undefined;
  return {
    version,
    writer: textField(line, 'w') ?? '',
    number: numberField(line, 'n') ?? 0,
    at: Date.parse(textField(line, 't') ?? '') || 0,
    kind,
    turnId: textField(line, 'turn'),
    data: objectField(line, 'd'),
    blob: textField(line, 'b'),
  };
}

function turnIdOf(record: ChatRecord): string | undefined {
  return 'turnId' in record ? record.turnId : undefined;
}

/** The number of eight hexadecimal digits, in small letters as we write them. NaN: they are none. */
function readHex(bytes: Uint8Array, start: number): number {
  let value = 0;
  for (let at = start; at < start + 8; at += 1) {
    const byte = bytes[at] ?? 0;
    const digit = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : Number.NaN;
    value = value * 16 + digit;
  }
  return value;
}

function hex(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
