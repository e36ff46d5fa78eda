import { holds, isDigit } from '../files/bytes';

const encoder = new TextEncoder();
const [toWriter, toNumber, toTime, toTurn] = ['{"v":1,"w":"', '","n":', ',"t":"', '","k":"delta","turn":"'].map(
  (text) => encoder.encode(text),
);
const decoder = new TextDecoder();
const quote = 0x22;
const backslash = 0x5c;

/**
 * Finds the turn of a delta line from its first bytes. Most lines of a chat are deltas of answers that have an
 * end, and need not be parsed.
 */
export class DeltaHeads {
  /** The turn of the line before: deltas come in long runs. */
  private turnId = '';
  private turnBytes = new Uint8Array();

  /** Undefined: the line is of another kind, or must be parsed to know. */
  turnOf(bytes: Uint8Array, start: number): string | undefined {
    let at = after(bytes, start, toWriter);
    at = after(bytes, textEnd(bytes, at), toNumber);
    while (isDigit(bytes[at])) at += 1;
    at = after(bytes, at, toTime);
    at = after(bytes, textEnd(bytes, at), toTurn);
    const end = textEnd(bytes, at);
    if (Number.isNaN(end)) return undefined;
    if (end - at !== this.turnBytes.length || !holds(bytes, at, this.turnBytes)) {
      this.turnBytes = bytes.slice(at, end);
      this.turnId = decoder.decode(this.turnBytes);
    }
    return this.turnId;
  }
}

/** Where these bytes end if they stand here, else NaN. */
function after(bytes: Uint8Array, at: number, expected: Uint8Array | undefined): number {
  return expected && holds(bytes, at, expected) ? at + expected.length : Number.NaN;
}

/** Where the text that begins here ends. NaN: nowhere, or something in it is escaped. */
function textEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === quote) return at;
    if (bytes[at] === backslash) return Number.NaN;
  }
  return Number.NaN;
}
