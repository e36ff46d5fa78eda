import type { AnswerPart } from './answerPart';
import type { Citation, CitedFile } from './citation';

/** Where places come from. Google asks for this name beside each of them, as it is in every language. */
export const placesFrom = 'Google Maps';

/** A web page, a file or a place that an answer rests on. */
export interface Source {
  readonly title: string;
  /** Of a file, and of a place that has no page: what tells it from others. */
  readonly url: string;
  readonly file?: CitedFile;
  /** It comes from Google Maps. */
  readonly isPlace?: true;
}

/** By what a citation is the same source as another. Undefined: it is no source. */
export function sourceKey(citation: Citation): string | undefined {
  switch (citation.type) {
    case 'url':
      return citation.url;
    case 'file':
      return `${citation.uri || citation.name} ${citation.page ?? ''}`;
    case 'place': {
      if (citation.url !== '') return citation.url;
      const id = citation.placeId || citation.name;
      // Not alone: an id that looks like an address is none.
      return id === '' ? undefined : `place ${id}`;
    }
  }
}

/** What the parts of an answer cite, in the order in which it is cited first. */
export function sourcesOf(parts: readonly AnswerPart[]): readonly Source[] {
  const byUrl = new Map<string, Source>();
  for (const part of parts) if (part.kind === 'text') addSources(byUrl, part.citations);
  return [...byUrl.values()];
}

/** Adds the sources that are not there yet, and returns them: one that supports many sentences is listed once. */
export function addSources(byUrl: Map<string, Source>, citations: readonly Citation[] = []): readonly Source[] {
  const added: Source[] = [];
  for (const citation of citations) {
    const url = sourceKey(citation);
    if (url === undefined || byUrl.has(url)) continue;
    const source = sourceOf(citation, url);
    byUrl.set(source.url, source);
    added.push(source);
  }
  return added;
}

function sourceOf(citation: Citation, url: string): Source {
  switch (citation.type) {
    case 'url':
      return { title: citation.title || url, url };
    case 'file':
      return fileSource(citation, url);
    case 'place':
      return { title: citation.name || citation.url || citation.placeId, url, isPlace: true };
  }
}

function fileSource({ name, uri, path, page }: CitedFile, url: string): Source {
  const file = { name, uri, ...(path !== undefined && { path }), ...(page !== undefined && { page }) };
  return { title: path ?? name, url, file };
}
