import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { leasePath } from '../../../../src/core/storage/files/chatPaths';
import { interaction, ResearchWindow, settled } from './researchUnderTest';

const notFound = new Failure('notFound', { status: 404 });
const report = interaction('completed', '# Report');

describe('a research that is cancelled', () => {
  it('is asked for until a status that is read back says so, whatever the cancels are answered', async () => {
    for (const answer of [notFound, new Failure('invalidRequest', { status: 409 }), new Failure('serviceBusy')]) {
      const window = new ResearchWindow();
      await window.start();
      window.service.cancelled = answer;

      await window.jobs.cancel(window.job.id);
      for (let second = 0; second < 30; second += 1) await window.pass(1_000);
      assert.deepEqual([window.state, window.job.isCancelWanted], ['running', true]);
      assert.ok(window.service.cancels >= 5, `${window.service.cancels} cancels`);

      window.service.found = interaction('cancelled');
      await window.until('cancelled');
      assert.deepEqual(window.errors, []);
    }
  });

  it('is asked for again after a restart', async () => {
    const window = new ResearchWindow();
    await window.start();
    window.service.cancelled = new Failure('noKey');
    await window.jobs.cancel(window.job.id);
    await window.pass(60_000);

    const later = window.other(true);
    later.service.cancelled = interaction('cancelled');
    later.service.found = interaction('cancelled');
    await later.jobs.resume();
    await settled();

    assert.equal(later.saved.state, 'cancelled');
  });

  it('is asked for once at a time, however often it is pressed', async () => {
    const window = new ResearchWindow();
    await window.start();

    await Promise.all([window.jobs.cancel(window.job.id), window.jobs.cancel(window.job.id)]);
    await settled();

    assert.equal(window.service.cancels, 1);
  });

  it('is done when it ended before the cancel came', async () => {
    const window = new ResearchWindow();
    await window.start();
    window.service.found = report;
    window.service.cancelled = new Failure('invalidRequest', { status: 409 });

    await window.jobs.cancel(window.job.id);
    await settled();

    assert.equal(window.saved.state, 'done');
  });

  it('is lost, not cancelled, where the service only says that it does not have it', async () => {
    const window = new ResearchWindow();
    await window.start();
    window.service.found = notFound;
    window.service.cancelled = notFound;

    await window.jobs.cancel(window.job.id);
    await window.until('lost');

    assert.equal(window.job.isCancelWanted, true);
  });
});

describe('a research that two windows see', () => {
  it('is followed by one of them, which alone tells its end', async () => {
    const window = new ResearchWindow();
    await window.start();
    const other = window.other();
    await other.jobs.resume();
    await window.pass(60_000);
    assert.equal(other.jobs.live(other.job.id), undefined);

    window.service.found = report;
    await window.until('done', 10_000);
    await window.pass(5_000);
    await settled();

    assert.equal(other.state, 'done');
    assert.deepEqual([...window.told, ...other.told], ['done']);
  });

  it('is taken over within five seconds of a crash', async () => {
    const window = new ResearchWindow();
    await window.start();
    const other = window.other();
    await other.jobs.resume();
    window.jobs.dispose();
    other.files.gone.add('here/1');

    await other.pass(5_000);

    assert.notEqual(other.jobs.live(other.job.id), undefined);
  });

  it('is followed by the one in which it was cancelled', async () => {
    const window = new ResearchWindow();
    await window.start();
    const other = window.other();
    await other.jobs.resume();

    await other.jobs.cancel(other.job.id);
    await window.pass(5_000);
    assert.deepEqual(
      [window, other].map(({ jobs, job }) => jobs.live(job.id) !== undefined),
      [false, true],
    );
    assert.ok(window.service.cancels > 0);
    window.service.found = interaction('cancelled');
    for (let step = 0; step < 15; step += 1) await window.pass(1_000);

    assert.deepEqual([window.state, other.state], ['cancelled', 'cancelled']);
    assert.deepEqual([...window.told, ...other.told], ['cancelled']);
  });

  it('is not followed by the one in which it was cancelled where the other has taken it back meanwhile', async () => {
    const window = new ResearchWindow();
    await window.start();
    const { id } = window.job;
    const other = window.other();
    await other.jobs.resume();
    const mark = window.files.bytesOf(leasePath(id)) ?? assert.fail('nobody writes the research');
    let hasTaken = false;
    other.files.faults = (operation, path) => {
      // The first window takes it back while this one, which has just become the one, reads it.
      const isNow = !hasTaken && operation === 'read' && path.endsWith('job.json');
      hasTaken ||= isNow;
      if (isNow) window.files.put(leasePath(id), mark);
      return undefined;
    };
    await other.jobs.cancel(id);
    await settled();

    assert.equal(hasTaken, true);
    assert.equal(other.jobs.live(id), undefined);
    assert.equal(window.service.cancels, 0);
  });

  it('is gone in one when it was deleted in the other', async () => {
    const window = new ResearchWindow();
    window.service.found = report;
    await window.start();
    const other = window.other();
    await other.jobs.resume();

    await other.jobs.remove(other.job.id);
    await window.jobs.refresh();

    assert.deepEqual([window.jobs.all, other.jobs.all, window.files.paths], [[], [], []]);
  });
});
