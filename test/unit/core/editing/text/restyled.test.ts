import assert from 'node:assert/strict';
import { type Replacement, replaced } from '../../../../../src/core/editing/text/restyled';
import { SourceText } from '../../../../../src/core/editing/text/sourceText';

const result = (text: string, ...replacements: Replacement[]) => replaced(SourceText.of(text), replacements).text;

describe('a document with replacements', () => {
  it('takes them in any order', () => {
    assert.equal(
      result('a\nb\nc\nd\n', { start: 2, end: 4, contents: ['C'] }, { start: 0, end: 1, contents: ['A', 'A2'] }),
      'A\nA2\nb\nC\n',
    );
  });

  it('has the line break of each line that is replaced, and of the last one where there are more', () => {
    const mixed = 'a\r\nb\nc\rd\r\n';
    assert.equal(result(mixed, { start: 0, end: 3, contents: ['A', 'B', 'C'] }), 'A\r\nB\nC\rd\r\n');
    assert.equal(result(mixed, { start: 1, end: 2, contents: ['B', 'B2', 'B3'] }), 'a\r\nB\nB2\nB3\nc\rd\r\n');
    assert.equal(result(mixed, { start: 0, end: 2, contents: ['a', 'new', 'b'] }), 'a\r\nnew\r\nb\nc\rd\r\n');
    assert.equal(result(mixed, { start: 1, end: 3, contents: ['new', 'b', 'c'] }), 'a\r\nnew\nb\nc\rd\r\n');
    assert.equal(result(mixed, { start: 1, end: 1, contents: ['new'] }), 'a\r\nnew\r\nb\nc\rd\r\n');
    assert.equal(result(mixed, { start: 0, end: 4, contents: ['a', 'B', 'C', 'd'] }), 'a\r\nB\nC\rd\r\n');
    assert.equal(result(mixed, { start: 0, end: 4, contents: ['a', 'B', 'B2', 'c', 'd'] }), 'a\r\nB\nB2\nc\rd\r\n');
    assert.equal(result(mixed, { start: 0, end: 4, contents: ['a', 'b', 'c', 'new', 'd'] }), 'a\r\nb\nc\rnew\rd\r\n');
  });

  it('has the usual line break behind a last line that had none', () => {
    assert.equal(result('a\r\nb\r\nc', { start: 3, end: 3, contents: ['d', 'e'] }), 'a\r\nb\r\nc\r\nd\r\ne');
    assert.equal(result('a\r\nb', { start: 1, end: 2, contents: ['B', 'C'] }), 'a\r\nB\r\nC');
  });

  it('keeps its byte order mark', () => {
    assert.equal(result('\uFEFFa\nb\n', { start: 0, end: 1, contents: ['A'] }), '\uFEFFA\nb\n');
    assert.equal(result('\uFEFF', { start: 0, end: 0, contents: ['A'] }), '\uFEFFA\n');
  });

  it('is empty when all goes', () => {
    assert.equal(result('a\nb\n', { start: 0, end: 2, contents: [] }), '');
  });
});
