import assert from 'node:assert/strict';
import { cleanPrompt, cleanText } from '../../../../src/core/chat/cleanPrompt';

const flagOf = (letters: string) =>
  `\u{1F3F4}${[...letters].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}\u{E007F}`;

describe('a text that goes along', () => {
  it('loses what has no width, which a question keeps', () => {
    assert.equal(cleanText('a\u200bb\u2060c\ufeffd\u202e'), 'abcd');
    assert.deepEqual(cleanPrompt('a\u200bb'), { text: 'a\u200bb', removed: 0 });
  });

  it('keeps the flags of regions, of three to six letters', () => {
    for (const region of ['usa', 'gbsct', 'gbscts']) assert.equal(cleanText(flagOf(region)), flagOf(region), region);
    for (const other of ['', 'gb', 'gbsctsx']) assert.equal(cleanText(`${flagOf(other)}!`), '\u{1F3F4}!', other);
    assert.deepEqual(cleanPrompt(`${flagOf('gbwls')}${flagOf('no')}`), {
      text: `${flagOf('gbwls')}\u{1F3F4}`,
      removed: 3,
    });
  });
});
