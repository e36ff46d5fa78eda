import assert from 'node:assert/strict';
import { readAnswerMedium } from '../../../../src/core/attachments/answerMedium';

const base64 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('base64');
const png = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01';

describe('a medium of an answer', () => {
  it('is what its bytes are, with the ending of their kind', () => {
    const read = (media: Parameters<typeof readAnswerMedium>[0], bytes: string) => {
      const medium = readAnswerMedium(media, base64(bytes));
      return typeof medium === 'string' ? medium : [medium.mimeType, medium.ending, medium.bytes.length];
    };

    assert.deepEqual(read('image', png), ['image/png', 'png', png.length]);
    assert.deepEqual(read('image', '\xff\xd8\xff\xe0'), ['image/jpeg', 'jpg', 4]);
    assert.deepEqual(read('image', 'RIFF\0\0\0\0WEBPVP8 '), ['image/webp', 'webp', 16]);
    assert.deepEqual(read('audio', 'RIFF\0\0\0\0WAVEfmt '), ['audio/wav', 'wav', 16]);
    assert.deepEqual(read('video', '\0\0\0\x18ftypisom'), ['video/mp4', 'mp4', 12]);
    assert.deepEqual(read('document', '%PDF-1.7'), ['application/pdf', 'pdf', 8]);
  });

  it('is none where the bytes are of another kind, whatever the service calls them', () => {
    for (const fake of ['<svg onload="a()"/>', '<html>', 'MZ\x90\0', '#!/bin/sh', '%PDF-1.7', 'just words']) {
      assert.equal(readAnswerMedium('image', base64(fake)), 'fake', fake);
    }
    assert.equal(readAnswerMedium('document', base64(png)), 'fake');
  });

  it('is none where nothing can be read', () => {
    assert.equal(readAnswerMedium('image', undefined), 'elsewhere');
    for (const data of ['', '"><script>', 'A', 'A-_A']) assert.equal(readAnswerMedium('image', data), 'damaged', data);
  });

  it('has all of its bytes, whatever they are', () => {
    for (const end of ['', '\xff', '\0\xff', '\n\r\x80']) {
      const medium = readAnswerMedium('image', base64(png + end));
      assert.ok(typeof medium === 'object');
      assert.equal(Buffer.from(medium.bytes).toString('latin1'), png + end);
    }
  });
});
