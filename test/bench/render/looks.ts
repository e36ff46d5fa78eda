/** What some frames in a row have cost, in the middle of a stream or from its beginning. */
export interface Look {
  /** How many chunks the stream had given before. */
  readonly at: number;
  readonly frames: number;
  /** Of all these frames together. */
  readonly sum: number;
}

/** What the whole stream would have cost: between two looks the cost of a frame is taken to go in a straight line. */
export function wholeOf(looks: readonly Look[], frames: number): number {
  const points = looks.map(({ at, frames, sum }) => ({ at: at + frames / 2, each: sum / frames }));
  let whole = 0;
  let last = { at: 0, each: points[0]?.each ?? 0 };
  for (const point of [...points, { at: frames, each: points.at(-1)?.each ?? 0 }]) {
    whole += ((last.each + point.each) / 2) * (point.at - last.at);
    last = point;
  }
  return whole;
}

/** What a frame costs on the average between two places in a stream that was looked at from end to end. */
export function eachBetween(looks: readonly Look[], from: number, to: number): number {
  const inside = looks.filter(({ at, frames }) => at >= from && at + frames <= to);
  const total = (of: (look: Look) => number) => inside.reduce((sum, look) => sum + of(look), 0);
  return total(({ sum }) => sum) / total(({ frames }) => frames);
}
