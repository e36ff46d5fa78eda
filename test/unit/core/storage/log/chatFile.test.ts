import assert from 'node:assert/strict';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { ChatFile, ChatGone, type ChatPlace } from '../../../../../src/core/storage/log/chatFile';
import { encodeLine } from '../../../../../src/core/storage/log/recordLine';
import { ManualClock } from '../../../fakes/manualClock';
import { fileOf, folder, path, turnRecord } from '../logUnderTest';
import { MemoryFiles } from '../memoryFiles';

const unchanged = { isForeign: false, leaseOf: undefined };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const own = (...ids: readonly string[]) =>
  fileOf(
    ids.map((id) => turnRecord(id)),
    'me',
  );
const foreign = (...ids: readonly string[]) =>
  fileOf(
    ids.map((id) => turnRecord(id)),
    'other',
  );
const lines = [own('x')];

describe('the file of a chat as one of its writers sees it', () => {
  let files = new MemoryFiles();
  beforeEach(() => {
    files = new MemoryFiles();
  });
  const fileAt = (place: Partial<ChatPlace> = {}, clock = new ManualClock()) =>
    new ChatFile(
      { files, clock, chatId: 'chat', locate: () => Promise.resolve({ folder, isNew: false, ...place }) },
      'me',
    );
  const reads = () => files.calls.filter((call) => call.startsWith('read'));
  const add = (bytes: Uint8Array) => files.append(path, bytes, { create: false, durable: false });

  it('is nowhere before it is looked for, and is looked for again while that fails', async () => {
    let asked = 0;
    const file = new ChatFile(
      {
        files,
        clock: new ManualClock(),
        chatId: 'chat',
        locate: () => {
          asked += 1;
          return asked === 1 ? Promise.reject(new Error('EIO')) : Promise.resolve({ folder, isNew: true });
        },
      },
      'me',
    );
    assert.equal(file.path, '');
    await assert.rejects(file.look(), { message: 'EIO' });
    assert.deepEqual(await file.look(), unchanged);
    assert.deepEqual(await file.inspect(), unchanged);
    assert.deepEqual([file.path, file.isUnwritten, asked], [path, true, 2]);
  });

  it('is made with the first line where it is new, and only then', async () => {
    const file = fileAt({ isNew: true });
    await file.inspect();
    await file.append(lines, true);
    assert.equal(file.isUnwritten, false);
    assert.deepEqual(files.bytesOf(path), own('x'));
    await files.remove(path);
    await assert.rejects(file.append(lines, true), ChatGone);
    await assert.rejects(file.look(), ChatGone);
    assert.deepEqual(files.paths, []);
  });

  it('is gone where it should be there and is not', async () => {
    await assert.rejects(fileAt().inspect(), ChatGone);
    await assert.rejects(fileAt().look(), ChatGone);
    files.put(path, own('a'));
    const file = fileAt();
    await file.look();
    await add(foreign('b'));
    // It goes away after its size was looked at.
    files.readRange = () => Promise.resolve(undefined);
    await assert.rejects(file.look(), ChatGone);
  });

  it('tells errors of the disk as they are', async () => {
    const file = fileAt({ isNew: true });
    await file.inspect();
    for (const code of ['EACCES', 'ENOENT']) {
      files.faults = (operation) => (operation === 'append' ? { code } : undefined);
      await assert.rejects(file.append(lines, true), { code });
    }
    files.faults = undefined;
    await file.append(lines, true);
    files.faults = (operation) => (operation === 'append' ? { code: 'EACCES' } : undefined);
    await assert.rejects(file.append(lines, true), { code: 'EACCES' });
  });

  it('is read once as a whole, and after that only where it has changed', async () => {
    files.put(path, own('a'));
    const file = fileAt();
    for (let count = 0; count < 2; count += 1) {
      assert.deepEqual(await file.inspect(), unchanged);
      assert.deepEqual(await file.look(), unchanged);
    }
    await file.append(lines, false);
    assert.deepEqual(await file.look(), unchanged);
    assert.deepEqual(reads(), [`read ${path}`]);

    await add(foreign('b'));
    assert.deepEqual(await file.look(), { isForeign: true, leaseOf: undefined });
    assert.deepEqual(await file.look(), unchanged);
    assert.deepEqual(reads(), [`read ${path}`, `readRange ${path}`]);
    await add(fileOf([{ kind: 'lease', window: 'b' }], 'other'));
    assert.deepEqual(await file.look(), { isForeign: true, leaseOf: 'b' });
  });

  it('says nothing of what was there before it was first looked at, nor who held it in the past', async () => {
    files.put(path, fileOf([{ kind: 'lease', window: 'b' }], 'other'));
    assert.deepEqual(await fileAt().look(), unchanged);
    assert.deepEqual(reads(), []);
    assert.deepEqual(await fileAt().inspect(), unchanged);
  });

  it('has changed where it is of another size than when it was loaded', async () => {
    files.put(path, foreign('a'));
    const size = foreign('a').length;
    for (const [loadedBytes, isForeign] of [
      [size, false],
      [size - 1, true],
      [size + 1, true],
      [undefined, false],
    ] as const)
      assert.equal((await fileAt({ loadedBytes }).inspect()).isForeign, isForeign, `${loadedBytes}`);
    const loaded = fileAt({ loadedBytes: size });
    assert.deepEqual(await loaded.look(), unchanged);
    await add(foreign('b'));
    assert.deepEqual(await loaded.look(), { isForeign: true, leaseOf: undefined });
  });

  it('is another one where it has become shorter', async () => {
    files.put(path, own('a', 'b', 'c'));
    const file = fileAt();
    await file.inspect();
    files.put(path, own('a'));
    assert.deepEqual(await file.look(), { isForeign: true, leaseOf: undefined });
    assert.deepEqual(await file.look(), unchanged);
    await file.append(lines, true);
    assert.deepEqual(files.bytesOf(path), joinBytes([own('a'), own('x')]));
  });

  it('has not changed by what a failed write of its own has left', async () => {
    files.put(path, foreign('a'));
    const file = fileAt();
    await file.inspect();
    files.faults = (operation) => (operation === 'append' ? { code: 'EIO', written: own('x').length } : undefined);
    await assert.rejects(file.append(lines, true), { code: 'EIO' });
    files.faults = undefined;
    assert.deepEqual(await file.look(), unchanged);
    await file.append([own('y')], true);
    assert.deepEqual(files.bytesOf(path), joinBytes([foreign('a'), own('x'), own('y')]));
  });

  it('is not written on once a later version has', async () => {
    files.put(path, own('a'));
    const file = fileAt();
    await file.inspect();
    assert.equal(file.isNewer, false);
    await add(encodeLine({ writer: 'z', number: 1, at: 0 }, 'poem', undefined, '"d":{}'));
    await file.look();
    assert.equal(file.isNewer, true);
    await add(foreign('b'));
    await file.look();
    assert.equal(file.isNewer, true);
  });

  it('is known again after it was exchanged for another', async () => {
    files.put(path, joinBytes([own('a', 'b'), bytesOf('{"v":1')]));
    const file = fileAt();
    await file.inspect();
    files.put(path, own('a'));
    file.exchanged(own('a').length);
    assert.deepEqual(await file.look(), unchanged);
    await file.append(lines, true);
    assert.deepEqual(files.bytesOf(path), joinBytes([own('a'), own('x')]));
  });
});
