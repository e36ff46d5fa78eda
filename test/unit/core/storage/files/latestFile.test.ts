import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { every } from '../../../../../src/core/storage/files/every';
import { LatestFile } from '../../../../../src/core/storage/files/latestFile';
import { ManualClock } from '../../../fakes/manualClock';
import { MemoryFiles } from '../memoryFiles';

const path = 'v1/state.json';

describe('a file with the latest state of something', () => {
  let files = new MemoryFiles();
  let latest = new LatestFile(files, path);
  beforeEach(() => {
    files = new MemoryFiles();
    latest = new LatestFile(files, path);
  });
  const writes = () => files.calls.filter((call) => call === `write ${path}`).length;

  it('is read as it was saved', async () => {
    assert.equal(await latest.read(), undefined);
    await latest.save(() => ({ a: ['é'] }));
    assert.deepEqual(await new LatestFile(files, path).read(), { a: ['é'] });
    files.put(path, new TextEncoder().encode('{"a":'));
    assert.equal(await latest.read(), undefined);
  });

  it('is written as it is by then, and once more for all that changes meanwhile', async () => {
    let state = 1;
    const saved = latest.save(() => state);
    state = 2;
    await saved;
    assert.deepEqual([await latest.read(), writes()], [2, 1]);

    let later: Promise<void> | undefined;
    await latest.save(async () => {
      const value = state;
      for (let count = 0; count < 3 && state < 5; count += 1) {
        state += 1;
        later = latest.save(() => state);
      }
      return value;
    });
    await later;
    assert.deepEqual([await latest.read(), writes()], [5, 3]);
  });

  it('rejects where the disk refuses, and is written the next time', async () => {
    files.faults = () => ({ code: 'ENOSPC' });
    await assert.rejects(
      latest.save(() => 1),
      { code: 'ENOSPC' },
    );
    files.faults = undefined;
    await latest.save(() => 2);
    assert.equal(await latest.read(), 2);
    await assert.rejects(
      latest.save(() => {
        throw new Error('no state');
      }),
      { message: 'no state' },
    );
    await latest.save(() => 3);
    assert.equal(await latest.read(), 3);
  });
});

describe('work that is done again and again', () => {
  it('begins after the time, and waits for the time again once it is over', async () => {
    const clock = new ManualClock();
    let begun = 0;
    let finish = () => {};
    const repeated = every(clock, 100, () => {
      begun += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const pass = async (ms: number) => {
      clock.advance(ms);
      await setImmediate();
      return begun;
    };
    assert.deepEqual([await pass(99), await pass(1), await pass(500)], [0, 1, 1]);
    finish();
    assert.deepEqual([await pass(0), await pass(99), await pass(1)], [1, 1, 2]);

    finish();
    await pass(0);
    repeated.dispose();
    assert.deepEqual([await pass(100), clock.isWaiting(0, 1_000)], [2, false]);
  });
});
