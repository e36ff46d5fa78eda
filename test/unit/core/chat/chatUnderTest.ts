import { ChatSession, type ChatSessionParts } from '../../../../src/core/chat/chatSession';
import type { Turn, TurnFailure } from '../../../../src/core/chat/turn';
import type { Interactions } from '../../../../src/core/interactions/port';
import { hurriedClock } from '../../fakes/manualClock';
import { MemoryChatStore } from '../../fakes/memoryChatStore';

export interface ChatUnderTest {
  readonly chat: ChatSession;
  readonly store: MemoryChatStore;
  readonly failures: TurnFailure[];
  readonly errors: unknown[];
}

/** A chat over the given service whose waits take no time, with everything it reports. */
export function chatUnderTest(interactions: Interactions, parts: Partial<ChatSessionParts> = {}): ChatUnderTest {
  const store = new MemoryChatStore();
  const failures: TurnFailure[] = [];
  const errors: unknown[] = [];
  const chat = new ChatSession({
    interactions,
    store,
    model: () => 'gemini-3.8-flash',
    continuePrompt: 'Go on',
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    onError: (error) => errors.push(error),
    clock: hurriedClock(),
    random: () => 0.5,
    ...parts,
  });
  chat.onDidPublish((fact) => {
    if (fact.type === 'turnChanged' && fact.turn.failure) failures.push(fact.turn.failure);
  });
  return { chat, store, failures, errors };
}

export function textOf(turn: Turn | undefined): string {
  return (turn?.parts ?? []).map((part) => (part.kind === 'text' ? part.text : '')).join('');
}
