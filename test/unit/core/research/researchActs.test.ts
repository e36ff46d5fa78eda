import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import type { Interaction } from '../../../../src/core/interactions/events';
import { jobFolder } from '../../../../src/core/research/researchFiles';
import { leasePath } from '../../../../src/core/storage/files/chatPaths';
import { agent, interaction, ResearchWindow, settled } from './researchUnderTest';

const storage = { reason: 'storageUnavailable' };
const report = interaction('completed', '# Report');
const notes = { type: 'text', text: 'Notes' } as const;
const asked = { question: 'Tides', agent, planFirst: false };

/** A window with one research, whose interaction was found so. */
async function windowWith(
  found: Interaction | Error = interaction('in_progress'),
  planFirst = false,
): Promise<ResearchWindow> {
  const window = new ResearchWindow();
  window.service.found = found;
  await window.start(planFirst);
  return window;
}

/** Whether another window may write the job. */
const isFree = (window: ResearchWindow) => !window.files.paths.includes(leasePath(window.job.id));

/** Has the disk take its time to read what goes along with a question. */
function slowDown({ files }: ResearchWindow): void {
  const read = files.read.bind(files);
  files.read = async (path) => {
    if (path.endsWith('input.json')) await settled();
    return read(path);
  };
}

describe('the research that a window knows', () => {
  it('is listed with the latest first, and those that run by themselves', async () => {
    const window = await windowWith(report);
    window.clock.advance(1_000);
    window.service.found = interaction('in_progress');
    const { id } = await window.jobs.start(asked);

    assert.deepEqual(
      window.jobs.all.map(({ question }) => question),
      ['Tides', 'Heat pumps'],
    );
    assert.deepEqual(
      window.jobs.open.map(({ question }) => question),
      ['Tides'],
    );
    assert.deepEqual([window.jobs.get(id)?.question, window.jobs.get('other')], ['Tides', undefined]);
    assert.deepEqual([window.jobs.live(id) !== undefined, window.jobs.live('other')], [true, undefined]);
    assert.deepEqual(window.recorded, [id]);
  });

  it('is read from disk once, and again where that failed', async () => {
    const before = await windowWith(report);
    const window = before.other(true);
    window.files.faults = (operation) => (operation === 'list' ? { code: 'EIO' } : undefined);
    await assert.rejects(window.jobs.resume(), storage);
    window.files.faults = undefined;
    await window.jobs.resume();
    assert.equal(window.jobs.all.length, 1);

    const { length } = window.files.calls;
    await window.jobs.resume();
    assert.equal(window.files.calls.length, length);
  });

  it('is not there when its start could not be kept', async () => {
    const window = new ResearchWindow();
    const removed: string[] = [];
    window.jobs.onDidRemove((id) => removed.push(id));
    window.files.faults = () => ({ code: 'ENOSPC' });
    await assert.rejects(window.jobs.start(asked), storage);
    assert.deepEqual([window.jobs.all, window.recorded, removed.length], [[], [], 1]);

    window.files.faults = undefined;
    await window.start();
    assert.equal(window.state, 'running');
  });

  it('is seen by a window that watches within five seconds of a change, and no longer after that', async () => {
    const window = await windowWith(report);
    const other = window.other();
    const watching = other.jobs.watch();
    await other.pass(5_000);
    assert.deepEqual(other.jobs.all, [window.job]);

    await window.jobs.remove(window.job.id);
    await other.pass(5_000);
    assert.deepEqual(other.jobs.all, []);

    watching.dispose();
    await window.start();
    await other.pass(5_000);
    await other.pass(5_000);
    assert.deepEqual(other.jobs.all, []);
  });

  it('does not come back where it was removed in another window while it ran', async () => {
    const window = await windowWith();
    const other = window.other();
    await other.jobs.resume();
    await window.jobs.remove(window.job.id);
    other.service.found = report;
    await other.pass(5_000);

    assert.deepEqual([other.jobs.all, other.recorded, other.told, window.files.paths], [[], [], [], []]);
  });

  it('is told of also where the disk does not take that it was', async () => {
    const window = new ResearchWindow();
    window.files.faults = (_, path) => (path.includes('told-') ? { code: 'EIO' } : undefined);
    window.service.found = report;
    await window.start();

    assert.deepEqual([window.told, window.job.isTold], [['done'], true]);
  });
});

describe('what goes along with a research', () => {
  it('is kept, named, and sent before the question, each time that it is asked', async () => {
    const window = new ResearchWindow();
    window.service.started = new Failure('rateLimited', { status: 429 });
    await assert.rejects(window.jobs.start(asked, { names: ['notes.md'], input: [notes] }), { reason: 'rateLimited' });
    assert.deepEqual(window.saved.context, ['notes.md']);

    window.service.started = interaction('in_progress');
    await window.jobs.startAgain(window.job.id);
    const input = [notes, { type: 'text', text: 'Tides' }];
    assert.deepEqual(
      window.service.requests.map((request) => request.input),
      [input, input],
    );
  });

  it('leaves no file where nothing does', async () => {
    const window = await windowWith();
    assert.equal(window.files.bytesOf(`${jobFolder(window.job.id)}/input.json`), undefined);
  });

  it('keeps a request back where it cannot be read', async () => {
    const window = await windowWith(interaction('cancelled'));
    window.files.faults = (_, path) => (path.endsWith('input.json') ? { code: 'EIO' } : undefined);
    await assert.rejects(window.jobs.startAgain(window.job.id), storage);

    assert.deepEqual([window.state, window.service.requests.length], ['cancelled', 1]);
  });
});

describe('what people do with a research', () => {
  it('is done only in the states that it is for', async () => {
    const running = await windowWith();
    const done = await windowWith(report);
    const planned = await windowWith(interaction('completed', 'Plan'), true);
    for (const { jobs, job, service } of [running, done]) {
      await jobs.changePlan(job.id, 'Shorter');
      await jobs.startPlanned(job.id);
      await jobs.startAgain(job.id);
      assert.equal(service.requests.length, 1, job.state);
    }
    assert.equal(isFree(done), true);
    await planned.jobs.startAgain(planned.job.id);
    await done.jobs.cancel(done.job.id);
    assert.deepEqual([planned.service.requests.length, done.service.cancels, done.saved.isCancelWanted], [1, 0, false]);
  });

  it('starts one again that failed or was cancelled, with what was said last', async () => {
    for (const status of ['failed', 'cancelled'] as const) {
      const window = await windowWith(interaction(status), true);
      window.clock.advance(1_000);
      window.service.found = interaction('in_progress');
      await window.jobs.startAgain(window.job.id);

      const { state, task, said, attempts, attemptedAt } = window.saved;
      assert.deepEqual(
        [state, task, said, attempts, attemptedAt],
        ['running', 'plan', 'Heat pumps', 2, window.clock.wallNow()],
      );
    }
  });

  it('gives a plan up without a notice, and lets go of it', async () => {
    const window = await windowWith(interaction('completed', 'Plan'), true);
    window.clock.advance(1_000);
    await window.jobs.cancel(window.job.id);

    const { state, endedAt, isTold } = window.saved;
    assert.deepEqual([state, endedAt, isTold], ['cancelled', window.clock.wallNow(), true]);
    assert.deepEqual([window.told, isFree(window)], [['planned'], true]);
  });

  it('cancels also one that was lost', async () => {
    const window = await windowWith(new Failure('notFound', { status: 404 }));
    await window.until('lost');
    window.service.found = interaction('in_progress');
    await window.jobs.cancel(window.job.id);
    assert.deepEqual([window.state, window.job.failure, window.job.isCancelWanted], ['running', undefined, true]);

    window.service.found = interaction('cancelled');
    await window.until('cancelled', 1_000);
  });

  it('removes all of one', async () => {
    const window = await windowWith();
    const removed: string[] = [];
    window.jobs.onDidRemove((id) => removed.push(id));
    const { id } = window.job;
    await window.jobs.remove(id);
    const { polls } = window.service;
    await window.pass(60_000);

    assert.deepEqual([window.jobs.all, window.recorded, removed, window.files.paths], [[], [], [id], []]);
    assert.equal(window.service.polls, polls);
  });

  it('remembers that one is no longer at Google, and goes on following one that runs', async () => {
    const done = await windowWith(report);
    await done.jobs.forgetAtGoogle(done.job.id);
    assert.deepEqual([done.saved.isAtGoogle, isFree(done)], [false, true]);

    const running = await windowWith();
    await running.jobs.forgetAtGoogle(running.job.id);
    assert.deepEqual([running.saved.isAtGoogle, isFree(running)], [false, false]);
    assert.notEqual(running.jobs.live(running.job.id), undefined);
  });

  it('is sent once, however often it is pressed', async () => {
    const ways = [
      [interaction('cancelled'), (window: ResearchWindow) => window.jobs.startAgain(window.job.id)],
      [interaction('completed', 'Plan'), (window: ResearchWindow) => window.jobs.startPlanned(window.job.id)],
      [interaction('completed', 'Plan'), (window: ResearchWindow) => window.jobs.changePlan(window.job.id, 'Shorter')],
    ] as const;
    for (const [found, press] of ways) {
      const window = await windowWith(found, true);
      window.service.found = interaction('in_progress');
      slowDown(window);
      await Promise.all([press(window), press(window), press(window)]);

      assert.deepEqual([window.saved.attempts, window.service.requests.length], [2, 2]);
    }
  });

  it('needs the mark of the window, which a failing disk does not give', async () => {
    const window = await windowWith();
    window.files.faults = (_, path) => (path === leasePath(window.job.id) ? { code: 'EIO' } : undefined);
    await assert.rejects(window.jobs.cancel(window.job.id), storage);

    assert.deepEqual([window.saved.isCancelWanted, window.service.cancels], [false, 0]);
  });

  it('fails while the disk does, and works again after that', async () => {
    const window = await windowWith(interaction('completed', 'Plan'), true);
    window.files.faults = () => ({ code: 'EIO' });
    await assert.rejects(window.jobs.startPlanned(window.job.id), storage);
    window.files.faults = undefined;
    window.service.found = interaction('in_progress');
    await window.jobs.startPlanned(window.job.id);

    assert.deepEqual([window.state, window.service.requests.length], ['running', 2]);
  });

  it('is nothing where the research is not there, or the window has gone', async () => {
    const window = await windowWith(interaction('completed', 'Plan'), true);
    const { id } = window.job;
    await window.jobs.lookAgain('other');
    await window.jobs.remove('other');
    await window.jobs.startPlanned('other');
    window.jobs.dispose();
    await window.jobs.startPlanned(id);
    await settled();

    assert.equal(window.service.requests.length, 1);
  });
});
