import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeFiles } from '../../../../../src/host/platform/nodeFiles';
import { sampleChat, writeSampleChats } from '../../../../bench/sampleChats';
import { budget } from '../../../../budget';
import { MemoryFiles } from '../memoryFiles';
import { found, libraryOver, pathOf } from './libraryUnderTest';
import { asked, written } from './writtenChats';

describe('very many and very large chats', function () {
  // Much work, on a machine that may do other things as well.
  this.timeout(120_000);

  const count = budget(5_000, 600);

  it(`are all listed and all searched: ${count}`, async () => {
    const { files, library, errors, otherWindow } = libraryOver(new MemoryFiles());
    const chats = await writeSampleChats(files, count, { answerLength: 200 });
    const [some] = chats;
    const listed = await library.list();
    await library.settled();

    assert.deepEqual(new Set(listed.map(({ id }) => id)), new Set(chats.map(({ chatId }) => chatId)));
    assert.ok(listed.every(({ title, lastLine, condition }) => title && lastLine && condition === 'whole'));
    const ages = listed.map(({ updatedAt }) => updatedAt);
    assert.deepEqual(
      ages,
      ages.toSorted((a, b) => b - a),
    );
    assert.deepEqual(await otherWindow().library.list(), listed);
    const everywhere = await found(library, 'e');
    assert.equal(everywhere.length, count);
    assert.ok(everywhere.every(({ line }) => /e|é/i.test(line)));
    await files.append(some?.path ?? '', written(9, asked('x', 'The one needle')), { create: false, durable: false });
    await library.prepareSearch();
    assert.deepEqual(await found(library, 'needle'), [{ chatId: some?.chatId, line: 'The one needle' }]);
    assert.deepEqual(errors, []);
  });

  const turns = budget(1_000, 100);

  it(`opens a chat of ${turns} turns of 45 kB, and lists and searches it, on a real disk`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gemini-library-'));
    try {
      const { files, library, errors } = libraryOver(new NodeFiles(folder));
      const { bytes } = sampleChat(1, { turns: [turns, turns], answerLength: 43_000 });
      assert.ok(bytes.length > turns * 45_000, `${bytes.length}`);
      await files.append(pathOf('large'), bytes, { create: true, durable: false });
      await files.append(pathOf('large'), written(9, asked('x', 'The one needle')), { create: false, durable: false });
      await files.append(pathOf('small'), written(1, asked('x', 'Another')), { create: true, durable: false });

      const chat = await library.load('large');

      assert.deepEqual([chat?.turns.length, chat?.condition, chat?.leafId], [turns + 1, 'whole', 'x']);
      assert.deepEqual((await library.list()).map(({ lastLine }) => lastLine).sort(), ['Another', 'The one needle']);
      assert.deepEqual(await found(library, 'needle'), [{ chatId: 'large', line: 'The one needle' }]);
      await library.trash('large');
      await library.restore('large');
      assert.equal((await library.load('large'))?.turns.length, turns + 1);
      assert.deepEqual(errors, []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
