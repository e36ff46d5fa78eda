import type { AnswerPart } from './answerPart';
import type { Citation } from './citation';

/** A web page that an answer rests on. */
export interface Source {
  readonly title: string;
  readonly url: string;
}

/** The web pages that the parts of an answer cite, in the order in which they are cited first. */
export function sourcesOf(parts: readonly AnswerPart[]): readonly Source[] {
  const byUrl = new Map<string, Source>();
  for (const part of parts) if (part.kind === 'text') addSources(byUrl, part.citations);
  return [...byUrl.values()];
}

/** Adds the pages that are not there yet, and returns them: a page that supports many sentences is listed once. */
export function addSources(byUrl: Map<string, Source>, citations: readonly Citation[] = []): readonly Source[] {
  const added: Source[] = [];
  for (const citation of citations) {
    if (citation.type !== 'url' || byUrl.has(citation.url)) continue;
    const source = { title: citation.title || citation.url, url: citation.url };
    byUrl.set(source.url, source);
    added.push(source);
  }
  return added;
}
