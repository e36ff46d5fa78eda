/** A stretch of a text, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** How many bytes a text has in UTF-8. A surrogate without its other half counts three bytes, as encoders write it. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) bytes += bytesAt(text, at);
  return bytes;
}

/**
 * Converts stretches of a text from UTF-8 bytes to UTF-16 units, all of them in one pass over the text. An offset within
 * a character takes in the whole character, and one outside of the text is moved to its edge. Undefined: nothing of the
 * text is left in the stretch.
 */
export function utf16Ranges(text: string, byteRanges: readonly TextRange[]): readonly (TextRange | undefined)[] {
  const offsets = new Set(byteRanges.filter(isNotEmpty).flatMap(({ start, end }) => [start, end]));
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let at = 0;
  let bytes = 0;
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    while (at < text.length && bytes + bytesAt(text, at) <= offset) {
      bytes += bytesAt(text, at);
      at += unitsAt(text, at);
    }
    starts.set(offset, at);
    ends.set(offset, bytes < offset && at < text.length ? at + unitsAt(text, at) : at);
  }
  return byteRanges.map((range) => {
    const found = { start: starts.get(range.start) ?? 0, end: ends.get(range.end) ?? 0 };
    return isNotEmpty(range) && isNotEmpty(found) ? found : undefined;
  });
}

function isNotEmpty({ start, end }: TextRange): boolean {
  return end > start;
}

function unitsAt(text: string, at: number): number {
  return bytesAt(text, at) === 4 ? 2 : 1;
}

function bytesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  const isPair = unit >> 10 === 0x36 && text.charCodeAt(at + 1) >> 10 === 0x37;
  return isPair ? 4 : 3;
}
