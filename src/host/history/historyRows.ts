import type { ChatSummary, SearchHit } from '../../core/conversation/savedChat';
import { findIn, fold, readQuery } from '../../core/storage/library/searchTextMatch';

/** A chat as the history lists it. */
export interface HistoryRow {
  readonly chat: ChatSummary;
  /** What stands under its title: the line that was searched for, else the last one. */
  readonly line: string;
}

/**
 * The chats a query leaves, in the order of the list. Title, last line and workspace are looked through here, so that
 * something is there at each key press; what the search through all texts has found so far comes on top.
 */
export function historyRows(
  chats: readonly ChatSummary[],
  query: string,
  hits: ReadonlyMap<string, SearchHit>,
): readonly HistoryRow[] {
  const wanted = readQuery(query);
  if (!wanted) return chats.map((chat) => ({ chat, line: chat.lastLine }));
  return chats.flatMap((chat): HistoryRow[] => {
    const hit = hits.get(chat.id);
    // What is in the title need not be said twice.
    if (hit && hit.line !== chat.title) return [{ chat, line: hit.line }];
    const text = [chat.title, chat.lastLine, chat.workspace?.name ?? ''].join('\n').normalize('NFC');
    return hit || findIn(fold(text), wanted) ? [{ chat, line: chat.lastLine }] : [];
  });
}
