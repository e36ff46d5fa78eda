import assert from 'node:assert/strict';
import { Paced } from '../../../src/host/research/paced';

describe('what is called for a few keys at a time', () => {
  it('is called at once for those that a round has room for, each once', () => {
    const calls: string[] = [];
    const paced = new Paced(60_000, 2, (key) => calls.push(key));

    for (let times = 0; times < 100; times += 1) for (const key of ['a', 'b', 'c', 'd']) paced.call(key);

    assert.deepEqual(calls, ['a', 'b']);
    paced.dispose();
  });

  it('is called for all that came up meanwhile, those first that wait the longest', async () => {
    const calls: string[] = [];
    const all = new Promise<void>((resolve) => {
      const paced = new Paced(1, 2, (key) => {
        calls.push(key);
        if (calls.length === 6) resolve();
      });
      for (let times = 0; times < 2; times += 1) for (const key of ['a', 'b', 'c', 'd']) paced.call(key);
    });

    await all;

    assert.deepEqual(calls, ['a', 'b', 'c', 'd', 'a', 'b']);
  });
});
