import assert from 'node:assert/strict';
import { added, grew, growingStep, replaced } from './growingStep';

const piece = (json: string) => ({ type: 'arguments_delta', arguments: json });

describe('the part of a call that grows', () => {
  const start = { type: 'function_call', id: 'c', name: 'read', arguments: {} };
  const call = { kind: 'toolCall', step: 'function_call', id: 'c', name: 'read', arguments: {} };

  it('is there from the start, grows by the text of its arguments, and is told as a whole once they are', () => {
    const { begun, add, step, all } = growingStep(start);
    const whole = { ...call, arguments: { path: 'a' } };

    assert.deepEqual(begun, [added(call)]);
    assert.deepEqual(add(piece('{"path"')), [grew(0, '{"path"')]);
    assert.deepEqual(all.all, [{ ...call, argumentsText: '{"path"' }]);
    assert.deepEqual(add(piece(':"a"}')), [grew(0, ':"a"}')]);
    assert.deepEqual(all.all, [whole]);
    assert.deepEqual(step.stop(), [replaced(0, whole)]);
    assert.deepEqual(all.all, [whole]);
  });

  it('keeps arguments that never became whole as text', () => {
    const { add, step, all } = growingStep(start);
    add(piece('{"path"'));

    assert.deepEqual(step.stop(), [replaced(0, { ...call, argumentsText: '{"path"' })]);
    assert.deepEqual(all.all, [{ ...call, argumentsText: '{"path"' }]);
  });

  it('is told once more with fields that come whole, and not at its end', () => {
    const { add, step } = growingStep(start);

    assert.deepEqual(add({ type: 'arguments_delta', arguments: { path: 'a' } }), [
      replaced(0, { ...call, arguments: { path: 'a' } }),
    ]);
    assert.deepEqual(step.stop(), []);
  });
});

describe('the part of a result that grows', () => {
  const start = { type: 'google_search_result', call_id: 'c' };
  const result = { kind: 'toolResult', step: 'google_search_result', callId: 'c', name: '', isError: false };
  const found = (...items: readonly string[]) => ({ type: 'google_search_result', result: items });

  it('is told whole with the first list, and by what it gains with the next ones', () => {
    const { begun, add, all, step } = growingStep(start);

    assert.deepEqual(begun, [added({ ...result, result: null })]);
    assert.deepEqual(add(found('a')), [replaced(0, { ...result, result: ['a'] })]);
    assert.deepEqual(add(found('b', 'c')), [
      { type: 'partGained', part: 0, gain: { kind: 'toolResult', result: ['b', 'c'] } },
    ]);
    assert.deepEqual(add(found('d')), [{ type: 'partGained', part: 0, gain: { kind: 'toolResult', result: ['d'] } }]);
    assert.deepEqual(all.all, [{ ...result, result: ['a', 'b', 'c', 'd'] }]);
    assert.deepEqual(step.stop(), []);
  });

  it('has all of its lists once where a field changes behind them', () => {
    const { add, all } = growingStep(start);
    add(found('a'));
    add(found('b'));
    const whole = { ...result, result: ['a', 'b'], isError: true };

    assert.deepEqual(add({ type: 'google_search_result', is_error: true }), [replaced(0, whole)]);
    assert.deepEqual(all.all, [whole]);
  });

  it('stands before the pictures and texts that the step has besides', () => {
    const { begun, add } = growingStep({ ...start, content: [{ type: 'text', text: 'A' }] });

    assert.deepEqual(begun, [added({ ...result, result: null }), added({ kind: 'text', text: 'A' })]);
    assert.deepEqual(add({ type: 'text', text: 'B' }), [grew(1, 'B')]);
  });
});

describe('the part of a step of a future type', () => {
  it('is all that it has but its items, which are parts of their own', () => {
    const { begun, add } = growingStep({ type: 'dream', id: 'd', content: [{ type: 'text', text: 'A' }] });
    const unknown = (text: string) => ({ kind: 'unknown', text });

    assert.deepEqual(begun, [added(unknown('{"type":"dream","id":"d"}')), added({ kind: 'text', text: 'A' })]);
    assert.deepEqual(add({ type: 'dream', depth: 2 }), [replaced(0, unknown('{"type":"dream","id":"d","depth":2}'))]);
    assert.deepEqual(add({ type: 'dream', depth: 2 }), []);
  });
});
