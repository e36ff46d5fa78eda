import assert from 'node:assert/strict';
import { chooseForm, closingTag, openingTag } from '../../../../../src/core/editing/ask/answerForm';
import { joinedRanges, sentLines } from '../../../../../src/core/editing/ask/editTarget';
import { SourceText } from '../../../../../src/core/editing/text/sourceText';

describe('the ranges of a question', () => {
  const joined = (...ranges: readonly (readonly [number, number])[]) =>
    joinedRanges(
      ranges.map(([start, end]) => ({ start, end })),
      10,
    ).map(({ start, end }) => [start, end]);

  it('come in order, and those that touch or overlap are one', () => {
    assert.deepEqual(joined([6, 7], [1, 2]), [
      [1, 2],
      [6, 7],
    ]);
    assert.deepEqual(joined([3, 4], [1, 3]), [[1, 4]]);
    assert.deepEqual(joined([1, 3], [4, 5]), [
      [1, 3],
      [4, 5],
    ]);
    assert.deepEqual(joined([1, 5], [2, 3], [5, 5], [4, 7]), [[1, 7]]);
    assert.deepEqual(joined([1, 5], [1, 3], [1, 1]), [[1, 5]]);
    assert.deepEqual(joined([2, 2], [2, 2]), [[2, 2]]);
    assert.deepEqual(joined(), []);
  });

  it('end with the document, and never before they begin', () => {
    assert.deepEqual(joined([8, 12]), [[8, 10]]);
    assert.deepEqual(joined([10, 12], [11, 11]), [[10, 10]]);
    assert.deepEqual(joined([5, 3]), [[5, 5]]);
  });

  it('are sent without line breaks and without what nobody sees', () => {
    const source = SourceText.of('a\r\nb\u200Bc\nd');
    assert.deepEqual(sentLines({ source }, { start: 0, end: 3 }), ['a', 'bc', 'd']);
    assert.deepEqual(sentLines({ source }, { start: 1, end: 2 }), ['bc']);
  });
});

describe('the tags of an answer', () => {
  it('have a name that is in nothing that is sent', () => {
    assert.deepEqual(chooseForm(['edit', '<edit>', 'edit-1'], 2), { tag: 'edit', parts: 2 });
    assert.equal(chooseForm(['a', 'x <edit-'], 1).tag, 'edit2');
    assert.equal(chooseForm(['</EDIT-9>', '<Edit2-'], 1).tag, 'edit3');
    assert.equal(chooseForm(['<edit2-1>', '< edit-1>'], 1).tag, 'edit');
  });

  it('have the number of the selection', () => {
    const form = chooseForm([], 3);
    assert.deepEqual([openingTag(form, 1), closingTag(form, 3)], ['<edit-1>', '</edit-3>']);
  });
});
