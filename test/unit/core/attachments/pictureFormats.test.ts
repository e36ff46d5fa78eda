import assert from 'node:assert/strict';
import { pictureSizeOf } from '../../../../src/core/attachments/pictureSize';

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const latin = (text: string) => Buffer.from(text, 'latin1').toString('hex');
const sizeOf = (hex: string) => {
  const size = pictureSizeOf(bytes(hex));
  return size && [size.width, size.height];
};
const webp = (chunk: string, rest: string) => `${latin(`RIFF0000WEBP${chunk}`)} 00000000 ${rest}`;

describe('The size that a picture says of itself', () => {
  it('takes all the bits that its kind has for it, and no others', () => {
    assert.deepEqual(sizeOf(`89504e47 0d0a1a0a 0000000d ${latin('IHDR')} 00012c01 0000c802`), [0x12c01, 0xc802]);
    assert.deepEqual(sizeOf(`${latin('GIF87a')} 0102 0304`), [0x201, 0x403]);
    assert.deepEqual(sizeOf(webp('VP8 ', '000000 9d012a ffff ff7f')), [0x3fff, 0x3fff]);
    assert.deepEqual(sizeOf(webp('VP8L', '2f ffffffff')), [0x4000, 0x4000]);
    assert.deepEqual(sizeOf(webp('VP8L', '2f 00000000')), [1, 1]);
    assert.deepEqual(sizeOf(webp('VP8L', '2f 01800010')), [2, 3]);
    assert.deepEqual(sizeOf(webp('VP8X', '00000000 000001 ffffff')), [0x10001, 0x1000000]);
  });

  it('is that of a frame of a JPEG, of any kind, and not of a table', () => {
    const frame = (marker: string) => `ff${marker} 0011 08 00c8 012c 03`;
    const frames = ['c0', 'c1', 'c2', 'c3', 'c5', 'c6', 'c7', 'c9', 'ca', 'cb', 'cd', 'ce', 'cf'];
    for (const marker of frames) assert.deepEqual(sizeOf(`ffd8 ${frame(marker)}`), [300, 200], marker);
    for (const marker of ['c4', 'c8', 'cc', 'bf', 'd0', 'db', 'e0'])
      assert.equal(sizeOf(`ffd8 ${frame(marker)}`), undefined, marker);
    assert.deepEqual(sizeOf(`ffd8 ffdb 0003 00 ffe1 0005 000000 ${frame('c0')}`), [300, 200]);
  });

  it('is not known where there is no frame, no width or no height', () => {
    assert.equal(sizeOf('ffd8 00c0 0011 08 00c8 012c 03'), undefined);
    assert.equal(sizeOf('ffd9 ffc0 0011 08 00c8 012c 03'), undefined);
    assert.equal(sizeOf(`${latin('GIF89a')} 0000 c800`), undefined);
    assert.equal(sizeOf(`${latin('GIF89a')} c800 0000`), undefined);
    assert.deepEqual(sizeOf(`${latin('GIF89a')} 0100 0100`), [1, 1]);
  });

  it('is not known of other files that begin like a WebP', () => {
    assert.equal(sizeOf(`${latin('RIFF0000WAVEVP8X')} 00000000 00000000 2b0100 c70000`), undefined);
    assert.equal(sizeOf(webp('ALPH', '00000000 2b0100 c70000')), undefined);
  });

  it('is read where the bytes stand within others', () => {
    const gif = `${latin('GIF89a')} 2c01 c800`;
    const head = bytes(`ffd8ff ${gif} ffff`).subarray(3, 13);
    assert.deepEqual(pictureSizeOf(head), { width: 300, height: 200 });
  });
});
