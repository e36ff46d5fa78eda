import assert from 'node:assert/strict';
import type { SavedEvent } from '../../../../src/core/conversation/records';
import { answerFrom, fromSavedEvent, partsOf, toSavedEvent } from '../../../../src/core/conversation/savedAnswer';
import { readDelta } from '../../../../src/core/interactions/deltas';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readStep } from '../../../../src/core/interactions/steps';

const step = { type: 'model_output', content: [{ type: 'text', text: '{"a"' }] };
const delta = { type: 'text', text: ':1}' };
const steps: readonly (readonly [InteractionEvent, SavedEvent])[] = [
  [
    { type: 'stepStarted', index: 3, step: readStep(step), eventId: 'e1' },
    { i: 3, start: step, e: 'e1' },
  ],
  [
    { type: 'stepGrew', index: 3, delta: readDelta(delta) },
    { i: 3, delta },
  ],
  [
    { type: 'stepStopped', index: 3, eventId: 'e3' },
    { i: 3, stop: true, e: 'e3' },
  ],
  [
    { type: 'stepStopped', index: 4 },
    { i: 4, stop: true },
  ],
];

describe('an event that is kept', () => {
  it('is one about a step, in the form of the wire, and comes back as it was', () => {
    for (const [event, saved] of steps) {
      assert.deepEqual(toSavedEvent(event), saved);
      assert.deepEqual(fromSavedEvent(saved), event);
    }
  });

  it('is no other one', () => {
    const others: readonly InteractionEvent[] = [
      { type: 'connected' },
      { type: 'malformed', raw: '' },
      { type: 'failed', error: { reason: 'unknown', code: '' } },
    ];
    for (const event of others) assert.equal(toSavedEvent(event), undefined, event.type);
  });

  it('of an id alone says which interaction the answer comes from', () => {
    const interaction = { id: 'v1_a', status: 'in_progress', rawStatus: 'in_progress', steps: [], errors: [] };

    assert.deepEqual(fromSavedEvent({ id: 'v1_a' }), { type: 'created', interaction });
  });
});

describe('an answer that was kept', () => {
  const usage = { input: 1, output: 2, thought: 0, toolUse: 0, cached: 0, total: 3, grounding: {} };
  const saved = steps.map(([, event]) => event);

  it('goes on in the interaction that it came from, behind what was used before', () => {
    const answer = answerFrom([{ id: 'v1_a' }, ...saved, { id: 'v1_b', usage }]);

    assert.equal(answer.interactionId, 'v1_b');
    assert.deepEqual([answer.earlierUsage, answer.usage], [usage, usage]);
    assert.deepEqual(answer.steps, [{ ...step, content: [{ type: 'text', text: '{"a":1}' }] }]);
    assert.equal(answerFrom([{ id: 'v1_a' }]).earlierUsage, undefined);
    const kept = answerFrom([{ id: 'v1_a', usage }, { id: 'v1_b' }, ...saved]);
    assert.deepEqual([kept.earlierUsage, kept.usage], [usage, usage]);
  });

  it('is read in the form that was asked for', () => {
    const whole = [{ ...step, content: [{ type: 'text', text: '{"a":1}' }] }];
    const words = [{ kind: 'text', text: '{"a":1}' }];
    const block = [{ kind: 'text', text: '```json\n{"a":1}\n```\n' }];

    assert.deepEqual([answerFrom(saved).parts, partsOf(whole)], [words, words]);
    assert.deepEqual([answerFrom(saved, 'json').parts, partsOf(whole, 'json')], [block, block]);
  });
});
