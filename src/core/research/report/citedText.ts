import { type Citation, readCitations } from '../../../parts/citation';
import { utf16Ranges } from '../../base/utf8';
import type { Content } from '../../interactions/content';
import { markOf, placesFor, withoutMarks } from './marks';
import type { SourceList } from './sourceList';
import type { WrittenSource } from './writtenSources';

type TextItem = Extract<Content, { readonly type: 'text' }>;

/** The agent's own mark of its sources, by their numbers in the list that it writes. */
const citeMark = /\[cite:\s*([\d,\s]+)\]/g;

/**
 * The text of one item with a mark at each place that rests on sources. The agent says them twice: by its own marks, which
 * name lines of the list that it writes, and by annotations, whose addresses lead to the pages by way of Google. Where
 * both stand at one place, they are the same source.
 */
export function citedText(item: TextItem, writtenSources: readonly WrittenSource[], sources: SourceList): string {
  const own = withoutMarks(item.text);
  // Without the text that they count in, offsets mean nothing.
  const citations = own === item.text ? readCitations(item.annotations) : [];
  const byNumber = new Map(writtenSources.map((source) => [source.number, source]));
  const cited = citedPlaces(own, citations);

  const marks = new Map<number, number[]>();
  const add = (at: number, numbers: readonly number[]) => marks.set(at, [...(marks.get(at) ?? []), ...numbers]);
  const removed: { readonly start: number; readonly end: number }[] = [];
  const told = new Set<Citation>();
  for (const { 0: mark, 1: list = '', index } of own.matchAll(citeMark)) {
    removed.push({ start: index, end: index + mark.length });
    const before = own.slice(0, index).trimEnd().length;
    const here = cited.filter(({ place }) => place >= before && place <= index);
    const numbers = [...list.matchAll(/\d+/g)].flatMap(([digits], position) => {
      const source = byNumber.get(Number(digits));
      const annotation = here[position]?.citation;
      if (!source) return (annotation && sources.cite(annotation)) ?? [];
      const number = sources.page(source.url, source.title);
      if (annotation) sources.alias(annotation, number);
      return [number];
    });
    for (const { citation } of here) told.add(citation);
    add(index, numbers);
  }
  for (const { place, citation } of cited) {
    if (told.has(citation)) continue;
    const number = sources.cite(citation);
    if (number !== undefined) add(place, [number]);
  }
  return assembled(own, marks, removed);
}

/** The citations with the place where each ends, in the order of the text. */
function citedPlaces(text: string, citations: readonly Citation[]) {
  if (citations.length === 0) return [];
  const placeFor = placesFor(text);
  const ranges = utf16Ranges(text, citations);
  return citations
    .flatMap((citation, index) => {
      const range = ranges[index];
      return range ? [{ place: placeFor(range.end), citation }] : [];
    })
    .sort((a, b) => a.place - b.place);
}

function assembled(
  text: string,
  marks: ReadonlyMap<number, readonly number[]>,
  removed: readonly { readonly start: number; readonly end: number }[],
): string {
  const pieces: string[] = [];
  let from = 0;
  const gaps = new Map(removed.map(({ start, end }) => [start, end]));
  for (const at of [...new Set([...marks.keys(), ...gaps.keys()])].sort((a, b) => a - b)) {
    const mark = markOf(marks.get(at) ?? []);
    // Where the agent's mark leads nowhere, the space before it goes as well.
    pieces.push(mark === '' ? text.slice(from, at).trimEnd() : text.slice(from, at), mark);
    from = gaps.get(at) ?? at;
  }
  return [...pieces, text.slice(from)].join('');
}
