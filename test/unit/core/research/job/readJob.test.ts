import assert from 'node:assert/strict';
import { newJob, type ResearchJob } from '../../../../../src/core/research/job/job';
import { readJob } from '../../../../../src/core/research/job/readJob';

const job: ResearchJob = {
  ...newJob({ question: 'Tides', agent: 'a', planFirst: true }, ['notes.md'], 'r1', 5),
  state: 'running',
  said: 'Shorter',
  plans: [{ said: 'Tides', interactionId: 'v1', text: 'First this.' }],
  attempts: 3,
  attemptedAt: 8,
  interactionId: 'v2',
  isCancelWanted: true,
  progress: 'Reads',
  searches: 4,
  tokens: 9,
  failure: 'notFound',
  ending: 'incomplete',
  endedAt: 11,
  report: 'tides.md',
  againOf: 'r0',
  continues: 'v0',
  isTold: true,
  isAtGoogle: false,
};
const least = { id: 'r1', question: 'Tides', state: 'done' };

describe('a research job on disk', () => {
  it('is read as it was written', () => {
    assert.deepEqual(readJob(JSON.parse(JSON.stringify(job))), job);
  });

  it('is one where its id, its question and its state are there', () => {
    assert.deepEqual(readJob({ ...least, createdAt: 5 }), {
      ...newJob({ question: 'Tides', agent: '', planFirst: false }, [], 'r1', 5),
      state: 'done',
    });
    assert.equal(readJob(least)?.createdAt, 0);
    for (const value of [
      undefined,
      'r1',
      [],
      { ...least, id: 1 },
      { ...least, question: null },
      { ...least, state: 'odd' },
    ]) {
      assert.equal(readJob(value), undefined, JSON.stringify(value));
    }
  });

  it('has nothing of what has another form', () => {
    const odd = {
      ...least,
      context: ['a', 5],
      task: 'odd',
      plans: [{ interactionId: 'v1', text: 'Plan' }, { interactionId: 'v1' }, { text: 'Plan' }, 5],
      failure: 'odd',
      isCancelWanted: 'yes',
      isTold: 1,
      isAtGoogle: 0,
    };

    assert.deepEqual(readJob(odd), {
      ...newJob({ question: 'Tides', agent: '', planFirst: false }, ['a'], 'r1', 0),
      state: 'done',
      plans: [{ said: '', interactionId: 'v1', text: 'Plan' }],
    });
    assert.deepEqual(readJob({ ...least, context: 'a' })?.context, []);
  });
});
