import assert from 'node:assert/strict';
import { turnCost } from '../../../../src/core/chat/turnCost';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';
import type { Usage } from '../../../../src/core/interactions/usage';

const none: Usage = { input: 0, output: 0, thought: 0, toolUse: 0, cached: 0, total: 0, grounding: {} };
const million = { ...none, input: 1_000_000, total: 1_000_000 };

function turn(usage: Usage | undefined, more: Partial<Turn> = {}): Turn {
  const place = { id: 't', parentId: undefined, createdAt: Date.UTC(2026, 11, 31), model: 'gemini-3.8-flash' };
  return { ...newTurn({ prompt: 'Why?', attachments: [] }, place), usage, ...more };
}

describe('what a turn cost', () => {
  it('goes by the price of its day', () => {
    assert.equal(turnCost(turn(million)), 0.75);
    assert.equal(turnCost(turn(million, { createdAt: Date.UTC(2027, 0, 1) })), 1.5);
  });

  it('goes by the model that answered', () => {
    assert.equal(turnCost(turn(million, { answeredBy: 'gemini-3.5-flash' })), 1.5);
  });

  it('is not known where the service did not say what it took, or the price is not known', () => {
    assert.equal(turnCost(turn(undefined)), undefined);
    assert.equal(turnCost(turn(none)), undefined);
    assert.equal(turnCost(turn({ ...none, output: 1, total: 1 }))?.toFixed(8), '0.00000375');
    assert.equal(turnCost(turn(million, { model: 'gemini-99' })), undefined);
  });
});
