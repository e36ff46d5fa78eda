import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import { askText } from '../../../../src/core/conversation/askText';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { usualLimits } from '../../../../src/core/interactions/limits';
import type { InteractionRequest } from '../../../../src/core/interactions/port';
import { readEvent } from '../../../../src/gemini/events';
import { ManualClock } from '../../fakes/manualClock';
import { interactionOf, silence } from '../interactions/pollUnderTest';

const request: InteractionRequest = { model: 'm', input: [{ type: 'text', text: 'Q' }], store: false };
const delta = (added: object): InteractionEvent => readEvent({ event_type: 'step.delta', index: 0, delta: added });
const text = (words: string) => delta({ type: 'text', text: words });
const thought = readEvent({
  event_type: 'step.start',
  index: 1,
  step: { type: 'thought', summary: [{ type: 'text', text: 'Hm' }] },
});
const end: InteractionEvent = { type: 'completed', interaction: interactionOf('completed') };

/** Asks a service that sends these events and then ends the stream, or stays silent. */
function asking(events: readonly InteractionEvent[], { longest = 100, isSilent = false, onText = () => {} } = {}) {
  const clock = new ManualClock();
  const stop = new AbortController();
  const told: string[] = [];
  const asked: InteractionRequest[] = [];
  const ask = async function* (given: InteractionRequest, signal: AbortSignal): AsyncIterable<InteractionEvent> {
    asked.push(given);
    yield* events;
    if (isSilent) await silence(signal);
  };
  const result = askText({ interactions: { ask }, clock }, request, longest, stop.signal, (words) => {
    told.push(words);
    onText();
  });
  return { clock, stop, told, asked, result };
}

/** The reason and the code that a text fails with. */
async function failureOf(events: readonly InteractionEvent[], longest?: number) {
  const { result } = asking(events, longest === undefined ? {} : { longest });
  try {
    return await result;
  } catch (error) {
    assert.ok(error instanceof Failure);
    return [error.reason, error.code];
  }
}

describe('asking for a short text', () => {
  it('gives all of it, and what there is whenever there is more', async () => {
    const { result, told, asked } = asking([{ type: 'connected' }, text('a'), thought, text('b'), end]);

    assert.equal(await result, 'ab');
    assert.deepEqual(told, ['a', 'ab']);
    assert.deepEqual(asked, [request]);
  });

  it('gives it also where nobody is told meanwhile', async () => {
    const ask = async function* () {
      yield* [text('a'), end];
    };
    const { signal } = new AbortController();

    assert.equal(await askText({ interactions: { ask }, clock: new ManualClock() }, request, 1, signal), 'a');
  });

  it('fails where the text is longer than it may be, and not where it is as long', async () => {
    assert.equal(await failureOf([text('abc'), end], 3), 'abc');
    assert.deepEqual(await failureOf([text('abc'), text('d'), end], 3), ['malformedAnswer', undefined]);
  });

  it('fails with what the service says went wrong', async () => {
    const failed = (code: string): InteractionEvent => ({ type: 'failed', error: { reason: 'contentBlocked', code } });

    assert.deepEqual(await failureOf([text('a'), failed('safety')]), ['contentBlocked', 'safety']);
    assert.deepEqual(await failureOf([text('a'), failed('')]), ['contentBlocked', undefined]);
  });

  it('fails where the answer is not whole, or without a word', async () => {
    assert.deepEqual(await failureOf([text('a')]), ['truncated', undefined]);
    const cut: InteractionEvent = { type: 'completed', interaction: interactionOf('incomplete') };
    assert.deepEqual(await failureOf([text('a'), cut]), ['truncated', undefined]);
    assert.deepEqual(await failureOf([text(' \n'), end]), ['emptyAnswer', undefined]);
    assert.deepEqual(await failureOf([thought, end]), ['emptyAnswer', undefined]);
  });

  it('rejects with the reason of its signal, also where the stream merely ends then', async () => {
    const reason = new Error('enough');
    const { result, stop, told } = asking([text('a')], { isSilent: true });
    while (told.length === 0) await setImmediate();

    stop.abort(reason);

    await assert.rejects(result, reason);
  });

  it('tells nothing more from then on, even where the stream goes on', async () => {
    const reason = new Error('enough');
    const asked = asking([text('a'), text('b'), end], { onText: () => asked.stop.abort(reason) });

    await assert.rejects(asked.result, reason);
    assert.deepEqual(asked.told, ['a']);
  });

  it('fails where the service falls silent', async () => {
    const { result, clock, told } = asking([text('a')], { isSilent: true });
    const { idleMs } = usualLimits;
    while (told.length === 0 || !clock.isWaiting(idleMs, idleMs)) await setImmediate();

    clock.advance(idleMs);

    await assert.rejects(result, (error) => error instanceof Failure && error.reason === 'timedOut');
  });
});
