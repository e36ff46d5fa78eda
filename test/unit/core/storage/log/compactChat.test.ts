import assert from 'node:assert/strict';
import type { SavedChat } from '../../../../../src/core/conversation/savedChat';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { compactChat } from '../../../../../src/core/storage/log/compactChat';
import { readChat } from '../../../../../src/core/storage/log/readChat';
import { sampleChat } from '../../../../bench/sampleChats';
import { deltaRecord, endRecord, fileOf, LogUnderTest, path, textEvent, turnRecord } from '../logUnderTest';
import { MemoryFiles } from '../memoryFiles';

/** A disk on which files can be exchanged, and may turn bad while they are written. */
class ExchangingFiles extends MemoryFiles {
  isBad = false;

  async exchange(from: string, to: string, size: number): Promise<boolean> {
    if (this.bytesOf(to)?.length !== size) return false;
    await this.rename(from, to);
    return true;
  }

  override async write(name: string, bytes: Uint8Array): Promise<void> {
    await super.write(name, this.isBad ? bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte)) : bytes);
  }
}

const records = [
  ...['a', 'b', 'c'].flatMap((id, index, ids) => [
    turnRecord(id, ids[index - 1]),
    ...Array.from({ length: 300 }, (_, piece) => deltaRecord(id, textEvent(`${piece} `))),
    endRecord(id, 'All of it'),
  ]),
  turnRecord('d', 'c'),
  deltaRecord('d', textEvent('Half')),
];
const bytes = fileOf(records);

const read = async (files: MemoryFiles): Promise<SavedChat> =>
  (await readChat('chat', files.bytesOf(path) ?? new Uint8Array(), () => Promise.resolve(undefined))).chat;

describe('a chat that is closed', () => {
  let files = new ExchangingFiles();
  let under = new LogUnderTest();
  let whole: SavedChat;
  const close = async () => {
    const log = under.open('a', { files });
    await log.claim();
    await log.release();
    return log;
  };

  beforeEach(async () => {
    files = new ExchangingFiles();
    under = new LogUnderTest();
    files.put(path, bytes);
    whole = await read(files);
  });

  it('loses the pieces of answers that have an end, and nothing else', async () => {
    await close();

    const lines = new TextDecoder().decode(files.bytesOf(path)).split('\n').slice(0, -1);
    const before = new TextDecoder().decode(bytes).split('\n');
    assert.equal(lines.length, 3 * 2 + 2);
    for (const line of lines) assert.ok(before.includes(line));
    assert.deepEqual(await read(files), whole);
    assert.equal(whole.unfinished[0]?.events.length, 1);
    assert.deepEqual(files.paths, [path]);
  });

  it('is written on after it was compacted', async () => {
    const log = await close();
    await log.append(endRecord('d', 'Half and half'), true);

    const chat = await read(files);
    assert.deepEqual([chat.condition, chat.unfinished.length, chat.turns.length], ['whole', 0, 4]);
  });

  for (const [what, change] of [
    ['is damaged', joinBytes([bytes, new TextEncoder().encode('?\n')])],
    ['has a torn end', bytes.slice(0, -20)],
    ['would not become much smaller', sampleChat(0, { turns: [60, 60] }).bytes],
    ['is small', fileOf(records.slice(0, 100))],
  ] as const) {
    it(`stays as it is when it ${what}`, async () => {
      files.put(path, change);
      assert.equal(await compactChat(files, 'chat', path), undefined);
      assert.deepEqual(files.bytesOf(path), change);
    });
  }

  it('stays as it is when another window has taken it over', async () => {
    const log = under.open('a', { files });
    await log.claim();
    const other = under.open('b', { files });
    await other.claim(true);
    await log.release();
    assert.deepEqual(files.bytesOf(path)?.slice(0, bytes.length), bytes);
    other.dispose();
  });

  it('stays as it is when what was written cannot be read back', async () => {
    files.isBad = true;
    assert.equal(await compactChat(files, 'chat', path), undefined);
    assert.deepEqual(files.paths, [path]);
    assert.deepEqual(files.bytesOf(path), bytes);
  });

  it('stays as it is when another process has written meanwhile', async () => {
    files.faults = (operation) => {
      if (operation === 'write') files.put(path, joinBytes([bytes, fileOf([endRecord('d', 'Half')], 'other')]));
      return undefined;
    };
    assert.equal(await compactChat(files, 'chat', path), undefined);
    assert.equal((await read(files)).unfinished.length, 0);
  });

  it('is the same chat when the machine dies at any step', async () => {
    await compactChat(files, 'chat', path);
    const steps = files.calls.length;
    for (let step = 0; step < steps; step += 1) {
      files = new ExchangingFiles();
      files.put(path, bytes);
      files.faults = (_, __, before) => (before < step ? undefined : { code: 'EIO' });
      await compactChat(files, 'chat', path).catch(() => undefined);
      files.faults = undefined;
      assert.deepEqual(await read(files), whole, `step ${step}`);
      assert.notEqual(await compactChat(files, 'chat', path), undefined, `step ${step}`);
      assert.deepEqual(await read(files), whole, `step ${step}`);
    }
  });
});
