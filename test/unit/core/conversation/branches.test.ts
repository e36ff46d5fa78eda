import assert from 'node:assert/strict';
import { branchesOf } from '../../../../src/core/conversation/branches';
import { newTurn } from '../../../../src/core/conversation/turn';

function asked(id: string, prompt: string, url?: string) {
  const attachments = url === undefined ? [] : [{ kind: 'url' as const, id: url, url }];
  return newTurn({ prompt, attachments }, { id, parentId: undefined, createdAt: 0, model: 'm' });
}

describe('branchesOf', () => {
  it('tells answers to the same question from other questions, in the order of the chat', () => {
    const turns = [asked('a', 'Why?'), asked('b', 'How?'), asked('c', 'Why?'), asked('d', 'Why?'), asked('e', 'Who?')];
    const of = (id: string) => {
      const turn = turns.find((one) => one.id === id);
      assert.ok(turn);
      return branchesOf(turn, turns);
    };

    assert.deepEqual(of('c'), { answers: ['a', 'c', 'd'], questions: ['c', 'b', 'e'] });
    // The newest answer of another question is shown first.
    assert.deepEqual(of('b'), { answers: ['b'], questions: ['d', 'b', 'e'] });
  });

  it('takes the same words with other code for another question', () => {
    const [one, other] = [asked('a', 'Why?', 'x'), asked('b', 'Why?', 'y')];

    assert.deepEqual(branchesOf(one, [one, other]), { answers: ['a'], questions: ['a', 'b'] });
  });

  it('is a turn by itself where none has its place, and where it is not among them', () => {
    const [one, two, other] = [asked('a', 'Why?'), asked('b', 'How?'), asked('c', 'Who?')];

    assert.deepEqual(branchesOf(one, [one]), { answers: ['a'], questions: ['a'] });
    assert.deepEqual(branchesOf(one, []), { answers: ['a'], questions: ['a'] });
    assert.deepEqual(branchesOf(other, [one, two]), { answers: ['c'], questions: ['a', 'b'] });
  });
});
