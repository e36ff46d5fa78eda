import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { runTurn } from '../../../../src/core/chat/runTurn';
import type { TurnServices, TurnWatcher } from '../../../../src/core/chat/turnServices';
import { Answer } from '../../../../src/core/conversation/answer';
import type { NextOf } from '../../../../src/core/conversation/ask';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import { usualLimits } from '../../../../src/core/interactions/limits';
import type { InteractionRequest, Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { readStep } from '../../../../src/core/interactions/steps';
import { ManualClock } from '../../fakes/manualClock';
import { ScriptedService, whole } from './scriptedService';

const question: InteractionRequest = {
  model: 'gemini-3.8-flash',
  input: [{ type: 'text', text: 'Q' }],
  store: true,
  background: true,
};
const call = { type: 'function_call', id: 'call_1', name: 'read', arguments: {} };
const result = { type: 'function_result', call_id: 'call_1', name: 'read', result: '1' };
const output = { type: 'model_output', content: [{ type: 'text', text: 'It is 1.' }] };
const interaction = (id: string, status: InteractionStatus): Interaction => ({
  id,
  status,
  rawStatus: status,
  steps: [],
  errors: [],
});

describe('a turn whose second request broke off', () => {
  it('has its answer completed from the service, after all that came before', async () => {
    const asked: InteractionRequest[] = [];
    const answers: (readonly InteractionEvent[])[] = [
      [
        { type: 'created', interaction: interaction('v1_a', 'in_progress') },
        { type: 'stepStarted', index: 0, step: readStep(call) },
        { type: 'completed', interaction: interaction('v1_a', 'requires_action') },
      ],
      [{ type: 'created', interaction: interaction('v1_b', 'in_progress') }],
    ];
    const interactions: Interactions = {
      ask: async function* (request) {
        yield* answers[asked.push(request) - 1] ?? none();
        if (asked.length === 2) throw new Failure('connectionLost');
      },
      get: (id) => Promise.resolve({ ...interaction(id, 'completed'), steps: [readStep(output)] }),
      startAgent: none,
      getWithInput: none,
      follow: none,
      cancel: none,
      delete: none,
      listModels: none,
    };
    const services = servicesOf(interactions);
    const answer = new Answer();
    let shown = answer;
    const told: InteractionRequest[] = [];
    const watcher: TurnWatcher = {
      ...watching(),
      onAsked: (request) => told.push(request),
      onReplaced: (replacement) => {
        shown = replacement;
      },
    };
    const next: NextOf = (request, { completed }) =>
      completed?.status === 'requires_action'
        ? { request: { ...request, input: [], history: [result] }, steps: [result] }
        : undefined;

    const turn = { request: question, rebuilt: undefined, next };
    const outcome = await runTurn(services, turn, answer, new AbortController().signal, watcher);

    assert.deepEqual(outcome, { status: 'done', endedAs: undefined });
    assert.equal(asked.length, 2);
    assert.deepEqual(told, asked);
    assert.equal(shown.interactionId, 'v1_b');
    assert.deepEqual(shown.steps, [call, result, output]);
  });
});

describe('a turn that is refused by an event of its stream', () => {
  it('ends well once another form is answered', async () => {
    const thought = { type: 'thought', signature: 'old' };
    const request = { ...question, background: false, history: [{ type: 'user_input' }, thought, output] };
    const service = new ScriptedService(
      [{ type: 'failed', error: { reason: 'signatureRefused', code: '' } }],
      whole('v1_x', 'It is 1.'),
    );
    const answer = new Answer();

    const outcome = await runTurn(
      servicesOf(service),
      { request, rebuilt: undefined },
      answer,
      new AbortController().signal,
      watching(),
    );

    assert.deepEqual(outcome, { status: 'done', endedAs: undefined });
    assert.equal(answer.error, undefined);
    assert.deepEqual(
      service.asked.map(({ history }) => history),
      [request.history, [{ type: 'user_input' }, output]],
    );
  });
});

const none = () => assert.fail('nothing else');

function servicesOf(interactions: Interactions): TurnServices {
  return {
    interactions,
    clock: new ManualClock(),
    limits: usualLimits,
    random: () => 0.5,
    onWake: () => ({ dispose: () => {} }),
  };
}

function watching(): TurnWatcher {
  return {
    onAsked: () => {},
    onEvent: () => {},
    onWait: none,
    onReplaced: none,
    onResuming: () => {},
    onRebuilt: none,
    onForeground: none,
  };
}
