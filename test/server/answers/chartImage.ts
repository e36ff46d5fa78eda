import { crc32, deflateSync } from 'node:zlib';

/** Draws a small bar chart as PNG, base64. `bars` are heights between 0 and 1. */
export function barChart(bars: readonly number[]): string {
  const [barWidth, gap, height] = [28, 12, 96];
  const width = gap + bars.length * (barWidth + gap);
  const rows = Array.from({ length: height }, (_, y) => {
    // Each row starts with its filter type, 0: none. Then one palette index a pixel.
    const row = Buffer.alloc(1 + width);
    bars.forEach((bar, index) => {
      const left = gap + index * (barWidth + gap);
      if (height - y <= bar * (height - 8)) row.fill(1 + (index % 2), 1 + left, 1 + left + barWidth);
    });
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from([255, 255, 255, 66, 133, 244, 52, 168, 83]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.concat(rows));
  const chunks = [chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]).toString('base64');
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
