import assert from 'node:assert/strict';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { ChatIndex } from '../../../../../src/core/storage/library/chatIndex';
import { indexPath, readIndex } from '../../../../../src/core/storage/library/chatIndexFile';
import { fileOf } from '../logUnderTest';
import { MemoryFiles } from '../memoryFiles';
import { pathOf } from './libraryUnderTest';
import { asked, begun, titled, written } from './writtenChats';

const chat = (prompt: string) => fileOf([begun(1), asked('t', prompt)]);

describe('the index of chats', () => {
  let files = new MemoryFiles();
  let index = new ChatIndex(files, (error) => errors.push(error));
  const errors: unknown[] = [];
  beforeEach(() => {
    files = new MemoryFiles();
    index = new ChatIndex(files, (error) => errors.push(error));
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  /** What the list shows, and which calls read or write on the way. */
  const refreshed = async () => {
    files.calls.length = 0;
    const chats = await index.refresh();
    await index.settled();
    const calls = files.calls.filter((call) => /^(read|readRange|write) /.test(call));
    return { words: chats.map(({ entry }) => entry.givenTitle ?? entry.firstWords), calls: calls.slice(1) };
  };
  const add = (id: string, bytes: Uint8Array) => files.append(pathOf(id), bytes, { create: false, durable: false });

  it('gives each chat with its file, the last used first', async () => {
    files.put(pathOf('a', '2025'), written(1_000, asked('t', 'First')));
    files.put(pathOf('b'), written(9_000, asked('t', 'Second')));
    const [newest, oldest] = await index.refresh();
    assert.deepEqual([newest?.entry.firstWords, newest?.file.path], ['Second', pathOf('b')]);
    assert.deepEqual([oldest?.entry.firstWords, oldest?.file.path], ['First', pathOf('a', '2025')]);
  });

  it('is written where a chat came, changed or went, and only then', async () => {
    const write = `write ${indexPath}`;
    assert.deepEqual(await refreshed(), { words: [], calls: [] });
    files.put(pathOf('a'), chat('First'));
    assert.deepEqual(await refreshed(), { words: ['First'], calls: [`read ${pathOf('a')}`, write] });
    assert.deepEqual(await refreshed(), { words: ['First'], calls: [] });
    await files.remove(pathOf('a'));
    assert.deepEqual(await refreshed(), { words: [], calls: [write] });
    assert.deepEqual(await refreshed(), { words: [], calls: [] });
  });

  it('reads the end of a file that has grown, and all of one that was written again', async () => {
    const [first, name, part] = [chat('First'), written(9, titled('Name')), `readRange ${pathOf('a')}`];
    files.put(pathOf('a'), first);
    await refreshed();
    await add('a', name);
    assert.deepEqual((await refreshed()).calls.slice(0, -1), [part]);

    const whole = `read ${pathOf('a')}`;
    for (const [bytes, words, reads] of [
      [joinBytes([name, chat('Third'), chat('Fourth')]), 'Name', [part, whole]],
      [chat('Short'), 'Short', [whole]],
      [chat('Other'), 'Other', [whole]],
    ] as const) {
      files.put(pathOf('a'), bytes);
      const found = await refreshed();
      assert.deepEqual([found.words, found.calls.slice(0, -1)], [[words], reads]);
    }
  });

  it('reads a file again of which only the size is another one', async () => {
    for (const words of ['First', 'Others']) {
      files.put(pathOf('a'), chat(words), 7_000);
      assert.deepEqual((await refreshed()).words, [words]);
    }
  });

  it('reads all of a file again of which nothing could be read', async () => {
    files.put(pathOf('a'), new TextEncoder().encode('{"v":1'));
    assert.deepEqual((await refreshed()).words, [undefined]);
    await add('a', joinBytes([new TextEncoder().encode('\n'), chat('Later')]));
    assert.deepEqual(await refreshed(), {
      words: ['Later'],
      calls: [`read ${pathOf('a')}`, `write ${indexPath}`],
    });
  });

  it('shows a chat that cannot be read now, does not keep it, and reads it the next time', async () => {
    files.put(pathOf('a'), chat('First'), 7_000);
    files.faults = (operation, path) => (operation === 'read' && path === pathOf('a') ? { code: 'EIO' } : undefined);
    const [shown] = await index.refresh();
    assert.deepEqual(shown?.entry, {
      chatId: 'a',
      size: chat('First').length,
      modifiedAt: 7_000,
      readTo: 0,
      guard: '',
      createdAt: undefined,
      updatedAt: 7_000,
      workspace: undefined,
      isPrivate: false,
      givenTitle: undefined,
      firstWords: undefined,
      lastLine: '',
      condition: 'damaged',
    });
    assert.deepEqual((await refreshed()).calls, [`read ${pathOf('a')}`]);
    assert.equal(errors.splice(0).length, 2);
    files.faults = undefined;
    assert.deepEqual((await refreshed()).words, ['First']);
  });

  it('has no chat whose file goes away while it is read', async () => {
    files.put(pathOf('a'), chat('First'));
    files.put(pathOf('b'), chat('Second'));
    const read = files.read.bind(files);
    files.read = async (path) => (path === pathOf('a') ? undefined : read(path));
    assert.deepEqual((await refreshed()).words, ['Second']);
  });

  it('reads many files, not all at once', async () => {
    for (let count = 0; count < 70; count += 1) files.put(pathOf(`chat-${count}`), chat(`${count}`));
    let [open, most] = [0, 0];
    const read = files.read.bind(files);
    files.read = async (path) => {
      open += 1;
      most = Math.max(most, open);
      const bytes = await read(path);
      open -= 1;
      return bytes;
    };
    assert.equal(new Set((await refreshed()).words).size, 70);
    assert.equal(most, 32);
  });

  it('is there before it is kept, and the next one waits until it is', async () => {
    files.put(pathOf('a'), chat('First'));
    let write = () => {};
    const real = files.write.bind(files);
    files.write = async (path, bytes) => {
      await new Promise<void>((resolve) => {
        write = resolve;
      });
      return real(path, bytes);
    };
    assert.equal((await index.refresh()).length, 1);
    assert.equal(files.bytesOf(indexPath), undefined);
    const next = index.refresh();
    const settled = index.settled();
    write();
    await next;
    await settled;
    assert.deepEqual(
      (await readIndex(files)).map(({ chatId }) => chatId),
      ['a'],
    );
    assert.equal(files.calls.filter((call) => call === `read ${pathOf('a')}`).length, 1);
  });

  it('forgets a chat that was deleted, and is not written for one that it does not know', async () => {
    for (const id of ['a', 'b']) files.put(pathOf(id), chat(id));
    await refreshed();
    await index.forget('a');
    assert.deepEqual(
      (await readIndex(files)).map(({ chatId }) => chatId),
      ['b'],
    );
    files.calls.length = 0;
    await index.forget('a');
    assert.deepEqual(
      files.calls.filter((call) => call.startsWith('write')),
      [],
    );
  });

  it('does not keep what another window has deleted since', async () => {
    files.put(pathOf('a'), chat('First'));
    files.put(pathOf('b'), chat('Second'));
    files.put('v1/trash/20261120-2026-a.jsonl', chat('First'));
    files.faults = (operation) => {
      // Between the list and the first writing.
      if (operation === 'write') void files.remove(pathOf('a'));
      return undefined;
    };
    await refreshed();
    assert.deepEqual(
      (await readIndex(files)).map(({ chatId }) => chatId),
      ['b'],
    );
  });

  it('does without what was kept where that cannot be read, and goes on after the folder could not', async () => {
    files.put(pathOf('a'), chat('First'));
    await refreshed();
    files.faults = (operation, path) => (operation === 'read' && path === indexPath ? { code: 'EIO' } : undefined);
    assert.deepEqual((await refreshed()).words, ['First']);
    assert.equal(errors.splice(0).length, 1);
    files.faults = (operation) => (operation === 'list' ? { code: 'EIO' } : undefined);
    await assert.rejects(index.refresh(), { code: 'EIO' });
    await index.settled();
    files.faults = undefined;
    assert.deepEqual((await refreshed()).words, ['First']);
  });
});
