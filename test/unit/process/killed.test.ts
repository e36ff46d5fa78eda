import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { path } from '../core/storage/logUnderTest';
import { assertHolds, folderFor, indexPath, readWritten, runProgram } from './writtenChat';

const lanes = 4;
const rounds = 50;
const pieces = 30;

describe('a process that is killed while it writes', function () {
  this.timeout(120_000);
  const root = folderFor(this);

  it(`has written everything it was told is written, ${lanes * rounds} times`, async () => {
    let compacted = 0;
    const runLane = async (lane: number) => {
      const folder = join(root(), `${lane}`);
      const said: string[] = [];
      let size = 0;
      for (let round = 0; round < rounds; round += 1) {
        const args = [folder, 'chat', `r${round}`, '0', `${pieces}`, 'lease', 'index'];
        said.push(
          ...(await runProgram('writerMain.js', args, { lines: 1 + Math.random() * 100, ms: Math.random() * 4 })),
        );

        const read = await readWritten(folder);
        assert.equal(read.chat.condition, 'whole', `round ${round}`);
        assertHolds(read, said, pieces);
        // Replaced as a whole or not at all.
        const index = join(folder, indexPath);
        if (existsSync(index)) JSON.parse(readFileSync(index, 'utf8'));
        const before = size;
        size = statSync(join(folder, path)).size;
        if (size < before) compacted += 1;
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));

    assert.ok(compacted > 0, 'no file was compacted');
  });
});
