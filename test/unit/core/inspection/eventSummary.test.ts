import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { eventSummary } from '../../../../src/core/inspection/eventSummary';
import { readDelta } from '../../../../src/core/interactions/deltas';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import { readStep } from '../../../../src/core/interactions/steps';

const usage = { input: 1, output: 2, thought: 3, toolUse: 4, cached: 5, total: 10, grounding: {} };
const tokens = {
  total_input_tokens: 1,
  total_cached_tokens: 5,
  total_output_tokens: 2,
  total_thought_tokens: 3,
  total_tool_use_tokens: 4,
  total_tokens: 10,
};
const busy = { reason: 'serviceBusy', code: 'gateway_timeout' } as const;
const nameless = { reason: 'generationFailed', code: '' } as const;
const interaction: Interaction = { id: 'v1_a', status: 'unknown', rawStatus: 'pondering', steps: [], errors: [] };
const step = { type: 'model_output', content: [] };
const delta = { type: 'text', text: 'A' };

const cases: readonly (readonly [what: string, event: InteractionEvent, summary: JsonObject])[] = [
  ['the headers', { type: 'connected' }, { event_type: '(headers)' }],
  [
    'the beginning',
    { type: 'created', interaction },
    { event_type: 'interaction.created', interaction: { id: 'v1_a', status: 'pondering' } },
  ],
  [
    'the end, with tokens and errors',
    { type: 'completed', interaction: { ...interaction, usage, errors: [busy, nameless] } },
    {
      event_type: 'interaction.completed',
      interaction: {
        id: 'v1_a',
        status: 'pondering',
        usage: tokens,
        errors: [{ code: 'gateway_timeout' }, { code: 'generationFailed' }],
      },
    },
  ],
  [
    'a change of the status, in the word of the service',
    { type: 'statusChanged', interactionId: 'v1_a', status: 'unknown', rawStatus: 'pondering' },
    { event_type: 'interaction.status_update', status: 'pondering' },
  ],
  ['a step', { type: 'stepStarted', index: 2, step: readStep(step) }, { event_type: 'step.start', index: 2, step }],
  [
    'a step that went wrong',
    { type: 'stepStarted', index: 2, step: readStep(step), error: busy },
    { event_type: 'step.start', index: 2, step, error: { code: 'gateway_timeout' } },
  ],
  [
    'what it grew by',
    { type: 'stepGrew', index: 3, delta: readDelta(delta) },
    { event_type: 'step.delta', index: 3, delta },
  ],
  ['the end of a step', { type: 'stepStopped', index: 4 }, { event_type: 'step.stop', index: 4 }],
  ['an error', { type: 'failed', error: busy }, { event_type: 'error', error: { code: 'gateway_timeout' } }],
  [
    'an error without a code',
    { type: 'failed', error: nameless },
    { event_type: 'error', error: { code: 'generationFailed' } },
  ],
  ['what is not known', { type: 'unknown', wire: { event_type: 'new', x: 1 } }, { event_type: 'new', x: 1 }],
  ['what is no JSON', { type: 'malformed', raw: 'oops' }, { event_type: '(no JSON)', raw: 'oops' }],
];

describe('an event under the names of the service', () => {
  for (const [what, event, summary] of cases) {
    it(`tells ${what}`, () => assert.deepEqual(eventSummary({ ms: 7, event }), { ms: 7, ...summary }));
  }

  it('has whole milliseconds, its id and the tokens so far', () => {
    const event = { type: 'stepStopped', index: 0, eventId: 'e1', totalUsage: { ...usage, grounding: { maps: 2 } } };
    assert.deepEqual(eventSummary({ ms: 7.5, event: { ...event, type: 'stepStopped' } }), {
      ms: 8,
      event_type: 'step.stop',
      index: 0,
      event_id: 'e1',
      total_usage: { ...tokens, grounding_tool_count: [{ type: 'maps', count: 2 }] },
    });
  });
});
