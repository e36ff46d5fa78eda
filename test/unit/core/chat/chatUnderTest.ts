import { systemClock } from '../../../../src/core/base/clock';
import type { Answering } from '../../../../src/core/chat/answering';
import type { ChatSessionParts } from '../../../../src/core/chat/chatParts';
import { ChatSession } from '../../../../src/core/chat/chatSession';
import { Chats, type ChatsParts } from '../../../../src/core/chat/chats';
import { instructionsOf } from '../../../../src/core/chat/instructions';
import { TurnTapes } from '../../../../src/core/chat/turnTapes';
import type { Turn, TurnFailure } from '../../../../src/core/conversation/turn';
import { usualLimits } from '../../../../src/core/interactions/limits';
import type { Interactions } from '../../../../src/core/interactions/port';
import { hurriedClock } from '../../fakes/manualClock';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';

export interface ChatUnderTest {
  readonly chat: ChatSession;
  readonly store: MemoryChatRecords;
  readonly failures: TurnFailure[];
  readonly errors: unknown[];
}

/** As the settings are at first. */
export const usualAnswering: Answering = {
  tools: [],
  thinking: 'model',
  servers: [],
  remote: [],
  stores: [],
  summaries: true,
  maxOutputTokens: 0,
  serviceTier: 'standard',
};

/** Everything a chat needs, with waits that take no time. Questions run in the foreground unless told otherwise. */
export function partsUnderTest(
  interactions: Interactions,
  store: MemoryChatRecords,
  errors: unknown[],
  parts: Partial<ChatSessionParts> = {},
): ChatsParts {
  return {
    interactions,
    records: store,
    window: store,
    model: () => 'gemini-3.8-flash',
    answering: () => usualAnswering,
    agentLimits: () => ({ maxTotalTokens: 0, network: ['*'] }),
    mayStore: () => true,
    background: { isWanted: () => false, refused: () => {} },
    instructions: () => Promise.resolve(instructionsOf('', [])),
    renewUpload: () => Promise.resolve(undefined),
    workspace: () => undefined,
    mayAsk: () => Promise.resolve(true),
    isCostly: () => false,
    toldModels: new Set(),
    continuePrompt: 'Go on',
    tapes: new TurnTapes(systemClock),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    onError: (error) => errors.push(error),
    onWake: () => ({ dispose: () => {} }),
    clock: hurriedClock(),
    limits: usualLimits,
    random: () => 0.5,
    ...parts,
  };
}

/** A chat over the given service, with everything it reports. */
export function chatUnderTest(interactions: Interactions, parts: Partial<ChatSessionParts> = {}): ChatUnderTest {
  const store = new MemoryChatRecords();
  const failures: TurnFailure[] = [];
  const errors: unknown[] = [];
  const chat = new ChatSession(partsUnderTest(interactions, store, errors, parts), crypto.randomUUID());
  chat.onDidPublish((fact) => {
    if (fact.type === 'turnChanged' && fact.turn.failure) failures.push(fact.turn.failure);
  });
  return { chat, store, failures, errors };
}

/** The chats of a window over the given service. The same store again: the window after a restart. */
export function chatsUnderTest(
  interactions: Interactions,
  store = new MemoryChatRecords(),
  parts: Partial<ChatSessionParts> = {},
): { readonly chats: Chats; readonly store: MemoryChatRecords; readonly errors: unknown[] } {
  const errors: unknown[] = [];
  return { chats: new Chats(partsUnderTest(interactions, store, errors, parts)), store, errors };
}

export function textOf(turn: Turn | undefined): string {
  return (turn?.parts ?? []).map((part) => (part.kind === 'text' ? part.text : '')).join('');
}

/** Resolves once the running answer has text; the server being held only says that it was written. */
export function textArrived(chat: ChatSession): Promise<void> {
  if (
    chat
      .turns()
      .at(-1)
      ?.parts.some((part) => part.kind === 'text')
  )
    return Promise.resolve();
  return new Promise((resolve) => {
    const listening = chat.onDidPublish((fact) => {
      if (fact.type !== 'answerChanged' || fact.change.type === 'partReplaced') return;
      if (fact.change.type === 'partAdded' && fact.change.part.kind !== 'text') return;
      listening.dispose();
      resolve();
    });
  });
}
