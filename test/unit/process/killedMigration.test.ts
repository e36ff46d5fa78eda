import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChat } from '../../../src/core/storage/readChat';
import { oldFiles, oldTurn } from '../core/storage/oldChats';
import { folderFor, runProgram } from './writtenChat';

const chats = 40;

describe('a process that is killed while it brings old chats over', function () {
  this.timeout(60_000);
  const root = folderFor(this);

  it('leaves each chat in one place or in both, and the next one finishes the work', async () => {
    const turns = [oldTurn('t1', undefined), oldTurn('t2', 't1'), oldTurn('t3', 't1')];
    for (let chat = 0; chat < chats; chat += 1) {
      const folder = join(root(), 'chats', `chat-${chat}`);
      mkdirSync(folder, { recursive: true });
      for (const [name, bytes] of turns.flatMap((turn) => oldFiles(turn))) writeFileSync(join(folder, name), bytes);
    }

    let kills = 0;
    for (let isDone = false; !isDone; ) {
      const said = await runProgram('migrationMain.js', [root()], { lines: 1, ms: Math.random() * 20 * (kills + 1) });
      isDone = said.some((line) => line.startsWith('done'));
      if (!isDone) kills += 1;
      for (let chat = 0; chat < chats; chat += 1) {
        const places = [`chats/chat-${chat}`, `v1/trash/old-chats/chat-${chat}`];
        const found = places.flatMap((place) => namesIn(join(root(), place)));
        assert.equal(found.length, 2 * turns.length, 'the old files are all in one of the two places');
      }
    }

    assert.ok(kills > 0, 'it was never killed');
    for (let chat = 0; chat < chats; chat += 1) {
      const bytes = readFileSync(join(root(), `v1/chats/2026/chat-${chat}.jsonl`));
      const { chat: found } = await readChat('chat', bytes, () => Promise.resolve(undefined));
      assert.deepEqual(plain(found.turns), plain(turns));
    }
    assert.deepEqual(namesIn(join(root(), 'chats')), []);
  });
});

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It is in the other place.
    return [];
  }
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
