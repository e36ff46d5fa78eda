/** Letters with their marks, digits, and pictographs. */
const said = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu;

/**
 * What stays of a text when its markup is drawn: what is said, without blanks and signs. A sentence in Markdown and the same
 * one on the page have the same skeleton.
 */
export function skeletonOf(text: string): string {
  return Array.from(text.matchAll(said), ([part]) => part).join('');
}

/** What follows the last letter of a text, such as a full stop. */
export function tailOf(text: string): string {
  const last = [...text.matchAll(said)].at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

/** The place in a text behind the first `length` units of its skeleton. */
export function placeIn(text: string, length: number): number {
  let rest = length;
  for (const { 0: part, index } of text.matchAll(said)) {
    if (part.length >= rest) return index + rest;
    rest -= part.length;
  }
  return text.length;
}
