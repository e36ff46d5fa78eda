import assert from 'node:assert/strict';
import { yearFolder } from '../../../../../src/core/storage/files/chatPaths';
import { encodeLine } from '../../../../../src/core/storage/log/recordLine';
import { day, found, libraryUnderTest, pathOf } from './libraryUnderTest';
import { answered, asked, begun, titled, written } from './writtenChats';

const kiosk = { name: 'kiosk', uri: 'file:///kiosk' };

describe('writing into the library', () => {
  it('begins a new chat in the folder of this year, marked with its workspace, and not before its first record', async () => {
    const { files, library } = libraryUnderTest();
    const journal = library.journal('a', kiosk);
    assert.deepEqual(files.calls, []);

    await journal.append(asked('t', 'Hello'), true);

    assert.ok(files.bytesOf(pathOf('a', '2026')));
    const [listed] = await library.list();
    assert.deepEqual([listed?.title, listed?.workspace, listed?.condition], ['Hello', kiosk, 'whole']);
    journal.dispose();
  });

  it('goes on with a chat where it lies, also in another year and in another window', async () => {
    const { files, library, otherWindow, pass } = libraryUnderTest();
    files.put(pathOf('a', '2025'), written(1, begun(1, kiosk), asked('t', 'Hello')));
    pass(400 * day);

    const other = otherWindow().library;
    const journal = other.journal('a', undefined);
    await journal.append(answered('t', 'Yes?'), true);
    journal.dispose();

    assert.equal((await library.load('a'))?.turns[0]?.status, 'done');
    assert.deepEqual(
      (await library.list()).map(({ lastLine }) => lastLine),
      ['Yes?'],
    );
    assert.deepEqual(await found(library, 'yes'), [{ chatId: 'a', line: 'Yes?' }]);
  });

  it('stops where another window deletes the chat, makes nothing of it again, and goes on when it is back', async () => {
    const { files, library, otherWindow } = libraryUnderTest();
    const other = otherWindow().library;
    const journal = library.journal('a', kiosk);
    await journal.append(asked('t', 'Hello'), true);
    const before = files.bytesOf(pathOf('a'));

    await other.trash('a');
    await journal.append(answered('t', 'Lost?'), true);

    assert.equal(journal.state, 'deleted');
    assert.equal(files.bytesOf(pathOf('a')), undefined);
    assert.deepEqual(await library.list(), []);
    await library.restore('a');
    assert.deepEqual(files.bytesOf(pathOf('a')), before);
    await journal.append(titled('Back'), true);
    assert.equal(journal.state, 'saving');
    const chat = await other.load('a');
    assert.deepEqual([chat?.title, chat?.turns[0]?.status], ['Back', 'done']);
    journal.dispose();
  });

  it('does not begin a deleted chat again, whether this window had read it or not', async () => {
    const { files, library, otherWindow, pass } = libraryUnderTest();
    for (const id of ['purged', 'read', 'unread']) files.put(pathOf(id), written(1, asked('t', 'Hello')));
    for (const id of ['purged', 'read']) await library.load(id);
    const journals = ['purged', 'read', 'unread'].map((id) => library.journal(id, undefined));
    await otherWindow().library.trash('purged');
    pass(40 * day);
    await otherWindow().library.purgeTrash(() => Promise.resolve());
    for (const id of ['read', 'unread']) await otherWindow().library.trash(id);

    for (const journal of journals) await journal.append(titled('Ghost'), true);

    assert.deepEqual(
      journals.map(({ state }) => state),
      ['deleted', 'deleted', 'deleted'],
    );
    assert.deepEqual(await library.list(), []);
    for (const journal of journals) journal.dispose();
  });

  it('names a chat by what lies there: one record more', async () => {
    const { files, library } = libraryUnderTest();
    const bytes = written(1, asked('t', 'Hello'), titled('By the model', 'model'));
    files.put(pathOf('a'), bytes);

    assert.equal(await library.rename('a', 'By me'), true);

    assert.deepEqual(files.bytesOf(pathOf('a'))?.slice(0, bytes.length), bytes);
    const chat = await library.load('a');
    assert.deepEqual([chat?.title, chat?.titledBy], ['By me', 'user']);
    assert.equal((await library.list())[0]?.title, 'By me');
    assert.deepEqual(await found(library, 'by me'), [{ chatId: 'a', line: 'By me' }]);
  });

  it('names no chat that is not there, nor one that a later version wrote', async () => {
    const { files, library } = libraryUnderTest();
    const newer = encodeLine({ writer: 'w', number: 1, at: 1 }, 'hologram', undefined, '"d":{}');
    files.put(pathOf('newer'), newer);

    assert.equal(await library.rename('none', 'Name'), false);
    assert.equal(await library.rename('newer', 'Name'), false);
    assert.deepEqual(files.bytesOf(pathOf('newer')), newer);
    assert.deepEqual(
      files.paths.filter((path) => path.startsWith(yearFolder(Date.UTC(2026, 5)))),
      [pathOf('newer')],
    );
  });

  it('says so when the disk takes no name', async () => {
    const { files, library, errors } = libraryUnderTest();
    const bytes = written(1, asked('t', 'Hello'));
    files.put(pathOf('a'), bytes);
    files.faults = (operation) => (operation === 'append' ? { code: 'ENOSPC' } : undefined);

    await assert.rejects(library.rename('a', 'Name'), { name: 'Failure', reason: 'storageUnavailable' });
    assert.ok(errors.length > 0);
    assert.deepEqual(files.bytesOf(pathOf('a')), bytes);
  });
});
