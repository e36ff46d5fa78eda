import assert from 'node:assert/strict';
import { sentChange, sentPart } from '../../../src/host/panel/sentParts';
import type { MediaPart } from '../../../src/parts/mediaPart';
import { onePixel } from '../../files';

const picture: MediaPart = { kind: 'media', media: 'image', mimeType: 'image/png', data: onePixel };
const sent: MediaPart = { kind: 'media', media: 'image', mimeType: 'image/png', kept: { width: 1, height: 1 } };

describe('What a panel gets of an answer', () => {
  it('has the size of a picture and not its bytes, whichever fact brings it', () => {
    assert.deepEqual(sentPart(picture), sent);
    assert.deepEqual(sentChange({ type: 'partAdded', part: picture, at: 2 }), { type: 'partAdded', part: sent, at: 2 });
    assert.deepEqual(sentChange({ type: 'partReplaced', part: 3, value: picture }), {
      type: 'partReplaced',
      part: 3,
      value: sent,
    });
  });

  it('says of other media only that they are there, and leaves what lies elsewhere as it is', () => {
    const sound: MediaPart = { kind: 'media', media: 'audio', mimeType: 'audio/wav', data: 'AAAA' };
    assert.deepEqual(sentPart(sound), { kind: 'media', media: 'audio', mimeType: 'audio/wav', kept: {} });
    assert.deepEqual(sentPart({ ...picture, data: 'no picture' }), { ...sent, kept: {} });
    const elsewhere: MediaPart = { kind: 'media', media: 'video', mimeType: 'video/mp4', uri: 'https://a.example' };
    assert.equal(sentPart(elsewhere), elsewhere);
    const text = { kind: 'text', text: 't' } as const;
    assert.equal(sentPart(text), text);
  });
});
