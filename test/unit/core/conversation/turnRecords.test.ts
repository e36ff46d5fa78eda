import assert from 'node:assert/strict';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';
import { endOf, startOf, turnRecords } from '../../../../src/core/conversation/turnRecords';

const place = { id: 't', parentId: 'p', createdAt: 5, model: 'm' };
const asked = newTurn({ prompt: 'Q', attachments: [{ kind: 'url', id: 'u', url: 'https://a.example' }] }, place);
const plain = { ...place, prompt: 'Q', attachments: asked.attachments };
const none = { replaces: undefined, removedCharacters: undefined, rulesFiles: undefined };

describe('what is written of a question', () => {
  it('is what was asked, where, and of whom', () => {
    assert.deepEqual(startOf(asked), { ...plain, ...none });
  });

  it('is also an agent, a schema, a picture, rules and what was changed, where there are such', () => {
    const more = {
      agent: 'a',
      replaces: 'gemini-old',
      removedCharacters: 3,
      rulesFiles: ['AGENTS.md'],
      schema: 's',
      image: { ratio: '1:1' } as const,
    };

    assert.deepEqual(startOf({ ...asked, ...more }), { ...plain, ...more });
  });
});

describe('what is written of an answer', () => {
  const whole: Turn = {
    ...asked,
    status: 'done',
    interactionId: 'v1_a',
    steps: [{ type: 'model_output' }],
    parts: [{ kind: 'text', text: 'never kept' }],
    usage: { input: 1, output: 2, thought: 0, toolUse: 0, cached: 0, total: 3, grounding: {} },
    answeredBy: 'n',
    isCostly: true,
    times: { total: 9, thoughts: [] },
    failure: { reason: 'truncated' },
    endedAs: 'incomplete',
    isRebuilt: true,
    skippedEvents: 4,
  };
  const kept = {
    status: 'done',
    interactionId: 'v1_a',
    steps: whole.steps,
    usage: whole.usage,
    answeredBy: 'n',
    isCostly: true,
    times: whole.times,
    failure: whole.failure,
    endedAs: 'incomplete',
    isRebuilt: true,
  };

  it('is how it ended and all of its steps, with the sandbox where there is one', () => {
    assert.deepEqual(endOf(whole), kept);
    assert.deepEqual(endOf({ ...whole, environmentId: 'env_1' }), { ...kept, environmentId: 'env_1' });
  });

  it('is that it was interrupted, where it still runs', () => {
    for (const status of ['waiting', 'streaming'] as const)
      assert.equal(endOf({ ...whole, status }).status, 'interrupted');
    for (const status of ['done', 'stopped', 'failed', 'interrupted'] as const)
      assert.equal(endOf({ ...whole, status }).status, status);
  });

  it('stands behind the question and the id that the service has it under, if it has', () => {
    assert.deepEqual(turnRecords(whole), [
      { kind: 'turn', turnId: 't', turn: startOf(whole) },
      { kind: 'accepted', turnId: 't', interactionId: 'v1_a', background: false },
      { kind: 'end', turnId: 't', end: kept },
    ]);
    for (const interactionId of [undefined, '']) {
      assert.deepEqual(
        turnRecords({ ...whole, interactionId }).map(({ kind }) => kind),
        ['turn', 'end'],
      );
    }
  });
});
