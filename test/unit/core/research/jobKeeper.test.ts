import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { newJob, type ResearchJob } from '../../../../src/core/research/job/job';
import { JobKeeper } from '../../../../src/core/research/jobKeeper';
import { jobFolder, ResearchFiles } from '../../../../src/core/research/researchFiles';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryFiles } from '../storage/memoryFiles';
import { followerOf } from './followerUnderTest';

const job = newJob({ question: 'Tides', agent: 'a', planFirst: false }, [], 'r1', 5);
const isStorage = (error: unknown) => error instanceof Failure && error.reason === 'storageUnavailable';

/** A window that knows the job. */
function keeperOn(memory = new MemoryFiles(), known: ResearchJob = job) {
  const files = new ResearchFiles(memory, new ManualClock(), `w${memory.process.pid}`);
  const changes: ResearchJob[] = [];
  const errors: unknown[] = [];
  const keeper = new JobKeeper(
    files,
    known,
    (changed) => changes.push(changed.job),
    (error) => errors.push(error),
  );
  const saved = () => files.load(job.id);
  return { memory, files, keeper, changes, errors, saved, other: () => keeperOn(memory.otherProcess(2), known) };
}

/** A window that writes the job, which is on disk. */
async function ownKeeper() {
  const made = keeperOn();
  await made.keeper.claim(false);
  await made.keeper.replace(job);
  made.changes.length = 0;
  return made;
}

/** Has each write of the job fail from now on. */
const fill = (memory: MemoryFiles) => {
  memory.faults = (operation, path) =>
    operation === 'write' && path.endsWith('job.json') ? { code: 'ENOSPC' } : undefined;
};

describe('the window that writes a research', () => {
  it('is the first that wants to, until another takes it over', async () => {
    const one = await ownKeeper();
    const two = one.other();
    assert.deepEqual([await two.keeper.claim(false), two.keeper.isOwned], [false, false]);
    assert.deepEqual([await one.keeper.claim(false), one.keeper.isOwned], [true, true]);

    assert.deepEqual([await two.keeper.claim(true), two.keeper.isOwned], [true, true]);
    assert.deepEqual([await one.keeper.beat(), one.keeper.isOwned], [false, false]);
    assert.equal(await one.keeper.claim(false), false);
  });

  it('is no longer the one before, also where that one learns it when it claims again', async () => {
    const one = await ownKeeper();
    const two = one.other();
    await two.keeper.claim(true);

    assert.deepEqual([await one.keeper.claim(false), one.keeper.isOwned], [false, false]);
    assert.equal(await two.keeper.beat(), true);
  });

  it('alone says that it is there', async () => {
    const { keeper, memory } = keeperOn();

    assert.deepEqual([await keeper.beat(), keeper.isOwned, memory.paths], [false, false, []]);
  });

  it('lets go of it once, and only of its own', async () => {
    const one = await ownKeeper();
    const two = one.other();
    await two.keeper.release();
    assert.equal(await two.keeper.claim(false), false);

    await one.keeper.release();
    assert.equal(one.keeper.isOwned, false);
    assert.equal(await two.keeper.claim(false), true);
    await one.keeper.release();
    assert.equal(await two.keeper.beat(), true);
  });

  it('stops following when it loses it', async () => {
    const { keeper } = await ownKeeper();
    const { follower, service } = followerOf(job);
    keeper.follower = follower;
    keeper.lose();
    follower.follow();

    assert.deepEqual([keeper.follower, keeper.isOwned, service.polls], [undefined, false, 0]);
  });

  it('knows what the one before has written', async () => {
    const one = await ownKeeper();
    const two = one.other();
    await one.keeper.update({ tokens: 7 });
    await two.keeper.claim(true);

    assert.deepEqual([two.keeper.job.tokens, two.changes.length], [7, 1]);
  });
});

describe('a research in memory and on disk', () => {
  it('is read again where another window has written it', async () => {
    const one = await ownKeeper();
    const two = one.other();
    await two.keeper.reload();
    assert.deepEqual(two.changes, []);

    await one.keeper.update({ tokens: 7 });
    await two.keeper.reload();
    assert.deepEqual(two.changes, [{ ...job, tokens: 7 }]);
  });

  it('is not read again while memory holds what the disk does not, or while it is not on disk', async () => {
    const one = await ownKeeper();
    const two = one.other();
    two.keeper.change({ searches: 2 });
    await one.keeper.update({ tokens: 7 });
    await two.keeper.reload();
    assert.deepEqual([two.keeper.job.tokens, two.keeper.job.searches, two.keeper.isDirty], [0, 2, true]);

    const unsaved = keeperOn();
    await unsaved.keeper.reload();
    assert.deepEqual([unsaved.keeper.job, unsaved.changes], [job, []]);
  });

  it('is changed at once, and kept with the next beat', async () => {
    const { keeper, changes, saved } = await ownKeeper();
    keeper.change({ progress: 'Reads' });
    assert.deepEqual([keeper.isDirty, changes.length, (await saved())?.progress], [true, 1, '']);

    assert.equal(await keeper.beat(), true);
    assert.deepEqual([keeper.isDirty, (await saved())?.progress], [false, 'Reads']);
  });

  it('is kept later where the disk is full, and tells of each time once', async () => {
    const { memory, keeper, errors, saved } = await ownKeeper();
    for (let time = 1; time <= 2; time += 1) {
      fill(memory);
      await keeper.update({ tokens: time });
      await keeper.update({ searches: time });
      assert.deepEqual([keeper.job.searches, keeper.isDirty, errors.length], [time, true, time]);
      assert.ok(isStorage(errors.at(-1)));

      memory.faults = undefined;
      await keeper.beat();
      assert.deepEqual([keeper.isDirty, await saved()], [false, keeper.job]);
    }
  });

  it('tells, with the error of the system, that not even its first state could be kept', async () => {
    const { memory, keeper, errors } = keeperOn();
    await keeper.claim(false);
    fill(memory);
    await keeper.update({ tokens: 7 });

    assert.deepEqual(
      errors.map((error) => error instanceof Failure && [error.reason, (error.cause as { code?: string }).code]),
      [['storageUnavailable', 'ENOSPC']],
    );
  });

  it('is not written again while nothing changes', async () => {
    const { memory, keeper } = await ownKeeper();
    memory.calls.length = 0;
    await keeper.beat();

    assert.deepEqual(
      memory.calls.filter((call) => call.includes('job.json') && call.startsWith('write')),
      [],
    );
  });

  it('is replaced as a whole, or stays as it was', async () => {
    const { memory, keeper, changes, saved } = await ownKeeper();
    fill(memory);
    await assert.rejects(keeper.replace({ ...job, tokens: 7 }), isStorage);
    assert.deepEqual([keeper.job, keeper.isDirty, changes], [job, false, []]);

    memory.faults = undefined;
    await keeper.replace({ ...job, tokens: 8 });
    assert.deepEqual([changes.length, keeper.isDirty, (await saved())?.tokens], [1, false, 8]);
  });

  it('keeps what changes while it is written', async () => {
    const { keeper, saved } = await ownKeeper();
    const updated = keeper.update({ tokens: 7 });
    await Promise.resolve();
    await Promise.resolve();
    keeper.change({ searches: 3 });
    await updated;
    await keeper.beat();

    assert.deepEqual([keeper.isDirty, (await saved())?.tokens, (await saved())?.searches], [false, 7, 3]);
  });

  it('is left to the window that has taken it over, also with what was not kept', async () => {
    const one = await ownKeeper();
    const two = one.other();
    await two.keeper.claim(true);
    await two.keeper.update({ tokens: 9 });
    await one.keeper.update({ tokens: 7 });

    assert.deepEqual([one.keeper.isOwned, one.keeper.isDirty, (await two.saved())?.tokens], [false, false, 9]);
  });

  it('is left to the window that has taken it over, also by two changes at once, or a replacement', async () => {
    const ways = [
      ({ keeper }: ReturnType<typeof keeperOn>) =>
        Promise.all([keeper.update({ tokens: 7 }), keeper.update({ searches: 3 })]),
      ({ keeper }: ReturnType<typeof keeperOn>) => keeper.replace({ ...job, tokens: 7 }),
    ];
    for (const change of ways) {
      const one = await ownKeeper();
      const two = one.other();
      await two.keeper.claim(true);
      await two.keeper.update({ tokens: 9 });
      await change(one);

      assert.deepEqual([one.keeper.isOwned, await one.saved()], [false, { ...job, tokens: 9 }]);
    }
  });

  it('is gone where another window has removed it', async () => {
    const { memory, files, keeper } = await ownKeeper();
    keeper.change({ tokens: 7 });
    await files.remove(job.id);

    assert.deepEqual([await keeper.beat(), keeper.isOwned, keeper.isDirty, memory.paths], [false, false, false, []]);
  });

  it('is not gone before it was on disk', async () => {
    const { keeper, saved } = keeperOn();
    await keeper.claim(false);
    keeper.change({ tokens: 7 });

    assert.deepEqual([await keeper.beat(), (await saved())?.tokens], [true, 7]);
  });
});

describe('the id of an interaction that was paid for', () => {
  const running = { ...job, state: 'running', interactionId: 'v1' } as const;

  it('is kept with a state that people have not heard of', async () => {
    const { keeper, saved } = await ownKeeper();
    await keeper.update({ failure: 'timedOut', isTold: true });
    await keeper.keepId('v1');

    assert.deepEqual([keeper.job, await saved()], [running, running]);
  });

  it('is kept although another window writes the job by now', async () => {
    const one = await ownKeeper();
    const two = one.other();
    await two.keeper.claim(true);
    await one.keeper.keepId('v1');

    assert.deepEqual([one.keeper.isOwned, await two.keeper.beat(), await one.saved()], [true, false, running]);
  });

  it('gives way to a later request of another window', async () => {
    const one = await ownKeeper();
    const two = one.other();
    await two.keeper.claim(true);
    const later = { ...job, attempts: 2, interactionId: 'v2' };
    await two.keeper.replace(later);
    await one.keeper.keepId('v1');

    assert.deepEqual([one.keeper.isOwned, one.keeper.job.interactionId, await one.saved()], [false, undefined, later]);
  });

  it('is kept in memory where the disk cannot be read', async () => {
    const { memory, keeper, errors } = await ownKeeper();
    memory.faults = () => ({ code: 'EIO' });
    await keeper.keepId('v1');
    assert.deepEqual([keeper.job, keeper.isDirty, errors.length], [running, true, 1]);

    memory.faults = undefined;
    await keeper.beat();
    assert.ok(memory.bytesOf(`${jobFolder(job.id)}/job.json`));
    assert.equal(keeper.isDirty, false);
  });
});
