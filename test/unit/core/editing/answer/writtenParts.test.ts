import assert from 'node:assert/strict';
import { type Asked, outcome, readerFor, tagged } from '../reading';

const text = 'a1\nb1\nc1\nd1\ne1\nf1\n';
const two: Asked = {
  text,
  ranges: [
    { start: 1, end: 3 },
    { start: 4, end: 5 },
  ],
};

describe('an answer for two selections, while it is written', () => {
  it('shows each part where it belongs, and the old lines of those that have not come', () => {
    const reader = readerFor(two);
    const seen = (text: string) => {
      reader.push(text);
      return [reader.preview.split('\n').join(' ').trim(), reader.lineCount, reader.lastLine];
    };
    assert.deepEqual(seen('Sure:\n```\ncode\n```\n'), ['a1 b1 c1 d1 e1 f1', 0, 1]);
    assert.deepEqual(seen('<edit-1>\nB\n'), ['a1 B b1 c1 d1 e1 f1', 1, 1]);
    assert.deepEqual(seen('B2\nB3\n'), ['a1 B B2 B3 b1 c1 d1 e1 f1', 3, 3]);
    assert.deepEqual(seen('</edit-1>\n'), ['a1 B B2 B3 d1 e1 f1', 3, 3]);
    assert.deepEqual(seen('<edit-2>\nE\n'), ['a1 B B2 B3 d1 E e1 f1', 4, 5]);
    assert.deepEqual(seen('E2\n</edit-2>\n'), ['a1 B B2 B3 d1 E E2 f1', 5, 6]);
    assert.equal(reader.text, 'Sure:\n```\ncode\n```\n<edit-1>\nB\nB2\nB3\n</edit-1>\n<edit-2>\nE\nE2\n</edit-2>\n');
  });

  it('shows the second part where it comes first', () => {
    const reader = readerFor(two);
    reader.push('<edit-2>\nE\nE2\n</edit-2>\n');
    assert.equal(reader.preview, 'a1\nb1\nc1\nd1\nE\nE2\nf1\n');
    assert.equal(reader.lastLine, 5);
  });
});

describe('an answer for one selection, while it is written', () => {
  it('shows the block of code where there are no tags, until there are', () => {
    const reader = readerFor({ text, lines: [2, 4] });
    assert.equal(reader.lastLine, 2);
    reader.push('```ts\nC\nc1\n');
    assert.equal(reader.preview, text.replace('c1', 'C\nc1'));
    assert.deepEqual([reader.lineCount, reader.lastLine], [2, 3]);
    reader.push('```\n<edit-1>\n');
    assert.deepEqual([reader.preview, reader.lineCount], [text, 0]);
  });
});

describe('an answer whose parts are not those that were asked for', () => {
  const refused = (answer: string, asked = two) => outcome(asked, answer);

  it('is malformed where a number is none of the selections', () => {
    for (const number of [0, 3]) {
      assert.equal(refused(tagged('B') + tagged('E', 2) + tagged('x', number)), 'refused: malformed');
    }
  });

  it('is words where no line begins with a fence, and nothing where it is blank', () => {
    assert.equal(refused('I would not.'), 'refused: prose');
    assert.equal(refused('Write a ``` there.'), 'refused: prose');
    assert.equal(refused('No:\n   ~~~\nB\n   ~~~'), 'refused: severalBlocks');
    assert.equal(refused(' \n\n'), 'refused: empty');
  });

  it('may give the old code once more before the new one, or alone', () => {
    const one: Asked = { text, lines: [1, 3] };
    assert.equal(refused(tagged('b1\nc1'), one), text);
    assert.equal(refused(tagged('b1\nc1') + tagged('b1\nc1'), one), text);
    assert.equal(refused(tagged('\nb1\nc1\n') + tagged('B'), one), 'a1\nB\nd1\ne1\nf1\n');
    assert.equal(refused(tagged('B') + tagged('\nB\n'), one), 'a1\nB\nd1\ne1\nf1\n');
    assert.equal(refused(tagged('B;C') + tagged('B;\nC'), one), 'refused: severalBlocks');
    assert.equal(refused(tagged('b1c1') + tagged('B'), one), 'refused: severalBlocks');
  });
});
