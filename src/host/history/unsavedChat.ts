import type { ChatSession } from '../../core/chat/chatSession';
import { shortened, wordsOf } from '../../core/conversation/chatTitle';
import type { WorkspaceTag } from '../../core/conversation/records';
import type { ChatSummary } from '../../core/conversation/savedChat';

/** Where the line under a title is cut. Characters. */
const longestLine = 120;

/** An open chat as a list shows it, for as long as the disk does not have it. Undefined: there is nothing in it yet. */
export function unsavedChat(session: ChatSession, workspace: WorkspaceTag | undefined): ChatSummary | undefined {
  const turns = session.turns();
  const [first, last] = [turns[0], turns.at(-1)];
  if (!first || !last) return undefined;
  const answer = last.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  return {
    id: session.chatId,
    title: session.title,
    createdAt: first.createdAt,
    updatedAt: last.createdAt,
    workspace,
    isPrivate: session.isPrivate,
    lastLine: shortened((answer.trim() || wordsOf(last)).replace(/\s+/g, ' ').trim(), longestLine),
    condition: 'whole',
  };
}
