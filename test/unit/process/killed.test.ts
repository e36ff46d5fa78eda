import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { budget } from '../../budget';
import { deltaRecord, endRecord, fileOf, path, textEvent, turnRecord } from '../core/storage/logUnderTest';
import { assertHolds, folderFor, indexPath, readWritten, runProgram } from './writtenChat';

const lanes = 4;
const chats = budget(10, 1);
const rounds = 5;
const pieces = 30;

/** A chat that is worth compacting when it is closed. */
const longChat = fileOf([
  turnRecord('long'),
  ...Array.from({ length: 400 }, (_, piece) => deltaRecord('long', textEvent(`${piece} ${'x'.repeat(60)}`))),
  endRecord('long', 'All of it'),
]);

describe('a process that is killed while it writes', function () {
  this.timeout(120_000);
  const root = folderFor(this);

  it(`has written everything it was told is written, ${lanes * chats * rounds} times`, async () => {
    let compacted = 0;
    const writeChat = async (folder: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), longChat);
      const said: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const args = [folder, 'chat', `r${round}`, '0', `${pieces}`, 'lease', 'index'];
        const kill = { lines: 1 + Math.random() * 100, ms: Math.random() * 4 };
        said.push(...(await runProgram('writerMain.js', args, kill)));

        const read = await readWritten(folder);
        assert.equal(read.chat.condition, 'whole', `round ${round}`);
        assertHolds(read, said, pieces);
        assert.equal(read.chat.turns[0]?.status, 'done');
        // Replaced as a whole or not at all.
        const index = join(folder, indexPath);
        if (existsSync(index)) JSON.parse(readFileSync(index, 'utf8'));
      }
      if (statSync(join(folder, path)).size < longChat.length) compacted += 1;
    };
    const runLane = async (lane: number) => {
      for (let chat = 0; chat < chats; chat += 1) await writeChat(join(root(), `${lane}-${chat}`));
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));

    // Windows cannot exchange a file that another program has open.
    assert.ok(compacted > 0 || process.platform === 'win32', 'no file was compacted');
  });
});
