import type { SearchHit } from '../../conversation/savedChat';

/** What is searched for, in folded form. */
export interface SearchQuery {
  /** All must occur, each anywhere in the chat. */
  readonly words: readonly string[];
  /** The words as they were typed, one after the other: where they stand like this is the best line to show. */
  readonly phrase: string;
}

/** How much of a long line is shown. UTF-16 units. */
const longestLine = 120;
/** How much of it stands before the match. */
const before = 40;

/** Undefined: nothing to search for. */
export function readQuery(text: string): SearchQuery | undefined {
  const words = fold(text.normalize('NFC')).split(/\s+/).filter(Boolean);
  return words.length > 0 ? { words: [...new Set(words)], phrase: words.join(' ') } : undefined;
}

/**
 * Text in which case and the accents of Latin and Greek letters do not count. It is as long as the text, unit for unit,
 * so that what is found in it stands at the same place in the text. Compose the text first (NFC).
 */
export function fold(text: string): string {
  // The only letter that grows when it is made small.
  const lower = text.replaceAll('\u0130', 'i').toLowerCase();
  return lower.replace(accented, baseOf);
}

/** Undefined: some word does not occur. */
export function findIn(
  folded: string,
  query: SearchQuery,
): { readonly at: number; readonly length: number } | undefined {
  const [first = '', ...others] = query.words;
  const firstAt = folded.indexOf(first);
  if (firstAt < 0 || !others.every((word) => folded.includes(word))) return undefined;
  const phraseAt = others.length > 0 ? folded.indexOf(query.phrase) : -1;
  return phraseAt < 0 ? { at: firstAt, length: first.length } : { at: phraseAt, length: query.phrase.length };
}

/**
 * The line around a match, with the ends that are too long left out. Only what is shown is asked for: `textBetween` gives
 * the text itself, which is worth nothing else here and may have to be decoded.
 */
export function lineAround(
  folded: string,
  at: number,
  length: number,
  textBetween: (start: number, end: number) => string,
): Omit<SearchHit, 'chatId'> {
  const lineStart = folded.lastIndexOf('\n', at) + 1;
  const lineBreak = folded.indexOf('\n', at);
  const lineEnd = lineBreak < 0 ? folded.length : lineBreak;
  let start = Math.max(lineStart, Math.min(at - before, lineEnd - longestLine));
  let end = Math.min(lineEnd, start + Math.max(longestLine, before + length));
  if (isLowHalf(folded, start)) start += 1;
  if (isLowHalf(folded, end)) end -= 1;
  const head = start > lineStart ? '…' : '';
  const shown = textBetween(start, end);
  const indent = head ? 0 : Math.min(shown.length - shown.trimStart().length, at - start);
  const line = `${head}${shown.slice(indent)}${end < lineEnd ? '…' : ''}`;
  return { line: line.trimEnd(), start: head.length + at - start - indent, length };
}

/** Latin with accents, Greek with accents, and ё. */
const accented = /[\u00e0-\u024f\u0390-\u03ce\u0451\u1e00-\u1fff]/g;
const bases = new Map<string, string>();

function baseOf(letter: string): string {
  const known = bases.get(letter);
  if (known !== undefined) return known;
  // A sigma looks different at the end of a word, and people do not type that form.
  const base = letter === 'ς' ? 'σ' : (letter.normalize('NFD')[0] ?? letter);
  bases.set(letter, base);
  return base;
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
