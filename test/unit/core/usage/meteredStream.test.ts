import assert from 'node:assert/strict';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import type { Interactions } from '../../../../src/core/interactions/port';
import type { RawInteractions } from '../../../../src/core/interactions/rawPort';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import type { Usage } from '../../../../src/core/interactions/usage';
import { type EndedInteraction, MeteredInteractions } from '../../../../src/core/usage/meteredInteractions';
import { interactionsOver } from '../../../../src/gemini/client';
import { collect, never, question } from '../../gemini/serverUnderTest';
import { interaction } from '../research/researchUnderTest';

const usage = (total: number): Usage => ({
  input: total,
  cached: 0,
  thought: 0,
  output: 0,
  toolUse: 0,
  total,
  grounding: {},
});
const created = (id: string): InteractionEvent => ({
  type: 'created',
  interaction: interaction('in_progress', '', id),
});
const completed = (id: string, more: Partial<Interaction> = {}): InteractionEvent => ({
  type: 'completed',
  interaction: { ...interaction('completed', '', id), ...more },
});
const statusChanged = (status: InteractionStatus, total: number): InteractionEvent => ({
  type: 'statusChanged',
  interactionId: 'i1',
  status,
  rawStatus: status,
  usage: usage(total),
});

/** A service that answers with these events, and a meter of what it took. */
function metered(...streams: readonly (readonly InteractionEvent[])[]) {
  const left = [...streams];
  async function* answer(): AsyncGenerator<InteractionEvent> {
    yield* left.shift() ?? [];
  }
  const service: Interactions & RawInteractions = Object.assign(
    interactionsOver(() => Promise.reject(new Error('nothing is sent'))),
    { ask: answer, follow: answer },
  );
  const ended: EndedInteraction[] = [];
  const port = new MeteredInteractions(service, { admit: () => Promise.resolve(), ended: (one) => ended.push(one) });
  const totals = () => ended.map(({ id, usage: took }) => [id, took?.total]);
  return { port, ended, totals, ask: () => collect(port.ask(question('Hello', { purpose: 'title' }), never())) };
}

describe('what a stream says of its tokens', () => {
  it('is taken from its end, and before that from its last word', async () => {
    const atEnd = metered([created('i1'), statusChanged('completed', 5), completed('i1', { usage: usage(9) })]);
    await atEnd.ask();
    assert.deepEqual(atEnd.totals(), [['i1', 9]]);

    const before = metered([created('i1'), statusChanged('completed', 5), completed('i1')]);
    await before.ask();
    assert.deepEqual(before.totals(), [['i1', 5]]);
  });

  it('counts nothing of a status on the way, but the sum that any event may carry', async () => {
    const onTheWay = metered([created('i1'), statusChanged('in_progress', 5)]);
    await onTheWay.ask();
    assert.deepEqual(onTheWay.totals(), [['i1', undefined]]);

    const carried = metered([created('i1'), { ...statusChanged('in_progress', 5), totalUsage: usage(7) }]);
    await carried.ask();
    assert.deepEqual(carried.totals(), [['i1', 7]]);
  });

  it('belongs to what was asked, also when the rest of it comes by another stream', async () => {
    const { port, ended, totals, ask } = metered(
      [created('i1')],
      [completed('i1', { usage: usage(3), model: 'gemini-3.5-flash-lite' })],
      [completed('i1', { usage: usage(3) })],
    );
    await ask();
    await collect(port.follow('i1', undefined, never()));
    await collect(port.follow('i1', undefined, never()));

    assert.deepEqual(totals(), [
      ['i1', undefined],
      ['i1', 3],
    ]);
    assert.deepEqual([ended[1]?.purpose, ended[1]?.model], ['title', 'gemini-3.5-flash-lite']);
  });

  it('is counted each time where nothing is stored, and has no id', async () => {
    const { totals, ask } = metered(
      [created(''), completed('', { usage: usage(1) })],
      [created(''), completed('', { usage: usage(2) })],
    );
    await ask();
    await ask();
    assert.deepEqual(totals(), [
      ['', 1],
      ['', 2],
    ]);
  });
});
