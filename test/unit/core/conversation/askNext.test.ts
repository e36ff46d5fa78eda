import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import { Answer } from '../../../../src/core/conversation/answer';
import { ask, type NextOf } from '../../../../src/core/conversation/ask';
import { answerFrom, toSavedEvent } from '../../../../src/core/conversation/savedAnswer';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import type { InteractionRequest } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { readStep } from '../../../../src/core/interactions/steps';
import { ManualClock } from '../../fakes/manualClock';

const question: InteractionRequest = { model: 'gemini-3.8-flash', input: [{ type: 'text', text: 'Q' }], store: true };
const interaction = (id: string, status: InteractionStatus, more: Partial<Interaction> = {}): Interaction => ({
  id,
  status,
  rawStatus: status,
  steps: [],
  errors: [],
  ...more,
});
const usage = { input: 1, output: 1, thought: 0, toolUse: 0, cached: 0, total: 2, grounding: {} };
const call = { type: 'function_call', id: 'call_1', name: 'read', arguments: { path: 'a.ts' } };
const result = { type: 'function_result', call_id: 'call_1', name: 'read', result: 'const a = 1;' };
const output = { type: 'model_output', content: [{ type: 'text', text: 'It is 1.' }] };

/** The stream of an interaction with one step. */
function stream(
  id: string,
  step: typeof call | typeof output,
  end: Partial<Interaction> & { status: InteractionStatus },
) {
  return [
    { type: 'created', interaction: interaction(id, 'in_progress') },
    { type: 'stepStarted', index: 0, step: readStep(step) },
    { type: 'stepStopped', index: 0 },
    { type: 'completed', interaction: interaction(id, end.status, { usage, ...end }) },
  ] as const satisfies readonly InteractionEvent[];
}
const callsFunction = stream('v1_a', call, { status: 'requires_action' });
const answersAll = stream('v1_b', output, { status: 'completed' });

/** Asks a service that answers the requests with these streams, one after another. */
function asking(streams: readonly (readonly InteractionEvent[] | Failure)[], next?: NextOf) {
  const requests: InteractionRequest[] = [];
  const events: InteractionEvent[] = [];
  const nexts: InteractionRequest[] = [];
  const stop = new AbortController();
  const answer = new Answer();
  const interactions = {
    ask: async function* (request: InteractionRequest): AsyncIterable<InteractionEvent> {
      const answered = streams[requests.push(request) - 1] ?? assert.fail('asked once more than expected');
      if (answered instanceof Failure) throw answered;
      yield* answered;
    },
  };
  const outcome = ask({ interactions, clock: new ManualClock() }, question, answer, stop.signal, {
    ...(next && { next }),
    onNext: ({ request }) => nexts.push(request),
    onEvent: (event) => events.push(event),
  });
  return { outcome, requests, events, nexts, stop, answer };
}

describe('a turn of several requests', () => {
  it('goes on with what follows each answer, which may take its time and may add steps', async () => {
    let carryOut = () => {};
    const carriedOut = new Promise<void>((resolve) => {
      carryOut = resolve;
    });
    const asked: (InteractionRequest | undefined)[] = [];
    const next: NextOf = async (request, answer) => {
      asked.push(request);
      if (answer.completed?.status !== 'requires_action') return undefined;
      await carriedOut;
      const followUp = { ...question, input: [], history: [result], previousInteractionId: answer.interactionId };
      return { request: followUp, steps: [result] };
    };
    const { outcome, requests, events, nexts, answer } = asking([callsFunction, answersAll], next);
    while (asked.length === 0) await setImmediate();
    assert.equal(requests.length, 1);

    carryOut();

    assert.deepEqual(await outcome, { status: 'done', endedAs: undefined });
    assert.deepEqual(requests, [
      question,
      { ...question, input: [], history: [result], previousInteractionId: 'v1_a' },
    ]);
    assert.deepEqual(asked, requests);
    assert.deepEqual(nexts, requests.slice(1));
    assert.deepEqual(answer.steps, [call, result, output]);
    assert.equal(answer.usage?.total, 4);
    // What was added is told like all else, so it is written down like all else.
    const kept = answerFrom(events.flatMap((event) => toSavedEvent(event) ?? []));
    assert.deepEqual(kept.steps, answer.steps);
  });

  it('waits for results where nobody carries the calls out, and says for which', async () => {
    for (const status of ['requires_action', 'completed'] as const) {
      const { outcome } = asking([stream('v1_a', call, { status })]);

      const ended = await outcome;

      assert.equal(ended.status, 'awaitsResults');
      assert.deepEqual(
        ended.calls.map(({ id, name, arguments: values }) => [id, name, values]),
        [['call_1', 'read', { path: 'a.ts' }]],
      );
      assert.equal(ended.endedAs, status === 'completed' ? undefined : status);
    }
  });

  it('makes no further request when it is stopped while what follows is being made', async () => {
    let isAsked = false;
    const { outcome, requests, stop } = asking([callsFunction], async (_asked, _answer, signal) => {
      isAsked = true;
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      return { request: question };
    });
    while (!isAsked) await setImmediate();

    stop.abort();

    assert.deepEqual(await outcome, { status: 'stopped' });
    assert.equal(requests.length, 1);
  });

  it('ends with the failure of a further request, and keeps what came before it', async () => {
    const next: NextOf = () => ({ request: question, steps: [result] });
    const { outcome, requests, answer } = asking([callsFunction, new Failure('serviceBusy', { status: 503 })], next);

    await assert.rejects(outcome, (error) => error instanceof Failure && error.reason === 'serviceBusy');
    assert.equal(requests.length, 2);
    assert.deepEqual(answer.steps, [call, result]);
  });

  it('does not go on after an answer that broke off or failed', async () => {
    const next: NextOf = () => assert.fail('nothing follows');
    const error = { reason: 'generationFailed', code: '' } as const;
    for (const events of [callsFunction.slice(0, 3), [...callsFunction, { type: 'failed', error } as const]]) {
      const { outcome } = asking([events], next);

      assert.equal((await outcome).status, 'failed');
    }
  });

  it('asks for the rest of a long answer, and not without end', async () => {
    const long = (id: string) => stream(id, output, { status: 'requires_continuation', continuationToken: `t_${id}` });
    const { outcome, requests } = asking([long('v1_a'), answersAll]);
    assert.equal((await outcome).status, 'done');
    const { input: _input, ...rest } = question;
    assert.deepEqual(requests[1], {
      ...rest,
      input: [],
      previousInteractionId: 'v1_a',
      continuationToken: 't_v1_a',
    });

    const endless = asking(Array.from({ length: 64 }, (_, index) => long(`v1_${index}`)));
    assert.equal((await endless.outcome).status, 'failed');
    assert.equal(endless.requests.length, 64);
  });
});
