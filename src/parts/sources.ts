import type { AnswerPart } from './answerPart';
import type { Citation, CitedFile } from './citation';

/** A web page or a file that an answer rests on. */
export interface Source {
  readonly title: string;
  /** Of a file: what tells it, and the page in it, from others. */
  readonly url: string;
  readonly file?: CitedFile;
}

/** By what a citation is the same source as another. Undefined: it is no source. */
export function sourceKey(citation: Citation): string | undefined {
  if (citation.type === 'url') return citation.url;
  return citation.type === 'file' ? `${citation.uri || citation.name} ${citation.page ?? ''}` : undefined;
}

/** The web pages that the parts of an answer cite, in the order in which they are cited first. */
export function sourcesOf(parts: readonly AnswerPart[]): readonly Source[] {
  const byUrl = new Map<string, Source>();
  for (const part of parts) if (part.kind === 'text') addSources(byUrl, part.citations);
  return [...byUrl.values()].filter(({ file }) => file === undefined);
}

/** Adds the sources that are not there yet, and returns them: one that supports many sentences is listed once. */
export function addSources(byUrl: Map<string, Source>, citations: readonly Citation[] = []): readonly Source[] {
  const added: Source[] = [];
  for (const citation of citations) {
    const url = sourceKey(citation);
    if (url === undefined || byUrl.has(url)) continue;
    const source = citation.type === 'file' ? fileSource(citation, url) : pageSource(citation, url);
    byUrl.set(source.url, source);
    added.push(source);
  }
  return added;
}

function pageSource(citation: Citation, url: string): Source {
  return { title: (citation.type === 'url' && citation.title) || url, url };
}

function fileSource({ name, uri, path, page }: CitedFile, url: string): Source {
  const file = { name, uri, ...(path !== undefined && { path }), ...(page !== undefined && { page }) };
  return { title: path ?? name, url, file };
}
