import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { answerForm } from '../../../../src/core/conversation/answerForm';
import { answererOf, isRunning, newTurn } from '../../../../src/core/conversation/turn';
import { toFailure, toTurnFailure, turnEndOf } from '../../../../src/core/conversation/turnOutcome';

const place = { id: 't', parentId: undefined, createdAt: 5, model: 'm' };
const asked = () => newTurn({ prompt: 'Q', attachments: [] }, place);

describe('a question before anything came of it', () => {
  it('waits, and has nothing of an answer', () => {
    assert.deepEqual(asked(), {
      ...place,
      prompt: 'Q',
      attachments: [],
      removedCharacters: undefined,
      status: 'waiting',
      interactionId: undefined,
      steps: [],
      parts: [],
      usage: undefined,
      failure: undefined,
      endedAs: undefined,
    });
    assert.deepEqual(newTurn({ prompt: 'Q', attachments: [], image: { size: '2K' } }, place).image, { size: '2K' });
  });

  it('runs until it has an end', () => {
    const running = ['waiting', 'streaming', 'done', 'stopped', 'failed', 'interrupted'] as const;
    assert.deepEqual(
      running.filter((status) => isRunning({ ...asked(), status })),
      ['waiting', 'streaming'],
    );
  });
});

describe('an answer', () => {
  it('comes from an agent, else from the model that the service names, else from the one that was asked', () => {
    assert.equal(answererOf({ agent: 'a', answeredBy: 'n', model: 'm' }), 'a');
    assert.equal(answererOf({ answeredBy: 'n', model: 'm' }), 'n');
    assert.equal(answererOf({ model: 'm' }), 'm');
  });

  it('is JSON where it is to fit a schema', () => {
    assert.deepEqual([answerForm({}), answerForm({ schema: 's' })], ['words', 'json']);
  });
});

describe('the end of a turn', () => {
  it('is kept as it came, and calls that nobody carries out are no failure', () => {
    const none = { failure: undefined, endedAs: undefined };
    const failure = { reason: 'truncated' } as const;

    assert.deepEqual(turnEndOf({ status: 'done', endedAs: 'incomplete' }), {
      ...{ ...none, status: 'done', endedAs: 'incomplete' },
    });
    assert.deepEqual(turnEndOf({ status: 'awaitsResults', calls: [], endedAs: 'requires_action' }), {
      ...{ ...none, status: 'done', endedAs: 'requires_action' },
    });
    assert.deepEqual(turnEndOf({ status: 'stopped' }), { ...none, status: 'stopped' });
    assert.deepEqual(turnEndOf({ status: 'failed', failure }), { ...none, status: 'failed', failure });
  });

  it('keeps of a failure only its codes and times, and leads back to the same', () => {
    const details = { code: 'c', status: 0, retryAfterMs: 0 };
    const kept = toTurnFailure(new Failure('rateLimited', { ...details, cause: new Error('the prompt') }));

    assert.deepEqual(kept, { reason: 'rateLimited', ...details });
    assert.deepEqual(toTurnFailure(new Failure('offline')), { reason: 'offline' });
    const { reason, code, status, retryAfterMs } = toFailure(kept);
    assert.deepEqual({ reason, code, status, retryAfterMs }, kept);
  });
});
