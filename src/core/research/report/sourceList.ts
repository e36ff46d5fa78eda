import type { Citation } from '../../../parts/citation';

/** What a report rests on. */
export interface ReportSource {
  readonly number: number;
  readonly title: string;
  /** Empty: it has no address that can be opened. */
  readonly url: string;
}

/** The sources of a report, numbered in the order in which they are cited first. */
export class SourceList {
  private readonly byKey = new Map<string, ReportSource>();
  private readonly list: ReportSource[] = [];

  get all(): readonly ReportSource[] {
    return this.list;
  }

  /** The number of a page. One that is there already keeps its number. */
  page(url: string, title: string): number {
    return this.add(`url ${sameAddress(url)}`, title || hostOf(url) || url, isWeb(url) ? url : '');
  }

  /** The number of what a citation names. Undefined: it names nothing. */
  cite(citation: Citation): number | undefined {
    switch (citation.type) {
      case 'url':
        return isWeb(citation.url) ? this.page(citation.url, citation.title) : undefined;
      case 'file':
        if (citation.uri === '' && citation.name === '') return undefined;
        return this.add(
          `file ${citation.uri || citation.name}`,
          citation.name || citation.uri,
          webOrNone(citation.uri),
        );
      case 'place': {
        const key = citation.placeId || citation.url || citation.name;
        return key === '' ? undefined : this.add(`place ${key}`, citation.name || key, webOrNone(citation.url));
      }
    }
  }

  /** Says that this citation is the source with this number: services cite a page by an address of their own. */
  alias(citation: Citation, number: number): void {
    const source = this.list[number - 1];
    if (source && citation.type === 'url') this.byKey.set(`url ${sameAddress(citation.url)}`, source);
  }

  private add(key: string, title: string, url: string): number {
    const known = this.byKey.get(key);
    if (known) return known.number;
    const source = { number: this.list.length + 1, title, url };
    this.byKey.set(key, source);
    this.list.push(source);
    return source.number;
  }
}

/** The host of a web address. Empty: it is none. */
export function hostOf(url: string): string {
  return (
    /^https?:\/\/([^/?#:@\s]+)/i
      .exec(url)?.[1]
      ?.replace(/^www\./i, '')
      .toLowerCase() ?? ''
  );
}

export function isWeb(url: string): boolean {
  return /^https?:\/\/[^\s<>\\]+$/i.test(url);
}

function webOrNone(url: string): string {
  return isWeb(url) ? url : '';
}

/** Addresses that only a stroke at the end or a place in the page tells apart are the same. */
function sameAddress(url: string): string {
  return url.replace(/#.*$/s, '').replace(/\/$/, '');
}
