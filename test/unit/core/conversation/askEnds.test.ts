import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import { Answer } from '../../../../src/core/conversation/answer';
import { type AskOptions, ask, type NextOf } from '../../../../src/core/conversation/ask';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import type { StreamLimits } from '../../../../src/core/interactions/limits';
import type { InteractionRequest } from '../../../../src/core/interactions/port';
import { readStep } from '../../../../src/core/interactions/steps';
import { ManualClock } from '../../fakes/manualClock';
import { interactionOf, silence } from '../interactions/pollUnderTest';

const request: InteractionRequest = { model: 'm', input: [{ type: 'text', text: 'Q' }], store: false };
const says = (words: string, index = 0): InteractionEvent => {
  return {
    type: 'stepStarted',
    index,
    step: readStep({ type: 'model_output', content: [{ type: 'text', text: words }] }),
  };
};
const end: InteractionEvent = { type: 'completed', interaction: interactionOf('completed') };
const partsOf = ({ parts }: Answer) => parts.map((part) => (part.kind === 'text' ? part.text : part.kind)).join('|');

/** Asks a service whose streams bring these events and ignore that they are closed. */
function asking(events: readonly InteractionEvent[], options: AskOptions = {}, limits?: StreamLimits) {
  const clock = new ManualClock();
  const stop = new AbortController();
  const answer = new Answer();
  let count = 0;
  const stream = async function* (): AsyncIterable<InteractionEvent> {
    count += 1;
    yield* events;
  };
  const services = { interactions: { ask: stream }, clock, ...(limits && { limits }) };
  return { answer, stop, outcome: () => ask(services, request, answer, stop.signal, options), count: () => count };
}

describe('a turn that is stopped', () => {
  it('takes nothing more of a stream that goes on', async () => {
    const asked = asking([says('a'), says('b'), end], { onEvent: () => asked.stop.abort() });

    assert.deepEqual(await asked.outcome(), { status: 'stopped' });
    assert.equal(partsOf(asked.answer), 'a');
  });

  it('is stopped also where its last event was the end', async () => {
    let askedForNext = 0;
    const next: NextOf = () => {
      askedForNext += 1;
      return undefined;
    };
    const onEvent: AskOptions['onEvent'] = ({ type }) => type === 'completed' && asked.stop.abort();
    const asked = asking([says('a'), end], { next, onEvent });

    assert.deepEqual(await asked.outcome(), { status: 'stopped' });
    assert.equal(asked.answer.completed?.status, 'completed');
    assert.equal(askedForNext, 0);
  });

  it('is not failed by what breaks because of that', async () => {
    const breaksStream = asking([says('a')], {
      onEvent: () => {
        breaksStream.stop.abort();
        throw new Failure('connectionLost');
      },
    });
    assert.deepEqual(await breaksStream.outcome(), { status: 'stopped' });

    const next: NextOf = async () => {
      breaksNext.stop.abort();
      throw new Failure('interrupted');
    };
    const breaksNext = asking([says('a'), end], { next });
    assert.deepEqual(await breaksNext.outcome(), { status: 'stopped' });
  });

  it('is stopped where nothing follows by then', async () => {
    const next: NextOf = () => {
      asked.stop.abort();
      return undefined;
    };
    const asked = asking([says('a'), end], { next });

    assert.deepEqual(await asked.outcome(), { status: 'stopped' });
  });
});

describe('a turn that fails', () => {
  it('fails with what making the next request failed with', async () => {
    const asked = asking([says('a'), end], { next: () => Promise.reject(new Failure('interrupted')) });

    await assert.rejects(asked.outcome(), (error) => error instanceof Failure && error.reason === 'interrupted');
  });

  it('has the limits that were given', async () => {
    const clock = new ManualClock();
    const stream = (_request: unknown, signal: AbortSignal): AsyncIterable<InteractionEvent> => ({
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          await silence(signal);
          return { done: true, value: undefined };
        },
      }),
    });
    const limits = { headersMs: 7, firstEventMs: 8, idleMs: 9 };
    const { signal } = new AbortController();
    const outcome = ask({ interactions: { ask: stream }, clock, limits }, request, new Answer(), signal);
    while (!clock.isWaiting(7, 7)) await setImmediate();

    clock.advance(7);

    await assert.rejects(outcome, (error) => error instanceof Failure && error.reason === 'timedOut');
  });
});

describe('what comes between two requests', () => {
  it('is told as steps behind all that are there, each with its end, before the next request is', async () => {
    const steps = ['a', 'b'].map((id) => ({ type: 'function_result', call_id: id, name: 'read', result: id }));
    const told: string[] = [];
    const next: NextOf = (_asked, answer) => (answer.steps.length > 2 ? undefined : { request, steps });
    const asked = asking([says('x', 0), says('y', 1), end], {
      next,
      onEvent: (event, changes) => told.push(`${event.type} ${'index' in event ? event.index : ''} ${changes.length}`),
      onNext: () => told.push('next'),
    });

    await asked.outcome();

    assert.deepEqual(told.slice(3, 8), [
      ...['stepStarted 2 1', 'stepStopped 2 0', 'stepStarted 3 1', 'stepStopped 3 0', 'next'],
    ]);
    assert.equal(asked.count(), 2);
  });

  it('may be nothing', async () => {
    const next: NextOf = (_asked, answer) => (partsOf(answer) === 'x' ? { request } : undefined);
    const asked = asking([says('x'), end], { next });

    assert.deepEqual(await asked.outcome(), { status: 'done', endedAs: undefined });
    assert.equal(partsOf(asked.answer), 'x|x');
  });

  it('stands at its own place among the steps when it is kept and read', async () => {
    const results = ['a', 'b'].map((id) => ({ type: 'function_result', call_id: id, name: 'read', result: id }));
    const events: InteractionEvent[] = [];
    const next: NextOf = (_asked, answer) => (answer.steps.length > 1 ? undefined : { request, steps: results });
    const asked = asking([says('x'), end], { next, onEvent: (event) => events.push(event) });
    await asked.outcome();

    assert.deepEqual(
      events.flatMap((event) => (event.type === 'stepStopped' ? [event.index] : [])),
      [1, 2],
    );
    assert.deepEqual(asked.answer.steps.slice(1, 3), results);
  });
});
