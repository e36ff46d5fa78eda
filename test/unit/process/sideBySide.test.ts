import assert from 'node:assert/strict';
import { budget } from '../../budget';
import { assertHolds, folderFor, readWritten, runProgram } from './writtenChat';

const turns = budget(500, 60);
const pieces = 2;

describe('processes that write the same chat', function () {
  this.timeout(120_000);
  const root = folderFor(this);

  for (const writers of [2, 4]) {
    it(`lose nothing and damage nothing, ${writers} of them with ${turns} turns each`, async () => {
      const names = Array.from({ length: writers }, (_, writer) => `w${writer}`);
      const said = await Promise.all(
        names.map((name) => runProgram('writerMain.js', [root(), 'chat', name, `${turns}`, `${pieces}`])),
      );

      const read = await readWritten(root());
      assert.deepEqual([read.chat.condition, read.faults, read.tornTail], ['whole', [], false]);
      assert.equal(read.chat.turns.length, writers * turns);
      assert.equal(read.chat.unfinished.length, 0);
      for (const lines of said) {
        assert.equal(lines.length, turns * (pieces + 2));
        assertHolds(read, lines, pieces);
      }
    });
  }

  it('lose nothing while one of them compacts the file again and again', async () => {
    const [few, many] = [budget(60, 15), 30];
    const names = ['w0', 'w1', 'w2'];
    const said = await Promise.all(
      names.map((name, index) => {
        const words = index === 0 ? ['lease'] : [];
        return runProgram('writerMain.js', [root(), 'chat', name, `${few}`, `${many}`, ...words]);
      }),
    );

    const read = await readWritten(root());
    assert.equal(read.chat.condition, 'whole');
    assert.equal(read.chat.turns.length, names.length * few);
    for (const lines of said) assertHolds(read, lines, many);
  });
});
