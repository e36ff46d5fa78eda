import assert from 'node:assert/strict';
import { blobPath, leasePath } from '../../../../../src/core/storage/files/chatPaths';
import { day, libraryUnderTest, pathOf } from './libraryUnderTest';
import { answered, asked, begun, written } from './writtenChats';

const chat = written(1000, begun(900), asked('a', 'First'), answered('a', 'Yes'));

const noDebts = () => Promise.resolve();

describe('a deleted chat', () => {
  it('is in no list but that of the trash, and comes back byte for byte with all that belongs to it', async () => {
    const { files, library, otherWindow } = libraryUnderTest();
    const beside = [blobPath('a', '0'.repeat(64)), `${pathOf('a', '2025').slice(0, -6)}.unreadable-20261120101010`];
    files.put(pathOf('a', '2025'), chat);
    for (const path of beside) files.put(path, new TextEncoder().encode(path));
    const before = files.paths.map((path) => [path, files.bytesOf(path)]);

    assert.equal(await library.trash('a'), true);
    assert.deepEqual(await otherWindow().library.list(), []);
    assert.deepEqual(
      (await library.trashed()).map(({ id, title, lastLine }) => [id, title, lastLine]),
      [['a', 'First', 'Yes']],
    );
    assert.equal(await library.load('a'), undefined);

    assert.equal(await otherWindow().library.restore('a'), true);
    const now = files.paths.filter((path) => !path.endsWith('index.json'));
    assert.deepEqual(
      now.map((path) => [path, files.bytesOf(path)]),
      before,
    );
    assert.equal((await library.list())[0]?.title, 'First');
    assert.deepEqual(await library.trashed(), []);
  });

  it('is not there twice: what is not there is not deleted, and what is back is not brought back over it', async () => {
    const { files, library } = libraryUnderTest();
    assert.deepEqual([await library.trash('a'), await library.restore('a')], [false, false]);
    files.put(pathOf('a'), chat);
    await library.trash('a');
    files.put(pathOf('a'), written(1, asked('b', 'Another')));

    assert.equal(await library.restore('a'), false);
    assert.equal((await library.load('a'))?.turns[0]?.prompt, 'Another');
  });

  it('never takes the place of another deleted one', async () => {
    const { files, library } = libraryUnderTest();
    for (const prompt of ['First', 'Second', 'Third']) {
      files.put(pathOf('a'), written(1, asked('a', prompt)));
      await library.trash('a');
    }

    assert.deepEqual((await library.trashed()).map(({ title }) => title).sort(), ['First', 'Second', 'Third']);
  });

  it('is gone for good, with all that belongs to it, when thirty days are over and not before', async () => {
    const { files, library, pass } = libraryUnderTest();
    files.put(pathOf('a'), chat);
    files.put(pathOf('b'), chat);
    for (const id of ['a', 'b']) {
      files.put(blobPath(id, '0'.repeat(64)), new Uint8Array(9));
      files.put(leasePath(id), new Uint8Array(9));
      files.put(`v1/chats/2026/${id}.unreadable-20261120101010`, new Uint8Array(9));
    }
    const ofB = files.paths.filter((path) => /\/b[./]/.test(path));
    pass(day - 1);
    await library.trash('a');

    pass(30 * day);
    await library.purgeTrash(noDebts);
    assert.equal((await library.trashed()).length, 1);
    pass(day);
    await library.purgeTrash(noDebts);

    assert.deepEqual(
      files.paths.filter((path) => !path.endsWith('index.json')),
      ofB,
    );
  });

  it('tells which interactions only it had before it goes for good, unless Google has none of that age', async () => {
    const { files, library, pass } = libraryUnderTest();
    const twice = [asked('a', 'First'), answered('a', 'Yes'), asked('b', 'More'), answered('b', 'No')];
    const forgotten = { kind: 'forgotten', interactionIds: ['v1_f'] } as const;
    files.put(pathOf('gone'), written(1, ...twice, asked('f', 'Else'), answered('f', 'Yes'), forgotten));
    files.put(pathOf('branch'), written(1, ...twice.slice(0, 2)));
    files.put(pathOf('later'), written(1, asked('l', 'Later'), answered('l', 'Yes')));
    await library.trash('gone');
    pass(20 * day);
    await library.trash('later');

    const told: (readonly string[])[] = [];
    const purge = () => library.purgeTrash(async (ids) => void told.push(ids));
    pass(10 * day);
    await purge();
    pass(2 * day);
    await assert.rejects(
      library.purgeTrash(() => Promise.reject(Object.assign(new Error('disk'), { code: 'EIO' }))),
      { reason: 'storageUnavailable' },
    );
    await purge();
    assert.deepEqual(told, [['v1_b']]);
    assert.deepEqual(
      (await library.trashed()).map(({ id }) => id),
      ['later'],
    );
    pass(36 * day);
    await purge();
    assert.deepEqual(told, [['v1_b'], []]);
  });

  it('leaves what it shares with a chat of the same id that is back', async () => {
    const { files, library, pass } = libraryUnderTest();
    files.put(pathOf('a'), chat);
    files.put(blobPath('a', '0'.repeat(64)), new Uint8Array(9));
    await library.trash('a');
    files.put(pathOf('a'), chat);

    pass(40 * day);
    await library.purgeTrash(noDebts);

    assert.deepEqual(await library.trashed(), []);
    assert.ok(files.bytesOf(blobPath('a', '0'.repeat(64))));
  });

  it('stays where it is when the disk refuses, and a purge that was refused is done the next time', async () => {
    const { files, library, errors, pass } = libraryUnderTest();
    files.put(pathOf('a'), chat);
    files.faults = (operation) => (operation === 'rename' || operation === 'remove' ? { code: 'EPERM' } : undefined);

    await assert.rejects(library.trash('a'), { name: 'Failure', reason: 'storageUnavailable' });
    assert.deepEqual(files.bytesOf(pathOf('a')), chat);
    files.faults = (operation) => (operation === 'remove' ? { code: 'EPERM' } : undefined);
    await library.trash('a');
    pass(40 * day);
    await library.purgeTrash(noDebts);
    assert.deepEqual([errors.length, (await library.trashed()).length], [1, 1]);
    files.faults = undefined;
    await library.purgeTrash(noDebts);
    assert.deepEqual(await library.trashed(), []);
  });

  it('leads nowhere else, whatever it is called', async () => {
    const { files, library } = libraryUnderTest();
    files.put('v1/secret.jsonl', chat);
    files.put(pathOf('a'), chat);
    files.put('v1/trash/20200101-2026-..-x.jsonl', chat);

    for (const id of ['../../secret', '', '.', 'a/b', 'a\\b', 'a.jsonl', 'x'.repeat(200)]) {
      assert.deepEqual(
        [await library.load(id), await library.trash(id), await library.restore(id)],
        [undefined, false, false],
      );
    }
    assert.deepEqual(
      files.calls.filter((call) => /\.\.|\\|secret/.test(call)),
      [],
    );
  });
});
