import { questionIn, wordsOf } from '../../conversation/chatTitle';
import type { WorkspaceTag } from '../../conversation/records';
import type { ChatCondition, ChatSummary } from '../../conversation/savedChat';
import type { Question } from '../../conversation/turn';

/** What the index keeps of a chat. All of it stands in the chat's file; from here it is only quicker to have. */
export interface IndexEntry {
  readonly chatId: string;
  /** The file as it was when it was read last. Bytes, and milliseconds since 1970. */
  readonly size: number;
  readonly modifiedAt: number;
  /** Everything before this was understood. Files grow at their end, so the next reading begins here. */
  readonly readTo: number;
  /** The bytes before `readTo`, as text. If they differ, the file was rewritten. */
  readonly guard: string;
  /** Undefined: the file does not say. */
  readonly createdAt: number | undefined;
  readonly updatedAt: number;
  readonly workspace: WorkspaceTag | undefined;
  readonly isPrivate: boolean;
  readonly givenTitle: string | undefined;
  /** The first words of the first prompt. */
  readonly firstWords: string | undefined;
  readonly lastLine: string;
  readonly condition: ChatCondition;
}

export function summaryOf(entry: IndexEntry): ChatSummary {
  const { chatId: id, updatedAt, createdAt = updatedAt, workspace, isPrivate, lastLine, condition } = entry;
  const title = entry.givenTitle ?? entry.firstWords ?? '';
  return { id, title, createdAt, updatedAt, workspace, isPrivate, lastLine, condition };
}

export function byAge(a: IndexEntry, b: IndexEntry): number {
  return b.updatedAt - a.updatedAt || (a.chatId < b.chatId ? -1 : 1);
}

/** How much of a text stands in a list. UTF-16 units. */
const longestTitle = 80;
const longestLine = 120;

/** A question as the name of its chat. */
export function titleFrom(question: Question): string {
  return beginningOf(questionIn(wordsOf(question)), longestTitle);
}

/** A text as one line below the name of its chat. */
export function lineFrom(text: string): string {
  return beginningOf(text, longestLine);
}

/** Texts are long and their beginnings wanted: no more of them is looked at than may be shown. */
function beginningOf(text: string, length: number): string {
  const line = text
    .slice(0, 8 * length)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(' ');
  // A word that is cut reads worse than one that is missing, but some scripts have no spaces.
  return `${(space > length / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/\ufffd$/, '')}…`;
}
