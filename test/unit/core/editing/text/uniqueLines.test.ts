import assert from 'node:assert/strict';
import { longestRising, uniqueLines, uniquePairs } from '../../../../../src/core/editing/text/uniqueLines';

describe('lines that stand once', () => {
  it('are known by their places, and others by none', () => {
    assert.deepEqual(
      [...uniqueLines(['a', 'b', 'a', 'c', 'a'])],
      [
        ['a', -1],
        ['b', 1],
        ['c', 3],
      ],
    );
  });

  it('are looked for in a part of the text', () => {
    assert.deepEqual(
      [...uniqueLines(['a', 'b', 'a', 'c'], 1, 3)],
      [
        ['b', 1],
        ['a', 2],
      ],
    );
    assert.deepEqual([...uniqueLines(['a', 'b'], 1)], [['b', 1]]);
    assert.deepEqual([...uniqueLines(['a'], 0, 3)], [['a', 0]]);
  });

  it('are paired where both texts have them once, in the order of the first one', () => {
    const pairs = (a: string, b: string) => uniquePairs(uniqueLines(a.split('')), uniqueLines(b.split('')));
    assert.deepEqual(pairs('abcd', 'dxba'), [
      [0, 3],
      [1, 2],
      [3, 0],
    ]);
    assert.deepEqual(pairs('aab', 'ab'), [[2, 1]]);
    assert.deepEqual(pairs('ab', 'aab'), [[1, 2]]);
    assert.deepEqual(pairs('ab', 'cd'), []);
  });
});

describe('the longest list of pairs that rise', () => {
  const rising = (...seconds: number[]) => longestRising(seconds.map((second, at) => [at, second])).map(([, b]) => b);

  it('leaves out as few as it can', () => {
    assert.deepEqual(rising(0, 1, 2), [0, 1, 2]);
    assert.deepEqual(rising(3, 0, 1, 2), [0, 1, 2]);
    assert.deepEqual(rising(0, 5, 1, 6, 2, 3), [0, 1, 2, 3]);
    assert.deepEqual(rising(4, 5, 6, 0, 1), [4, 5, 6]);
    assert.deepEqual(rising(2, 0, 3, 1, 4), [0, 1, 4]);
    assert.equal(rising(3, 2, 1, 0).length, 1);
    assert.deepEqual(rising(), []);
  });

  it('never has the same place twice', () => {
    assert.deepEqual(rising(1, 1, 2, 2), [1, 2]);
  });
});
