import assert from 'node:assert/strict';
import { contextUse } from '../../../../src/core/chat/contextUse';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';

const turn = (input?: number): Turn => ({
  ...newTurn(
    { prompt: 'Why?', attachments: [] },
    { id: crypto.randomUUID(), parentId: undefined, createdAt: 0, model: 'gemini-3.8-flash' },
  ),
  usage:
    input === undefined
      ? undefined
      : { input, output: 10, thought: 500, toolUse: 5, cached: 1, total: input + 515, grounding: {} },
});

describe('how much of its context a chat uses', () => {
  it('is what was read and written last, without thoughts, which do not come again', () => {
    assert.equal(contextUse([turn(100), turn(2_000)]), 2_010);
  });

  it('is that of the answer before, while the next one has not ended or was refused', () => {
    assert.equal(contextUse([turn(100), turn()]), 110);
  });

  it('is not known before the first answer', () => {
    assert.equal(contextUse([]), undefined);
    assert.equal(contextUse([turn()]), undefined);
  });
});
