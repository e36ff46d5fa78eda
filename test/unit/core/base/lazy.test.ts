import assert from 'node:assert/strict';
import { lazy } from '../../../../src/core/base/lazy';

describe('what is made at its first use', () => {
  it('is made once, for callers at the same time too', async () => {
    let made = 0;
    const get = lazy(async () => ++made);
    assert.equal(made, 0);
    assert.deepEqual(await Promise.all([get(), get()]), [1, 1]);
    assert.equal(await get(), 1);
  });

  it('is made again after it could not be made', async () => {
    let tries = 0;
    const get = lazy(async () => {
      tries += 1;
      if (tries === 1) throw new Error('no file');
      return tries;
    });
    await assert.rejects(get, /no file/);
    assert.equal(await get(), 2);
    assert.equal(await get(), 2);
  });
});
