import { isTelling } from '../text/textStyle';
import { uniqueLines, uniquePairs } from '../text/uniqueLines';

/** So many lines from `from` on are the same lines as those from `to` on. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * The lines of a text that are found again, without doubt, in a later version of it which was changed unseen. A line is
 * certain by what stands around it: it lies between two lines that both versions hold once, and all lines from one of
 * these to the other are the same. The ends of the text count as such lines. Brackets and blank lines may hang on to a
 * certain line. A single line far from where it was is no proof: it may have been written by another thought.
 */
export function certainLines(before: readonly string[], now: readonly string[]): readonly Run[] {
  const runs = certainRuns(before, now);
  return withoutConflicts(runs.map((run) => withBracketsAround(run, before, now)));
}

/** A run of lines with what lies on both of its ends. */
interface Framed extends Run {
  /** How many lines of it say something. The ends of the text count as one each. */
  readonly telling: number;
}

function certainRuns(before: readonly string[], now: readonly string[]): readonly Run[] {
  const pairs = uniquePairs(uniqueLines(before), uniqueLines(now));
  const ends: Framed = { from: -1, to: -1, count: 1, telling: 1 };
  const runs: Framed[] = [];
  let open = ends;
  for (const [from, to] of [...pairs, [before.length, now.length] as const]) {
    const telling = from === before.length || isTelling(before[from] ?? '') ? 1 : 0;
    if (from - to === open.from - open.to && sameLines(before, now, open.from + open.count, to - from, from)) {
      open = { ...open, count: from + 1 - open.from, telling: open.telling + telling };
    } else {
      runs.push(open);
      open = { from, to, count: 1, telling };
    }
  }
  return [...runs, open].filter((run) => run.telling > 1).map((run) => withinText(run, before.length));
}

function sameLines(before: readonly string[], now: readonly string[], start: number, shift: number, end: number) {
  for (let at = start; at < end; at += 1) if (before[at] !== now[at + shift]) return false;
  return true;
}

/** Without the ends of the text, which are no lines. */
function withinText({ from, to, count }: Run, length: number): Run {
  const first = Math.max(0, -from);
  const last = Math.min(from + count, length);
  return { from: from + first, to: to + first, count: last - from - first };
}

function withBracketsAround(run: Run, before: readonly string[], now: readonly string[]): Run {
  let { from, to, count } = run;
  const hangsOn = (at: number, other: number) =>
    before[at] !== undefined && before[at] === now[other] && !isTelling(before[at]);
  while (hangsOn(from - 1, to - 1)) [from, to, count] = [from - 1, to - 1, count + 1];
  while (hangsOn(from + count, to + count)) count += 1;
  return { from, to, count };
}

/** Where two runs want the same line, neither has it. */
function withoutConflicts(runs: readonly Run[]): readonly Run[] {
  return cutWhereShared(
    cutWhereShared(runs, ({ from }) => from),
    ({ to }) => to,
  );
}

function cutWhereShared(runs: readonly Run[], startOf: (run: Run) => number): readonly Run[] {
  const sorted = runs.toSorted((a, b) => startOf(a) - startOf(b));
  return sorted.flatMap((run, at) => {
    const start = startOf(run);
    const previous = sorted[at - 1];
    const next = sorted[at + 1];
    const first = previous ? Math.max(0, startOf(previous) + previous.count - start) : 0;
    const last = next ? Math.min(run.count, startOf(next) - start) : run.count;
    return last > first ? [{ from: run.from + first, to: run.to + first, count: last - first }] : [];
  });
}
