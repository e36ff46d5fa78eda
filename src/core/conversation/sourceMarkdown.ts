import { plainText } from '../../markdown/plainText';
import { placesFrom, type Source } from '../../parts/sources';

/** What people read beside a source, in their language. */
export interface SourceWords {
  /** Names a page of a file, counted from 1. */
  page(page: number): string;
}

/** A source as one line of Markdown. What has no address of a web page is only named. */
export function sourceMarkdown({ title, url, file, isPlace }: Source, words: SourceWords): string {
  if (file) return plainText(file.page === undefined ? title : `${title}, ${words.page(file.page)}`);
  return isPlace ? `${linkTo(title, url)} (${placesFrom})` : linkTo(title, url);
}

/** A link to a web page. Any other address is only text. */
export function linkTo(title: string, url: string): string {
  return /^https?:\/\/[^\s<>\\]+$/i.test(url) ? `[${plainText(title || url)}](<${url}>)` : plainText(title || url);
}
