import { holds } from '../files/bytes';
import { encodeLine, type RecordLine, type Stamp } from './recordLine';
import type { Stretch } from './scanLines';

/**
 * The kind of a line that says: the bytes before this line are a line whose writer was cut off. Files only grow, so that
 * no window cuts off what another one writes at the same moment. This line marks the rest of a cut line as no damage.
 */
export const tornKind = 'torn';

const opening = new TextEncoder().encode('{"v":1,"w":"');

/** A line break that ends a cut line of `length` bytes, and the mark behind it. */
export function encodeTornLine(stamp: Stamp, length: number): Uint8Array {
  const line = encodeLine(stamp, tornKind, undefined, `"d":{"bytes":${length}}`);
  const bytes = new Uint8Array(line.length + 1);
  bytes.set([0x0a]);
  bytes.set(line, 1);
  return bytes;
}

/** How many bytes of a cut line lie before a line. Undefined: it does not say so. */
export function tornLength(line: RecordLine): number | undefined {
  const length = line.kind === tornKind ? line.data?.bytes : undefined;
  return typeof length === 'number' ? length : undefined;
}

/**
 * Whether these bytes at the end of a file are what a writer that was cut off leaves behind: the beginning of a line, or
 * the zeros that some file systems put where they had made room when the power went.
 */
export function looksCut(bytes: Uint8Array, { start, end }: Stretch): boolean {
  const begins = holds(bytes.subarray(0, end), start, opening.subarray(0, end - start));
  return begins || bytes.subarray(start, end).every((byte) => byte === 0);
}
