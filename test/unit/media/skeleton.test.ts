import assert from 'node:assert/strict';
import { placeIn, skeletonOf, tailOf } from '../../../media/citations/skeleton';

describe('the skeleton of a text', () => {
  it('is the same in Markdown and on the page', () => {
    assert.equal(skeletonOf('**Spain** won `2–1`, they_say.'), skeletonOf('Spain won 2–1, theysay.'));
    assert.equal(skeletonOf('東京は、**首都**です。'), '東京は首都です');
    assert.equal(skeletonOf('Done 🎉 हिन्दी'), 'Done🎉हिन्दी');
  });

  it('tells the place in the text, also behind pictographs and marks', () => {
    const text = 'Go 🎉 हिन्दी, ❤️ now';
    for (const word of ['Go', '🎉', 'हिन्दी', '❤️', 'now']) {
      const place = text.indexOf(word) + word.length;
      assert.equal(placeIn(text, skeletonOf(text.slice(0, place)).length), place, word);
    }
  });

  it('leaves what ends a sentence', () => {
    assert.equal(tailOf('He said “no”.'), '”.');
    assert.equal(tailOf('です。'), '。');
  });
});
