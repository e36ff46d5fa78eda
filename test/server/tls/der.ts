/** As much of DER, the encoding of certificates, as one certificate takes. */

export function sequence(...items: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(items));
}

export function setOf(...items: readonly Buffer[]): Buffer {
  return tagged(0x31, Buffer.concat(items));
}

/** `[n]` with other elements in it. */
export function explicit(n: number, ...items: readonly Buffer[]): Buffer {
  return tagged(0xa0 + n, Buffer.concat(items));
}

/** `[n]` with bare bytes in it. */
export function implicit(n: number, bytes: Buffer): Buffer {
  return tagged(0x80 + n, bytes);
}

export function integer(bytes: Buffer): Buffer {
  // A first bit of one would make it a negative number.
  return tagged(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

export function yes(): Buffer {
  return tagged(0x01, Buffer.of(0xff));
}

export function octets(bytes: Buffer): Buffer {
  return tagged(0x04, bytes);
}

/** `unused`: how many of the last bits do not count. */
export function bits(bytes: Buffer, unused = 0): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.of(unused), bytes]));
}

export function utf8(text: string): Buffer {
  return tagged(0x0c, Buffer.from(text, 'utf8'));
}

/** To the second, in the form for years until 2049. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  return tagged(0x17, Buffer.from(digits.slice(2), 'ascii'));
}

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const groups = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) groups.unshift(128 + (left % 128));
  return groups;
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 128) return Buffer.concat([Buffer.of(tag, length), content]);
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), content]);
}
