import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import type { IndexEntry } from '../../../../../src/core/storage/library/chatIndexEntry';
import { guardOf, scanInto } from '../../../../../src/core/storage/library/chatIndexScan';
import type { ReadBlob } from '../../../../../src/core/storage/log/readBlob';
import { encodeBlobRecord, encodeLine } from '../../../../../src/core/storage/log/recordLine';
import { encodeTornLine } from '../../../../../src/core/storage/log/tornLine';
import { deltaRecord, textEvent } from '../logUnderTest';
import { answered, asked, begun, titled, written } from './writtenChats';

const noBlobs: ReadBlob = () => Promise.resolve(undefined);
const stamp = { writer: 'w', number: 1, at: 77_000 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

function scan(bytes: Uint8Array, before?: IndexEntry, start = 0, readBlob = noBlobs): Promise<IndexEntry> {
  const file = { chatId: 'a', folder: 'v1/chats/2026', path: 'v1/chats/2026/a.jsonl', size: 1, modifiedAt: 90_000 };
  return scanInto(before, file, bytes, start, readBlob);
}

const kiosk = { name: 'kiosk', uri: 'file:///kiosk' };
const first = written(1_000, begun(900, kiosk), asked('a', 'Why?'), answered('a', 'Because'));

describe('what the index reads of a file', () => {
  it('is all that a list shows, and how far it was read', async () => {
    assert.deepEqual(await scan(first), {
      chatId: 'a',
      size: first.length,
      modifiedAt: 90_000,
      readTo: first.length,
      guard: new TextDecoder().decode(first.slice(-16)),
      createdAt: 900,
      updatedAt: 3_000,
      workspace: kiosk,
      isPrivate: false,
      givenTitle: undefined,
      firstWords: 'Why?',
      lastLine: 'Because',
      condition: 'whole',
    });
  });

  it('is damaged where nothing is in it, and as old as its file', async () => {
    const empty = await scan(new Uint8Array());
    assert.deepEqual(
      [empty.condition, empty.updatedAt, empty.createdAt, empty.readTo, empty.guard, empty.lastLine],
      ['damaged', 90_000, undefined, 0, '', ''],
    );
  });

  it('is as old as its last line where nothing was said', async () => {
    const entry = await scan(written(5_000, begun(1), titled('Name')));
    assert.deepEqual([entry.updatedAt, entry.givenTitle, entry.firstWords], [6_000, 'Name', undefined]);
  });

  it('goes on from what was known, and takes over what is not said again', async () => {
    const known = await scan(first);
    const more = written(8_000, titled('Name'), { kind: 'private', isPrivate: true });
    const named = await scan(more, known, first.length);
    assert.deepEqual(named, {
      ...known,
      size: first.length + more.length,
      readTo: first.length + more.length,
      guard: new TextDecoder().decode(more.slice(-16)),
      isPrivate: true,
      givenTitle: 'Name',
    });
    const said = written(20_000, begun(5), asked('b', 'More?'), titled('Other'), { kind: 'private', isPrivate: false });
    const later = await scan(said, named, named.size);
    const { createdAt, workspace, updatedAt, firstWords, lastLine, givenTitle, isPrivate } = later;
    assert.deepEqual([createdAt, workspace, updatedAt, firstWords], [900, kiosk, 21_000, 'Why?']);
    assert.deepEqual([lastLine, givenTitle, isPrivate], ['More?', 'Other', false]);
  });

  it('is not read further than its last whole line', async () => {
    const known = await scan(first);
    const cut = written(8_000, titled('Name')).slice(0, -9);
    assert.deepEqual(await scan(cut, known, first.length), { ...known, size: first.length + cut.length });
    const both = await scan(joinBytes([first, cut]));
    assert.deepEqual([both.size, both.readTo, both.condition], [first.length + cut.length, first.length, 'whole']);
  });

  it('ends behind the line break, of either kind, or where there is none', async () => {
    const line = written(1_000, asked('a', 'Why?')).slice(0, -1);
    for (const [end, length] of [
      ['', 0],
      ['\n', 1],
      ['\r\n', 2],
      ['\r', 0],
    ] as const)
      assert.equal((await scan(joinBytes([line, bytesOf(end)]))).readTo, line.length + length, JSON.stringify(end));
  });

  it('stays damaged, and stays newer', async () => {
    const damaged = await scan(joinBytes([first, bytesOf('junk\n'), first]));
    const poem = encodeLine(stamp, 'poem', undefined, '"d":{}');
    const newer = await scan(joinBytes([first, poem]));
    assert.deepEqual([damaged.condition, newer.condition], ['damaged', 'newer']);
    const more = written(1, titled('Name'));
    assert.equal((await scan(more, damaged, damaged.size)).condition, 'damaged');
    assert.equal((await scan(more, newer, newer.size)).condition, 'newer');
    assert.equal((await scan(bytesOf('junk\n'), await scan(first), first.length)).condition, 'damaged');
    const later = bytesOf(new TextDecoder().decode(poem).replace('"v":1', '"v":2'));
    assert.equal((await scan(joinBytes([first, later]))).condition, 'damaged', 'its sum is wrong');
  });

  it('is whole where a mark says what was cut', async () => {
    const cut = written(8_000, titled('Name')).slice(0, -9);
    const mark = encodeTornLine(stamp, cut.length);
    assert.equal((await scan(joinBytes([first, cut, mark]))).condition, 'whole');
    assert.equal((await scan(joinBytes([first, cut, encodeTornLine(stamp, 3)]))).condition, 'damaged');
    const odd = encodeLine(stamp, 'torn', undefined, '"d":{}');
    assert.equal((await scan(joinBytes([first, odd]))).condition, 'newer');
  });

  it('has the last words that are words', async () => {
    const picture: ChatRecord = answered('b', '');
    const piece = deltaRecord('b', textEvent('Half'));
    const entry = await scan(joinBytes([first, written(9_000, picture, piece, { kind: 'leaf', turnId: 'a' })]));
    assert.deepEqual([entry.lastLine, entry.updatedAt], ['Because', 9_000]);
  });

  it('reads what lies beside the file, if it is there', async () => {
    const question = asked('a', 'Beside');
    assert.ok(question.kind === 'turn');
    const bytes = encodeBlobRecord(stamp, question, 'f00d');
    const { id: _, ...content } = question.turn;
    const there = await scan(bytes, undefined, 0, () => Promise.resolve(JSON.parse(JSON.stringify(content))));
    assert.deepEqual([there.firstWords, there.lastLine, there.updatedAt], ['Beside', 'Beside', 77_000]);
    for (const readBlob of [noBlobs, () => Promise.reject(new Error('EIO'))]) {
      const lost = await scan(bytes, undefined, 0, readBlob);
      assert.deepEqual([lost.firstWords, lost.lastLine, lost.condition], [undefined, '', 'whole']);
    }
  });
});

describe('the mark of how far a file was read', () => {
  it('is the sixteen bytes before, or as many as there are', () => {
    const bytes = Uint8Array.from({ length: 40 }, (_, index) => 65 + index);
    assert.equal(guardOf(bytes, 20), 'EFGHIJKLMNOPQRST');
    assert.equal(guardOf(bytes, 16), 'ABCDEFGHIJKLMNOP');
    assert.equal(guardOf(bytes, 3), 'ABC');
    assert.equal(guardOf(bytes, 0), '');
  });
});
