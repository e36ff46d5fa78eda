import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../../src/core/base/json';
import { readAttachment } from '../../../../../src/core/storage/log/readAttachment';

/** The same object without one of its fields. */
function without(value: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== field));
}

const file = { id: 'f', uri: 'file:///a.ts', path: 'a.ts', languageId: 'typescript', text: 'let a;' };
const picture = { id: 'p', name: 'p.png', media: 'image', mimeType: 'image/png' };
const remote = { name: 'files/u', uri: 'https://g.example/u', expiresAt: 9 };
const known: readonly JsonObject[] = [
  { kind: 'code', ...file, startLine: 3, endLine: 5 },
  { kind: 'file', ...file },
  { kind: 'file', ...file, sandboxPath: 'src/a.ts' },
  { kind: 'media', ...picture, data: 'AAAA' },
  { kind: 'media', ...picture, media: 'audio', data: '', uri: 'file:///p', tokens: 258, thumbnail: '/9j/' },
  { kind: 'upload', ...picture, media: 'video', size: 30_000_000, remote },
  { kind: 'upload', ...picture, media: 'document', uri: '', tokens: 0, thumbnail: '', size: 1, remote },
  { kind: 'url', id: 'u', url: 'https://a.example' },
  { kind: 'url', id: 'u', url: 'https://g.example/repo.git', sandboxPath: 'repo' },
];

describe('an attachment that is read back', () => {
  it('is what was written, and no field of it comes from elsewhere', () => {
    for (const attachment of known) {
      assert.deepEqual(readAttachment(attachment), attachment);
      assert.deepEqual(readAttachment({ ...attachment, later: 1 }), attachment);
    }
  });

  it('has lines of a file only where it is code, and a place in the sandbox only where it is a whole file', () => {
    assert.deepEqual(readAttachment({ kind: 'code', ...file, sandboxPath: 'x', startLine: 1, endLine: 2 }), {
      kind: 'code',
      ...file,
      startLine: 1,
      endLine: 2,
    });
    assert.deepEqual(readAttachment({ kind: 'file', ...file, startLine: 1, endLine: 2 }), { kind: 'file', ...file });
  });

  it('is nothing where that is missing which was sent', () => {
    const needed: readonly (readonly [number, readonly string[]])[] = [
      [0, ['kind', 'id', 'text']],
      [1, ['kind', 'id', 'text']],
      [3, ['kind', 'id', 'media', 'data']],
      [5, ['kind', 'id', 'media', 'remote']],
      [7, ['kind', 'id', 'url']],
    ];
    for (const [index, fields] of needed) {
      const attachment = known[index] ?? assert.fail();
      for (const field of fields)
        assert.equal(readAttachment(without(attachment, field)), undefined, `${attachment.kind} ${field}`);
    }
    const upload = known[5] ?? assert.fail();
    for (const field of ['name', 'uri'])
      assert.equal(readAttachment({ ...upload, remote: without(remote, field) }), undefined, field);
    assert.equal(readAttachment({ ...upload, media: 'hologram' }), undefined);
    assert.equal(readAttachment({ kind: 'hologram', ...picture, data: '' }), undefined);
  });

  it('is read without what only tells about it', () => {
    assert.deepEqual(readAttachment({ kind: 'code', id: 'f', text: 'x' }), {
      kind: 'code',
      id: 'f',
      uri: '',
      path: '',
      languageId: '',
      text: 'x',
      startLine: 1,
      endLine: 1,
    });
    assert.deepEqual(readAttachment({ kind: 'media', id: 'p', media: 'image', data: 'AAAA' }), {
      kind: 'media',
      id: 'p',
      name: '',
      media: 'image',
      mimeType: '',
      data: 'AAAA',
    });
    assert.deepEqual(
      readAttachment({
        kind: 'upload',
        id: 'u',
        media: 'video',
        remote: { name: 'files/u', uri: 'https://g.example' },
      }),
      {
        kind: 'upload',
        id: 'u',
        name: '',
        media: 'video',
        mimeType: '',
        size: 0,
        remote: { name: 'files/u', uri: 'https://g.example', expiresAt: 0 },
      },
    );
  });
});
