import assert from 'node:assert/strict';
import { outcomeOf } from '../../../../src/core/conversation/turnOutcome';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { readStep } from '../../../../src/core/interactions/steps';
import { interactionOf } from '../interactions/pollUnderTest';
import { answerOf } from './answerUnderTest';

const says = (words: string): InteractionEvent => {
  return {
    type: 'stepStarted',
    index: 0,
    step: readStep({ type: 'model_output', content: [{ type: 'text', text: words }] }),
  };
};
const failed = (reason: string, code?: string) => {
  return { status: 'failed', failure: { reason, ...(code !== undefined && { code }) } };
};

describe('how a turn ends', () => {
  it('is a cut where its stream merely ends, or a damage where frames could not be read', () => {
    assert.deepEqual(outcomeOf(answerOf([says('a')])), failed('truncated'));
    assert.deepEqual(outcomeOf(answerOf([says('a'), { type: 'malformed', raw: 'x' }])), failed('malformedAnswer'));
  });

  it('follows from the status that the service gave at last', () => {
    const outcomes: readonly (readonly [InteractionStatus, object])[] = [
      ['completed', { status: 'done', endedAs: undefined }],
      ['incomplete', { status: 'done', endedAs: 'incomplete' }],
      ['budget_exceeded', { status: 'done', endedAs: 'budget_exceeded' }],
      ['cancelled', { status: 'done', endedAs: 'cancelled' }],
      ['requires_action', { status: 'awaitsResults', calls: [], endedAs: 'requires_action' }],
      ['requires_continuation', failed('truncated')],
      ['failed', failed('generationFailed')],
      ['queued', failed('unknown', 'as it came')],
      ['in_progress', failed('unknown', 'as it came')],
      ['unknown', failed('unknown', 'as it came')],
    ];
    for (const [status, outcome] of outcomes) {
      const interaction = interactionOf(status, { rawStatus: 'as it came' });
      assert.deepEqual(outcomeOf(answerOf([says('a'), { type: 'completed', interaction }])), outcome, status);
    }
  });

  it('is a failure with the service’s word for it, whatever the status is', () => {
    const error = { reason: 'contentBlocked', code: 'safety' } as const;
    for (const status of ['completed', 'failed', 'cancelled', 'requires_action'] as const) {
      const end: InteractionEvent = { type: 'completed', interaction: interactionOf(status) };
      const broken: InteractionEvent = { type: 'failed', error };
      assert.deepEqual(outcomeOf(answerOf([says('a'), end, broken])), failed('contentBlocked', 'safety'), status);
    }
    for (const [status, words] of [
      ['completed', ' '],
      ['incomplete', 'a'],
      ['failed', 'a'],
    ] as const) {
      const end: InteractionEvent = { type: 'completed', interaction: interactionOf(status, { errors: [error] }) };
      assert.deepEqual(outcomeOf(answerOf([says(words), end])), failed('contentBlocked', 'safety'), status);
    }
  });

  it('is well where only the budget of an agent was used up, by an error or by the status', () => {
    const errors = [{ reason: 'budgetExceeded', code: 'x' }] as const;
    const end: InteractionEvent = { type: 'completed', interaction: interactionOf('incomplete', { errors }) };

    assert.deepEqual(outcomeOf(answerOf([says('a'), end])), { status: 'done', endedAs: 'budget_exceeded' });
  });
});
