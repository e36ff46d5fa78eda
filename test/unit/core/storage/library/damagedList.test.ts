import assert from 'node:assert/strict';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { indexPath } from '../../../../../src/core/storage/library/chatIndexFile';
import { encodeLine } from '../../../../../src/core/storage/log/recordLine';
import { encodeTornLine } from '../../../../../src/core/storage/log/tornLine';
import { found, libraryUnderTest, pathOf } from './libraryUnderTest';
import { asked, titled, written } from './writtenChats';

describe('the list of chats of which some are damaged', () => {
  it('shows one that is damaged in the middle with all that can be read, and a cut one as whole', async () => {
    const { files, library } = libraryUnderTest();
    const lines = [written(1, asked('a', 'First')), written(2, asked('b', 'Second')), written(3, titled('Name'))];
    const damaged = joinBytes(lines);
    damaged[(lines[0]?.length ?? 0) + 80] = 0;
    files.put(pathOf('damaged'), damaged);
    files.put(pathOf('cut'), joinBytes([...lines, written(4, asked('c', 'Third')).slice(0, -9)]));

    const [cut, other] = await library.list();

    assert.deepEqual([cut?.title, cut?.condition, cut?.lastLine], ['Name', 'whole', 'Second']);
    assert.deepEqual([other?.title, other?.condition, other?.lastLine], ['Name', 'damaged', 'First']);
    await library.settled();
    await files.append(pathOf('damaged'), written(9, titled('Later')), { create: false, durable: false });
    const later = (await library.list()).find(({ id }) => id === 'damaged');
    assert.deepEqual([later?.title, later?.condition], ['Later', 'damaged']);
  });

  it('shows one whose writer was cut off as whole, also after the next writer went on', async () => {
    const { files, library } = libraryUnderTest();
    const torn = written(1, asked('a', 'Lost')).slice(0, -5);
    files.put(pathOf('a'), joinBytes([written(1, asked('a', 'First')), torn]));
    const condition = async () => {
      const [chat] = await library.list();
      await library.settled();
      return chat?.condition;
    };

    assert.equal(await condition(), 'whole');
    const mark = encodeTornLine({ writer: 'w', number: 1, at: 1 }, torn.length);
    await files.append(pathOf('a'), joinBytes([mark, written(2, titled('Name'))]), { create: false, durable: false });
    assert.equal(await condition(), 'whole');
    await files.remove(indexPath);
    assert.equal(await condition(), 'whole');
  });

  it('shows one of which nothing can be read by its file, and one of a later version as such', async () => {
    const { files, library } = libraryUnderTest();
    files.put(pathOf('empty'), new Uint8Array(), 50_000);
    files.put(pathOf('noise'), new Uint8Array(9000).fill(7), 40_000);
    const line = encodeLine({ writer: 'w', number: 1, at: 30_000 }, 'hologram', undefined, '"d":{}');
    files.put(pathOf('newer'), joinBytes([written(20_000, asked('a', 'Hi')), line]));

    assert.deepEqual(
      (await library.list()).map(({ id, title, updatedAt, condition }) => [id, title, updatedAt, condition]),
      [
        ['empty', '', 50_000, 'damaged'],
        ['noise', '', 40_000, 'damaged'],
        ['newer', 'Hi', 20_000, 'newer'],
      ],
    );
  });

  it('shows one that the system does not give out, keeps what was known of it, and reads it once it does', async () => {
    const { files, library, errors } = libraryUnderTest();
    files.put(pathOf('known'), written(1, asked('a', 'Known')));
    await library.list();
    await library.settled();
    await files.append(pathOf('known'), written(3, titled('Better')), { create: false, durable: false });
    files.put(pathOf('new'), written(2, asked('a', 'New')), 9000);
    files.faults = (operation, path) =>
      operation.startsWith('read') && path.endsWith('.jsonl') ? { code: 'EACCES' } : undefined;
    const shown = async () => (await library.list()).map(({ id, title, condition }) => [id, title, condition]);

    assert.deepEqual(await shown(), [
      ['new', '', 'damaged'],
      ['known', 'Known', 'damaged'],
    ]);
    assert.equal(errors.length, 2);
    files.faults = undefined;
    assert.deepEqual(await shown(), [
      ['new', 'New', 'whole'],
      ['known', 'Better', 'whole'],
    ]);
  });

  it('passes over what lies there and is no chat, and what a year’s folder does not give out', async () => {
    const { files, library, errors } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First')));
    files.put(pathOf('b', '2025'), written(1, asked('a', 'Second')));
    for (const path of [
      '2026/a.unreadable-20261120101010',
      '2026/x.jsonl/y',
      '2026/a.jsonl.1.tmp',
      'notes',
      '12/c.jsonl',
    ]) {
      files.put(`v1/chats/${path}`, new Uint8Array(9));
    }
    const titles = async () => (await library.list()).map(({ title }) => title).sort();

    assert.deepEqual(await titles(), ['First', 'Second']);
    files.faults = (operation, path) => (operation === 'list' && path.endsWith('2025') ? { code: 'EIO' } : undefined);
    assert.deepEqual(await titles(), ['First']);
    assert.equal(errors.length, 1);
  });

  it('says so when the folder of chats cannot be read at all, which is not the same as no chats', async () => {
    const { files, library } = libraryUnderTest();
    assert.deepEqual(await library.list(), []);
    files.faults = (operation) => (operation === 'list' ? { code: 'EACCES' } : undefined);

    await assert.rejects(library.list(), { name: 'Failure', reason: 'storageUnavailable' });
    await assert.rejects(found(library, 'x'), { name: 'Failure', reason: 'storageUnavailable' });
    files.faults = undefined;
    assert.deepEqual(await library.list(), []);
  });

  it('does not need to be able to write', async () => {
    const { files, library, errors } = libraryUnderTest();
    files.put(pathOf('a'), written(1, asked('a', 'First')));
    files.faults = (operation) => (operation === 'write' ? { code: 'ENOSPC' } : undefined);

    assert.equal((await library.list())[0]?.title, 'First');
    await library.settled();
    assert.deepEqual(await found(library, 'first'), [{ chatId: 'a', line: 'First' }]);
    await library.settled();
    assert.ok(errors.length > 0);
  });
});
