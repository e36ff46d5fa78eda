import assert from 'node:assert/strict';
import { BufferedFiles } from '../../../../../src/core/storage/files/bufferedFiles';
import { MemoryFiles } from '../memoryFiles';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

describe('a file of which a part is still in memory', () => {
  let disk = new MemoryFiles();
  let files = new BufferedFiles(disk, 'a');
  beforeEach(async () => {
    disk = new MemoryFiles();
    files = new BufferedFiles(disk, 'a');
    await files.append('log', bytesOf('12'), { create: true, durable: false });
    await files.append('log', bytesOf('345'), { create: false, durable: false });
  });
  const onDisk = (path = 'log') => textOf(disk.bytesOf(path));
  const add = (text: string, durable: boolean) => files.append('log', bytesOf(text), { create: false, durable });

  it('is whole for who reads it, also in parts', async () => {
    assert.equal(onDisk(), '12');
    assert.equal(textOf(await files.read('log')), '12345');
    assert.equal((await files.stat('log'))?.size, 5);
    assert.equal(textOf(await files.readRange('log', 1, 3)), '234');
    assert.equal(textOf(await files.readRange('log', 4, 3)), '5');
    assert.deepEqual(await files.list(''), await disk.list(''));
    for (const missing of [files.read('none'), files.readRange('none', 0, 1), files.stat('none')])
      assert.equal(await missing, undefined);
  });

  it('is on the disk as a whole with the first bytes that have to last', async () => {
    await add('6', false);
    await add('7', true);
    assert.equal(onDisk(), '1234567');
    assert.equal((await files.stat('log'))?.size, 7);
    await add('8', true);
    assert.equal(onDisk(), '12345678');
  });

  it('is forgotten where all of it is written again', async () => {
    await files.write('log', bytesOf('new'));
    assert.deepEqual([onDisk(), textOf(await files.read('log'))], ['new', 'new']);
    assert.deepEqual(disk.paths, ['log']);
  });

  it('is cut where it is asked to, and only where it is there', async () => {
    await files.truncate('log', 4);
    assert.deepEqual([onDisk(), textOf(await files.read('log'))], ['1234', '1234']);
    await files.truncate('log', 1);
    assert.equal(onDisk(), '1');
    await assert.rejects(files.truncate('none', 0), { code: 'ENOENT' });
  });

  it('moves as a whole and leaves nothing behind', async () => {
    await files.rename('log', 'moved');
    assert.equal(onDisk('moved'), '12345');
    await files.write('log', bytesOf('another'));
    assert.equal(textOf(await files.read('log')), 'another');
    await files.rename('moved', 'again');
    assert.deepEqual([onDisk('again'), disk.paths], ['12345', ['again', 'log']]);
  });

  it('is gone once it is removed, by itself or with its folder, and no other is', async () => {
    for (const path of ['log/a', 'log2']) {
      await files.append(path, bytesOf('1'), { create: true, durable: true });
      await files.append(path, bytesOf('2'), { create: false, durable: false });
    }
    await files.remove('log');
    assert.deepEqual(disk.paths, ['log2']);
    for (const path of ['log', 'log/a']) disk.put(path, bytesOf('0'));
    assert.deepEqual(await Promise.all(['log', 'log/a', 'log2'].map(async (path) => textOf(await files.read(path)))), [
      '0',
      '0',
      '12',
    ]);
  });

  it('leaves nothing half done where the disk refuses', async () => {
    disk.faults = (operation) => (operation === 'rename' || operation === 'remove' ? { code: 'EPERM' } : undefined);
    await assert.rejects(files.write('other', bytesOf('1')), { code: 'EPERM' });
    disk.faults = (operation) => (operation === 'write' ? { code: 'ENOSPC' } : undefined);
    await assert.rejects(add('6', true), { code: 'ENOSPC' });
    disk.faults = undefined;
    assert.equal(textOf(await files.read('log')), '12345');
  });

  it('is made new where there is none, once', async () => {
    assert.equal(await files.createNew('log', bytesOf('x')), false);
    assert.equal(await files.createNew('new', bytesOf('x')), true);
    assert.deepEqual([onDisk('new'), onDisk()], ['x', '12']);
    assert.deepEqual(files.process, { host: 'a', pid: 0 });
  });
});
