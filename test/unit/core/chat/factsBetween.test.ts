import assert from 'node:assert/strict';
import { factsBetween } from '../../../../src/core/chat/factsBetween';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';

const turn = (id: string, text: string, status: Turn['status'] = 'streaming'): Turn => ({
  ...newTurn({ prompt: 'x', attachments: [] }, { id, parentId: undefined, createdAt: 0, model: 'm' }),
  status,
  parts: [{ kind: 'text', text }],
});

describe('what is told of a chat that another window wrote', () => {
  it('is how its last answer grew, and then the turn itself', () => {
    const after = turn('b', 'So it is');
    assert.deepEqual(factsBetween([turn('a', '', 'done'), turn('b', 'So')], [turn('a', '', 'done'), after]), [
      { type: 'answerChanged', turnId: 'b', change: { type: 'partGrew', part: 0, text: ' it is' } },
      { type: 'turnChanged', turn: after },
    ]);
  });

  it('is that all of it may be another, where more than that is different', () => {
    assert.deepEqual(factsBetween([turn('a', 'So')], [turn('b', 'So')]), [{ type: 'opened' }]);
  });
});
