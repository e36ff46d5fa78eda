import assert from 'node:assert/strict';
import type { Turn } from '../../../../src/core/chat/turn';
import { blobsOf } from '../../../../src/core/storage/blobs';
import { migrateOldChats } from '../../../../src/core/storage/migrateOldChats';
import { readChat } from '../../../../src/core/storage/readChat';
import { MemoryFiles } from './memoryFiles';
import { oldFiles, oldTurn } from './oldChats';

const turns: readonly Turn[] = [
  oldTurn('t1', undefined),
  oldTurn('t2', 't1', { status: 'failed', failure: { reason: 'rateLimited', status: 429 }, interactionId: undefined }),
  oldTurn('t3', 't1', { parts: [{ kind: 'text', text: 'Shown otherwise' }], removedCharacters: 3 }),
  oldTurn('t4', 't3', { steps: [{ type: 'model_output', content: [{ type: 'text', text: 'x'.repeat(400_000) }] }] }),
  oldTurn('t5', 't4', { status: 'stopped', endedAs: 'incomplete' }),
];
const path = 'v1/chats/2026/chat.jsonl';

function oldDisk(kept: readonly Turn[] = turns): MemoryFiles {
  const files = new MemoryFiles();
  for (const turn of kept) for (const [name, bytes] of oldFiles(turn)) files.put(`chats/chat/${name}`, bytes);
  return files;
}

async function readTurns(files: MemoryFiles): Promise<readonly Turn[]> {
  const bytes = files.bytesOf(path) ?? new Uint8Array();
  return (await readChat('chat', bytes, blobsOf(files, 'chat'))).chat.turns;
}

/** Without fields that are undefined: JSON has none. */
const plain = (list: readonly Turn[]): unknown => JSON.parse(JSON.stringify(list));

describe('chats of the old layout', () => {
  it('are the same chats in the new one, and their old files stay', async () => {
    const files = oldDisk();
    const before = files.paths.map((name) => [name, files.bytesOf(name)] as const);

    assert.deepEqual(await migrateOldChats(files), { migrated: ['chat'], failed: [] });

    assert.deepEqual(plain(await readTurns(files)), plain(turns));
    for (const [name, bytes] of before) {
      assert.equal(files.bytesOf(name), undefined);
      assert.deepEqual(files.bytesOf(name.replace('chats/', 'v1/trash/old-chats/')), bytes);
    }
    assert.deepEqual(await migrateOldChats(files), { migrated: [], failed: [] });
  });

  it('have their branches in order, and turns that were running as interrupted ones', async () => {
    const files = oldDisk([
      oldTurn('t2', 't1', { status: 'streaming' }),
      oldTurn('t1', undefined),
      oldTurn('t3', 't1'),
    ]);
    await migrateOldChats(files);

    assert.deepEqual(
      (await readTurns(files)).map(({ id, parentId, status }) => [id, parentId, status]),
      [
        ['t1', undefined, 'done'],
        ['t2', 't1', 'interrupted'],
        ['t3', 't1', 'done'],
      ],
    );
  });

  it('come over with what can be read of them when files of theirs were cut', async () => {
    const files = oldDisk();
    files.put('chats/chat/t5.0.json', new TextEncoder().encode('{"version":1,"rev'));
    files.put('chats/chat/t5.1.json', new Uint8Array());
    files.put('chats/chat/t2.0.json', new Uint8Array(20));

    assert.deepEqual((await migrateOldChats(files)).failed, []);

    const found = await readTurns(files);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['t1', 't2', 't3', 't4'],
    );
    assert.equal(found[1]?.status, 'interrupted', 'the earlier state is what is left');
  });

  it('stay where they are when nothing of them can be read, and the others come over', async () => {
    const files = oldDisk();
    files.put('chats/lost/t1.0.json', new Uint8Array());

    const { migrated, failed } = await migrateOldChats(files);

    assert.deepEqual([migrated, failed.map(({ chatId }) => chatId)], [['chat'], ['lost']]);
    assert.ok(files.paths.includes('chats/lost/t1.0.json'));
  });

  it('come over whole when the machine dies at any step, or the disk is full at any step', async () => {
    const whole = oldDisk();
    await migrateOldChats(whole);
    const steps = whole.calls.length;
    for (let step = 0; step < steps; step += 1) {
      const files = oldDisk();
      files.faults = (_, __, before) => (before < step ? undefined : { code: 'ENOSPC' });
      // Dead from this step on: what is thrown is of no interest to anybody.
      await migrateOldChats(files).catch(() => undefined);
      files.faults = undefined;
      const { failed } = await migrateOldChats(files);

      assert.deepEqual(failed, [], `step ${step}`);
      assert.deepEqual(plain(await readTurns(files)), plain(turns), `step ${step}`);
      assert.equal(files.paths.filter((name) => name.startsWith('chats/')).length, 0, `step ${step}`);
      const kept = files.paths.filter((name) => name.startsWith('v1/trash/old-chats/chat'));
      assert.equal(kept.length, 2 * turns.length, `step ${step}`);
    }
  });

  it('get what an older version has added since they came over', async () => {
    const files = oldDisk(turns.slice(0, 2));
    await migrateOldChats(files);
    for (const turn of turns.slice(0, 4)) {
      for (const [name, bytes] of oldFiles(turn)) files.put(`chats/chat/${name}`, bytes);
    }

    assert.deepEqual((await migrateOldChats(files)).migrated, ['chat']);

    assert.deepEqual(plain(await readTurns(files)), plain(turns.slice(0, 4)));
    assert.ok(files.paths.some((name) => name.startsWith('v1/trash/old-chats/chat-2/')));
  });
});
