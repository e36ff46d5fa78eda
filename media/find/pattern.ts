/** What is looked for. */
export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
}

/** Finds the words of a query as they are. Any blanks and line breaks in a text are as good as those in the query. */
export function patternOf({ text, matchCase }: Query): RegExp | undefined {
  if (text === '') return undefined;
  const source = text
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('\\s+');
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}

/** Where the pattern is found, from the beginning to the end of the text. */
export function* matchesIn(text: string, pattern: RegExp): Generator<{ readonly start: number; readonly end: number }> {
  // A copy: where a pattern goes on is kept in the pattern, and another may be using this one.
  for (const match of text.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length };
}

export function countIn(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _match of text.matchAll(pattern)) count += 1;
  return count;
}
