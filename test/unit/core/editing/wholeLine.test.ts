import assert from 'node:assert/strict';
import { wholeLine } from '../../../../src/core/editing/answer/fragment';

/** The selected part stands between bars. */
function answered(marked: string, answer: string): string | undefined {
  const [before = '', part = '', after = ''] = marked.split('|');
  const start = before.length;
  return wholeLine(before + part + after, { start, end: start + part.length }, answer);
}

describe('an answer about a part of a line', () => {
  it('is the line where it has at least half of the words around the part', () => {
    assert.equal(
      answered('  const total = |sum(a)| * rate;', '  const total = sum(b) * rate;'),
      '  const total = sum(b) * rate;',
    );
    // One of two words.
    assert.equal(answered('left(|x|) right', 'left(y)'), 'left(y)');
  });

  it('is put into the line where it has none of them and could be a part', () => {
    assert.equal(answered('  const total = |sum(a)| * rate;', ' add([b]) '), '  const total = add([b]) * rate;');
    assert.equal(answered('größe = |alt|;', 'neu'), 'größe = neu;');
    assert.equal(answered('total = |sum(a)|;', 'add({b})'), 'total = add({b});');
    // A word that is there twice counts once.
    assert.equal(answered('add(|x|, add, add, y)', 'add(z)'), 'add(z)');
  });

  it('is neither where it has some of them, ends a statement or leaves a bracket open', () => {
    assert.equal(answered('const total = |sum(a)| * rate / days;', 'rate'), undefined);
    assert.equal(answered('total = |sum(a)|', 'sums(b);'), undefined);
    assert.equal(answered('total = |sum(a)|', 'when(b) { '), undefined);
    assert.equal(answered('total = |sum(a)|', 'sums(b'), undefined);
  });

  it('goes by the marks around the part where there are no words', () => {
    assert.equal(answered('|sum(a)|', '  sums(b)  '), '  sums(b)  ');
    assert.equal(answered('  |sum(a)|  ', 'sums(b);'), 'sums(b);');
    assert.equal(answered('  (|a|),', '  (b),'), '  (b),');
    assert.equal(answered('  (|a|),', '\n  (b), \n'), '\n  (b), \n');
    assert.equal(answered('  (|a|),', ' b '), '  (b),');
    assert.equal(answered('(|a|)', 'b'), '(b)');
    assert.equal(answered('(|a|)  ', '(b)'), '(b)');
    assert.equal(answered('  (|a|),', '(b'), '  ((b),');
    assert.equal(answered('  (|a|),', 'b),'), '  (b),),');
  });
});
