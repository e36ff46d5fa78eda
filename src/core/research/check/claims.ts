import type { ReportSource } from '../report/sourceList';

/** A sentence of a report that rests on pages. */
export interface Claim {
  /** The words, without the numbers of their sources. */
  readonly text: string;
  /** Where the words stand in the Markdown of the report. UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where the number that leads to the page stands. */
  readonly mark: { readonly start: number; readonly end: number };
  readonly url: string;
}

const mark = /\[\\\[(\d+)\\\]\]\(#source-(\d+)\)/g;
const listed = /^(\d+)\. <a id="source-\1"><\/a>\[.*\]\(<([^>\s]+)>\)/gm;

/** The pages that the list at the end of a report names, by their numbers. */
function listedSources(markdown: string): readonly Pick<ReportSource, 'number' | 'url'>[] {
  return [...markdown.matchAll(listed)].map(([, number, url = '']) => ({ number: Number(number), url }));
}

/**
 * The claims of a report as it stands, one for each sentence and page: it is read from its Markdown, so that it may have
 * been changed since it came. A row of a table or an item of a list counts as a sentence.
 */
export function claimsIn(markdown: string): readonly Claim[] {
  const urls = new Map(listedSources(markdown).map(({ number, url }) => [number, url]));
  return [...markdown.matchAll(mark)].flatMap(({ 0: whole, 1: number, index }) => {
    const url = urls.get(Number(number));
    if (url === undefined) return [];
    const { start, end } = sentenceBefore(markdown, index);
    const text = markdown.slice(start, end).replace(mark, '').replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [{ text, start, end, mark: { start: index, end: index + whole.length }, url }];
  });
}

/** The sentence that ends at a place, behind which numbers may stand. */
function sentenceBefore(markdown: string, at: number): { readonly start: number; readonly end: number } {
  const line = markdown.lastIndexOf('\n', at - 1) + 1;
  const before = markdown.slice(line, at);
  const words = before.replace(/(?:\s*\[\\\[\d+\\\]\]\(#source-\d+\))*\s*$/, '');
  // A stop and a space end a sentence, unless a single letter or a number stands before it.
  const stops = [
    ...words.matchAll(
      /(?<=[^\s\d.][^\s\d.]|[)\]”"»])[.!?。！？]["”»)]?(?:\s*\[\\\[\d+\\\]\]\(#source-\d+\))*\s+(?=\S)/g,
    ),
  ];
  const last = stops.at(-1);
  const begin = last
    ? last.index + last[0].length
    : (/^\s*(?:[-*+]\s+|\d+[.)]\s+|#{1,6}\s+|>\s*|\|\s*)*/.exec(before)?.[0].length ?? 0);
  return { start: line + begin, end: line + words.length };
}
