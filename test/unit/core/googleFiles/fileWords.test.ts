import assert from 'node:assert/strict';
import { mediaOf, typeLabel } from '../../../../src/core/googleFiles/fileTypes';
import { relativeTime } from '../../../../src/core/googleFiles/relativeTime';

const openXml = 'application/vnd.openxmlformats-officedocument.';

describe('files at Google in words', () => {
  const types: readonly (readonly [string, ReturnType<typeof mediaOf>, string | undefined])[] = [
    ['image/png', 'image', 'PNG'],
    ['audio/mp3', 'audio', 'MP3'],
    ['video/x-flv', 'video', 'FLV'],
    ['application/pdf', 'document', 'PDF'],
    ['text/csv', 'document', 'CSV'],
    ['application/msword', 'document', 'Word'],
    [`${openXml}wordprocessingml.document`, 'document', 'Word'],
    [`${openXml}spreadsheetml.sheet`, 'document', 'Excel'],
    ['application/vnd.ms-powerpoint', 'document', 'PowerPoint'],
    ['application/vnd.oasis.opendocument.text', 'document', 'OpenDocument'],
    ['text/plain', undefined, 'text/plain'],
    ['application/zip', undefined, 'application/zip'],
    ['application/pdf-like', undefined, 'application/pdf-like'],
    ['my-image/png', undefined, 'my-image/png'],
    ['image/svg+xml', 'image', 'SVG+XML'],
    ['image/vnd.wap.wbmp', 'image', 'image/vnd.wap.wbmp'],
    ['audio/abcdefgh', 'audio', 'ABCDEFGH'],
    ['audio/abcdefghi', 'audio', 'audio/abcdefghi'],
    ['', undefined, undefined],
  ];
  for (const [mimeType, media, label] of types) {
    it(`knows ${mimeType || 'no type'}`, () => {
      assert.deepEqual([mediaOf(mimeType), typeLabel(mimeType)], [media, label]);
    });
  }

  it('tells times before and after now', () => {
    const minute = 60_000;
    const hour = 60 * minute;
    const words = [-9 * 24 * hour, -71 * hour, -hour, -59 * minute, -1, 30_000, 90_000, 47.9 * hour, 72 * hour];
    assert.deepEqual(
      words.map((ms) => relativeTime(1e12 + ms, 1e12, 'en')),
      [
        '9 days ago',
        '71 hours ago',
        '1 hour ago',
        '59 minutes ago',
        'now',
        'now',
        'in 1 minute',
        'in 47 hours',
        'in 3 days',
      ],
    );
  });
});
