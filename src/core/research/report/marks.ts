/*
 * Marks for numbers of sources. They stand in a text in characters that no text has, so that nothing that reads the
 * Markdown meanwhile changes them.
 */

const begin = '\uE0F0';
const end = '\uE0F1';

/** A text without the characters of marks. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE0F0\uE0F1]/g, '');
}

/** The mark for these numbers. */
export function markOf(numbers: readonly number[]): string {
  return numbers.length === 0 ? '' : `${begin}${[...new Set(numbers)].join(',')}${end}`;
}

/** The text with its marks as `write` gives them, a space apart from what is before. Marks that stand side by side are one. */
export function written(text: string, write: (numbers: readonly number[]) => string): string {
  return text.replace(/[^\S\n]*((?:\uE0F0[\d,]+\uE0F1[^\S\n]*)+)/g, (_all: string, marks: string, at: number) => {
    const numbers = [...new Set([...marks.matchAll(/\d+/g)].map(([digits]) => Number(digits)))];
    // Behind a block of code a mark has a line of its own.
    if (at === 0 || text[at - 1] === '\n') return `${write(numbers)}\n`;
    return ` ${write(numbers)}${/[^\S\n]*$/.exec(marks)?.[0] ?? ''}`;
  });
}

/** What a mark must not stand in: code, links, addresses, formulas, and the agent's own marks. */
const wholes =
  /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*(?:\n|$)|(?![\s\S]))|(`+)[^`\n]+\2(?!`)|\[[^\]\n]*\]\([^)\n]*\)|\[cite:[^\]\n]*\]|<[^>\s]+>|\$[^$\n]+\$|https?:\/\/[^\s<>)]+/gm;

/** Finds for each place in a text the nearest one at or before which a mark may stand, or behind what it would cut. */
export function placesFor(text: string): (at: number) => number {
  const found = [...text.matchAll(wholes)].map(({ 0: whole, 1: fence, index }) => {
    // A block that was cut is closed later, behind its last line.
    const isCut = fence !== undefined && !new RegExp(`\\n[ \\t]*${fence}[\`~]*[ \\t]*\\n?$`).test(whole);
    return { start: index, end: index + whole.length, isCut };
  });
  return (at) => {
    let place = at;
    // Behind the last word, and within the last cell of a row.
    while (place > 0 && /[\s|]/.test(text[place - 1] ?? '')) place -= 1;
    if (place === 0) return at;
    const whole = wholeAround(found, place);
    if (whole?.isCut) return text.slice(0, whole.start).trimEnd().length;
    return whole ? whole.end : place;
  };
}

interface Whole {
  readonly start: number;
  readonly end: number;
  readonly isCut: boolean;
}

function wholeAround(found: readonly Whole[], at: number): Whole | undefined {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.end ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const whole = found[low];
  return whole && whole.start < at ? whole : undefined;
}
