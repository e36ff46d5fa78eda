import assert from 'node:assert/strict';
import { crc32 } from '../../../../../src/core/storage/files/crc32';
import {
  byAge,
  type IndexEntry,
  lineFrom,
  summaryOf,
  titleFrom,
} from '../../../../../src/core/storage/library/chatIndexEntry';
import { indexPath, readIndex, writeIndex } from '../../../../../src/core/storage/library/chatIndexFile';
import { MemoryFiles } from '../memoryFiles';

const entry: IndexEntry = {
  chatId: 'a',
  size: 100,
  modifiedAt: 90,
  readTo: 80,
  guard: 'guard\u0000é',
  createdAt: 10,
  updatedAt: 20,
  workspace: { name: 'kiosk', uri: 'file:///kiosk' },
  isPrivate: true,
  givenTitle: 'Given',
  firstWords: 'First words',
  lastLine: 'Last line',
  condition: 'whole',
};
const least: IndexEntry = {
  ...entry,
  chatId: 'b',
  createdAt: undefined,
  workspace: undefined,
  isPrivate: false,
  givenTitle: undefined,
  firstWords: undefined,
  condition: 'newer',
};

/** An index of this JSON, with the right sum. */
function indexOf(json: string): Uint8Array {
  const body = new TextEncoder().encode(json.slice(0, -1));
  return new TextEncoder().encode(`${json.slice(0, -1)},"c":${crc32(body)}}`);
}

describe('what a list shows of a chat', () => {
  it('is its given name, else its first words, else nothing', () => {
    assert.deepEqual(summaryOf(entry), {
      id: 'a',
      title: 'Given',
      createdAt: 10,
      updatedAt: 20,
      workspace: { name: 'kiosk', uri: 'file:///kiosk' },
      isPrivate: true,
      lastLine: 'Last line',
      condition: 'whole',
    });
    assert.equal(summaryOf({ ...entry, givenTitle: undefined }).title, 'First words');
    assert.equal(summaryOf({ ...entry, givenTitle: '' }).title, '');
    assert.deepEqual([summaryOf(least).title, summaryOf(least).createdAt], ['', 20]);
  });

  it('is in the order of use, and of ids where that is the same', () => {
    const entries = [
      { ...entry, chatId: 'b', updatedAt: 1 },
      { ...entry, chatId: 'c', updatedAt: 2 },
      { ...entry, chatId: 'a', updatedAt: 1 },
    ];
    assert.deepEqual(
      entries.sort(byAge).map(({ chatId }) => chatId),
      ['c', 'a', 'b'],
    );
  });

  it('is one line that ends between words', () => {
    const titleOf = (prompt: string) => titleFrom({ prompt, attachments: [] });
    const fits = `${'word '.repeat(15)}words`;
    assert.equal(fits.length, 80);
    assert.equal(titleOf(`  ${fits.replaceAll(' ', '\n\t ')} `), fits);
    assert.equal(titleOf(`${fits}s`), `${'word '.repeat(15).trim()}…`);
    assert.equal(titleOf(`${'x'.repeat(41)} ${'y'.repeat(50)}`), `${'x'.repeat(41)}…`);
    assert.equal(titleOf(`${'x'.repeat(40)} ${'y'.repeat(50)}`), `${'x'.repeat(40)} ${'y'.repeat(39)}…`);
    assert.equal(titleOf('x'.repeat(81)), `${'x'.repeat(80)}…`);
  });

  it('is a longer line for the last words, and cuts no character', () => {
    assert.equal(lineFrom('x'.repeat(120)), 'x'.repeat(120));
    assert.equal(lineFrom('x'.repeat(121)), `${'x'.repeat(120)}…`);
    assert.equal(lineFrom(`${'x'.repeat(119)}🙂🙂`), `${'x'.repeat(119)}…`);
    assert.equal(lineFrom(`${'x'.repeat(118)}🙂🙂`), `${'x'.repeat(118)}🙂…`);
    assert.equal(lineFrom(`${' '.repeat(1_000)}late`), '');
    assert.equal(lineFrom(`${' '.repeat(950)}late`), 'late');
  });
});

describe('the index of all chats', () => {
  it('is read as it was written, each field', async () => {
    const files = new MemoryFiles();
    await writeIndex(files, [entry, least]);
    assert.deepEqual(await readIndex(files), [entry, least]);
    await writeIndex(files, []);
    assert.deepEqual(await readIndex(files), []);
    assert.deepEqual(files.bytesOf(indexPath), indexOf('{"v":1,"chats":[]}'));
  });

  it('is not believed without its sum, or where it is of another version', async () => {
    const files = new MemoryFiles();
    const read = (bytes: Uint8Array | string) => {
      files.put(indexPath, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
      return readIndex(files);
    };
    const json = JSON.stringify({ v: 1, chats: [entry] });
    assert.deepEqual(await read(indexOf(json)), [entry]);
    assert.deepEqual(await read(json), []);
    assert.deepEqual(await read(indexOf(json.replace('"v":1', '"v":2'))), []);
    const sound = new TextDecoder().decode(indexOf(json));
    assert.deepEqual(await read(sound.replace('Given', 'Taken')), []);
    assert.deepEqual(await read(`${sound} `), []);
    assert.deepEqual(await read(sound.replace(/(\d)\}$/, '1$1}')), []);
  });

  it('has no entry without an id and a condition that are known, and defaults for all else', async () => {
    const files = new MemoryFiles();
    const chats = [
      { condition: 'whole' },
      { chatId: 'x' },
      { chatId: 'x', condition: 'burnt' },
      { chatId: 'c', condition: 'damaged' },
      { chatId: 'd', condition: 'newer', size: '1', workspace: { name: 1 }, isPrivate: 1, lastLine: 2 },
    ];
    files.put(indexPath, indexOf(JSON.stringify({ v: 1, chats })));
    const bare = {
      size: 0,
      modifiedAt: 0,
      readTo: 0,
      guard: '',
      createdAt: undefined,
      updatedAt: 0,
      workspace: undefined,
      isPrivate: false,
      givenTitle: undefined,
      firstWords: undefined,
      lastLine: '',
    };
    assert.deepEqual(await readIndex(files), [
      { ...bare, chatId: 'c', condition: 'damaged' },
      { ...bare, chatId: 'd', condition: 'newer', workspace: { name: '', uri: '' } },
    ]);
  });
});
