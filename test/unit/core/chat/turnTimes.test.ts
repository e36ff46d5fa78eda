import assert from 'node:assert/strict';
import { TurnTimer } from '../../../../src/core/chat/turnTimer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readStep } from '../../../../src/core/interactions/steps';
import type { AnswerChange } from '../../../../src/parts/answerChange';

const connected: InteractionEvent = { type: 'connected' };
const began = (type: string): InteractionEvent => ({ type: 'stepStarted', index: 0, step: readStep({ type }) });
const thought: AnswerChange = { type: 'partAdded', part: { kind: 'thought', text: 'Hm' } };
const text: AnswerChange = { type: 'partAdded', part: { kind: 'text', text: 'So' } };
const grew: AnswerChange = { type: 'partGrew', part: 0, text: ' on' };

/** A timer on a clock that the test moves, told of the changes alone. */
function timed(isFromStart = true) {
  let now = 1_000.25;
  const timer = new TurnTimer(() => now, isFromStart);
  return {
    timer,
    at: (ms: number, changes: readonly AnswerChange[] = [], event = connected) => {
      now = 1_000.25 + ms;
      timer.note(event, changes);
    },
  };
}

describe('the times of a turn', () => {
  it('are whole milliseconds', () => {
    const { timer, at } = timed();
    at(10.4, [thought]);
    at(30.8, [text]);
    at(50.6);
    assert.deepEqual(timer.end(), { total: 51, first: 10, thoughts: [20] });
  });

  it('have no first moment where nothing was seen of the answer', () => {
    const { timer, at } = timed();
    at(10, [], began('thought'));
    at(20);
    assert.deepEqual(timer.end(), { total: 20, thoughts: [] });
  });

  it('count the first change of any kind as the first moment, and only the first', () => {
    const { timer, at } = timed();
    at(10, [grew]);
    at(20, [text]);
    assert.equal(timer.end()?.first, 10);
  });

  it('have one stretch for thoughts with nothing between them, however many parts and steps', () => {
    const { timer, at } = timed();
    at(10, [thought]);
    at(20, [grew]);
    at(30, [thought], began('thought'));
    at(40, [], began('thought'));
    at(70, [text]);
    assert.deepEqual(timer.end()?.thoughts, [60]);
  });

  it('have nothing of thinking that is not shown, also beside thinking that is', () => {
    const { timer, at } = timed();
    at(0, [], began('thought'));
    at(10, [text]);
    at(20, [], began('thought'));
    at(30);
    assert.equal(timer.soFar, undefined);
    at(40, [thought]);
    assert.deepEqual(timer.soFar, { thoughts: [20] });
    at(50, [text]);
    at(60, [], began('model_output'));
    at(90, [text]);
    assert.deepEqual(timer.end()?.thoughts, [30]);
  });

  it('are told while the answer goes on, with the stretch of now, and do not count that twice', () => {
    const { timer, at } = timed();
    at(10, [thought]);
    at(20, [text]);
    assert.deepEqual(timer.soFar, { thoughts: [10] });
    at(30, [thought]);
    at(50);
    assert.deepEqual([timer.soFar, timer.soFar], [{ thoughts: [10, 20] }, { thoughts: [10, 20] }]);
    assert.deepEqual(timer.end()?.thoughts, [10, 20]);
  });

  it('do not tell of thoughts once one came out of order', () => {
    const { timer, at } = timed();
    at(10, [thought]);
    at(20, [{ ...text, at: 0 }]);
    assert.equal(timer.soFar, undefined);
    at(30);
    assert.deepEqual(timer.end(), { total: 30, first: 10, thoughts: [] });
  });

  it('begin where it is said', () => {
    const timer = new TurnTimer(() => 50, true, 20);
    assert.deepEqual(timer.end(), { total: 30, thoughts: [] });
  });
});
