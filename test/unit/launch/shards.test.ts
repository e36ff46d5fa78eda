import assert from 'node:assert/strict';
import { dealOut } from '../../launch/shards';

describe('Files for several workers', () => {
  it('are dealt out so that all end at about the same time, the longest first', () => {
    const durations = { a: 10_000, b: 40_000, c: 30_000, d: 25_000 };

    const shards = dealOut(['a', 'b', 'c', 'd'], 2, durations);

    assert.deepEqual(shards, [
      ['b', 'a'],
      ['c', 'd'],
    ]);
  });

  it('are each dealt out once, also those that were never measured', () => {
    const files = Array.from({ length: 20 }, (_, at) => `file ${at}`);

    const shards = dealOut(files, 3, { 'file 4': 7_000, 'gone since': 90_000 });

    assert.equal(shards.length, 3);
    assert.deepEqual(shards.flat().sort(), files.toSorted());
    for (const shard of shards) assert.ok(shard.length > 4, `a worker has ${shard.length} files`);
  });

  it('need no more workers than there are files', () => {
    assert.deepEqual(dealOut(['one'], 2, {}), [['one']]);
  });
});
