import assert from 'node:assert/strict';
import { utf8Length } from '../../../../src/core/base/utf8';
import { answerWithFootnotes } from '../../../../src/core/conversation/answerFootnotes';
import type { AnswerPart } from '../../../../src/parts/answerPart';
import type { Citation } from '../../../../src/parts/citation';

function citing(text: string, words: string, site: string): Citation {
  const end = text.indexOf(words) + words.length;
  return {
    type: 'url',
    title: `Title of ${site}`,
    url: `https://${site}.example/`,
    start: 0,
    end: utf8Length(text.slice(0, end)),
  };
}

const text = (words: string, ...citations: readonly Citation[]): AnswerPart => ({
  kind: 'text',
  text: words,
  citations,
});

describe('answerWithFootnotes', () => {
  it('has a mention where the words end that a page supports, and the pages at the end', () => {
    const words = 'Über 🎉 it. Then more.\n\n- 東京は首都です。\n';
    const parts = [
      { kind: 'thought', text: 'Hm' } as const,
      text(words, citing(words, 'it.', 'a'), citing(words, 'it.', 'b'), citing(words, '首都です。', 'a')),
    ];

    assert.equal(
      answerWithFootnotes({ parts }),
      [
        'Über 🎉 it.[^source-1][^source-2] Then more.',
        '',
        '- 東京は首都です。[^source-1]',
        '',
        '[^source-1]: [Title of a](<https://a.example/>)',
        '[^source-2]: [Title of b](<https://b.example/>)',
      ].join('\n'),
    );
  });

  it('writes nothing into code', () => {
    const words = 'Look.\n\n```js\nlet a = 1;\n```\n\nSo.';

    const written = answerWithFootnotes({
      parts: [text(words, citing(words, 'a = 1;', 'a'), citing(words, 'So.', 'a'))],
    });

    assert.match(written, /```js\nlet a = 1;\n```\n\nSo\.\[\^source-1\]/);
  });

  it('is the words alone where nothing is cited', () => {
    assert.equal(answerWithFootnotes({ parts: [text('So it is.\n')] }), 'So it is.');
    assert.equal(answerWithFootnotes({ parts: [] }), '');
  });
});
