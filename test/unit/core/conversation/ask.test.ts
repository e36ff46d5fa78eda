import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import { Answer } from '../../../../src/core/conversation/answer';
import { type AskOptions, ask } from '../../../../src/core/conversation/ask';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import { usualLimits } from '../../../../src/core/interactions/limits';
import type { InteractionRequest } from '../../../../src/core/interactions/port';
import { ManualClock } from '../../fakes/manualClock';

const request: InteractionRequest = { model: 'gemini-3.8-flash', input: [{ type: 'text', text: 'Q' }], store: false };
const text = (piece: string): InteractionEvent => ({
  type: 'stepGrew',
  index: 0,
  delta: { type: 'text', text: piece, wire: { type: 'text', text: piece } },
});
const whole: Interaction = { id: '', status: 'completed', rawStatus: 'completed', steps: [], errors: [] };
const end: InteractionEvent = { type: 'completed', interaction: whole };
const textOf = (answer: Answer) => answer.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');

/** Asks a service that sends these events and then falls silent, or ends where `end` is the last one. */
function asking(events: readonly InteractionEvent[], options: AskOptions = {}) {
  const clock = new ManualClock();
  const stop = new AbortController();
  const answer = new Answer();
  let opened: AbortSignal | undefined;
  const stream = async function* (_request: unknown, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    opened = signal;
    yield* events;
    if (events.at(-1) !== end)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  };
  const outcome = ask({ interactions: { ask: stream }, clock }, request, answer, stop.signal, options);
  return { answer, clock, stop, outcome, isClosed: () => opened?.aborted };
}

describe('asking', () => {
  it('reduces the events into the answer and tells each of them', async () => {
    const told: string[] = [];
    const { answer, outcome } = asking([text('Ye'), text('s.'), end], { onEvent: ({ type }) => told.push(type) });

    assert.deepEqual(await outcome, { status: 'done', endedAs: undefined });
    assert.equal(textOf(answer), 'Yes.');
    assert.deepEqual(told, ['stepGrew', 'stepGrew', 'completed']);
  });

  it('gives up a stream that falls silent in the middle, and keeps what came', async () => {
    const { answer, clock, outcome, isClosed } = asking([text('Half')]);
    const { idleMs } = usualLimits;
    while (textOf(answer) === '' || !clock.isWaiting(idleMs, idleMs)) await setImmediate();

    clock.advance(idleMs);

    await assert.rejects(outcome, (error) => error instanceof Failure && error.reason === 'timedOut');
    assert.equal(textOf(answer), 'Half');
    assert.ok(isClosed());
  });

  it('stops when the answer is enough, and closes the stream', async () => {
    const asked = asking([text('a'), text('b'), text('c')], { isEnough: () => textOf(asked.answer).length >= 2 });

    assert.deepEqual(await asked.outcome, { status: 'stopped' });
    assert.equal(textOf(asked.answer), 'ab');
    assert.ok(asked.isClosed());
  });

  it('stops when the signal aborts', async () => {
    const { answer, stop, outcome } = asking([text('Half')]);
    while (textOf(answer) === '') await setImmediate();

    stop.abort();

    assert.deepEqual(await outcome, { status: 'stopped' });
  });
});
