import assert from 'node:assert/strict';
import { readAnswerMedium } from '../../../../src/core/attachments/answerMedium';
import { promisedMedia } from '../../../../src/core/attachments/attachedMedia';
import { fileTypeOf, tellingBytes } from '../../../../src/core/attachments/fileType';
import type { MediaType } from '../../../../src/core/interactions/content';

const latin = (text: string) => Buffer.from(text, 'latin1');
const zip = (...names: readonly string[]) =>
  names.map((name) => `PK\x03\x04${'\x14'.padEnd(26, '\0')}${name}content`).join('');
const compound = (stream: string) =>
  `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${[...stream].map((letter) => `${letter}\0`).join('')}`;
const iso = (brand: string) => `\0\0\0\x18ftyp${brand}\0\0\0\0`;
const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;
const open = (kind: string) => `application/vnd.oasis.opendocument.${kind}`;
const types = '[Content_Types].xml';

/** Beginnings of files: what they are, and what a file of them ends with. */
const files: readonly (readonly [head: string, mimeType: string, ending: string, media: MediaType])[] = [
  ['\xff\xd8\xff', 'image/jpeg', 'jpg', 'image'],
  ['GIF87a', 'image/gif', 'gif', 'image'],
  ['GIF89a', 'image/gif', 'gif', 'image'],
  ['II*\0', 'image/tiff', 'tif', 'image'],
  ['MM\0*', 'image/tiff', 'tif', 'image'],
  ['RIFF\0\0\0\0WEBP', 'image/webp', 'webp', 'image'],
  ...['heic', 'heix', 'heim', 'heis'].map((brand) => [iso(brand), 'image/heic', 'heic', 'image'] as const),
  ...['mif1', 'msf1', 'hevc'].map((brand) => [iso(brand), 'image/heif', 'heif', 'image'] as const),
  ['BM\x46\0\0\0\0\0\0\0\x36', 'image/bmp', 'bmp', 'image'],
  ['%PDF-', 'application/pdf', 'pdf', 'document'],
  [compound('WordDocument'), 'application/msword', 'doc', 'document'],
  [compound('PowerPoint Document'), 'application/vnd.ms-powerpoint', 'ppt', 'document'],
  [compound('Workbook'), 'application/vnd.ms-excel', 'xls', 'document'],
  [zip(types, 'word/document.xml'), office('wordprocessingml.document'), 'docx', 'document'],
  [zip('ppt/slides.xml', types), office('presentationml.presentation'), 'pptx', 'document'],
  [zip(types, 'other', 'xl/workbook.xml'), office('spreadsheetml.sheet'), 'xlsx', 'document'],
  [zip(`mimetype${open('text')}`), open('text'), 'odt', 'document'],
  [zip(`mimetype${open('presentation')}`), open('presentation'), 'odp', 'document'],
  [zip(`mimetype${open('spreadsheet')}`), open('spreadsheet'), 'ods', 'document'],
  ['ID3', 'audio/mp3', 'mp3', 'audio'],
  ...[...'\xe2\xe3\xf2\xf3\xfa\xfb'].map((byte) => [`\xff${byte}`, 'audio/mp3', 'mp3', 'audio'] as const),
  ...[...'\xf0\xf1\xf8\xf9'].map((byte) => [`\xff${byte}`, 'audio/aac', 'aac', 'audio'] as const),
  ['OggS', 'audio/ogg', 'ogg', 'audio'],
  ['fLaC', 'audio/flac', 'flac', 'audio'],
  ['RIFF\0\0\0\0WAVE', 'audio/wav', 'wav', 'audio'],
  ['FORM\0\0\0\0AIFF', 'audio/aiff', 'aif', 'audio'],
  ['FORM\0\0\0\0AIFC', 'audio/aiff', 'aif', 'audio'],
  [iso('M4A '), 'audio/m4a', 'm4a', 'audio'],
  [iso('M4B '), 'audio/m4a', 'm4a', 'audio'],
  ['\0\0\x01\xba', 'video/mpeg', 'mpg', 'video'],
  ['\0\0\x01\xb3', 'video/mpeg', 'mpg', 'video'],
  ['FLV\x01', 'video/x-flv', 'flv', 'video'],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'video/wmv', 'wmv', 'video'],
  ['RIFF\0\0\0\0AVI ', 'video/avi', 'avi', 'video'],
  [iso('qt  '), 'video/mov', 'mov', 'video'],
  [iso('3gp4'), 'video/3gpp', '3gp', 'video'],
  [iso('isom'), 'video/mp4', 'mp4', 'video'],
  [iso('M4V '), 'video/mp4', 'mp4', 'video'],
  ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'video/webm', 'webm', 'video'],
];

const kindOf = (head: string) => fileTypeOf(latin(head)).kind;

describe('the beginnings of files', () => {
  it('tell their type, which gives the ending of what is saved', () => {
    for (const [head, mimeType, ending, media] of files) {
      assert.deepEqual(fileTypeOf(latin(head)), { kind: 'media', media, mimeType });
      const medium = readAnswerMedium(media, latin(head).toString('base64'));
      assert.deepEqual(typeof medium === 'string' ? medium : [medium.mimeType, medium.ending], [mimeType, ending]);
    }
  });

  it('tell nothing where they stand later, or are another one', () => {
    const short = files.map(([head]) => head).filter((head) => head.length < 16);
    for (const head of short) assert.notEqual(kindOf(`\x02\0${head}`), 'media', head);
    for (const head of ['RIFF\0\0\0\0ACON', 'FORM\0\0\0\0ILBM', 'LIST\0\0\0\0WAVE', '\xff\xfe\0\0', '\xfe\xfb'])
      assert.equal(kindOf(head), 'unknown', head);
    for (const brand of ['avif', 'avis']) assert.equal(kindOf(iso(brand)), 'unknown');
    assert.equal(fileTypeOf(latin(iso('xavi'))).kind, 'media');
    assert.equal(kindOf(zip('word/document.xml')), 'unknown');
    assert.equal(kindOf(zip(types, 'a/word/document.xml')), 'unknown');
    assert.equal(kindOf(zip(`x${open('text')}`)), 'unknown');
    assert.equal(kindOf(zip('a', `mimetype${open('text')}`)), 'unknown');
    assert.equal(kindOf('BM is a text'), 'text');
  });

  it('tell it within the first 64 kB', () => {
    const far = (length: number) => zip(types, 'a'.repeat(length), 'word/document.xml');
    assert.equal(tellingBytes, 65_536);
    assert.equal(kindOf(far(60_000)), 'media');
    assert.equal(kindOf(far(70_000)), 'unknown');
  });
});

describe('a text', () => {
  it('has no NUL and is UTF-8, also behind what tells other kinds', () => {
    const long = 'a'.repeat(70_000);
    assert.equal(kindOf(long), 'text');
    assert.equal(kindOf(''), 'text');
    assert.equal(kindOf(`${long}\0`), 'unknown');
    assert.equal(kindOf(`${long}\xff.`), 'unknown');
    assert.equal(kindOf('\xc3'), 'text');
    assert.equal(kindOf('\xc3.'), 'unknown');
  });
});

describe('the ending of a name', () => {
  const endings: Readonly<Record<MediaType, string>> = {
    image: 'png jpg jpeg gif webp heic heif bmp tif tiff',
    audio: 'wav mp3 aif aiff aac ogg flac m4a',
    video: 'mp4 mpg mpeg mov avi flv webm wmv 3gp 3gpp',
    document: 'pdf doc docx ppt pptx xls xlsx odt odp ods',
  };

  it('promises the kind of the file, in small letters and in large ones', () => {
    for (const [media, all] of Object.entries(endings)) {
      for (const ending of all.split(' ')) {
        assert.equal(promisedMedia(`a.${ending}`), media, ending);
        assert.equal(promisedMedia(`a.b.${ending.toUpperCase()}`), media, ending);
        assert.equal(promisedMedia(ending), undefined, ending);
        assert.equal(promisedMedia(`a.${ending}.ts`), undefined, ending);
        assert.equal(promisedMedia(`a.x${ending}`), undefined, ending);
      }
    }
  });
});
