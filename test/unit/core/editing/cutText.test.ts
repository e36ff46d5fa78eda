import assert from 'node:assert/strict';
import { firstPart, lastPart } from '../../../../src/core/editing/text/cutText';

const face = '\u{1F600}';

describe('a part of a text', () => {
  it('is all of it where it is short enough', () => {
    for (const part of [firstPart, lastPart]) {
      assert.equal(part('a\nbc', 4), 'a\nbc');
      assert.equal(part('', 0), '');
    }
  });

  it('at the beginning ends with a line, or with a character of the one line', () => {
    assert.equal(firstPart('a\nbc\nd', 4), 'a\n');
    assert.equal(firstPart('a\rbc\rd', 4), 'a\r');
    assert.equal(firstPart('\nabc', 3), '\n');
    assert.equal(firstPart('abcd', 3), 'abc');
    assert.equal(firstPart(`ab${face}c`, 3), 'ab');
    assert.equal(firstPart(`a${face}bc`, 4), `a${face}b`);
  });

  it('at the end begins with a line, or with a character of the one line', () => {
    assert.equal(lastPart('a\nbc\nd', 4), 'bc\nd');
    assert.equal(lastPart('a\nbc\nd', 5), 'bc\nd');
    assert.equal(lastPart('a\nbc\nd', 3), 'd');
    assert.equal(lastPart('ab\r\nc\nd', 5), 'c\nd');
    assert.equal(lastPart('ab\nc', 2), 'c');
    assert.equal(lastPart('abcd', 3), 'bcd');
    assert.equal(lastPart('abcd\n', 3), 'cd\n');
    assert.equal(lastPart(`a${face}bc`, 3), 'bc');
    assert.equal(lastPart(`ab${face}c`, 3), `${face}c`);
    assert.equal(lastPart(`abc${face}`, 3), `c${face}`);
  });
});
