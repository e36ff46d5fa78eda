import assert from 'node:assert/strict';
import { type AnswerPart, joinedFrom, joinedParts, partMarkdown, partSearchText } from '../../../src/parts/answerPart';

const text = (words: string): AnswerPart => ({ kind: 'text', text: words });
const thought = (words: string): AnswerPart => ({ kind: 'thought', text: words });
const call: AnswerPart = { kind: 'toolCall', step: 'url_context_call', id: 'c', name: '', arguments: { urls: [] } };
const result: AnswerPart = {
  kind: 'toolResult',
  step: 'url_context_result',
  callId: 'c',
  name: '',
  result: 'words',
  isError: false,
};
const image: AnswerPart = { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AAAA' };
const unknown: AnswerPart = { kind: 'unknown', text: '{}' };

describe('parts that are read as one', () => {
  it('are texts that follow each other directly, and thoughts that do', () => {
    const parts = [thought('a'), thought('b'), text('c'), text('d'), call, call, text('e'), image, image, text('f')];

    assert.deepEqual(joinedParts(parts), [
      ...[thought('ab'), text('cd'), call, call],
      ...[text('e'), image, image, text('f')],
    ]);
    assert.deepEqual(joinedParts([]), []);
  });

  it('are found from the number of the first of them', () => {
    const parts = [image, text('a'), text('b'), call];

    assert.deepEqual(
      [0, 1, 2, 3, 4].map((index) => joinedFrom(parts, index)),
      [image, text('ab'), text('b'), call, undefined],
    );
  });
});

describe('what is known about a kind of part', () => {
  it('says what goes into Markdown and what is searched', () => {
    const parts = [text('a'), thought('a'), call, result, image, unknown];

    assert.deepEqual(
      parts.map((part) => partMarkdown(part)),
      [{ text: 'a' }, 'nothing', 'nothing', 'nothing', 'placeholder', 'nothing'],
    );
    assert.deepEqual(
      parts.map((part) => partSearchText(part)),
      ['a', '', '', '', '', ''],
    );
  });
});
