import type { Env } from 'markdown-it';
import type { Inline } from './inlines';
import { lastPause } from './pauses';
import { readInlines } from './readInlines';

/** Of a long text, the beginning is not read again. */
export const partChars = 2_000;
/** Nobody means a mark that is still open after so much. What a hostile text costs to read grows with this, squared. */
export const longestPart = 6_000;

/** Where the first part may end, in the order in which that is tried: a mark that is open here is closed a bit before. */
const ends = [partChars, 1_800, 1_500, 1_000, longestPart];

/** The beginning of a text, read by itself. */
export interface InlinePart {
  readonly length: number;
  readonly inlines: readonly Inline[];
}

/**
 * The first part of a text that nothing behind it changes; undefined if that is not known before more of it comes. `tried`:
 * so long was the text when there was none.
 */
export function firstPart(text: string, env: Env, tried = 0): InlinePart | undefined {
  for (const limit of ends) {
    const needed = Math.max(limit, partChars);
    if (text.length <= needed) return undefined;
    if (tried > needed) continue;
    const isLongest = limit === longestPart;
    const length = lastPause(text, limit) || (isLongest ? wholeChars(text, limit) : 0);
    if (length === 0) continue;
    const { inlines, isSettled } = readInlines(text.slice(0, length), env);
    if (isSettled || isLongest) return { length, inlines };
  }
  return undefined;
}

/** The markup inside of a paragraph, heading or cell, as it is shown in the end: a long one part by part. */
export function readParts(text: string, env: Env): readonly (readonly Inline[])[] {
  const parts: (readonly Inline[])[] = [];
  let rest = text;
  for (let part = firstPart(rest, env); part; part = firstPart(rest, env)) {
    parts.push(part.inlines);
    rest = rest.slice(part.length);
  }
  return [...parts, readInlines(rest, env).inlines];
}

/** This many characters, or one less than would cut one in two. */
function wholeChars(text: string, length: number): number {
  const splitsPair = text.charCodeAt(length) >> 10 === 0x37;
  return splitsPair ? length - 1 : length;
}
