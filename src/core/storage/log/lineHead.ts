import { decodeLine } from './recordLine';

/** What the first fields of a line say. */
export interface LineHead {
  readonly version: number;
  readonly writer: string;
  readonly kind: string;
  /** When it was written. Milliseconds since 1970. */
  readonly at: number;
}

/** Enough for the first fields of every line we write. Bytes. */
const headLength = 200;
const decoder = new TextDecoder();
const firstFields = /^\{"v":(\d+),"w":"([^"\\]*)","n":\d+,"t":"([^"\\]*)","k":"(\w+)"/;

/** Reads the first fields of a line without parsing the rest. Undefined: it is no line. */
export function headOf(bytes: Uint8Array, start: number, end: number): LineHead | undefined {
  const head = firstFields.exec(decoder.decode(bytes.subarray(start, Math.min(end, start + headLength))));
  const [, version, writer, time, kind] = head ?? [];
  const at = Date.parse(time ?? '');
  if (writer !== undefined && kind !== undefined && !Number.isNaN(at)) {
    return { version: Number(version), writer, kind, at };
  }
  return decodeLine(bytes, start, end);
}
