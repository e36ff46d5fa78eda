import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readSteps } from '../../../../src/core/interactions/steps';
import { followerOf, runningJob as job } from './followerUnderTest';
import { interaction, settled } from './researchUnderTest';

const report = interaction('completed', 'Text');

/** A follower that has polled once. */
async function following(found: ReturnType<typeof followerOf>['service']['found'], of = job) {
  const made = followerOf(of);
  made.service.found = found;
  made.follower.follow();
  await settled();
  return made;
}

describe('the following of a research', () => {
  it('ends with the report, once that is saved', async () => {
    const { follower, seen, service } = await following(report);

    assert.deepEqual(
      seen.reports.map(({ change }) => change.state),
      ['done'],
    );
    assert.equal(seen.updates.length, 1);
    assert.deepEqual(
      [seen.job.state, seen.job.report, seen.job.endedAt, follower.isActive, service.polls],
      ['done', 'report.md', 9, false, 1],
    );
  });

  it('keeps what a poll has brought and the end does not give back', async () => {
    const { follower, seen, service, pass } = await following(interaction('in_progress', 'Half'));
    assert.equal(follower.live.steps.length, 1);
    service.found = interaction('completed');
    await pass(75_000);

    const [outcome] = seen.reports;
    assert.deepEqual(
      outcome?.steps?.map(({ wire }) => wire.content),
      [[{ type: 'text', text: 'Half' }]],
    );
  });

  it('ends without a report where there is nothing to save', async () => {
    const { follower, seen } = await following(interaction('completed', 'Plan'), { ...job, task: 'plan' });

    assert.deepEqual([seen.reports, seen.job.state, seen.job.report], [[], 'planned', undefined]);
    assert.equal(follower.isActive, false);
  });

  it('tries each minute to save a report, and tells once that it cannot', async () => {
    const { follower, service, seen, pass } = followerOf(job);
    seen.isDiskFull = true;
    service.found = report;
    follower.follow();
    await pass(59_999);
    assert.equal(seen.reports.length, 1);
    await pass(1);
    await pass(60_000);
    assert.deepEqual([seen.reports.length, seen.errors.length, seen.updates, follower.isActive], [3, 1, [], true]);

    seen.isDiskFull = false;
    await pass(60_000);
    assert.deepEqual([seen.job.report, service.polls], ['report.md', 1]);
  });

  it('loses a research that is not there, is overdue, or whose following has a bug', async () => {
    const bug = new TypeError('a bug');
    const ways = [
      [new Failure('notFound', { status: 404 }), 'notFound', []],
      [interaction('in_progress'), 'timedOut', []],
      [bug, 'unknown', [bug]],
    ] as const;
    for (const [found, failure, errors] of ways) {
      const { follower, seen, service, pass } = await following(found, { ...job, progress: 'Reads' });
      for (let poll = 0; poll < 400 && follower.isActive; poll += 1) await pass(75_000);

      assert.deepEqual(seen.updates, [{ state: 'lost', progress: '', failure }]);
      assert.deepEqual(seen.errors, errors);
      if (failure === 'timedOut') assert.equal(service.polls, 180);
    }
  });

  it('says that a lost research runs after all, and nothing of one that is known to', async () => {
    const lost = await following(interaction('in_progress'), {
      ...job,
      state: 'lost',
      failure: 'notFound',
      isTold: true,
    });
    assert.deepEqual(lost.seen.updates, [{ state: 'running', failure: undefined, isTold: false }]);

    assert.deepEqual((await following(interaction('in_progress'))).seen.updates, []);
    const ended = await following(report, { ...job, state: 'lost' });
    assert.deepEqual(
      ended.seen.updates.map(({ state }) => state),
      ['done'],
    );
  });

  it('begins again on demand, and what ran before says no more', async () => {
    const { follower, seen, service, pass } = await following(interaction('in_progress'));
    service.found = report;
    follower.follow();
    await pass(75_000);

    assert.deepEqual([service.polls, seen.updates.length, seen.reports.length], [2, 1, 1]);
  });

  it('does not end a research whose report could not be saved till it was disposed', async () => {
    const { follower, service, seen, pass } = followerOf(job);
    seen.isDiskFull = true;
    service.found = report;
    follower.follow();
    await settled();
    follower.dispose();
    await pass(60_000);

    assert.deepEqual([seen.reports.length, seen.updates], [1, []]);
  });

  it('is over for good when it is disposed', async () => {
    const { follower, seen, service, pass } = await following(interaction('in_progress'));
    follower.dispose();
    follower.follow();
    service.found = report;
    await pass(300_000);

    assert.deepEqual([service.polls, seen.updates, seen.errors], [1, [], []]);
  });
});

describe('the progress of a research', () => {
  const [output] = readSteps([{ type: 'thought', summary: [{ type: 'text', text: '**Reads**' }] }]);
  const [search] = readSteps([{ type: 'google_search_call', arguments: { queries: ['a', 'b'] } }]);
  const usage = { total: 7, input: 0, output: 0, thought: 0, toolUse: 0, cached: 0, grounding: {} };
  const events: readonly InteractionEvent[] = [
    { type: 'created', interaction: interaction('in_progress') },
    ...[output, search].flatMap((step, index): InteractionEvent[] =>
      step ? [{ type: 'stepStarted', index, step }] : [],
    ),
    {
      type: 'statusChanged',
      interactionId: 'v1_job',
      status: 'in_progress',
      rawStatus: 'in_progress',
      totalUsage: usage,
    },
  ];

  it('is told a quarter of a second after something came, once for all that came till then', async () => {
    const { follower, service, seen, pass } = followerOf(job);
    service.streams.push(events);
    follower.follow();
    await pass(249);
    assert.deepEqual(seen.progress, []);
    await pass(1);
    assert.deepEqual(seen.progress, [{ progress: 'Reads', searches: 2, tokens: 7 }]);
    await pass(1_000);
    assert.equal(seen.progress.length, 1);

    service.streams.push(events);
    await pass(10_000);
    await pass(250);
    assert.equal(seen.progress.length, 2);
  });

  it('is not told of a research that has ended, or is no longer followed', async () => {
    const ended = followerOf(job);
    ended.service.streams.push(events);
    ended.follower.follow();
    await settled();
    ended.seen.job = { ...job, state: 'done' };
    await ended.pass(250);

    const gone = followerOf(job);
    gone.service.streams.push(events);
    gone.follower.follow();
    await settled();
    gone.follower.dispose();
    await gone.pass(250);
    assert.deepEqual([ended.seen.progress, gone.seen.progress], [[], []]);
  });
});
