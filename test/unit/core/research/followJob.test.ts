import assert from 'node:assert/strict';
import { Failure, failureReasons } from '../../../../src/core/base/failure';
import type { Interaction } from '../../../../src/core/interactions/events';
import type { Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { followJob } from '../../../../src/core/research/followJob';
import type { ResearchJob } from '../../../../src/core/research/job';
import { ManualClock } from '../../fakes/manualClock';

const interaction = (status: InteractionStatus): Interaction => ({
  id: 'v1_job',
  status,
  rawStatus: status,
  steps: [],
  errors: [],
});

/** Follows a job of a service that gives these answers to `get`, the last for ever, and whose streams end at once. */
async function follow(gets: readonly (Interaction | Failure)[]) {
  const clock = new ManualClock();
  let looks = 0;
  const none = () => assert.fail('nothing but looks');
  const interactions: Interactions = {
    ask: none,
    startAgent: none,
    getWithInput: none,
    cancel: none,
    delete: none,
    listModels: none,
    get: () => {
      const next = gets[Math.min(looks++, gets.length - 1)] ?? none();
      return next instanceof Failure ? Promise.reject(next) : Promise.resolve(next);
    },
    follow: async function* () {},
  };
  const job: ResearchJob = {
    id: 'job',
    question: 'Heat pumps',
    agent: 'deep-research-preview-04-2026',
    createdAt: clock.wallNow(),
    state: 'running',
    interactionId: 'v1_job',
    lastEventId: undefined,
    progress: '',
    failure: undefined,
  };
  const run = followJob(interactions, clock, job, new AbortController().signal, () => Promise.resolve());
  let end: Interaction | Failure | undefined;
  run.then(
    (result) => {
      end = result;
    },
    (error: Failure) => {
      end = error;
    },
  );
  for (let turn = 0; turn < 400 && end === undefined; turn += 1) {
    for (let tick = 0; tick < 5; tick += 1) await new Promise(setImmediate);
    clock.advance(10_000);
  }
  return { end, looks, clock };
}

describe('following a research', () => {
  it('outlives one odd answer of each kind', async () => {
    const odd = failureReasons.map((reason) => new Failure(reason, { status: 400 }));

    const { end, looks } = await follow([...odd, interaction('completed')]);

    assert.equal(end instanceof Failure ? end.reason : end?.status, 'completed');
    assert.equal(looks, odd.length + 1);
  });

  it('outlives a job that is not found for a moment', async () => {
    const missing = new Failure('notFound', { status: 404 });

    const { end } = await follow([
      missing,
      missing,
      interaction('in_progress'),
      missing,
      missing,
      interaction('failed'),
    ]);

    assert.equal(end instanceof Failure ? end.reason : end?.status, 'failed');
  });

  it('gives up a job that is not found for longer than a minute', async () => {
    const { end, looks, clock } = await follow([new Failure('notFound', { status: 404 })]);

    assert.equal(end instanceof Failure ? end.reason : end?.status, 'notFound');
    assert.ok(looks >= 3 && clock.now() >= 60_000, `${looks} looks in ${clock.now()} ms`);
  });
});
