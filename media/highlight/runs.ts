import type { TokenKind } from '../../src/protocol/theme';

/** A piece of code of one colour. */
export interface Run {
  readonly text: string;
  readonly kind: TokenKind | undefined;
}

/** The runs that make up the first `length` characters, and the rest; undefined if there are fewer. */
export function takeRuns(
  runs: readonly Run[],
  length: number,
): { readonly head: readonly Run[]; readonly rest: readonly Run[] } | undefined {
  const head: Run[] = [];
  let left = length;
  for (const [at, run] of runs.entries()) {
    if (left === 0) return { head, rest: runs.slice(at) };
    if (run.text.length > left) {
      head.push({ ...run, text: run.text.slice(0, left) });
      return { head, rest: [{ ...run, text: run.text.slice(left) }, ...runs.slice(at + 1)] };
    }
    head.push(run);
    left -= run.text.length;
  }
  return left === 0 ? { head, rest: [] } : undefined;
}
