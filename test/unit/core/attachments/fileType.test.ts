import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileTypeOf } from '../../../../src/core/attachments/fileType';
import { onePixel, pdf } from '../../../files';

const latin = (text: string) => Buffer.from(text, 'latin1');
const png = Buffer.from(onePixel, 'base64');
const zip = (...names: readonly string[]) =>
  latin(names.map((name) => `PK\x03\x04${'\x14'.padEnd(26, '\0')}${name}content`).join(''));
const compound = (stream: string) =>
  Buffer.concat([latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
const officeXml = 'application/vnd.openxmlformats-officedocument.';

const known: readonly (readonly [bytes: Uint8Array, type: string])[] = [
  [png, 'image image/png'],
  [latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image image/jpeg'],
  [latin('GIF89a\x01\0\x01\0'), 'image image/gif'],
  [latin('RIFF\x24\0\0\0WEBPVP8 '), 'image image/webp'],
  [latin('\0\0\0\x18ftypheic\0\0\0\0'), 'image image/heic'],
  [latin('\0\0\0\x18ftypmif1\0\0\0\0'), 'image image/heif'],
  [latin('BM\x46\0\0\0\0\0\0\0\x36'), 'image image/bmp'],
  [latin('II*\0\x08\0\0\0'), 'image image/tiff'],
  [pdf(3), 'document application/pdf'],
  [latin('RIFF\x24\0\0\0WAVEfmt '), 'audio audio/wav'],
  [latin('ID3\x04\0\0\0'), 'audio audio/mp3'],
  [latin('\xff\xfb\x90\x44'), 'audio audio/mp3'],
  [latin('\xff\xf1\x50\x80'), 'audio audio/aac'],
  [latin('OggS\0\x02'), 'audio audio/ogg'],
  [latin('fLaC\0\0'), 'audio audio/flac'],
  [latin('FORM\0\0\0\x10AIFFCOMM'), 'audio audio/aiff'],
  [latin('\0\0\0\x1cftypM4A \0\0'), 'audio audio/m4a'],
  [latin('\0\0\0\x1cftypisom\0\0'), 'video video/mp4'],
  [latin('\0\0\0\x14ftypqt  \0\0'), 'video video/mov'],
  [latin('\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm'), 'video video/webm'],
  [latin('RIFF\x24\0\0\0AVI LIST'), 'video video/avi'],
  [zip('[Content_Types].xml', 'word/document.xml'), `document ${officeXml}wordprocessingml.document`],
  [zip('[Content_Types].xml', 'xl/workbook.xml'), `document ${officeXml}spreadsheetml.sheet`],
  [zip('[Content_Types].xml', 'ppt/slides.xml'), `document ${officeXml}presentationml.presentation`],
  [zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'document application/vnd.oasis.opendocument.text'],
  [compound('WordDocument'), 'document application/msword'],
  [compound('Workbook'), 'document application/vnd.ms-excel'],
  [latin('const a = 1;\n'), 'text'],
  [Buffer.from('größer, 日本語 🙂\n'), 'text'],
  [latin('a;b\n1;2\n'), 'text'],
  [latin('BM is how a bitmap begins, and this does not go on like one.\n'), 'text'],
];

const unknown: Readonly<Record<string, Uint8Array>> = {
  'an archive of other things': zip('src/word.txt'),
  'a picture of a kind that the service does not take': latin('\0\0\0\x1cftypavif\0\0'),
  'a video of a kind that the service does not take': latin('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska'),
  'a video that names another kind only in its content': latin(`\x1a\x45\xdf\xa3${'\0'.repeat(60)}webm`),
  'no bitmap, where no zeros are kept': latin('\0\0\x46\0\0\0\0\0\0\0\x36'),
  'sound that begins later': latin('\x01\xff\xfb\x90\x44\xff\xf1\x50\x80'),
  'a PNG that ends after its signature': png.subarray(0, 8),
  'a PNG whose first chunk is another one': Buffer.concat([png.subarray(0, 12), latin('IDAT'), png.subarray(16)]),
  'a program': latin('\x7fELF\x02\x01\x01\0'),
  'a text in Latin-1': latin('gr\xf6\xdfer'),
  'another compound file': compound('Something'),
};

function nameOf(bytes: Uint8Array): string {
  const type = fileTypeOf(bytes);
  return type.kind === 'media' ? `${type.media} ${type.mimeType}` : type.kind;
}

describe('the type of a file', () => {
  for (const [bytes, type] of known) {
    it(`is ${type} by its content: ${bytes.subarray(0, 12).toString()}`, () => {
      assert.equal(nameOf(bytes), type);
    });
  }
  for (const [what, bytes] of Object.entries(unknown)) {
    it(`is none that goes along: ${what}`, () => {
      assert.equal(nameOf(bytes), 'unknown');
    });
  }

  it('is a text also where a character is cut at the end of what was read', () => {
    assert.equal(nameOf(Buffer.from('日本').subarray(0, 5)), 'text');
  });

  it('is told of any bytes without a failure', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.constantFrom(...known.map(([bytes]) => bytes)),
        (noise, head) => {
          fileTypeOf(Buffer.concat([head.subarray(0, 12), noise]));
          fileTypeOf(noise);
        },
      ),
    );
  });
});
