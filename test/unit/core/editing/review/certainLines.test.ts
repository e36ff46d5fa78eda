import assert from 'node:assert/strict';
import { certainLines } from '../../../../../src/core/editing/review/certainLines';

/** Each run as `from>to×count`. A text is written with one line a letter. */
const certain = (before: string, now: string) =>
  certainLines(before.split(''), now.split('')).map(({ from, to, count }) => `${from}>${to}×${count}`);

describe('lines that are certainly the same', () => {
  for (const [what, before, now, expected] of [
    ['all of a text that did not change', 'abc', 'abc', ['0>0×3']],
    ['all below lines that came', 'abc', 'xabc', ['0>1×3']],
    ['all above lines that came', 'abc', 'abcx', ['0>0×3']],
    ['all around a line that changed', 'abcd', 'abxd', ['0>0×2', '3>3×1']],
    ['two that moved together', 'abcde', 'cdxyz', ['2>0×2']],
    ['those at an end of the text, even one', 'ax', 'ay', ['0>0×1']],
    ['those at the other end of the text', 'xa', 'ya', ['1>1×1']],
    ['lines that stand twice between lines that stand once', 'axxb', 'naxxb', ['0>1×4']],
    ['brackets around two that moved', '}ab}}q', 'n}ab}}r', ['0>1×5']],
    ['blank lines and brackets as far as they are the same', '{}ab', ')}ab!', ['1>1×3']],
  ] as const) {
    it(`are ${what}: ${before} and ${now}`, () => assert.deepEqual(certain(before, now), expected));
  }

  for (const [what, before, now, expected] of [
    ['one line alone elsewhere', 'abc', 'cxy', []],
    ['one line alone between others', 'abc', 'xby', []],
    ['a bracket at the end of the text', 'a}', 'xy}', []],
    ['a bracket at the beginning of the text', '}a', '}xy', []],
    ['lines around another one that changed', 'axxb', 'naxyb', ['3>4×1']],
    ['lines that stand twice', 'aa', 'xaay', []],
    ['nothing', '', '', []],
    ['all that is gone', 'ab', '', []],
    ['what was not there', '', 'ab', []],
  ] as const) {
    it(`are not ${what}: ${before} and ${now}`, () => assert.deepEqual(certain(before, now), expected));
  }

  it('take no text beside them that could be another line', () => {
    assert.deepEqual(certain('qabqz', 'nqabrq'), ['1>2×2']);
  });

  it('leave a bracket alone that belongs to two of them', () => {
    assert.deepEqual(certain('ab}cd', 'ab}}cd'), ['0>0×2', '3>4×2']);
    assert.deepEqual(certain('ab}}cd', 'ab}cd'), ['0>0×2', '4>3×2']);
    assert.deepEqual(certain('ab}}cd', 'ab}}}cd'), ['0>0×2', '4>5×2']);
    assert.deepEqual(certain('xab}cd', 'yab}}cd'), ['1>1×2', '4>5×2']);
    assert.deepEqual(certain('xab}}cd', 'yab}cd'), ['1>1×2', '5>4×2']);
  });
});
