import { SearchText, type SearchTextParts } from './searchText';
import { TextCacheKeeper } from './searchTextKeeper';

/** The words of all chats, as far as they are kept for searching. */
export function searchTextOver(parts: Omit<SearchTextParts, 'keeper'>): SearchText {
  return new SearchText({ ...parts, keeper: new TextCacheKeeper(parts.files, parts.onError) });
}
