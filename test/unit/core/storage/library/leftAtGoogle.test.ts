import assert from 'node:assert/strict';
import { missingInteractions } from '../../../../../src/core/storage/library/chatLibraryRecovery';
import { leftAtGoogle } from '../../../../../src/core/storage/library/leftAtGoogle';
import { listTrash } from '../../../../../src/core/storage/library/trash';
import { MemoryFiles } from '../memoryFiles';
import { day, pathOf } from './libraryUnderTest';
import { answered, asked, written } from './writtenChats';

const noErrors = (error: unknown) => assert.fail(String(error));
const chat = (id: string) => written(1, asked(id, 'Hi'), answered(id, 'Yes'));
const trashed = (id: string) => `v1/trash/20261120-2026-${id}.jsonl`;

describe('what Google still keeps of deleted chats', () => {
  it('is what is younger than 55 days, in order', async () => {
    const files = new MemoryFiles();
    files.put(trashed('a'), chat('a'), 1);
    files.put(trashed('b'), chat('b'), 0);
    const left = async (now: number) => leftAtGoogle(files, await listTrash(files), now, noErrors);
    assert.deepEqual(await left(55 * day - 1), ['v1_a', 'v1_b']);
    assert.deepEqual(await left(55 * day), ['v1_a']);
    assert.deepEqual(await left(55 * day + 1), []);
  });

  it('is nothing that another chat has, and nothing that was forgotten', async () => {
    const files = new MemoryFiles();
    const forgotten = written(9, { kind: 'forgotten', interactionIds: ['v1_gone'] });
    files.put(trashed('a'), new Uint8Array([...chat('a'), ...chat('both'), ...chat('gone'), ...forgotten]), 1);
    files.put(pathOf('copy'), chat('both'));
    assert.deepEqual(await leftAtGoogle(files, await listTrash(files), 1, noErrors), ['v1_a']);
  });

  it('is asked of the others where one cannot be read, which is told', async () => {
    const files = new MemoryFiles();
    for (const id of ['a', 'b', 'c']) files.put(trashed(id), chat(id), 1);
    const chats = await listTrash(files);
    files.faults = (operation, path) => (operation === 'read' && path === trashed('b') ? { code: 'EIO' } : undefined);
    const errors: unknown[] = [];
    await files.remove(trashed('c'));
    assert.deepEqual(await leftAtGoogle(files, chats, 1, (error) => errors.push(error)), ['v1_a']);
    assert.equal(errors.length, 1);
  });
});

describe('interactions that no chat mentions', () => {
  it('are looked for as whole ids, and no longer than needed', async () => {
    const files = new MemoryFiles();
    files.put(pathOf('a'), chat('a'));
    files.put(pathOf('b'), chat('b'));
    const missing = (...ids: readonly string[]) => missingInteractions(files, ids, noErrors);
    assert.deepEqual(await missing('v1_x', 'v1_a', 'v1_', 'v1_x'), ['v1_x', 'v1_']);
    files.calls.length = 0;
    assert.deepEqual(await missing('v1_a'), []);
    assert.deepEqual(
      files.calls.filter((call) => call.startsWith('read')),
      [`read ${pathOf('a')}`],
    );
    assert.deepEqual(await missingInteractions(files, ['v1_a'], noErrors, new Set([pathOf('a')])), ['v1_a']);
  });
});
