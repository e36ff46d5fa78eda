import assert from 'node:assert/strict';
import { citedPassages, lineOfPassage } from '../../../../src/core/googleFiles/citedPassage';

const steps = [
  { type: 'model_output', result: [{ title: 'a.md', text: 'of no search' }] },
  {
    type: 'file_search_result',
    result: [
      { title: 'a.md', text: 'One.' },
      { title: 'b.md', text: 'Two.' },
    ],
  },
  { type: 'file_search_result', result: [{ file_name: 'a.md', text: 'Three.' }, 'odd', { title: 'a.md' }] },
  { type: 'file_search_result', result: 'odd' },
];
const text = '# Basil\n\n  Basil likes   the sun.\r\nNot too much of it, though.\n';

describe('the place in a file that an answer cites', () => {
  it('is what the search has found in the file of that name', () => {
    assert.deepEqual(citedPassages(steps, 'a.md'), ['One.', 'Three.']);
    assert.deepEqual(citedPassages(steps, 'c.md'), []);
  });

  it('is the line where it begins, whatever the blanks', () => {
    assert.equal(lineOfPassage(text, ['Basil likes the sun.\nNot too much of it, though.']), 2);
    assert.equal(lineOfPassage(text, ['likes the sun. ']), 2);
    assert.equal(lineOfPassage(text, ['likesthe sun. ']), undefined);
  });

  it('may be the first line, and is no line of fewer than 12 characters', () => {
    assert.equal(lineOfPassage('Basil: lots.\nMint: some.', ['Basil: lots.']), 0);
    assert.equal(lineOfPassage('Basil: lots.\nMint: some.', ['Mint: some.']), undefined);
  });

  it('is a later line of it where its beginning changed, and not a short line that stands in many places', () => {
    assert.equal(lineOfPassage(text, ['# Basil\nBasil hates the sun.\nNot too much of it, though.']), 3);
    assert.equal(lineOfPassage(text, ['Nothing of this is there.', 'Not too much of it']), 3);
  });

  it('is none where nothing of it is there any more', () => {
    assert.equal(lineOfPassage(text, ['Mint likes water and shade.', '', '# Basil']), undefined);
    assert.equal(lineOfPassage('', []), undefined);
  });
});
