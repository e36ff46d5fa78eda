import assert from 'node:assert/strict';
import { Throttled } from '../../../src/host/research/throttled';

describe('what is called at most once in a time', () => {
  it('is called at once, and not again before the time is over, for each key', () => {
    const calls: string[] = [];
    const throttled = new Throttled(60_000, (key) => calls.push(key));

    for (let times = 0; times < 100; times += 1) throttled.call('a');
    throttled.call('b');

    assert.deepEqual(calls, ['a', 'b']);
    throttled.dispose();
  });

  it('is called once more for all that came meanwhile', async () => {
    const calls: string[] = [];
    const again = new Promise<void>((resolve) => {
      const throttled = new Throttled(1, (key) => {
        calls.push(key);
        if (calls.length === 2) resolve();
      });
      for (let times = 0; times < 10; times += 1) throttled.call('a');
    });

    await again;

    assert.deepEqual(calls, ['a', 'a']);
  });
});
