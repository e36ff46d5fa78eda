import { SearchText, type SearchTextParts } from './searchText';
import { TextCacheKeeper } from './searchTextKeeper';

/** Makes the search in the words of all chats. */
export function searchTextOver(parts: Omit<SearchTextParts, 'keeper'>): SearchText {
  return new SearchText({ ...parts, keeper: new TextCacheKeeper(parts.files, parts.onError) });
}
