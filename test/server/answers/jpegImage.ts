const longSides: Readonly<Record<string, number>> = { 512: 512, '1K': 1_024, '2K': 2_048, '4K': 4_096 };

/** A grey JPEG in base64, as large as a format asks for. `ratio`: width to height. */
export function jpegImage(ratio = '1:1', size = '1K'): string {
  const [wide = 1, high = 1] = ratio.split(':').map(Number);
  const long = longSides[size] ?? 1_024;
  const scale = long / Math.max(wide, high);
  return greyJpeg(Math.round(wide * scale), Math.round(high * scale)).toString('base64');
}

/**
 * Baseline JPEG with one component. Each block says in two bits that it is as grey as the one before it: both tables of
 * Huffman codes have a single code, `0`.
 */
function greyJpeg(width: number, height: number): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits = blocks * 2;
  const data = Buffer.alloc(Math.ceil(bits / 8));
  // The last byte is filled up with ones.
  if (bits % 8 > 0) data[data.length - 1] = 0xff >> (bits % 8);
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const oneCode = Buffer.from([1, ...Array<number>(15).fill(0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    segment(0xc0, Buffer.concat([Buffer.from([8]), size, Buffer.from([1, 1, 0x11, 0])])),
    segment(0xc4, Buffer.concat([Buffer.from([0x00]), oneCode])),
    segment(0xc4, Buffer.concat([Buffer.from([0x10]), oneCode])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    data,
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, content]);
}
