import assert from 'node:assert/strict';
import { blobPath, leasePath } from '../../../../../src/core/storage/files/chatPaths';
import { findChatFile } from '../../../../../src/core/storage/library/chatLibraryFiles';
import {
  expiredTrash,
  listTrash,
  moveToTrash,
  purgeTrash,
  restoreFromTrash,
  trashedOf,
} from '../../../../../src/core/storage/library/trash';
import { MemoryFiles } from '../memoryFiles';
import { day, pathOf } from './libraryUnderTest';

const noErrors = (error: unknown) => assert.fail(String(error));
const today = Date.UTC(2026, 10, 20);
const put = (files: MemoryFiles, ...paths: readonly string[]) => {
  for (const path of paths) files.put(path, new TextEncoder().encode(path), 5);
};
const textOf = (files: MemoryFiles, path: string) => new TextDecoder().decode(files.bytesOf(path));

async function trash(files: MemoryFiles, chatId: string, now: number): Promise<void> {
  await moveToTrash(files, (await findChatFile(files, chatId)) ?? assert.fail(), now);
}

describe('the folder of deleted chats', () => {
  it('says in its names when a chat was deleted, its year and its id', async () => {
    const files = new MemoryFiles();
    put(files, pathOf('a-b', '2025'), 'v1/chats/2025/a-b.unreadable-1', 'v1/chats/2025/a-bc.jsonl');
    await trash(files, 'a-b', today + day - 1);
    assert.deepEqual(files.paths, [
      'v1/chats/2025/a-bc.jsonl',
      'v1/trash/20261120-2025-a-b.jsonl',
      'v1/trash/20261120-2025-a-b.unreadable-1',
    ]);
    assert.deepEqual(await listTrash(files), [
      {
        chatId: 'a-b',
        folder: 'v1/chats/2025',
        path: 'v1/trash/20261120-2025-a-b.jsonl',
        size: pathOf('a-b', '2025').length,
        modifiedAt: 5,
        year: '2025',
        deletedOn: today,
      },
    ]);
  });

  it('shows the last deleted first, and passes over what is no chat', async () => {
    const files = new MemoryFiles();
    const name = (text: string) => `v1/trash/${text}`;
    put(files, ...['20260102-2026-a.jsonl', '20261231-2025-b.jsonl', '20260103-2026-c.jsonl'].map(name));
    const others = ['x20260102-2026-a.jsonl', '20260102-2026-a.jsonlx', '2026010-2026-a.jsonl', '20260102-2026-.jsonl'];
    put(files, ...others.map(name), name('20260102-2026-d.jsonl/x'), name(`20260102-2026-${'x'.repeat(101)}.jsonl`));
    assert.deepEqual(
      (await listTrash(files)).map(({ chatId, deletedOn }) => [chatId, new Date(deletedOn).toISOString().slice(0, 10)]),
      [
        ['b', '2026-12-31'],
        ['c', '2026-01-03'],
        ['a', '2026-01-02'],
      ],
    );
  });

  it('keeps a second one of the same id under the next day that is free', async () => {
    const files = new MemoryFiles();
    for (let count = 0; count < 3; count += 1) {
      put(files, pathOf('a'), 'v1/chats/2026/a.unreadable-1');
      await trash(files, 'a', today);
    }
    const days = ['20261120', '20261121', '20261122'];
    assert.deepEqual(
      files.paths,
      days.flatMap((date) => [`v1/trash/${date}-2026-a.jsonl`, `v1/trash/${date}-2026-a.unreadable-1`]),
    );
  });

  it('gives back a chat with what belongs to it and to no other', async () => {
    const files = new MemoryFiles();
    put(files, pathOf('a', '2025'), 'v1/chats/2025/a.unreadable-1', pathOf('ab', '2025'));
    const before = files.paths;
    await trash(files, 'a', today);
    await trash(files, 'ab', today);
    assert.equal(await restoreFromTrash(files, 'a'), true);
    assert.equal(await restoreFromTrash(files, 'a'), false);
    assert.equal(await restoreFromTrash(files, 'ab'), true);
    assert.deepEqual(files.paths, before);
    for (const path of before) assert.equal(textOf(files, path), path);
  });

  it('tells which chats are there and nowhere else', async () => {
    const files = new MemoryFiles();
    put(files, ...['gone', 'back', 'there'].map((id) => pathOf(id)));
    await trash(files, 'gone', today);
    await trash(files, 'back', today);
    put(files, pathOf('back'));
    const asked = ['gone', 'back', 'there', 'never'].map((chatId) => ({ chatId }));
    assert.deepEqual(await trashedOf(files, asked), new Set(['gone']));
  });

  it('is over for a chat after thirty whole days', async () => {
    const files = new MemoryFiles();
    put(files, pathOf('a'));
    await trash(files, 'a', today + day - 1);
    assert.deepEqual(await expiredTrash(files, today + 31 * day), []);
    assert.equal((await expiredTrash(files, today + 31 * day + 1)).length, 1);
  });
});

describe('a chat that goes for good', () => {
  const beside = (id: string) => [blobPath(id, 'f00d'), leasePath(id), `v1/chats/2026/${id}.unreadable-1`];

  it('takes along what belongs to it, and only that', async () => {
    const files = new MemoryFiles();
    put(files, pathOf('a'), ...beside('a').slice(0, 2), ...beside('ab'), 'v1/chats/2026/a.unreadable-1');
    await trash(files, 'a', today);
    put(files, 'v1/chats/2026/a.left', 'v1/trash/20261120-2026-ab.jsonl');
    await purgeTrash(
      files,
      (await listTrash(files)).filter(({ chatId }) => chatId === 'a'),
      noErrors,
    );
    assert.deepEqual(files.paths, ['v1/trash/20261120-2026-ab.jsonl', ...beside('ab')].sort());
  });

  it('leaves what another of the same id needs, in the trash or out of it', async () => {
    for (const other of ['v1/trash/20261121-2026-a.jsonl', pathOf('a')]) {
      const files = new MemoryFiles();
      put(files, other, ...beside('a'), 'v1/trash/20261120-2026-a.jsonl', 'v1/trash/20261120-2026-a.unreadable-2');
      const [chat] = (await listTrash(files)).filter(({ deletedOn }) => deletedOn === today);
      await purgeTrash(files, [chat ?? assert.fail()], noErrors);
      assert.deepEqual(files.paths, [other, ...beside('a')].sort());
    }
  });

  it('is begun again where it was cut off, and does not keep others from going', async () => {
    const files = new MemoryFiles();
    put(files, 'v1/trash/20261120-2026-a.jsonl', 'v1/trash/20261121-2026-b.jsonl', leasePath('a'), leasePath('b'));
    files.faults = (operation, path) =>
      operation === 'remove' && path === leasePath('b') ? { code: 'EIO' } : undefined;
    const errors: unknown[] = [];
    await purgeTrash(files, await listTrash(files), (error) => errors.push(error));
    assert.deepEqual([files.paths, errors.length], [[leasePath('b'), 'v1/trash/20261121-2026-b.jsonl'], 1]);
  });
});
