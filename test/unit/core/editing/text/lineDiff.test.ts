import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffLines } from '../../../../../src/core/editing/text/lineDiff';
import { budget } from '../../../../budget';

/** Each change as `a1-a2>b1-b2`, of texts with one line a letter. */
const changes = (a: string, b: string, cost?: number) =>
  diffLines(a.split(''), b.split(''), cost).map((one) => `${one.aStart}-${one.aEnd}>${one.bStart}-${one.bEnd}`);

describe('the lines that changed', () => {
  for (const [a, b, expected] of [
    ['', '', []],
    ['abc', 'abc', []],
    ['', 'ab', ['0-0>0-2']],
    ['ab', '', ['0-2>0-0']],
    ['abc', 'axc', ['1-2>1-2']],
    ['abc', 'abcd', ['3-3>3-4']],
    ['abcd', 'bcd', ['0-1>0-0']],
    ['abcdef', 'xbcydz', ['0-1>0-1', '3-3>3-4', '4-6>5-6']],
    // A line that stands twice is no help, and the one that stands once is kept.
    ['xax', 'yxaxy', ['0-0>0-1', '3-3>4-5']],
    // A line that moved goes and comes.
    ['abcd', 'dabc', ['0-0>0-1', '3-4>4-4']],
    // All lines stand several times: the shortest edit script.
    ['xxyy', 'xyxyy', ['1-1>1-2']],
    ['xyxyx', 'xyyx', ['2-3>2-2']],
    ['ppqq', 'rrss', ['0-4>0-4']],
    ['aab1bcc', 'aab2bcc', ['3-4>3-4']],
    // Between lines that stand once, some more of the same.
    ['pUaaVq', 'rUaaaVs', ['0-1>0-1', '4-4>4-5', '5-6>6-7']],
    ['pUaaaVq', 'rUaaVs', ['0-1>0-1', '4-5>4-4', '6-7>5-6']],
    // The same change in three places.
    ['xxyy1xxyy2xxyy', 'xyxyy1xyxyy2xyxyy', ['1-1>1-2', '6-6>7-8', '11-11>13-14']],
    ['xxyy1xxyy2xxyy', 'yyxx1yyxx2yyxx', ['0-2>0-0', '4-4>2-4', '5-7>5-5', '9-9>7-9', '10-12>10-10', '14-14>12-14']],
  ] as const) {
    it(`are told from ${a || 'nothing'} to ${b || 'nothing'}`, () => assert.deepEqual(changes(a, b), expected));
  }

  it('are one change where the smallest one would cost too much', () => {
    assert.deepEqual(changes('xxyyzz', 'yyxxww', 0), ['0-6>0-6']);
    assert.deepEqual(changes('axxyyb', 'ayyxxb', 0), ['1-5>1-5']);
    // Four lines of difference cost 16.
    assert.deepEqual(changes('xxyy', 'yyxx', 15), ['0-4>0-4']);
    assert.equal(changes('xxyy', 'yyxx', 16).length, 2);
  });

  it('are none of the lines that both texts begin or end with, whatever it may cost', () => {
    assert.deepEqual(changes('xyxypppp', 'yxyxpppp', 0), ['0-4>0-4']);
    assert.deepEqual(changes('ppppxyxy', 'ppppyxyx', 0), ['4-8>4-8']);
  });

  it('cost nothing for lines that stand on one side alone', () => {
    assert.deepEqual(changes('xxyypp', 'yyxxqq', 16), ['0-2>0-0', '4-6>2-6']);
    // Also where they stand elsewhere.
    assert.deepEqual(changes('ppUxxyy', 'sUyyxxpp', 16), ['0-2>0-1', '3-5>2-2', '7-7>4-8']);
    assert.deepEqual(changes('sUyyxxpp', 'ppUxxyy', 16), ['0-1>0-2', '2-4>3-3', '6-8>5-7']);
  });

  it('are told apart by lines that stand once 30 times within each other, and are one change below', () => {
    // The line 0 stands once. To the right of it the line 1 does, and so on.
    const nested = (own: string, other: string, times: number) => [
      ...Array.from({ length: times }, (_, at) => [own, `${at + 1}`, `${at}`]).flat(),
      ...[own, `${times}`, own, other, other],
    ];
    const count = (times: number) => diffLines(nested('p', 'q', times), nested('q', 'p', times), 0).length;
    assert.deepEqual([count(28), count(29), count(30), count(40)], [30, 31, 31, 31]);
  });

  it('share what it may cost', () => {
    const twice = (cost: number) => changes('xxyy1xxyy', 'yyxx1yyxx', cost);
    assert.equal(twice(32).length, 4);
    assert.deepEqual(twice(16).slice(-1), ['5-9>5-9']);
    assert.equal(twice(16).length, 3);
  });

  it('make the one text of the other, and never touch each other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, fc.constantFrom(undefined, 4), (a, b, cost) => {
        const found = diffLines(a, b, cost);
        let [aAt, bAt] = [0, 0];
        for (const [at, { aStart, aEnd, bStart, bEnd }] of found.entries()) {
          assert.deepEqual(a.slice(aAt, aStart), b.slice(bAt, bStart));
          assert.ok(at === 0 || aStart > aAt);
          assert.ok(aEnd > aStart || bEnd > bStart);
          [aAt, bAt] = [aEnd, bEnd];
        }
        assert.deepEqual(a.slice(aAt), b.slice(bAt));
      }),
      { numRuns: budget(400) },
    );
  });
});
