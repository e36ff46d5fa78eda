import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexPath } from '../../../../../src/core/storage/library/chatIndexFile';
import { textCachePath } from '../../../../../src/core/storage/library/searchTextCache';
import { budget, runSeed } from '../../../../budget';
import { MemoryFiles } from '../memoryFiles';
import { found, libraryOver, libraryUnderTest, pathOf } from './libraryUnderTest';
import { answered, asked, begun, titled, written } from './writtenChats';

/** A disk on which something else happens just before a file is read or replaced. */
class HeldFiles extends MemoryFiles {
  private held: { readonly path: string; readonly meanwhile: () => Promise<unknown> } | undefined;

  get isHeld(): boolean {
    return this.held !== undefined;
  }

  hold(path: string, meanwhile: () => Promise<unknown>): void {
    this.held = { path, meanwhile };
  }

  override async read(path: string): Promise<Uint8Array | undefined> {
    const bytes = await super.read(path);
    // What is read is on its way already.
    if (path.endsWith('.jsonl')) await this.letHappen(path);
    return bytes;
  }

  override async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.letHappen(path);
    return super.write(path, bytes);
  }

  private async letHappen(path: string): Promise<void> {
    const { held } = this;
    if (held?.path !== path) return;
    this.held = undefined;
    await held.meanwhile();
  }
}

/** Everything on the disk but the chats themselves, as text. */
function cachesOf(files: MemoryFiles): string {
  const decoder = new TextDecoder();
  return [indexPath, textCachePath].map((path) => decoder.decode(files.bytesOf(path))).join('\n');
}

function put(files: MemoryFiles, chatId: string, at: number, prompt: string, answer: string): void {
  files.put(pathOf(chatId), written(at, begun(at), asked('a', prompt), answered('a', answer)));
}

describe('searching all chats', () => {
  it('looks at names, prompts and answers, and shows a line of each chat, the last used first', async () => {
    const { files, library } = libraryUnderTest();
    put(files, 'prompt', 1000, 'What is a\nRust borrow?', 'A loan.');
    put(files, 'answer', 2000, 'And this?', 'Here:\n\n- written in **rust**\n- fast');
    files.put(pathOf('title'), written(9000, asked('a', 'Hm'), titled('Learning Rust')));
    put(files, 'none', 4000, 'Iron?', 'It oxidizes.');

    assert.deepEqual(await found(library, 'rust'), [
      { chatId: 'title', line: 'Learning Rust' },
      { chatId: 'answer', line: '- written in **rust**' },
      { chatId: 'prompt', line: 'Rust borrow?' },
    ]);
    assert.deepEqual(await found(library, 'loan borrow'), [{ chatId: 'prompt', line: 'A loan.' }]);
    assert.deepEqual(await found(library, '   '), []);
  });

  it('finds what an answer had gained when its window went away', async () => {
    const { files, library } = libraryUnderTest();
    const start = { i: 0, start: { type: 'model_output' } };
    const events = [start, { i: 0, delta: { type: 'text', text: 'Half a truth' } }];
    files.put(pathOf('a'), written(1, asked('a', 'Hm'), { kind: 'delta', turnId: 'a', events }));

    assert.deepEqual(await found(library, 'truth'), [{ chatId: 'a', line: 'Half a truth' }]);
  });

  it('reads each chat once, and afterwards only what has changed', async () => {
    const { files, library, otherWindow } = libraryUnderTest();
    for (const name of ['a', 'b', 'c']) put(files, name, 1, `Question of ${name}`, 'Answer');
    const chatsRead = async (work: () => Promise<unknown>) => {
      const before = files.calls.length;
      await work();
      return files.calls.slice(before).filter((call) => call.startsWith('read ') && call.endsWith('.jsonl'));
    };
    await library.list();
    await library.prepareSearch();

    assert.deepEqual(await chatsRead(() => found(library, 'question')), []);
    library.closeSearch();
    await files.append(pathOf('b'), written(9, titled('Needle')), { create: false, durable: false });
    const other = otherWindow().library;
    assert.deepEqual(await chatsRead(() => other.prepareSearch()), [`read ${pathOf('b')}`]);
    assert.deepEqual(await found(other, 'needle'), [{ chatId: 'b', line: 'Needle' }]);
    assert.deepEqual(await chatsRead(() => library.prepareSearch()), []);
  });

  it('finds the same with a cache that is cut, damaged or foreign', async () => {
    const { files, library, errors } = libraryUnderTest();
    for (let index = 0; index < 6; index += 1)
      put(files, `chat-${index}`, index, `Question ${index}`, 'naïve 🙂\n'.repeat(9));
    await library.prepareSearch();
    const truth = await found(library, 'naive');
    assert.equal(truth.length, 6);
    const good = files.bytesOf(textCachePath) ?? new Uint8Array();
    const wrong = fc.oneof(
      fc.nat(good.length - 1).map((length) => good.slice(0, length)),
      fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const flipped = good.slice();
        flipped[at] = (flipped[at] ?? 0) ^ flip;
        return flipped;
      }),
      fc.uint8Array(),
    );
    const seed = runSeed;
    await fc.assert(
      fc.asyncProperty(wrong, async (bytes) => {
        files.put(textCachePath, bytes);
        await library.prepareSearch();
        assert.deepEqual(await found(library, 'naive'), truth, `seed ${seed}`);
        library.closeSearch();
        await library.prepareSearch();
        assert.deepEqual(await found(library, 'naive'), truth, `seed ${seed}`);
      }),
      { numRuns: budget(300) },
    );
    assert.deepEqual(errors, []);
  });

  it('gives what it has found so far, and stops when nobody wants more', async () => {
    const { files, library } = libraryUnderTest();
    for (let index = 0; index < 50; index += 1) put(files, `chat-${index}`, index, 'Needle', 'x'.repeat(300_000));
    const stop = new AbortController();
    let seen = 0;
    // Reading fifty long chats takes longer than a slice, so the first hits come before the last chat was read.
    for await (const hits of library.search('needle', stop.signal)) {
      seen += hits.length;
      stop.abort();
    }

    assert.ok(seen > 0 && seen < 50, `${seen}`);
  });

  it('goes on past a chat that cannot be read', async () => {
    const { files, library, errors } = libraryUnderTest();
    put(files, 'a', 1, 'Needle', 'Yes');
    put(files, 'b', 2, 'Needle', 'No');
    await library.list();
    await library.settled();
    files.faults = (operation, path) => (operation === 'read' && path === pathOf('b') ? { code: 'EIO' } : undefined);

    assert.deepEqual(await found(library, 'needle'), [{ chatId: 'a', line: 'Needle' }]);
    assert.equal(errors.length, 1);
  });
});

describe('the words of a deleted chat', () => {
  it('leave memory and both caches at once, and are found again when the chat is back', async () => {
    const { files, library } = libraryUnderTest();
    put(files, 'secret', 1, 'My secret plan', 'Tell nobody');
    put(files, 'other', 2, 'My other plan', 'Tell all');
    await library.prepareSearch();
    // Now its words come out of the cache.
    await library.prepareSearch();
    await library.settled();
    assert.match(cachesOf(files), /secret plan[\s\S]*secret plan/i);

    await library.trash('secret');

    assert.doesNotMatch(cachesOf(files), /secret|nobody/i);
    assert.deepEqual(await found(library, 'plan'), [{ chatId: 'other', line: 'My other plan' }]);
    await library.prepareSearch();
    assert.doesNotMatch(cachesOf(files), /secret|nobody/i);
    await library.trash('other');
    await library.restore('other');
    assert.deepEqual(await found(library, 'all'), [{ chatId: 'other', line: 'Tell all' }]);
    await library.restore('secret');
    await library.prepareSearch();
    assert.deepEqual(await found(library, 'nobody'), [{ chatId: 'secret', line: 'Tell nobody' }]);
  });

  it('are not written back by a window that has read them, whenever another one deletes the chat', async () => {
    let moments = 0;
    for (let isBefore = true; isBefore; moments += 1) {
      const { files, library, otherWindow } = libraryUnderTest();
      put(files, 'secret', 1, 'My secret plan', 'Tell nobody');
      put(files, 'other', 2, 'My other plan', 'Tell all');
      const other = otherWindow().library;
      let deleting: Promise<boolean> | undefined;
      files.faults = (_, __, before) => {
        if (before >= moments) deleting ??= other.trash('secret');
        return undefined;
      };

      await library.prepareSearch();
      await library.settled();
      isBefore = deleting !== undefined;
      await deleting;
      await other.settled();
      if (isBefore) assert.doesNotMatch(cachesOf(files), /secret|nobody/i, `deleted at call ${moments}`);
    }
    assert.ok(moments > 10, `${moments}`);
  });

  it('are not written back by a window that reads them while another one deletes the chat', async () => {
    for (const path of [pathOf('secret'), textCachePath]) {
      const { files, library, otherWindow } = libraryOver(new HeldFiles());
      put(files, 'secret', 1, 'My secret plan', 'Tell nobody');
      put(files, 'other', 2, 'My other plan', 'Tell all');
      const other = otherWindow().library;
      await library.list();
      await library.settled();
      files.hold(path, () => other.trash('secret'));

      await library.prepareSearch();
      assert.equal(files.isHeld, false);
      assert.doesNotMatch(cachesOf(files), /secret|nobody/i);
    }
  });

  it('are not in a cache that grew by many changes, nor in its unreadable part', async () => {
    const { files, library } = libraryUnderTest();
    put(files, 'other', 1, 'My other plan', 'Tell all');
    put(files, 'secret', 2, 'My secret plan', 'Tell nobody');
    for (let index = 0; index < 50; index += 1) {
      const title = written(9, titled(`Secret name ${index}`));
      await files.append(pathOf('secret'), title, { create: false, durable: false });
      await library.prepareSearch();
    }
    assert.ok((files.bytesOf(textCachePath)?.length ?? 0) < 1000);
    await files.remove(textCachePath);
    await library.prepareSearch();
    const cache = files.bytesOf(textCachePath) ?? new Uint8Array();
    const head = new TextDecoder('latin1').decode(cache).lastIndexOf('{"chatId":"secret"');
    cache[head] = 0;
    files.put(textCachePath, cache);
    library.closeSearch();

    await library.trash('secret');
    await library.settled();

    assert.doesNotMatch(cachesOf(files), /secret|nobody/i);
  });

  it('are not in a cache of which nothing can be read', async () => {
    const { files, library } = libraryUnderTest();
    put(files, 'secret', 2, 'My secret plan', 'Tell nobody');
    files.put(textCachePath, new TextEncoder().encode('{"v":0}\nMy secret plan'));

    await library.trash('secret');

    assert.doesNotMatch(cachesOf(files), /secret|nobody/i);
  });
});
