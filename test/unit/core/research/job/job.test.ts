import assert from 'node:assert/strict';
import {
  backFrom,
  interactionIdsOf,
  isOpen,
  isUnsettled,
  newJob,
  type ResearchJob,
  researchStates,
  withAttempt,
} from '../../../../../src/core/research/job/job';

const asked = { question: 'Tides', agent: 'a', planFirst: false };
const job = newJob(asked, ['notes.md'], 'r1', 5);
const plan = (interactionId: string) => ({ said: 'Tides', interactionId, text: 'First this.' });

describe('a research job', () => {
  it('begins with its question as its first request', () => {
    assert.deepEqual(job, {
      id: 'r1',
      question: 'Tides',
      context: ['notes.md'],
      agent: 'a',
      createdAt: 5,
      state: 'starting',
      task: 'report',
      said: 'Tides',
      plans: [],
      attempts: 1,
      attemptedAt: 5,
      interactionId: undefined,
      isCancelWanted: false,
      progress: '',
      searches: 0,
      tokens: 0,
      failure: undefined,
      ending: undefined,
      endedAt: undefined,
      report: undefined,
      againOf: undefined,
      continues: undefined,
      isTold: false,
      isAtGoogle: true,
    });
  });

  it('says more than its question, and begins with a plan, where that is wanted', () => {
    const again = newJob(
      { ...asked, planFirst: true, said: 'Tides, again', againOf: 'r0', continues: 'v1' },
      [],
      'r2',
      5,
    );

    assert.deepEqual(
      [again.question, again.said, again.task, again.againOf, again.continues],
      ['Tides', 'Tides, again', 'plan', 'r0', 'v1'],
    );
  });

  it('has nothing of its last request when it makes the next one, and keeps its plans and its tokens', () => {
    const ended: ResearchJob = {
      ...job,
      state: 'failed',
      plans: [plan('v1')],
      attempts: 2,
      interactionId: 'v2',
      isCancelWanted: true,
      progress: 'Reads',
      tokens: 7,
      failure: 'notFound',
      ending: 'failed',
      isTold: true,
    };

    assert.deepEqual(withAttempt(ended, 'plan', 'Shorter', 9), {
      ...job,
      task: 'plan',
      said: 'Shorter',
      plans: [plan('v1')],
      attempts: 3,
      attemptedAt: 9,
      tokens: 7,
    });
  });

  it('runs at Google in some states, and may run in one more', () => {
    const inStates = (is: (one: ResearchJob) => boolean) => researchStates.filter((state) => is({ ...job, state }));

    assert.deepEqual(inStates(isOpen), ['starting', 'running']);
    assert.deepEqual(inStates(isUnsettled), ['starting', 'running', 'lost']);
  });

  it('has the interactions of its plans and of its last request at Google, each once, until they are deleted', () => {
    const running = { ...job, plans: [plan('v1'), plan('v2')], interactionId: 'v3' };

    assert.deepEqual(interactionIdsOf(running), ['v1', 'v2', 'v3']);
    assert.deepEqual(interactionIdsOf({ ...running, interactionId: 'v2' }), ['v1', 'v2']);
    assert.deepEqual(interactionIdsOf({ ...running, interactionId: undefined }), ['v1', 'v2']);
    assert.deepEqual(interactionIdsOf({ ...running, isAtGoogle: false }), []);
    assert.deepEqual(interactionIdsOf(job), []);
  });

  it('goes back to its last plan where a request was not taken, and has failed without one', () => {
    assert.deepEqual(backFrom({ ...job, plans: [plan('v1'), plan('v2')] }), {
      state: 'planned',
      task: 'plan',
      interactionId: 'v2',
    });
    assert.deepEqual(backFrom(job), { state: 'failed' });
  });
});
