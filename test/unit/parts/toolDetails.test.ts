import assert from 'node:assert/strict';
import type { AnswerPart } from '../../../src/parts/answerPart';
import { toolDetails } from '../../../src/parts/toolDetails';

const call = (id: string): AnswerPart => ({
  kind: 'toolCall',
  step: 'function_call',
  id,
  name: 'look',
  arguments: { deep: { down: true } },
});
const result = (callId: string): AnswerPart => ({
  kind: 'toolResult',
  step: 'function_result',
  callId,
  name: 'look',
  result: 'found',
  isError: false,
});

describe('toolDetails', () => {
  const parts: readonly AnswerPart[] = [call('a'), call('b'), { kind: 'text', text: 'x' }, result('b'), result('a')];

  it('is the call together with its result, whichever of them is asked for', () => {
    for (const index of [0, 4]) assert.deepEqual(JSON.parse(toolDetails(parts, index) ?? ''), [call('a'), result('a')]);
  });

  it('is one part where the service gave no id', () => {
    assert.deepEqual(JSON.parse(toolDetails([call(''), result('')], 0) ?? ''), [call('')]);
  });

  it('is nothing for a part that is no tool, or not there', () => {
    assert.equal(toolDetails(parts, 2), undefined);
    assert.equal(toolDetails(parts, 9), undefined);
  });
});
