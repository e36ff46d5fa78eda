import assert from 'node:assert/strict';
import { encodedLength, inlineLength, promisedMedia, tokensOf } from '../../../../src/core/attachments/attachedMedia';
import type { Attachment } from '../../../../src/core/conversation/turn';
import { pdf } from '../../../files';

describe('files that go along with a question', () => {
  it('take as much of a request as their base64 is long', () => {
    for (const length of [0, 1, 2, 3, 4, 1_000]) {
      assert.equal(encodedLength(length), Buffer.alloc(length).toString('base64').length, String(length));
    }
    const picture: Attachment = {
      kind: 'media',
      id: 'p',
      name: 'p',
      media: 'image',
      mimeType: 'image/png',
      data: 'AAAA',
    };
    const page: Attachment = { kind: 'url', id: 'u', url: 'https://a.example' };
    assert.equal(inlineLength([picture, page, picture]), 8);
  });

  it('take tokens by the picture and by the page, as far as the pages can be counted', () => {
    const count = (bytes: Uint8Array, mimeType = 'application/pdf') => tokensOf('document', mimeType, bytes);
    assert.equal(tokensOf('image', 'image/png', Buffer.alloc(9)), 1_120);
    assert.equal(count(pdf(3)), 1_680);
    assert.equal(count(Buffer.from('%PDF-1.7 << /Count 12 /Type /Pages >> << /Count 5 /Type /Pages >>')), 12 * 560);
    assert.equal(count(Buffer.from('%PDF-1.7 << /Type /Outlines /Count 9 >> << /Type /Page >>')), undefined);
    assert.equal(count(Buffer.from('%PDF << /Type  /Pages /Count  7 >> << /Type /Page /Count 9 >>')), 7 * 560);
    assert.equal(count(Buffer.from('%PDF << /Type/Pages /Kids [1] /Count 4 >>')), 4 * 560);
    assert.equal(count(Buffer.from('%PDF << /Count 8 >> << /Type /Pages >>')), undefined);
    assert.equal(count(Buffer.from(`%PDF << /Type /Pages ${' '.repeat(4_000)} /Count 8 >>`)), undefined);
    assert.equal(count(Buffer.from(`%PDF << /Count 8 ${' '.repeat(4_000)} /Type /Pages >>`)), undefined);
    assert.equal(count(pdf(3), 'application/msword'), undefined);
    assert.equal(tokensOf('audio', 'audio/mp3', Buffer.alloc(9)), undefined);
  });

  it('are promised by the ending of a name', () => {
    const names = ['a.PNG', 'b.tar.mp3', 'c.mov', 'd.pdf', 'e.docx', 'f.ts', 'png', 'g.svg', 'h.csv'];
    assert.deepEqual(names.map(promisedMedia), [
      'image',
      'audio',
      'video',
      'document',
      'document',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
