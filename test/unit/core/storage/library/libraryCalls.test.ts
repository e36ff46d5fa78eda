import assert from 'node:assert/strict';
import type { ChatLibrary } from '../../../../../src/core/storage/library/chatLibrary';
import { day, found, libraryUnderTest, pathOf } from './libraryUnderTest';
import { answered, asked, titled, written } from './writtenChats';

const chat = written(1_000, asked('t', 'Hello'), answered('t', 'Yes'));
const nothingLeft = () => Promise.resolve();

describe('the library of chats', () => {
  const calls: readonly (readonly [string, (library: ChatLibrary) => Promise<unknown>])[] = [
    ['loads', (library) => library.load('a')],
    ['shows', (library) => library.peek('a')],
    ['lists', (library) => library.list()],
    ['prepares a search', (library) => library.prepareSearch()],
    ['names', (library) => library.rename('a', 'Name')],
    ['deletes', (library) => library.trash('a')],
    ['brings back', (library) => library.restore('a')],
    ['lists what is deleted', (library) => library.trashed()],
    ['removes for good', (library) => library.purgeTrash(nothingLeft)],
    ['exports', (library) => library.exportLog('a')],
    ['imports', (library) => library.importLog(chat)],
    ['looks for interactions', (library) => library.recoverable(['v1_x'])],
  ];
  for (const [what, call] of calls) {
    it(`says that the storage is not available where it ${what} and the disk refuses`, async () => {
      const { files, library } = libraryUnderTest();
      files.faults = () => ({ code: 'EACCES' });
      await assert.rejects(call(library), { name: 'Failure', reason: 'storageUnavailable' });
    });
  }

  it('shows a chat as it is now, and none that is not there', async () => {
    const { files, library } = libraryUnderTest();
    assert.deepEqual([await library.peek('a'), await library.load('a')], [undefined, undefined]);
    files.put(pathOf('a'), chat);
    const shown = await library.peek('a');
    assert.deepEqual(shown?.turns[0]?.parts, [{ kind: 'text', text: 'Yes' }]);
    assert.deepEqual(await library.load('a'), shown);
  });

  it('tells who goes on with a chat that it has changed since it was loaded, and not since it was shown', async () => {
    for (const [how, isTold] of [
      ['load', true],
      ['peek', false],
    ] as const) {
      const { files, library } = libraryUnderTest();
      files.put(pathOf('a'), chat);
      await library[how]('a');
      await files.append(pathOf('a'), written(9_000, titled('Name')), { create: false, durable: false });
      const journal = library.journal('a', undefined);
      let told = 0;
      journal.onDidChangeElsewhere(() => {
        told += 1;
      });
      assert.equal(await journal.claim(), true);
      assert.equal(told > 0, isTold, how);
      journal.dispose();
      await journal.release();
    }
  });

  it('lists the deleted chats that can be read, and tells of the others', async () => {
    const { files, library, errors } = libraryUnderTest();
    for (const id of ['a', 'b', 'c']) {
      files.put(pathOf(id), chat);
      await library.trash(id);
    }
    const gone = files.paths.find((path) => path.endsWith('-c.jsonl')) ?? '';
    const read = files.read.bind(files);
    files.read = async (path) => (path === gone ? undefined : read(path));
    files.faults = (operation, path) =>
      operation === 'read' && path.endsWith('-a.jsonl') ? { code: 'EIO' } : undefined;
    assert.deepEqual(
      (await library.trashed()).map(({ id, title }) => [id, title]),
      [['b', 'Hello']],
    );
    assert.equal(errors.length, 1);
  });

  it('asks nobody before it removes nothing', async () => {
    const { files, library, pass } = libraryUnderTest();
    files.put(pathOf('a'), chat);
    await library.trash('a');
    pass(31 * day);
    let times = 0;
    const purge = () =>
      library.purgeTrash(async () => {
        times += 1;
      });
    await purge();
    assert.equal(times, 0);
    pass(1);
    await purge();
    await purge();
    assert.deepEqual([times, await library.trashed()], [1, []]);
  });

  it('searches what it knew when the search was opened, until it is closed', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('a'), chat);
    assert.equal((await found(library, 'hello')).length, 1);
    files.put(pathOf('b'), chat);
    assert.equal((await found(library, 'hello')).length, 1);
    library.closeSearch();
    await library.settled();
    assert.equal((await found(library, 'hello')).length, 2);
  });
});
