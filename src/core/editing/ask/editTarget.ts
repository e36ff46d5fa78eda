import { withoutUnseen } from '../../base/unseenCharacters';
import { contentOf, type SourceText } from '../text/sourceText';

/** Whole lines, counted from 0, `end` not included. Empty: a place between two lines. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** What of a document is to be replaced. */
export interface EditTarget {
  readonly source: SourceText;
  readonly languageId: string;
  /** In order; none touches another one. */
  readonly ranges: readonly LineRange[];
  /** The columns that were selected, where that is less than one line. UTF-16 units, `end` not included. */
  readonly fragment?: LineRange;
}

/** The ranges in order, within the document, with those that touch joined to one. */
export function joinedRanges(ranges: readonly LineRange[], lineCount: number): readonly LineRange[] {
  const joined: LineRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const range = { start: Math.min(start, lineCount), end: Math.min(Math.max(start, end), lineCount) };
    const last = joined.at(-1);
    if (last && range.start <= last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}

/** The lines of a range as the model is given them: without line breaks, and without what people cannot see. */
export function sentLines({ source }: Pick<EditTarget, 'source'>, { start, end }: LineRange): readonly string[] {
  return source.lines.slice(start, end).map((line) => withoutUnseen(contentOf(line)));
}
