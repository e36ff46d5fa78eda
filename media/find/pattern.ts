/** What is looked for. */
export interface Query {
  readonly text: string;
  readonly matchCase: boolean;
}

/**
 * Finds the words of a query as they are. Any blanks and line breaks in a text are as good as those in the query, and so is
 * a letter with its marks, whether it is one character there or several.
 */
export function patternOf({ text, matchCase }: Query): RegExp | undefined {
  if (text === '') return undefined;
  const source = text
    .split(/\s+/)
    .map((word) => Array.from(letters.segment(word), ({ segment }) => anyForm(segment)).join(''))
    .join('\\s+');
  return new RegExp(source, matchCase ? 'gu' : 'giu');
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Of a letter with more marks than any has, not all forms are looked for. */
const mostForms = 8;

/** A letter as one character, as a letter and its marks, and all between. */
function anyForm(letter: string): string {
  const parts = Array.from(letter.normalize('NFD'));
  const forms = new Set([letter, letter.normalize('NFC'), parts.join('')]);
  for (let end = 2; end < Math.min(parts.length, mostForms); end++) {
    forms.add(parts.slice(0, end).join('').normalize('NFC') + parts.slice(end).join(''));
  }
  return forms.size === 1 ? escaped(letter) : `(?:${Array.from(forms, escaped).join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
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
