import assert from 'node:assert/strict';
import { markOf, placesFor, withoutMarks, written } from '../../../../../src/core/research/report/marks';

/** A text in which `{1,2}` stands for a mark, with its marks as people read them. */
const read = (text: string) =>
  written(
    text.replace(/\{([\d,]+)\}/g, (_, numbers: string) => markOf(numbers.split(',').map(Number))),
    (numbers) => `<${numbers.join(' ')}>`,
  );

describe('the marks of sources', () => {
  it('hold each number once, and are nothing without one', () => {
    assert.equal(withoutMarks(markOf([3, 12, 3])), '3,12');
    assert.equal(markOf([]), '');
  });

  it('are written a space apart from the words before them, and keep what follows', () => {
    const texts = [
      ['a{1}.', 'a <1>.'],
      ['a {12}.', 'a <12>.'],
      ['a  \t{1}  b', 'a <1>  b'],
      ['a{1}\nb', 'a <1>\nb'],
    ] as const;
    for (const [text, shown] of texts) assert.equal(read(text), shown, text);
  });

  it('are one where they stand side by side', () => {
    assert.equal(read('a{1}{2} {1,13} b'), 'a <1 2 13> b');
  });

  it('have a line of their own at the beginning of a line', () => {
    assert.equal(read('{1}{2}a'), '<1 2>\na');
    assert.equal(read('```\na\n```\n{1}b'), '```\na\n```\n<1>\nb');
  });
});

describe('the place of a mark', () => {
  /** The text with a bar where a mark for this place stands. */
  const marked = (text: string, at: number) => {
    const place = placesFor(text)(at);
    return `${text.slice(0, place)}¦${text.slice(place)}`;
  };

  it('is behind the last word', () => {
    assert.equal(marked('a b  \n c', 6), 'a b¦  \n c');
    assert.equal(marked('| a | b |\n', 9), '| a | b¦ |\n');
  });

  it('is where it was if no word stands before it', () => {
    assert.equal(marked(' \n a', 2), ' \n¦ a');
    assert.equal(marked('a', 0), '¦a');
  });

  it('is behind what a mark would cut', () => {
    for (const whole of ['`b c`', '``b c``', '[b](c)', '[cite: 1]', '<https://b.c>', '$b+c$', 'https://b.c/d']) {
      const text = `a${whole.startsWith('http') ? ' ' : ''}${whole} e`;
      const from = text.indexOf(whole);
      const behind = from + whole.length;
      for (let at = from + 1; at <= behind; at += 1) {
        // Before a space the mark goes back to the word, which is still in the whole.
        assert.equal(placesFor(text)(at), behind, `${text} at ${at}`);
      }
      assert.equal(placesFor(text)(text.length), text.length, text);
      if (from === 1) assert.equal(placesFor(text)(from), from, text);
    }
  });

  it('is in none of several wholes that it lies between', () => {
    const text = '`a` b `c` d `e`';
    assert.deepEqual(
      [1, 3, 5, 7, 9, 11, 13].map((at) => placesFor(text)(at)),
      [3, 3, 5, 9, 9, 11, 15],
    );
  });

  it('is behind a block of code, and before one that was cut', () => {
    const block = 'a\n```\nb\n```\nc';
    assert.equal(placesFor(block)(block.indexOf('b') + 1), block.indexOf('c'));
    assert.equal(marked('a\n\n```\nb', 8), 'a¦\n\n```\nb');
    assert.equal(marked('a\n~~~\nb\n```\nc', 8), 'a¦\n~~~\nb\n```\nc');
  });
});
