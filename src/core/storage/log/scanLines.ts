import { holds, isDigit } from '../files/bytes';
import { isSound, soundEnd } from './recordLine';

/** A stretch of a file: a line whose sum is right, or bytes that can't be read. `end` lies before the line break. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly isSound: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const byteOrderMark = [0xef, 0xbb, 0xbf];
const encoder = new TextEncoder();
/** How every line begins, with the digits of its version in between. */
const opening = { before: encoder.encode('{"v":'), after: encoder.encode(',"w":"') };

/**
 * Takes a file apart. Made for what happens to files: cut lines, lines that ran together, foreign line breaks, blocks of
 * zeros, anything. Each byte is read a fixed number of times, whatever the file holds. Blank lines are passed over.
 */
export function* scanLines(bytes: Uint8Array): Generator<Stretch> {
  let start = byteOrderMark.every((byte, index) => bytes[index] === byte) ? byteOrderMark.length : 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(lineFeed, start);
    const next = found < 0 ? bytes.length : found;
    const end = next > start && bytes[next - 1] === carriageReturn ? next - 1 : next;
    if (isSound(bytes, start, end)) yield { start, end, isSound: true };
    else if (!isBlank(bytes, start, end)) yield* takeApart(bytes, start, end);
    start = next + 1;
  }
}

/** What can be saved of a line that is not sound as a whole: each sound piece that begins where a line may begin. */
function* takeApart(bytes: Uint8Array, start: number, end: number): Generator<Stretch> {
  let unread = start;
  for (let from = nextOpening(bytes, start, end); from < end; ) {
    const next = nextOpening(bytes, from + 1, end);
    const to = soundEnd(bytes, from, next);
    if (to !== undefined) {
      if (unread < from) yield { start: unread, end: from, isSound: false };
      yield { start: from, end: to, isSound: true };
      unread = to;
    }
    from = next;
  }
  if (unread < end && !isBlank(bytes, unread, end)) yield { start: unread, end, isSound: false };
}

function nextOpening(bytes: Uint8Array, start: number, end: number): number {
  const line = bytes.subarray(0, end);
  const [brace = 0] = opening.before;
  for (let at = line.indexOf(brace, start); at >= 0; at = line.indexOf(brace, at + 1))
    if (isOpening(line, at)) return at;
  return end;
}

function isOpening(bytes: Uint8Array, start: number): boolean {
  if (!holds(bytes, start, opening.before)) return false;
  let at = start + opening.before.length;
  while (isDigit(bytes[at])) at += 1;
  return holds(bytes, at, opening.after);
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] !== space && bytes[at] !== carriageReturn) return false;
  return true;
}
