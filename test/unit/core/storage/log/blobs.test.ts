import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import type { Attachment, MediaAttachment } from '../../../../../src/core/conversation/turn';
import { blobPath } from '../../../../../src/core/storage/files/chatPaths';
import { blobsOf, encodeForFile, keepBlob, largestContent, sha256 } from '../../../../../src/core/storage/log/blobs';
import { decodeLine, encodeRecord } from '../../../../../src/core/storage/log/recordLine';
import { turnRecord } from '../logUnderTest';
import { MemoryFiles } from '../memoryFiles';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const emptySum = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const abcSum = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const objectSum = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const stamp = { writer: 'w', number: 1, at: 0 };

describe('content beside a chat', () => {
  it('is named by its SHA-256', async () => {
    assert.equal(await sha256(bytesOf('')), emptySum);
    assert.equal(await sha256(bytesOf('abc')), abcSum);
  });

  it('is written once', async () => {
    const files = new MemoryFiles();
    assert.deepEqual([await keepBlob(files, 'c', 'abc'), await keepBlob(files, 'c', 'abc')], [abcSum, abcSum]);
    assert.deepEqual(files.bytesOf(`v1/blobs/c/${abcSum}`), bytesOf('abc'));
    assert.equal(files.calls.filter((call) => call.startsWith('write')).length, 1);
  });

  it('is read where it is what its name says, and an object', async () => {
    const files = new MemoryFiles();
    const read = blobsOf(files, 'c');
    assert.equal(await read(objectSum), undefined);
    await keepBlob(files, 'c', '{}');
    assert.deepEqual(await read(objectSum), {});
    files.put(blobPath('c', objectSum), bytesOf('{"a":1}'));
    assert.equal(await read(objectSum), undefined);
    for (const json of ['abc', '', '[1]', 'null', '"x"'])
      assert.equal(await read(await keepBlob(files, 'c', json)), undefined, json);
  });

  it('is not looked for under what is no such name', async () => {
    const files = new MemoryFiles();
    const read = blobsOf(files, 'c');
    for (const name of ['', '../x', abcSum.slice(1), `${abcSum}0`, `0${abcSum}`, abcSum.toUpperCase(), `${abcSum}\n`])
      assert.equal(await read(name), undefined);
    assert.deepEqual(files.calls, []);
  });
});

describe('a record on its way into the file', () => {
  /** A record made so long that its line has this length, with its line break. */
  const ofLength = (length: number, make: (text: string) => ChatRecord) =>
    make('x'.repeat(length - encodeRecord(stamp, make('')).length));
  const titled = (title: string): ChatRecord => ({ kind: 'title', title, by: 'user' });
  const lineOf = async (record: ChatRecord) => {
    const files = new MemoryFiles();
    const bytes = await encodeForFile(files, 'c', stamp, record);
    const line = decodeLine(bytes, 0, bytes.length) ?? assert.fail();
    return { line, bytes, blobs: files.paths, read: blobsOf(files, 'c') };
  };

  it('is in its line up to 256 kB, and beside it from one byte more on', async () => {
    const fits = ofLength(largestContent, titled);
    const inLine = await lineOf(fits);
    assert.deepEqual(inLine.bytes, encodeRecord(stamp, fits));
    assert.deepEqual(inLine.blobs, []);

    const beside = await lineOf(ofLength(largestContent + 1, titled));
    assert.equal(beside.blobs.length, 1);
    assert.equal(beside.line.data, undefined);
    assert.equal(Object(await beside.read(beside.line.blob ?? '')).by, 'user');
  });

  const picture: MediaAttachment = {
    kind: 'media',
    id: 'p',
    name: '',
    media: 'image',
    mimeType: '',
    data: 'A'.repeat(9_000),
  };
  const asked = (attachments: readonly Attachment[]) => (prompt: string) => {
    const record = turnRecord('t', undefined, attachments);
    return record.kind === 'turn' ? { ...record, turn: { ...record.turn, prompt } } : record;
  };

  it('keeps the media of a question in its line while there is room', async () => {
    const { line, blobs } = await lineOf(ofLength(largestContent, asked([picture])));
    assert.equal(Object(line.data?.attachments)[0].data, picture.data);
    assert.deepEqual(blobs, []);
  });

  it('puts the media of a question beside it, and the rest as well only where that is still too long', async () => {
    const large = { ...picture, data: 'A'.repeat(largestContent) };
    const short = await lineOf(asked([large])(''));
    const longest = 'x'.repeat(largestContent - short.bytes.length);
    const inLine = await lineOf(asked([large])(longest));
    assert.deepEqual([inLine.bytes.length, inLine.blobs.length], [largestContent, 1]);
    assert.equal(inLine.line.data?.prompt, longest);

    const beside = await lineOf(asked([large])(`${longest}x`));
    assert.equal(beside.blobs.length, 2);
    const content = await beside.read(beside.line.blob ?? '');
    assert.equal(content?.prompt, `${longest}x`);
    assert.equal(Object(content?.attachments)[0].data, undefined);
    assert.deepEqual(await beside.read(Object(content?.attachments)[0].blob), { data: large.data });
  });
});
