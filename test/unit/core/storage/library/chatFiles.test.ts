import assert from 'node:assert/strict';
import {
  findChatFile,
  isChatId,
  listChatFiles,
  withStorageFailure,
} from '../../../../../src/core/storage/library/chatLibraryFiles';
import { MemoryFiles, systemError } from '../memoryFiles';
import { pathOf } from './libraryUnderTest';

const bytes = (length: number) => new Uint8Array(length);
const noErrors = (error: unknown) => assert.fail(String(error));

describe('the id of a chat', () => {
  it('is made of letters, digits, lines and dashes, one to a hundred', () => {
    for (const id of ['a', 'A_b-9', 'x'.repeat(100)]) assert.equal(isChatId(id), true, id);
    for (const id of ['', 'x'.repeat(101), 'a.b', 'a/b', 'ä', 'a b', '../a', 'a.jsonl', 'a\n'])
      assert.equal(isChatId(id), false, JSON.stringify(id));
  });
});

describe('the files of chats', () => {
  it('are found by their place, with their size and time', async () => {
    const files = new MemoryFiles();
    files.put(pathOf('a', '2025'), bytes(7), 1_000);
    const found = {
      chatId: 'a',
      folder: 'v1/chats/2025',
      path: 'v1/chats/2025/a.jsonl',
      size: 7,
      modifiedAt: 1_000,
    };
    assert.deepEqual(await listChatFiles(files, noErrors), [found]);
    assert.deepEqual(await findChatFile(files, 'a'), found);
    assert.equal(await findChatFile(files, 'b'), undefined);
  });

  it('are only those whose names are those of chats, in folders of years', async () => {
    const files = new MemoryFiles();
    for (const name of ['2026/a.jsonl.tmp', '2026/xa.jsonl/y', '2026/a b.jsonl', '20266/a.jsonl', '202/a.jsonl'])
      files.put(`v1/chats/${name}`, bytes(1));
    files.put('v1/chats/x2026/a.jsonl', bytes(1));
    files.put('v1/chats/2024', bytes(1));
    assert.deepEqual(await listChatFiles(files, noErrors), []);
    assert.equal(await findChatFile(files, 'a'), undefined);
    assert.equal(await findChatFile(files, 'xa'), undefined);
  });

  it('are the copy that was written last, and the first of two as old', async () => {
    for (const [times, folder] of [
      [[1, 2], '2026'],
      [[2, 1], '2025'],
      [[2, 2], '2025'],
    ] as const) {
      const files = new MemoryFiles();
      files.put(pathOf('a', '2025'), bytes(1), times[0]);
      files.put(pathOf('a', '2026'), bytes(1), times[1]);
      assert.deepEqual(
        (await listChatFiles(files, noErrors)).map((file) => file.folder),
        [`v1/chats/${folder}`],
      );
      assert.equal((await findChatFile(files, 'a'))?.folder, `v1/chats/${folder}`);
    }
    const files = new MemoryFiles();
    files.put(pathOf('a'), bytes(1), 0);
    assert.equal((await findChatFile(files, 'a'))?.path, pathOf('a'));
  });
});

describe('an error of the system', () => {
  const thrown = async (error: unknown) => withStorageFailure(() => Promise.reject(error)).catch((caught) => caught);

  it('is told as storage that is not available, and nothing else is', async () => {
    const full = systemError('ENOSPC');
    const failure = await thrown(full);
    assert.deepEqual([failure.name, failure.reason, failure.cause], ['Failure', 'storageUnavailable', full]);
    const mistakes = [
      new Error('x'),
      Object.assign(new Error('x'), { code: 5 }),
      Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' }),
      { code: 'ENOSPC' },
    ];
    for (const mistake of mistakes) assert.equal(await thrown(mistake), mistake);
    assert.equal(await withStorageFailure(() => Promise.resolve(7)), 7);
  });
});
