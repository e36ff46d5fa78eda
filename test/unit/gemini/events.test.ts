import assert from 'node:assert/strict';
import type { JsonObject } from '../../../src/core/base/json';
import { readEvent, readInteraction } from '../../../src/gemini/events';

const usage = { total_input_tokens: 1, total_tokens: 3, grounding_tool_count: [{ type: 'google_search', count: 2 }] };
const readUsage = {
  ...{ input: 1, output: 0, thought: 0, toolUse: 0, cached: 0, total: 3 },
  grounding: { google_search: 2 },
};
const error = { code: 'gateway_timeout', message: 'Too late.' };
const readError = { reason: 'serviceBusy', code: 'gateway_timeout' };
const output = { type: 'model_output', content: [{ type: 'text', text: 'A' }] };
const readOutput = {
  type: 'model_output',
  content: [{ type: 'text', text: 'A', annotations: [] }],
  wire: output,
};

describe('an event of the wire', () => {
  it('has the id after which the stream resumes, and the usage so far', () => {
    const wire = { event_type: 'step.stop', index: 2, event_id: 'e1', metadata: { total_usage: usage } };

    assert.deepEqual(readEvent(wire), { type: 'stepStopped', index: 2, eventId: 'e1', totalUsage: readUsage });
    assert.deepEqual(readEvent({ event_type: 'step.stop' }), { type: 'stepStopped', index: 0 });
  });

  it('brings the interaction at its beginning and at its end', () => {
    const interaction = { id: 'v1_x', status: 'in_progress' };
    const read = { id: 'v1_x', status: 'in_progress', rawStatus: 'in_progress', steps: [], errors: [] };
    const empty = { id: '', status: 'unknown', rawStatus: 'undefined', steps: [], errors: [] };

    for (const [type, event_type] of [
      ['created', 'interaction.created'],
      ['completed', 'interaction.completed'],
    ]) {
      assert.deepEqual(readEvent({ event_type, interaction }), { type, interaction: read });
      assert.deepEqual(readEvent({ event_type }), { type, interaction: empty });
    }
  });

  it('brings a change of the status', () => {
    const wire = { event_type: 'interaction.status_update', interaction_id: 'v1_x', status: 'completed' };
    const read = { type: 'statusChanged', interactionId: 'v1_x', status: 'completed', rawStatus: 'completed' };

    assert.deepEqual(readEvent(wire), read);
    assert.deepEqual(readEvent({ ...wire, usage }), { ...read, usage: readUsage });
    assert.deepEqual(readEvent({ ...wire, interaction_id: 5, status: 'pondering' }), {
      ...read,
      ...{ interactionId: '', status: 'unknown', rawStatus: 'pondering' },
    });
  });

  it('begins a step and lets it grow', () => {
    assert.deepEqual(readEvent({ event_type: 'step.start', index: 1, step: output }), {
      ...{ type: 'stepStarted', index: 1, step: readOutput },
    });
    assert.deepEqual(readEvent({ event_type: 'step.start' }), {
      ...{ type: 'stepStarted', index: 0, step: { type: 'unknown', wire: {} } },
    });
    const failed = readEvent({ event_type: 'step.start', index: 1, step: { ...output, error } });
    assert.deepEqual(failed.type === 'stepStarted' && failed.error, readError);
    const thought = readEvent({ event_type: 'step.start', index: 1, step: { type: 'thought', error } });
    assert.ok(!('error' in thought));
    const delta = { type: 'text', text: 'B' };
    assert.deepEqual(readEvent({ event_type: 'step.delta', index: 1, delta }), {
      ...{ type: 'stepGrew', index: 1, delta: { type: 'text', text: 'B', wire: delta } },
    });
  });

  it('says what went wrong', () => {
    assert.deepEqual(readEvent({ event_type: 'error', error }), { type: 'failed', error: readError });
    assert.equal(readEvent({ event_type: 'error' }).type, 'failed');
  });

  it('of a future type is kept, and so is what is no JSON', () => {
    const wire: JsonObject = { event_type: 'hologram', x: 1 };

    assert.deepEqual(readEvent(wire), { type: 'unknown', wire });
    assert.deepEqual(readEvent('{"event_type": "step.st'), { type: 'malformed', raw: '{"event_type": "step.st' });
    assert.deepEqual(readEvent('x'.repeat(3_000)), { type: 'malformed', raw: 'x'.repeat(2_000) });
  });
});

describe('an interaction of the wire', () => {
  it('has its steps, its usage, where it goes on, and all of its errors', () => {
    const read = readInteraction({
      ...{ id: 'v1_x', status: 'requires_continuation', continuation_token: 'T', usage, errors: [error] },
      steps: [output, { ...output, error }, { type: 'thought', error }],
    });

    assert.equal(read.status, 'requires_continuation');
    assert.equal(read.continuationToken, 'T');
    assert.deepEqual(read.usage, readUsage);
    assert.deepEqual(
      read.steps.map(({ type }) => type),
      ['model_output', 'model_output', 'thought'],
    );
    assert.deepEqual(read.errors, [readError, readError]);
  });

  it('says who answers and where, as far as the service does', () => {
    const base = { id: 'v1_x', status: 'completed' };
    const read = { id: 'v1_x', status: 'completed', rawStatus: 'completed', steps: [], errors: [] };
    const from = { model: 'models/gemini-3.8-flash', agent: 'reviewer', environment_id: 'env_1' };
    const to = { model: 'gemini-3.8-flash', agent: 'reviewer', environmentId: 'env_1' };

    assert.deepEqual(readInteraction({ ...base, ...from }), { ...read, ...to });
    assert.deepEqual(readInteraction({ ...base, model: 'my/models/a' }), { ...read, model: 'my/models/a' });
    assert.deepEqual(readInteraction({ ...base, model: '', agent: '', environment_id: '' }), read);
    assert.deepEqual(readInteraction({ ...base, continuation_token: '' }), { ...read, continuationToken: '' });
  });

  it('has errors with the word of the service, or with its status', () => {
    const errorsOf = (...errors: readonly JsonObject[]) => readInteraction({ errors }).errors;

    assert.deepEqual(errorsOf({ code: 'a sentence', status: 'UNAVAILABLE' }, { code: 503 }, {}), [
      { reason: 'serviceBusy', code: 'unavailable' },
      { reason: 'serviceBusy', code: 'unavailable' },
      { reason: 'generationFailed', code: '' },
    ]);
    assert.deepEqual(errorsOf({ code: 'internal', message: 'Result not found' })[0]?.reason, 'historyExpired');
  });
});
