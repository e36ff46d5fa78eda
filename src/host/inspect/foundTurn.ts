import type { Answering } from '../../core/chat/answering';
import type { ChatSession } from '../../core/chat/chatSession';
import type { ChatExtras } from '../../core/conversation/chatSchema';
import { titleOf } from '../../core/conversation/chatTitle';
import { Conversation } from '../../core/conversation/conversation';
import type { SavedChat } from '../../core/conversation/savedChat';
import type { Turn } from '../../core/conversation/turn';
import type { Services } from '../services';
import { readAnswering } from '../settings/requestSettings';
import { storesAtGoogle } from '../settings/settings';

/** The turns of a chat that are shown, and what their requests depend on. */
export interface FoundChat {
  readonly chatId: string;
  readonly title: string;
  readonly turns: readonly Turn[];
  readonly isPrivate: boolean;
  readonly answering: Answering;
  readonly extras: ChatExtras;
  /** Interactions that are no longer at Google. */
  readonly forgotten: ReadonlySet<string>;
}

/** A turn with the chat it stands in. */
export interface FoundTurn {
  readonly chat: FoundChat;
  readonly turn: Turn;
}

/** A chat that is open here, else from the disk. Undefined: there is none. Rejects with the Failure `storageUnavailable`. */
export async function findChat(
  { chats, library }: Pick<Services, 'chats' | 'library'>,
  chatId: string,
): Promise<FoundChat | undefined> {
  const session = chats.find(chatId);
  if (session) return ofSession(session);
  const saved = await library.load(chatId);
  return saved && ofSaved(saved);
}

export function ofSession(session: ChatSession): FoundChat {
  const { chatId, title, isPrivate, answering, extras } = session;
  const turns = session.turns();
  const known = new Set(session.idsAtGoogle);
  const ids = turns.flatMap(({ interactionId }) => interactionId ?? []);
  const forgotten = new Set(ids.filter((id) => !known.has(id)));
  return { chatId, title, turns, isPrivate, answering, extras, forgotten };
}

function ofSaved({
  id,
  title,
  turns,
  leafId,
  isPrivate,
  choices,
  instruction,
  schema,
  forgotten,
}: SavedChat): FoundChat {
  const path = new Conversation(id, turns, leafId).path();
  const answering = { ...readAnswering(), ...choices };
  return {
    chatId: id,
    title: title ?? titleOf(path),
    turns: path,
    isPrivate: isPrivate || !storesAtGoogle(),
    answering,
    extras: { instruction, schema },
    forgotten,
  };
}
