import type { LineRange } from '../ask/editTarget';
import type { SourceText } from '../text/sourceText';
import { type Hunk, hunksBetween } from './hunks';

/**
 * Where ranges of whole lines are in a later version of the text. What was put in at an end of a range belongs to it, and
 * so does all of a change that crosses one.
 */
export function movedRanges(ranges: readonly LineRange[], from: SourceText, to: SourceText): readonly LineRange[] {
  const hunks = hunksBetween(from, to);
  return ranges.map(({ start, end }) => ({
    start: moved(start, hunks, 'baseStart', 'proposalStart'),
    end: moved(end, hunks, 'baseEnd', 'proposalEnd'),
  }));
}

/** A range around all hunks, in lines of the base. */
export function rangeOfHunks(hunks: readonly Hunk[]): LineRange {
  return { start: hunks[0]?.baseStart ?? 0, end: hunks.at(-1)?.baseEnd ?? 0 };
}

/** A place between two lines; one inside of a hunk, or at its edge, goes to the edge that is asked for. */
function moved(
  line: number,
  hunks: readonly Hunk[],
  edge: 'baseStart' | 'baseEnd',
  to: 'proposalStart' | 'proposalEnd',
): number {
  const around = hunks.find(({ baseStart, baseEnd }) => baseStart <= line && line <= baseEnd);
  // A hunk that ends where the range begins, or begins where it ends, stands beside it.
  const isBeside = around && around.baseStart !== around.baseEnd && isOtherEdge(around, line, edge);
  if (around && !isBeside) return around[to];
  const before = hunks.findLast(({ baseEnd }) => baseEnd <= line);
  return line + (before ? before.proposalEnd - before.baseEnd : 0);
}

function isOtherEdge({ baseStart, baseEnd }: Hunk, line: number, edge: 'baseStart' | 'baseEnd'): boolean {
  return edge === 'baseStart' ? line === baseEnd : line === baseStart;
}
