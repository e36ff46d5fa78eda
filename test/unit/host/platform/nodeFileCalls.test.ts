import assert from 'node:assert/strict';
import { retryWhileBusy } from '../../../../src/host/platform/nodeFileCalls';
import { systemError } from '../../core/storage/memoryFiles';

/** Fails so many times, and tells how often it was tried and for how long it was waited. */
async function tryPatiently(code: string, failures: number) {
  const pauses: number[] = [];
  let tries = 0;
  const attempt = () => {
    tries += 1;
    return tries <= failures ? Promise.reject(systemError(code)) : Promise.resolve();
  };
  const outcome = retryWhileBusy(attempt, async (ms) => void pauses.push(ms));
  const isDone = await outcome.then(
    () => true,
    () => false,
  );
  return { isDone, tries, pauses, ms: pauses.reduce((sum, ms) => sum + ms, 0) };
}

describe('a file that cannot be replaced for a moment', () => {
  for (const code of ['EPERM', 'EBUSY']) {
    it(`is tried ten times within two seconds after ${code}`, async () => {
      const short = await tryPatiently(code, 9);
      assert.deepEqual([short.isDone, short.tries], [true, 10]);
      assert.ok(short.ms > 900 && short.ms <= 2_000, `${short.ms} ms`);
      assert.equal((await tryPatiently(code, 10)).isDone, false);
    });
  }

  it('is not tried again when nothing can come of it', async () => {
    for (const code of ['ENOSPC', 'EROFS', 'ENOENT', 'EISDIR']) {
      assert.deepEqual((await tryPatiently(code, 1)).tries, 1, code);
    }
  });

  it('is tried at other moments than by another window', async () => {
    const [one, two] = [await tryPatiently('EBUSY', 9), await tryPatiently('EBUSY', 9)];
    assert.notDeepEqual(one.pauses, two.pauses);
  });
});
