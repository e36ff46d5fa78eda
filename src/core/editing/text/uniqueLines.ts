/** Where each line stands between two places; -1 for one that stands several times. */
export function uniqueLines<T>(lines: readonly T[], start = 0, end = lines.length): ReadonlyMap<T, number> {
  const found = new Map<T, number>();
  for (let at = start; at < end; at += 1) {
    const line = lines[at];
    if (line !== undefined) found.set(line, found.has(line) ? -1 : at);
  }
  return found;
}

/** A place in one list and the place in another one that holds the same. */
export type Pair = readonly [number, number];

/** What stands once in each of two lists, in the order of the first one. */
export function uniquePairs<T>(inA: ReadonlyMap<T, number>, inB: ReadonlyMap<T, number>): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const [line, bAt] of inB) {
    const aAt = inA.get(line);
    if (bAt >= 0 && aAt !== undefined && aAt >= 0) pairs.push([aAt, bAt]);
  }
  return pairs.sort(([left], [right]) => left - right);
}

/** Of pairs in the order of their first number, as many as rise in the second one too. */
export function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const ends: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, second], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const rising: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) rising.push(pair);
  }
  return rising.reverse();
}
