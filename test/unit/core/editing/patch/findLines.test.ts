import assert from 'node:assert/strict';
import { LineFinder } from '../../../../../src/core/editing/patch/findLines';

describe('the places of lines in a file', () => {
  const finder = new LineFinder(['a', '}', 'a', '}', 'a  ', '}', '  a', ' }', 'b']);

  it('are those of all of them, one after the other', () => {
    assert.deepEqual(finder.placesOf(['a', '}'], 'same'), [0, 2]);
    assert.deepEqual(finder.placesOf(['}', 'a'], 'same'), [1]);
    assert.deepEqual(finder.placesOf(['a', '}', 'a', '}'], 'same'), [0]);
    assert.deepEqual(finder.placesOf(['}'], 'same'), [1, 3, 5]);
    assert.deepEqual(finder.placesOf(['b', '}'], 'same'), []);
    assert.deepEqual(finder.placesOf(['}', 'b'], 'same'), []);
    assert.deepEqual(finder.placesOf([], 'same'), []);
    assert.deepEqual(new LineFinder(['', 'a']).placesOf([], 'same'), []);
  });

  it('are more where white space does not count', () => {
    assert.deepEqual(finder.placesOf(['a ', '}'], 'same'), []);
    assert.deepEqual(finder.placesOf(['a ', '}'], 'trimmedEnd'), [0, 2, 4]);
    assert.deepEqual(finder.placesOf(['\ta ', '}'], 'trimmedEnd'), []);
    assert.deepEqual(finder.placesOf(['\ta ', '}'], 'trimmed'), [0, 2, 4, 6]);
    assert.deepEqual(finder.placesOf(['a', '}'], 'same'), [0, 2], 'which the next question does not remember');
  });

  it('may overlap, and begin at no line before the first', () => {
    assert.deepEqual(new LineFinder(['a', 'a', 'a']).placesOf(['a', 'a'], 'same'), [0, 1]);
    assert.deepEqual(new LineFinder(['a', '}', 'a']).placesOf(['}', 'a'], 'same'), [1]);
    assert.deepEqual(new LineFinder(['b', '}', 'a']).placesOf(['}', 'a'], 'same'), [1]);
    assert.deepEqual(new LineFinder(['', '', '']).placesOf(['', ''], 'same'), [0, 1]);
  });
});
