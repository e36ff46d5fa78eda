import { safeUrl } from '../base/safeUrl';

/** A search that Google suggests for an answer. */
export interface SearchChip {
  readonly text: string;
  readonly url: URL;
}

const mostChips = 20;
/** A suggestion has about 6 kB. */
const longestHtml = 200_000;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * The links of search suggestions, each once. The service sends them as HTML with styles, of which nothing else is used: the
 * terms of Google Search want its links to be there.
 */
export function searchChips(suggestions: readonly string[]): readonly SearchChip[] {
  const chips = new Map<string, SearchChip>();
  for (const html of suggestions) {
    for (const link of html.slice(0, longestHtml).split(/<a\s/i).slice(1)) {
      const chip = readLink(link);
      if (chip && chips.size < mostChips) chips.set(chip.text, chip);
    }
  }
  return [...chips.values()];
}

/** `link`: what follows the beginning of its tag. */
function readLink(link: string): SearchChip | undefined {
  const tagEnd = link.indexOf('>');
  const textEnd = link.indexOf('<', tagEnd);
  if (tagEnd < 0 || textEnd < 0) return undefined;
  const [, address = ''] = /\bhref\s*=\s*["']([^"']*)["']/i.exec(link.slice(0, tagEnd)) ?? [];
  const url = safeUrl(decoded(address));
  const text = decoded(link.slice(tagEnd + 1, textEnd)).trim();
  return url && text !== '' ? { text, url } : undefined;
}

function decoded(html: string): string {
  return html.replace(/&(#?\w{1,8});/g, (whole, name: string) => entities[name] ?? whole);
}
