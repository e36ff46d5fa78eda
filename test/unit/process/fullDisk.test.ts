import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chatPath } from '../../../src/core/storage/files/chatPaths';
import { blobsOf } from '../../../src/core/storage/log/blobs';
import { ChatLog } from '../../../src/core/storage/log/chatLog';
import { readChat } from '../../../src/core/storage/log/readChat';
import { NodeFiles } from '../../../src/host/platform/nodeFiles';
import { endRecord, folder, turnRecord } from '../core/storage/logUnderTest';
import { ManualClock } from '../fakes/manualClock';
import { folderFor } from './writtenChat';

describe('a real disk that is full', function () {
  this.timeout(60_000);
  let disk = '';
  // Before the hook that removes the folder: hooks run in the order they were given.
  afterEach(() => {
    try {
      execFileSync('umount', ['--lazy', disk], { stdio: 'ignore' });
    } catch {
      // It was never mounted.
    }
  });
  const root = folderFor(this);

  beforeEach(function () {
    disk = join(root(), 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      console.log('      (a small disk can only be made as root on Linux: skipped)');
      this.skip();
    }
  });
  it('keeps what it has; the rest stays in memory and is written when there is room again', async () => {
    const files = new NodeFiles(disk);
    const clock = new ManualClock();
    const log = new ChatLog({
      files,
      clock,
      chatId: 'chat',
      locate: () => Promise.resolve({ folder, isNew: true }),
      workspace: undefined,
      windowId: 'a',
      newId: () => 'writer',
      onError: () => undefined,
    });
    writeFileSync(join(disk, 'ballast'), new Uint8Array(700_000));
    const text = 'What does not fit. '.repeat(1_000);
    let turns = 0;
    const ask = async () => {
      const id = `t${turns}`;
      turns += 1;
      await log.append(turnRecord(id), true);
      await log.append(endRecord(id, text), true);
    };
    const read = async () =>
      (await readChat('chat', (await files.read(chatPath(folder, 'chat'))) ?? new Uint8Array(), blobsOf(files, 'chat')))
        .chat;

    while (log.state === 'saving') await ask();
    const onDisk = await read();
    for (let more = 0; more < 5; more += 1) await ask();
    assert.equal(log.state, 'failing');
    assert.deepEqual((await read()).turns.slice(0, onDisk.turns.length - 1), onDisk.turns.slice(0, -1));

    rmSync(join(disk, 'ballast'));
    const saving = new Promise((resolve) => log.onDidChangeState((state) => state === 'saving' && resolve(state)));
    clock.advance(10_000);
    await saving;

    const chat = await read();
    assert.deepEqual([chat.condition, chat.turns.length, chat.unfinished.length], ['whole', turns, 0]);
    for (const { parts } of chat.turns) assert.deepEqual(parts, [{ kind: 'text', text }]);
    await log.release();
    log.dispose();
  });
});
