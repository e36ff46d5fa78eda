import type { LineRange } from '../ask/editTarget';

/** What is known of the place of a finding. */
interface Quoted {
  /** Counted from 1, and sometimes some lines off. */
  readonly line: number;
  /** The line as it was read. */
  readonly code: string;
}

/**
 * The line that a finding is about, counted from 0: the one that reads as it was quoted and is nearest to its number. Where
 * none does, the line of that number, or the first one with text in what was asked about.
 */
export function placeFinding(
  { line, code }: Quoted,
  lineCount: number,
  lineAt: (line: number) => string,
  ranges: readonly LineRange[],
): number {
  const expected = Math.min(Math.max(0, line - 1), lineCount - 1);
  const wanted = code.trim();
  const isIt = (at: number) => at >= 0 && at < lineCount && lineAt(at).trim() === wanted;
  for (let away = 0; wanted !== '' && away < lineCount; away += 1) {
    if (isIt(expected - away)) return expected - away;
    if (isIt(expected + away)) return expected + away;
  }
  if (ranges.some(({ start, end }) => start <= expected && expected < end)) return expected;
  const asked = ranges.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
  return asked.find((at) => at < lineCount && lineAt(at).trim() !== '') ?? expected;
}
