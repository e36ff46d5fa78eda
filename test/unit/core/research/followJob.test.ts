import assert from 'node:assert/strict';
import { Failure, failureReasons } from '../../../../src/core/base/failure';
import type { Interaction } from '../../../../src/core/interactions/events';
import type { FollowEnd } from '../../../../src/core/interactions/followInteraction';
import type { Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { followJob } from '../../../../src/core/research/followJob';
import { ManualClock } from '../../fakes/manualClock';

const interaction = (status: InteractionStatus): Interaction => ({
  id: 'v1_job',
  status,
  rawStatus: status,
  steps: [],
  errors: [],
});

/** Follows a job of a service that gives these answers to `get`, the last for ever, and whose streams end at once. */
async function follow(gets: readonly (Interaction | Failure)[], stepMs = 10_000) {
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
  const services = { interactions, clock, onWake: () => ({ dispose: () => {} }) };
  let end: FollowEnd | undefined;
  void followJob(services, 'v1_job', undefined, new AbortController().signal, () => Promise.resolve()).then(
    (result) => {
      end = result;
    },
  );
  for (let turn = 0; turn < 2_000 && end === undefined; turn += 1) {
    for (let tick = 0; tick < 5; tick += 1) await new Promise(setImmediate);
    clock.advance(stepMs);
  }
  return { end, looks, clock };
}

const statusOf = (end: FollowEnd | undefined) => (typeof end === 'object' ? end.status : end);

describe('following a research', () => {
  it('outlives one odd answer of each kind', async () => {
    const odd = failureReasons.map((reason) => new Failure(reason, { status: 400 }));

    const { end, looks } = await follow([...odd, interaction('completed')]);

    assert.equal(statusOf(end), 'completed');
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

    assert.equal(statusOf(end), 'failed');
  });

  it('gives up a job that is not found for longer than a minute', async () => {
    const { end, looks, clock } = await follow([new Failure('notFound', { status: 404 })]);

    assert.equal(end, 'gone');
    assert.ok(looks >= 3 && clock.now() >= 60_000, `${looks} looks in ${clock.now()} ms`);
  });

  it('keeps following through statuses of the future', async () => {
    const { end } = await follow([interaction('unknown'), interaction('requires_action'), interaction('completed')]);

    assert.equal(statusOf(end), 'completed');
  });

  it('is overdue only after the service has called it unfinished for three hours of polls', async () => {
    const { end, looks, clock } = await follow([interaction('in_progress')]);

    assert.equal(end, 'overdue');
    assert.ok(clock.now() >= 2.9 * 3_600_000, `after ${clock.now()} ms`);
    assert.ok(looks >= 180, `${looks} looks`);
  });

  it('goes on after a machine that slept for days between two polls', async () => {
    const running = Array.from({ length: 100 }, () => interaction('in_progress'));

    const { end } = await follow([...running, interaction('completed')], 48 * 3_600_000);

    assert.equal(statusOf(end), 'completed');
  });
});
