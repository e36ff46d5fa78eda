import { splitLines } from '../text/sourceText';
import { certainLines } from './certainLines';

/** A change of a document, in UTF-16 units of the document before it. Several of one event are made one after the other. */
export interface ContentChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** Text of the base that stands unchanged in the file. Offsets and length in UTF-16 units. */
export interface Span {
  readonly base: number;
  readonly file: number;
  readonly length: number;
}

/** The spans after a change of the file. `before` is the file's text before it. */
export function followed(spans: readonly Span[], change: ContentChange, before: string): readonly Span[] {
  const { offset, length, text } = change;
  const end = offset + length;
  const delta = text.length - length;
  const removed = before.slice(offset, end);
  // A formatter or a reload replaces many lines by many others, most of which are the same.
  const kept = isManyLines(removed) && isManyLines(text) ? keptLines(removed, text) : [];
  return spans.flatMap((span) => {
    const spanEnd = span.file + span.length;
    if (spanEnd <= offset) return [span];
    if (span.file >= end) return [{ ...span, file: span.file + delta }];
    const inside = kept.flatMap(({ from, to, length }) => part(span, offset + from, offset + from + length, to - from));
    return [...part(span, span.file, offset, 0), ...inside, ...part(span, end, spanEnd, delta)];
  });
}

/** The spans after changes nobody saw, of which only the result is known. */
export function refound(spans: readonly Span[], before: string, now: string): readonly Span[] {
  const kept = keptLines(before, now);
  return spans.flatMap((span) => kept.flatMap(({ from, to, length }) => part(span, from, from + length, to - from)));
}

/**
 * Neighbours joined where nothing lies between them, or the same text on both sides: what was typed was taken back. The
 * spans come in the order of the file.
 */
export function healed(spans: readonly Span[], base: string, file: string): readonly Span[] {
  const sorted = spans.toSorted((a, b) => a.file - b.file);
  const ends = { base: base.length, file: file.length, length: 0 };
  const result: Span[] = [];
  let open: Span = { base: 0, file: 0, length: 0 };
  for (const span of [...sorted, ends]) {
    const [baseEnd, fileEnd] = [open.base + open.length, open.file + open.length];
    const gap = span.base - baseEnd;
    const isFree =
      gap === 0 || (gap > 0 && !spans.some((other) => other.base < span.base && other.base + other.length > baseEnd));
    if (isFree && base.slice(baseEnd, span.base) === file.slice(fileEnd, span.file)) {
      open = { ...open, length: span.base + span.length - open.base };
    } else {
      result.push(open);
      open = span;
    }
  }
  return [...result, open].filter(({ length }) => length > 0);
}

/** What of a span lies between two places of the file, moved. */
function part(span: Span, start: number, end: number, by: number): readonly Span[] {
  const from = Math.max(start, span.file);
  const length = Math.min(end, span.file + span.length) - from;
  return length > 0 ? [{ base: span.base + from - span.file, file: from + by, length }] : [];
}

/** Pieces of whole lines that are certainly the same, as offsets. */
function keptLines(before: string, now: string): readonly { from: number; to: number; length: number }[] {
  const [oldLines, newLines] = [splitLines(before), splitLines(now)];
  const [oldStarts, newStarts] = [startsOf(oldLines), startsOf(newLines)];
  return certainLines(oldLines, newLines).map(({ from, to, count }) => ({
    from: oldStarts[from] ?? 0,
    to: newStarts[to] ?? 0,
    length: (oldStarts[from + count] ?? before.length) - (oldStarts[from] ?? 0),
  }));
}

function startsOf(lines: readonly string[]): readonly number[] {
  let at = 0;
  return [0, ...lines.map((line) => (at += line.length))];
}

function isManyLines(text: string): boolean {
  return /[\r\n]/.test(text);
}
