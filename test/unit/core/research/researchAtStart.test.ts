import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { newJob, type ResearchJob } from '../../../../src/core/research/job/job';
import { ResearchFiles } from '../../../../src/core/research/researchFiles';
import { leasePath } from '../../../../src/core/storage/files/chatPaths';
import { agent, interaction, ResearchWindow, settled } from './researchUnderTest';

const job = newJob({ question: 'Heat pumps', agent, planFirst: false }, [], 'r1', 5);
const plan = { said: 'Heat pumps', interactionId: 'v1_plan', text: 'Plan' };

/** A window that finds this research on disk at its start. */
async function windowOn(
  saved: Partial<ResearchJob>,
  prepare: (files: ResearchFiles) => Promise<unknown> = async () => {},
) {
  const window = new ResearchWindow();
  const files = new ResearchFiles(window.files, window.clock, 'before');
  await files.save({ ...job, ...saved });
  await prepare(files);
  await window.jobs.resume();
  await settled();
  return window;
}

describe('a research that is found at the start', () => {
  it('is followed where it runs or was lost', async () => {
    for (const state of ['running', 'lost'] as const) {
      const window = await windowOn({ state, interactionId: 'v1_job', isTold: state === 'lost' });
      assert.deepEqual([window.state, window.service.polls, window.recorded, window.told], ['running', 1, ['r1'], []]);
      assert.ok(window.files.paths.includes(leasePath('r1')));
    }
  });

  it('is cancelled where that was wanted', async () => {
    const window = await windowOn({ state: 'running', interactionId: 'v1_job', isCancelWanted: true });
    assert.equal(window.service.cancels, 1);
  });

  it('is told of where people have not heard of it, in one window', async () => {
    for (const state of ['done', 'failed', 'cancelled', 'planned', 'uncertain'] as const) {
      const window = await windowOn({ state });
      assert.deepEqual([window.told, window.saved.isTold, window.recorded], [[state], true, []]);
      assert.ok(!window.files.paths.includes(leasePath('r1')));
    }
    const told = await windowOn({ state: 'done' }, (files) => files.createTold({ ...job, state: 'done' }));
    assert.deepEqual([told.told, told.saved.isTold], [[], true]);
  });

  it('is left alone where people have heard of it', async () => {
    const window = await windowOn({ state: 'done', isTold: true });
    assert.deepEqual([window.told, window.service.polls, window.recorded, window.jobs.open], [[], 0, [], []]);
    assert.ok(!window.files.calls.some((call) => call.includes('lease')));
  });

  it('was sent or not, as its mark says, where its start was cut off', async () => {
    const sent = await windowOn({ state: 'starting' }, (files) => files.createIntent('r1', 1));
    assert.deepEqual([sent.saved.state, sent.saved.failure, sent.told], ['uncertain', undefined, ['uncertain']]);

    const before = await windowOn({ state: 'starting', attempts: 2 }, (files) => files.createIntent('r1', 1));
    assert.deepEqual([before.saved.state, before.saved.failure, before.told], ['failed', 'interrupted', ['failed']]);

    const planned = await windowOn({ state: 'starting', plans: [plan] });
    assert.deepEqual(
      [planned.saved.state, planned.saved.failure, planned.saved.interactionId, planned.told],
      ['planned', 'interrupted', 'v1_plan', ['planned']],
    );
    for (const { service } of [sent, before, planned])
      assert.deepEqual([service.requests.length, service.polls], [0, 0]);
  });

  it('is one of several, of which one that cannot be looked after keeps none back', async () => {
    const window = new ResearchWindow();
    const files = new ResearchFiles(window.files, window.clock, 'before');
    await files.save({ ...job, state: 'running', interactionId: 'v1_a' });
    await files.save({ ...job, id: 'r2', createdAt: 6, state: 'running', interactionId: 'v1_b' });
    window.files.faults = (operation, path) =>
      operation === 'createNew' && path === leasePath('r1') ? { code: 'EIO' } : undefined;
    await window.jobs.resume();
    await settled();
    assert.deepEqual([window.errors.length, window.service.polls, window.recorded], [1, 1, ['r1', 'r2']]);

    window.files.faults = undefined;
    await window.pass(5_000);
    assert.equal(window.service.polls, 2);
  });
});

describe('a lost research', () => {
  const lost = { state: 'lost', interactionId: 'v1_job', failure: 'notFound', isTold: true } as const;

  it('is asked for again after a sleep of the machine', async () => {
    const window = await windowOn(lost);
    window.service.found = new Failure('notFound', { status: 404 });
    await window.until('lost');
    const { polls } = window.service;
    await window.pass(5_000);
    assert.equal(window.service.polls, polls);

    window.service.found = interaction('completed', '# Report');
    window.clock.setWall(40_000);
    await window.pass(5_000);
    assert.equal(window.state, 'done');
  });
});
