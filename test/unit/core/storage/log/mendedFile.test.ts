import assert from 'node:assert/strict';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { ChatFile } from '../../../../../src/core/storage/log/chatFile';
import { encodeLine } from '../../../../../src/core/storage/log/recordLine';
import { encodeTornLine } from '../../../../../src/core/storage/log/tornLine';
import { ManualClock } from '../../../fakes/manualClock';
import { fileOf, folder, path, turnRecord } from '../logUnderTest';
import { MemoryFiles } from '../memoryFiles';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const line = fileOf([turnRecord('a')], 'me');
const next = fileOf([turnRecord('b')], 'me');

describe('the next line of a file', () => {
  const clock = new ManualClock();
  let files = new MemoryFiles();
  beforeEach(() => {
    files = new MemoryFiles();
  });
  const open = (isNew = false) =>
    new ChatFile({ files, clock, chatId: 'chat', locate: () => Promise.resolve({ folder, isNew }) }, 'me');
  const mark = (length: number) => encodeTornLine({ writer: 'me', number: 0, at: clock.wallNow() }, length);
  const copies = () => files.paths.filter((name) => name !== path);

  it('begins on a line of its own', async () => {
    const cut = line.slice(0, -9);
    for (const [there, between] of [
      [line, new Uint8Array()],
      [line.slice(0, -1), bytesOf('\n')],
      [cut, mark(cut.length)],
      [joinBytes([line, cut]), mark(cut.length)],
      [joinBytes([line, new Uint8Array(5)]), mark(5)],
    ] as const) {
      files.put(path, there);
      const file = open();
      await file.inspect();
      await file.append([next, next], true);
      await file.append([next], true);
      assert.deepEqual(files.bytesOf(path), joinBytes([there, between, next, next, next]));
    }
  });

  it('says of all cut lines before it how long they are together', async () => {
    files.put(path, line);
    const file = open();
    await file.inspect();
    for (const rest of ['{"v":1,"w":"x', '","n":1']) {
      await files.append(path, bytesOf(rest), { create: false, durable: false });
      await file.look();
    }
    await file.append([next], true);
    assert.deepEqual(files.bytesOf(path), joinBytes([line, bytesOf('{"v":1,"w":"x","n":1'), mark(20), next]));
    await file.append([next], true);
    assert.deepEqual(files.bytesOf(path)?.slice(-2 * next.length), joinBytes([next, next]));
  });

  it('stands behind what a write of its own has left', async () => {
    const file = open(true);
    await file.inspect();
    files.faults = (operation) => (operation === 'append' ? { code: 'ENOSPC', written: 30 } : undefined);
    await assert.rejects(file.append([line], true), { code: 'ENOSPC' });
    files.faults = undefined;
    assert.equal(file.isUnwritten, true);
    await file.look();
    await file.append([line], true);
    assert.deepEqual(files.bytesOf(path), joinBytes([line.slice(0, 30), mark(30), line]));
  });

  it('is the first no more where another writer has begun the file', async () => {
    const file = open(true);
    await file.inspect();
    files.put(path, fileOf([turnRecord('z')], 'other'));
    await file.look();
    assert.equal(file.isUnwritten, false);
  });

  it('comes after a copy of a damaged file, once, named after the time', async () => {
    const damaged = joinBytes([line, bytesOf('junk\n')]);
    files.put(path, damaged);
    const file = open();
    await file.inspect();
    assert.deepEqual(copies(), [`${folder}/chat.unreadable-20261120000000`]);
    assert.deepEqual(files.bytesOf(copies()[0] ?? ''), damaged);
    await file.append([next], true);
    clock.advance(5_000);
    await open().inspect();
    assert.equal(copies().length, 1);
    await files.rename(copies()[0] ?? '', `${folder}/other.unreadable-1`);
    await open().inspect();
    assert.deepEqual(copies(), [`${folder}/chat.unreadable-20261120000005`, `${folder}/other.unreadable-1`]);
  });

  it('needs no copy of a whole file, nor of one that is not written on', async () => {
    for (const there of [line, line.slice(0, -9)]) {
      files.put(path, there);
      await open().inspect();
      assert.deepEqual(copies(), []);
    }
    const poem = encodeLine({ writer: 'z', number: 1, at: 0 }, 'poem', undefined, '"d":{}');
    files.put(path, joinBytes([bytesOf('junk\n'), poem]));
    const file = open();
    await file.inspect();
    assert.deepEqual([copies(), file.isNewer], [[], true]);
  });
});
