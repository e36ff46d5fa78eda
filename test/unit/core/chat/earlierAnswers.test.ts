import assert from 'node:assert/strict';
import { beginningOf, earlierIn } from '../../../../src/core/chat/earlierAnswers';
import type { SavedEvent } from '../../../../src/core/conversation/records';
import { readStep } from '../../../../src/core/interactions/steps';
import type { Usage } from '../../../../src/core/interactions/usage';
import { textOf } from '../conversation/answerUnderTest';

const usage: Usage = { input: 9, output: 4, thought: 2, toolUse: 0, cached: 0, total: 15, grounding: {} };
const output = (text: string) => ({ type: 'model_output', content: [{ type: 'text', text }] });
const started = (text: string): SavedEvent => ({ i: 0, start: output(text) });

describe('what came before the last interaction of an answer', () => {
  it('is nothing where there was one interaction, or none', () => {
    assert.equal(earlierIn([]), undefined);
    assert.equal(earlierIn([started('So')]), undefined);
    assert.equal(earlierIn([{ id: 'one' }, started('So')]), undefined);
  });

  it('is the steps of the interactions before it, and what they took', () => {
    const events: readonly SavedEvent[] = [{ id: 'one' }, started('So'), { id: 'two', usage }, started(' on')];
    assert.deepEqual(earlierIn(events), { steps: [output('So')], usage });
    assert.deepEqual(earlierIn([{ id: 'one' }, started('So'), { id: 'two' }]), {
      steps: [output('So')],
      usage: undefined,
    });
  });

  it('is what earlier requests took, also where nothing of their steps was kept', () => {
    assert.deepEqual(earlierIn([{ id: 'one', usage }, started('So')]), { steps: [], usage });
  });
});

describe('the beginning of an answer that is resumed', () => {
  it('is empty and waits for its interaction', () => {
    const answer = beginningOf('one', undefined);
    assert.deepEqual(
      [answer.interactionId, answer.steps, answer.usage, answer.completed],
      ['one', [], undefined, undefined],
    );
  });

  it('has what earlier requests brought and took, and adds to both', () => {
    const answer = beginningOf('two', { steps: [output('So')], usage });
    assert.equal(answer.interactionId, 'two');
    assert.deepEqual(answer.steps, [output('So')]);
    assert.deepEqual(answer.earlierUsage, usage);
    answer.apply({ type: 'stepStarted', index: 0, step: readStep(output(' on')) });
    assert.equal(textOf(answer), 'So on');
  });
});
