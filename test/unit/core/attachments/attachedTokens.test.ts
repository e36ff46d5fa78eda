import assert from 'node:assert/strict';
import { encodedLength, inlineLength, inlineLimit, tokensOf } from '../../../../src/core/attachments/attachedMedia';
import type { Attachment } from '../../../../src/core/conversation/turn';

const pagesOf = (text: string) => (tokensOf('document', 'application/pdf', Buffer.from(text, 'latin1')) ?? 0) / 560;

describe('the tokens of a file', () => {
  it('are those of the largest tree of its pages', () => {
    assert.equal(pagesOf('<</Type /Pages /Count 3>> <</Type /Pages /Count 12>> <</Type /Pages /Count 5>>'), 12);
    assert.equal(pagesOf('<< /Type\n/Pages\n/Count\n123456 >>'), 123_456);
    assert.equal(pagesOf('<< /Type /Pages >>'), 0);
    assert.equal(pagesOf('<< /Type /Pages /Count 0 >>'), 0);
    assert.equal(pagesOf('<< /Type /PagesX /Count 3 >>'), 0);
    assert.equal(pagesOf('<< /Type /Pages /Count x3 >>'), 0);
    assert.equal(pagesOf('<< /Count 3 /Type /Pages'), 3);
  });

  it('are counted where the count stands within 4,000 characters of the tree', () => {
    const tree = '/Type /Pages';
    const count = '/Count 8';
    const countBehind = (gap: number) => `<< ${tree}${' '.repeat(gap)}${count} >>`;
    const countBefore = (gap: number) => `${'x'.repeat(9_000)}<< ${count}${' '.repeat(gap)}${tree} >>`;

    const room = 4_000 - tree.length - count.length;
    assert.deepEqual([pagesOf(countBehind(room)), pagesOf(countBehind(room + 1))], [8, 0]);
    assert.deepEqual([pagesOf(countBefore(4_000 - count.length)), pagesOf(countBefore(4_001 - count.length))], [8, 0]);
  });

  it('are known of pictures, whatever their kind, and of no recording', () => {
    assert.equal(tokensOf('image', 'image/webp', new Uint8Array()), 1_120);
    assert.equal(tokensOf('video', 'video/mp4', Buffer.from('<< /Type /Pages /Count 3 >>')), undefined);
  });
});

describe('the room that files take in a request', () => {
  it('is that of those whose bytes go along', () => {
    const media = { id: 'a', name: 'a', media: 'image', mimeType: 'image/png' } as const;
    const inline: Attachment = { ...media, kind: 'media', data: 'A'.repeat(8) };
    const upload: Attachment = {
      ...media,
      kind: 'upload',
      size: 99,
      remote: { name: 'files/a', uri: 'https://g.example/a', expiresAt: 9 },
    };
    const file: Attachment = { kind: 'file', id: 'f', uri: 'file:///a', path: 'a', languageId: '', text: 'long text' };

    assert.equal(inlineLength([]), 0);
    assert.equal(inlineLength([inline, upload, file, { ...inline, data: 'AAAA' }]), 12);
    assert.ok(encodedLength(14_625_000) <= inlineLimit && encodedLength(14_625_001) > inlineLimit);
  });
});
