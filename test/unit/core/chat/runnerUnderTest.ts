import type { ChatFact, ChatSessionParts } from '../../../../src/core/chat/chatParts';
import { TurnRunner } from '../../../../src/core/chat/turnRunner';
import type { Turn } from '../../../../src/core/conversation/turn';
import type { Interactions } from '../../../../src/core/interactions/port';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { partsUnderTest } from './chatUnderTest';
import { ledgerUnderTest } from './ledgerUnderTest';

/** A runner over a service, with these turns, what it writes, and what it tells. */
export function runnerUnderTest(
  interactions: Interactions,
  turns: readonly Turn[],
  more: Partial<ChatSessionParts> = {},
) {
  const errors: unknown[] = [];
  const parts = partsUnderTest(interactions, new MemoryChatRecords(), errors, more);
  const { ledger, journal } = ledgerUnderTest();
  const all = new Map(turns.map((turn) => [turn.id, turn]));
  const updates: Turn[] = [];
  const facts: ChatFact[] = [];
  const runner = new TurnRunner(parts, ledger, {
    turn: (id) => all.get(id),
    update: (turn) => {
      all.set(turn.id, turn);
      updates.push(turn);
    },
    publish: (fact) => facts.push(fact),
  });
  /** Asks the question of a turn. Resolves when it has ended. */
  const ask = (turn: Turn, background = false) => {
    const active = runner.begin(turn, background);
    const request = { model: turn.model, input: [{ type: 'text', text: turn.prompt }], store: true } as const;
    return runner.ask(active, { request: { ...request, ...(background && { background }) }, rebuilt: undefined });
  };
  return {
    runner,
    ask,
    parts,
    journal,
    updates,
    facts,
    errors,
    turn: (id: string) => all.get(id),
    drop: (id: string) => all.delete(id),
  };
}
