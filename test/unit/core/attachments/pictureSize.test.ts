import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pictureSizeOf } from '../../../../src/core/attachments/pictureSize';
import { onePixel } from '../../../files';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const latin = (text: string) => Buffer.from(text, 'latin1').toString('hex');

describe('The size of a picture', () => {
  it('is read from its beginning', () => {
    const riff = (chunk: string, rest: string) =>
      bytes(`${latin('RIFF')} 00000000 ${latin(`WEBP${chunk}`)} 00000000 ${rest}`);
    const cases: readonly (readonly [string, Uint8Array, number, number])[] = [
      ['png', new Uint8Array(Buffer.from(onePixel, 'base64')), 1, 1],
      ['gif', bytes(`${latin('GIF89a')} 2c01 c800`), 300, 200],
      ['jpeg', bytes('ffd8 ffe0 0004 0000 ffc4 0003 00 ffc2 0011 08 00c8 012c 03'), 300, 200],
      ['webp', riff('VP8 ', '000000 9d012a 2c01 c800'), 300, 200],
      ['webp lossless', riff('VP8L', '2f 2bc13100'), 300, 200],
      ['webp extended', riff('VP8X', '00000000 2b0100 c70000'), 300, 200],
    ];
    for (const [name, head, width, height] of cases) assert.deepEqual(pictureSizeOf(head), { width, height }, name);
  });

  it('is unknown where the file does not say it, and nothing throws', () => {
    const cut = Buffer.from(onePixel, 'base64').subarray(0, 18);
    for (const head of [bytes(''), bytes('ffd8'), bytes('ffd8 ffe0 ffff'), bytes('4d4d002a'), cut]) {
      assert.equal(pictureSizeOf(head), undefined);
    }
    const beginnings = ['', 'ffd8', '89504e470d0a1a0a', latin('GIF87a'), latin('RIFF0000WEBPVP8X')];
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 60 }), (begin, rest) => {
        const size = pictureSizeOf(new Uint8Array([...bytes(begin), ...rest]));
        assert.ok(size === undefined || (size.width > 0 && size.height > 0));
      }),
    );
  });
});
