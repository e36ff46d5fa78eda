import assert from 'node:assert/strict';
import type { Interaction } from '../../../../src/core/interactions/events';
import type { ResearchJob } from '../../../../src/core/research/job/job';
import { followerOf, runningJob as job } from './followerUnderTest';
import { interaction, settled } from './researchUnderTest';

describe('the cancel of a research', () => {
  const wanted: ResearchJob = { ...job, isCancelWanted: true };

  it('is asked for as long as it is wanted, a minute after each round of tries', async () => {
    const { follower, service, seen, pass } = followerOf(wanted);
    follower.cancel();
    for (let second = 0; second < 80; second += 1) await pass(1_000);
    assert.equal(service.cancels, 8);
    await pass(57_000);
    assert.equal(service.cancels, 8);
    await pass(3_000);
    assert.equal(service.cancels, 9);

    for (let second = 0; second < 80; second += 1) await pass(1_000);
    assert.equal(service.cancels, 16);
    seen.job = job;
    await pass(120_000);
    assert.equal(service.cancels, 16);
  });

  it('is asked for once at a time, and again when it is wanted again', async () => {
    const { follower, service, seen } = followerOf(job);
    follower.cancel();
    await settled();
    seen.job = wanted;
    follower.cancel();
    follower.cancel();
    await settled();

    assert.equal(service.cancels, 1);
  });

  it('is told by following, which polls at once', async () => {
    const { follower, service, seen } = followerOf(wanted);
    service.cancelled = interaction('cancelled');
    service.found = interaction('cancelled', 'Half');
    follower.cancel();
    await settled();

    assert.deepEqual(
      [service.cancels, service.polls, seen.job.state, seen.job.report],
      [1, 1, 'cancelled', 'report.md'],
    );
  });

  it('begins no new following where the end was found before the cancel was answered', async () => {
    const { follower, service, seen } = followerOf(wanted);
    let answer = (_: Interaction) => {};
    Object.assign(service.port, {
      cancel: () =>
        new Promise<Interaction>((resolve) => {
          answer = resolve;
        }),
    });
    service.found = interaction('completed', 'Text');
    follower.cancel();
    follower.follow();
    await settled();
    assert.deepEqual([seen.job.state, seen.reports.length], ['done', 1]);

    answer(interaction('completed'));
    await settled();
    assert.deepEqual([service.polls, seen.reports.length, seen.updates.length], [1, 1, 1]);
  });

  it('is not asked for where it is not wanted, the research does not run, or nobody follows it', async () => {
    for (const other of [job, { ...wanted, state: 'lost' }, { ...wanted, state: 'done' }] as const) {
      const { follower, service } = followerOf(other);
      follower.cancel();
      await settled();
      assert.equal(service.cancels, 0, other.state);
    }
    const { follower, service } = followerOf(wanted);
    follower.dispose();
    follower.cancel();
    await settled();
    assert.equal(service.cancels, 0);
  });

  it('that goes wrong by a bug is reported', async () => {
    const { follower, service, seen } = followerOf(wanted);
    const bug = new TypeError('a bug');
    service.found = bug;
    follower.cancel();
    await settled();

    assert.deepEqual(seen.errors, [bug]);
  });
});
