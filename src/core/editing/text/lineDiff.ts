import { diffArrays } from 'diff';
import { longestRising, type Pair, uniqueLines, uniquePairs } from './uniqueLines';

/** Lines of `a` that became lines of `b`. Ends are not included. One of the two may be empty. */
export interface LineChange {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/**
 * What it may cost to find the smallest change, as the square of its lines, summed over the text. Past it a stretch of
 * the text counts as changed as a whole: right, if not as small as it could be. A million is about 0.1 seconds.
 */
const usualBudget = 1_000_000;
/** Deeper than this no text of sense goes. */
const deepest = 30;

/**
 * The changes from `a` to `b`, in order, none touching the next one. First lines that stand once on both sides are put
 * beside each other, which keeps moved and repeated code readable; what lies between them is compared by the shortest
 * edit script. The time is bounded whatever the lines are.
 */
export function diffLines(a: readonly string[], b: readonly string[], budget = usualBudget): readonly LineChange[] {
  const numbers = new Map<string, number>();
  const intern = (line: string) => {
    const known = numbers.get(line);
    if (known !== undefined) return known;
    numbers.set(line, numbers.size);
    return numbers.size - 1;
  };
  const search = new Search(a.map(intern), b.map(intern), budget);
  search.between({ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }, 0);
  return search.changes;
}

class Search {
  readonly changes: LineChange[] = [];

  constructor(
    private readonly a: readonly number[],
    private readonly b: readonly number[],
    private budget: number,
  ) {}

  between(whole: LineChange, depth: number): void {
    const rest = this.withoutCommonEnds(whole);
    const isOneSided = rest.aStart === rest.aEnd || rest.bStart === rest.bEnd;
    const unique = isOneSided || depth >= deepest ? [] : this.unique(rest);
    const pairs = isOneSided || unique.length > 0 ? unique : this.shortest(rest);
    let { aStart, bStart } = rest;
    for (const [aAt, bAt] of [...pairs, [rest.aEnd, rest.bEnd] as const]) {
      const gap = { aStart, aEnd: aAt, bStart, bEnd: bAt };
      if (unique.length > 0) this.between(gap, depth + 1);
      else this.add(gap);
      [aStart, bStart] = [aAt + 1, bAt + 1];
    }
  }

  private withoutCommonEnds({ aStart, aEnd, bStart, bEnd }: LineChange): LineChange {
    const most = Math.min(aEnd - aStart, bEnd - bStart);
    let before = 0;
    while (before < most && this.a[aStart + before] === this.b[bStart + before]) before += 1;
    let after = 0;
    while (after < most - before && this.a[aEnd - after - 1] === this.b[bEnd - after - 1]) after += 1;
    return { aStart: aStart + before, aEnd: aEnd - after, bStart: bStart + before, bEnd: bEnd - after };
  }

  /** Lines that stand once in each of the two stretches, as many as keep their order. */
  private unique({ aStart, aEnd, bStart, bEnd }: LineChange): readonly Pair[] {
    return longestRising(uniquePairs(uniqueLines(this.a, aStart, aEnd), uniqueLines(this.b, bStart, bEnd)));
  }

  /** The lines that stay by the shortest edit script; none where finding it would cost too much. */
  private shortest({ aStart, aEnd, bStart, bEnd }: LineChange): readonly Pair[] {
    const [inA, inB] = [new Set(this.a.slice(aStart, aEnd)), new Set(this.b.slice(bStart, bEnd))];
    // What stands on one side alone is changed in any case, and would only make the script longer.
    const aPlaces = range(aStart, aEnd).filter((at) => inB.has(this.a[at] ?? -1));
    const bPlaces = range(bStart, bEnd).filter((at) => inA.has(this.b[at] ?? -1));
    if (aPlaces.length === 0) return [];
    const maxEditLength = Math.floor(Math.sqrt(this.budget));
    const parts = diffArrays(
      aPlaces.map((at) => this.a[at]),
      bPlaces.map((at) => this.b[at]),
      { maxEditLength },
    );
    const edits = parts?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
    this.budget = Math.max(0, this.budget - (edits ?? maxEditLength) ** 2);
    const pairs: Pair[] = [];
    let [aAt, bAt] = [0, 0];
    for (const { added, removed, count } of parts ?? []) {
      for (let step = 0; step < count && !added && !removed; step += 1) {
        pairs.push([aPlaces[aAt + step] ?? 0, bPlaces[bAt + step] ?? 0]);
      }
      [aAt, bAt] = [aAt + (added ? 0 : count), bAt + (removed ? 0 : count)];
    }
    return pairs;
  }

  private add(change: LineChange): void {
    if (change.aStart < change.aEnd || change.bStart < change.bEnd) this.changes.push(change);
  }
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}
