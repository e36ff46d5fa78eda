import assert from 'node:assert/strict';
import { refusedBy } from '../../../../src/core/attachments/refusedBy';
import type { Attachment } from '../../../../src/core/conversation/turn';

const picture: Attachment = {
  kind: 'media',
  id: 'i',
  name: 'i.png',
  media: 'image',
  mimeType: 'image/png',
  data: 'AA',
};
const sound: Attachment = { kind: 'media', id: 'a', name: 'a.mp3', media: 'audio', mimeType: 'audio/mp3', data: 'AA' };
const film: Attachment = {
  kind: 'upload',
  id: 'v',
  name: 'v.mp4',
  media: 'video',
  mimeType: 'video/mp4',
  size: 30_000_000,
  remote: { name: 'files/v', uri: 'https://g.example/v1/files/v', expiresAt: 9 },
};
const clip: Attachment = { kind: 'url', id: 'y', url: 'https://youtu.be/9hE5-98ZeCg' };
const page: Attachment = { kind: 'url', id: 'u', url: 'https://e.example' };
const text: Attachment = { kind: 'file', id: 't', uri: 'file:///a.ts', path: 'a.ts', languageId: '', text: 'a' };
const all = [picture, sound, film, clip, page, text];

describe('what a model does not take', () => {
  const ids = (model: string) => refusedBy(model, all).map(({ id }) => id);

  it('is what its inputs do not name: recordings, videos and those of YouTube, never text', () => {
    assert.deepEqual(ids('gemma-4-31b-it'), ['a', 'v', 'y']);
  });

  it('is nothing of a Gemini model, and nothing of one that is not known', () => {
    assert.deepEqual(ids('gemini-3.8-flash'), []);
    assert.deepEqual(ids('gemini-9-none'), []);
  });
});
