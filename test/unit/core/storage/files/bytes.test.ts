import assert from 'node:assert/strict';
import { crc32 as sumOfNode } from 'node:zlib';
import fc from 'fast-check';
import { holds, isDigit, joinBytes } from '../../../../../src/core/storage/files/bytes';
import {
  blobPath,
  blobsFolder,
  chatPath,
  leasePath,
  yearFolder,
} from '../../../../../src/core/storage/files/chatPaths';
import { crc32 } from '../../../../../src/core/storage/files/crc32';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('bytes', () => {
  it('stand at a place where each of them does', () => {
    const bytes = bytesOf('abcab');
    for (const [at, text, is] of [
      [0, 'abc', true],
      [3, 'ab', true],
      [3, 'abc', false],
      [1, 'abc', false],
      [0, 'abd', false],
      [0, 'xbc', false],
      [5, '', true],
    ] as const)
      assert.equal(holds(bytes, at, bytesOf(text)), is, `${text} at ${at}`);
  });

  it('are joined in their order', () => {
    assert.deepEqual(joinBytes([bytesOf('a'), bytesOf(''), bytesOf('bcd'), bytesOf('e')]), bytesOf('abcde'));
    assert.deepEqual(joinBytes([]), new Uint8Array());
  });

  it('are digits from 0 to 9', () => {
    for (const byte of [0x30, 0x35, 0x39]) assert.equal(isDigit(byte), true);
    for (const byte of [0x2f, 0x3a, 0, 0x61, undefined]) assert.equal(isDigit(byte), false);
  });
});

describe('the sum of bytes', () => {
  it('is that of zip and PNG', () => {
    assert.equal(crc32(bytesOf('123456789')), 0xcbf43926);
    assert.equal(crc32(new Uint8Array()), 0);
    assert.equal(crc32(bytesOf('The quick brown fox jumps over the lazy dog')), 0x414fa339);
  });

  it('is the same from any place to any other, at once or in two pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), fc.nat(60), fc.nat(60), (all, a, b, c) => {
        // Not at the beginning of its memory.
        const bytes = all.subarray(Math.min(3, all.length));
        const [start = 0, middle = 0, end = 0] = [a, b, c].map((at) => at % (bytes.length + 1)).sort((x, y) => x - y);
        const expected = sumOfNode(bytes.subarray(start, end));
        assert.equal(crc32(bytes, start, end), expected);
        assert.equal(crc32(bytes, middle, end, crc32(bytes, start, middle)), expected);
      }),
      { numRuns: 200 },
    );
  });
});

describe('where a chat lies', () => {
  it('is what the description of the folders shows', () => {
    assert.equal(yearFolder(Date.UTC(2026, 11, 31, 23, 59, 59, 999)), 'v1/chats/2026');
    assert.equal(yearFolder(Date.UTC(2027, 0, 1)), 'v1/chats/2027');
    assert.equal(chatPath('v1/chats/2026', 'c'), 'v1/chats/2026/c.jsonl');
    assert.equal(blobsFolder('c'), 'v1/blobs/c');
    assert.equal(blobPath('c', 'f00d'), 'v1/blobs/c/f00d');
    assert.equal(leasePath('c'), 'v1/leases/c.lock');
  });
});
