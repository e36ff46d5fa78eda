import assert from 'node:assert/strict';
import { isPicture, readPicture } from '../../../../../src/core/research/report/picture';

const pictures = [
  ['image/png', 'iVBORw0KGgo=', 'figure-1.png'],
  ['image/jpeg', '/9j/4AAQ', 'figure-2.jpg'],
  ['image/gif', 'R0lGODlhAQAB', 'figure-3.gif'],
  ['image/gif', 'R0lGODdhAQAB', 'figure-4.gif'],
  ['image/webp', 'UklGRiQAAABXRUJQ', 'figure-5.webp'],
] as const;

describe('a picture of a report', () => {
  it('is a file with its number, of a kind that previews show', () => {
    for (const [index, [mimeType, data, name]] of pictures.entries()) {
      const picture = readPicture(mimeType, data, index + 1);
      assert.equal(picture?.name, name);
      assert.equal(Buffer.from(picture?.bytes ?? []).toString('base64'), data);
      assert.equal(isPicture(mimeType, data), true, name);
    }
  });

  it('is none where its kind is another one, its data begins as another one, or there is no data', () => {
    const svg = 'PHN2Zz48L3N2Zz4=';
    for (const [mimeType, data] of [
      ['image/svg+xml', svg],
      ['image/svg+xml', undefined],
      ['image/png', svg],
      ['image/png', undefined],
      ['image/png', 'xxiVBORw0KGgo='],
      ['image/png', 'iVBORw0KGg%%%'],
      ['image/jpeg', 'x/9j/4AA'],
      ['image/gif', 'xR0lGODlhAQA'],
      ['image/gif', 'xR0lGODdhAQA'],
      ['image/webp', 'xUklGRiQAAABXRUJQ'],
      ['image/webp', 'UklGRiQAAABXRUJ'],
    ] as const) {
      assert.equal(readPicture(mimeType, data, 1), undefined, `${mimeType} ${data}`);
    }
    assert.equal(isPicture('image/svg+xml', svg), false);
    assert.equal(isPicture('image/png', svg), false);
  });
});
