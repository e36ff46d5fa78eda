import { SearchText, type SearchTextParts } from './searchText';
import { TextCacheKeeper } from './searchTextKeeper';

/** Creates the search over the text of all chats. */
export function searchTextOver(parts: Omit<SearchTextParts, 'keeper'>): SearchText {
  return new SearchText({ ...parts, keeper: new TextCacheKeeper(parts.files, parts.onError) });
}
