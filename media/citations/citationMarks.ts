import type { Env } from 'markdown-it';
import { readInlines, textOf } from '../markdown/readInlines';
import { PageSkeleton } from './pageSkeleton';
import { skeletonOf, tailOf } from './skeleton';

/** A place in the source of a text that a page supports. */
export interface Mark {
  /** UTF-16 units of the source. */
  readonly end: number;
  /** The number of the page in the list of sources. */
  readonly number: number;
  /** Makes what is put there. */
  readonly make: () => Element;
}

/** So much before a mark is looked for on the page; less where that is not there as it was written. */
const needles = [48, 24, 12, 6];
const longestFragment = 300;
const lineStart = /^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,9}[.)])\s+|#{1,6}\s+)?/;

interface Place {
  /** What follows the words, such as a full stop. */
  readonly tail: string;
  readonly marks: Mark[];
}

/**
 * Puts marks on the page in small steps, where the words before them stand. A page does not know which words of the source it
 * shows where, so they are looked for: the last ones that say the same, and not behind where all of the source up to there
 * would end. Nothing is put before all are looked for. Between the steps, text may come behind the blocks, but they may not
 * change. Returns those whose place is not there, yet or at all. Costs what is in `blocks`, so do not call it for each token.
 */
export function* putMarks(
  source: string,
  marks: readonly Mark[],
  blocks: readonly Element[],
): Generator<undefined, readonly Mark[]> {
  const page = new PageSkeleton();
  for (const block of blocks) {
    page.add(block);
    yield undefined;
  }
  const missing: Mark[] = [];
  /** By their place on the page. */
  const found = new Map<number, Place>();
  let [read, latest, cursor] = [0, 0, 0];
  for (const mark of marks.toSorted((a, b) => a.end - b.end || a.number - b.number)) {
    latest += skeletonOf(source.slice(read, mark.end)).length;
    read = mark.end;
    const words = wordsBefore(source, mark.end);
    const at = find(page.text, skeletonOf(words), latest, cursor);
    if (at === undefined) missing.push(mark);
    else {
      const place = found.get(at) ?? { tail: tailOf(words).trimEnd(), marks: [] };
      place.marks.push(mark);
      found.set(at, place);
      cursor = at;
    }
    yield undefined;
  }
  // From the end: what is put in does not move what comes before it.
  for (const [at, { tail, marks: there }] of [...found].reverse()) {
    page.insertAfter(
      at,
      tail,
      there.map((mark) => mark.make()),
    );
    yield undefined;
  }
  return missing;
}

/** The end of the words that are looked for, in units of the page. */
function find(page: string, words: string, latest: number, cursor: number): number | undefined {
  for (const length of needles) {
    if (words === '' || (words.length < length && length !== needles.at(-1))) continue;
    const needle = words.slice(-length);
    const before = page.lastIndexOf(needle, Math.max(0, latest - needle.length));
    const at = before >= 0 && before + needle.length >= cursor ? before : page.indexOf(needle, cursor);
    if (at >= 0) return at + needle.length;
  }
  return undefined;
}

/** The text of the line before this place, without its markup. */
function wordsBefore(source: string, end: number): string {
  const start = Math.max(source.lastIndexOf('\n', end - 1) + 1, end - longestFragment);
  const line = source.slice(start, end);
  const env: Env = { references: Object.create(null) };
  return textOf(readInlines(line.replace(lineStart, ''), env).inlines);
}
