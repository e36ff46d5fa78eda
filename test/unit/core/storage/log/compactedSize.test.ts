import assert from 'node:assert/strict';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { compactChat } from '../../../../../src/core/storage/log/compactChat';
import { encodeRecord } from '../../../../../src/core/storage/log/recordLine';
import { deltaRecord, endRecord, fileOf, path, textEvent, turnRecord } from '../logUnderTest';
import { MemoryFiles } from '../memoryFiles';

const kept = fileOf([turnRecord('t'), endRecord('t', 'All of it')]);
const pieceOf = (text: string) => encodeRecord({ writer: 'w', number: 1, at: 0 }, deltaRecord('t', textEvent(text)));

/** A file of this many bytes, of which all but `whole` is a piece of a finished answer. */
function fileOfSize(size: number, whole = kept): Uint8Array {
  return joinBytes([pieceOf('x'.repeat(size - whole.length - pieceOf('').length)), whole]);
}

describe('a file that may become smaller', () => {
  let files = new MemoryFiles();
  let exchanged: readonly unknown[] = [];
  beforeEach(() => {
    files = new MemoryFiles();
    exchanged = [];
  });
  const compact = (bytes: Uint8Array, doesExchange = true) => {
    files.put(path, bytes);
    const exchange = async (from: string, to: string, size: number) => {
      exchanged = [from, to, size];
      if (doesExchange) await files.rename(from, to);
      return doesExchange;
    };
    return compactChat(Object.assign(files, { exchange }), 'chat', path);
  };

  it('is written again from 64 kB on', async () => {
    assert.equal(await compact(fileOfSize(64 * 1024 - 1)), undefined);
    assert.deepEqual([exchanged, files.paths], [[], [path]]);
    assert.equal(await compact(fileOfSize(64 * 1024)), kept.length);
    assert.deepEqual(exchanged, [`${path}.compact`, path, 64 * 1024]);
    assert.deepEqual([files.bytesOf(path), files.paths], [kept, [path]]);
  });

  it('is written again where a quarter of it or less is left', async () => {
    const whole = joinBytes([
      kept,
      encodeRecord({ writer: 'w', number: 2, at: 0 }, turnRecord('u'.repeat(20_000), 't')),
    ]);
    assert.equal(await compact(fileOfSize(4 * whole.length - 1, whole)), undefined);
    assert.equal(await compact(fileOfSize(4 * whole.length, whole)), whole.length);
    assert.deepEqual(files.bytesOf(path), whole);
  });

  it('stays where it is not exchanged, or cannot be, or is not there', async () => {
    const bytes = fileOfSize(64 * 1024);
    assert.equal(await compact(bytes, false), undefined);
    assert.deepEqual([files.bytesOf(path), files.paths], [bytes, [path]]);
    const plain = new MemoryFiles();
    plain.put(path, bytes);
    assert.equal(await compactChat(plain, 'chat', path), undefined);
    assert.deepEqual(plain.calls, []);
    await files.remove(path);
    assert.equal(await compactChat(files, 'chat', path), undefined);
    assert.deepEqual(files.paths, []);
  });
});
