import assert from 'node:assert/strict';
import type { Clock } from '../../../../../src/core/base/clock';
import { ChatIndex } from '../../../../../src/core/storage/library/chatIndex';
import type { SearchText } from '../../../../../src/core/storage/library/searchText';
import { cachedText, textCachePath, writeTextCache } from '../../../../../src/core/storage/library/searchTextCache';
import { searchTextOver } from '../../../../../src/core/storage/library/searchTextOver';
import { hurriedClock } from '../../../fakes/manualClock';
import { MemoryFiles } from '../memoryFiles';
import { pathOf } from './libraryUnderTest';
import { asked, written } from './writtenChats';

describe('the words of all chats', () => {
  const errors: unknown[] = [];
  let files = new MemoryFiles();
  let text: SearchText;
  /** How much time goes by each time that somebody looks at the clock. Milliseconds. */
  let step = 0;
  let clock = { ...hurriedClock(), now: () => 0 };
  beforeEach(() => {
    files = new MemoryFiles();
    step = 0;
    let time = 0;
    const now = () => {
      time += step;
      return time;
    };
    clock = { ...hurriedClock(), now };
    text = open(clock);
  });
  afterEach(() => assert.deepEqual(errors.splice(0), []));

  function open(over: Clock): SearchText {
    const onError = (error: unknown) => errors.push(error);
    return searchTextOver({ files, clock: over, index: new ChatIndex(files, onError), onError });
  }
  const put = (...ids: readonly string[]) => {
    for (const id of ids) files.put(pathOf(id), written(1_000, asked('t', `Needle ${id}`)));
  };
  const search = async (query = 'needle', stop = new AbortController()) => {
    const batches: string[] = [];
    for await (const hits of text.search(query, stop.signal)) batches.push(hits.map(({ chatId }) => chatId).join(' '));
    return batches;
  };
  const read = () => files.calls.filter((call) => /^read .*jsonl$/.test(call)).map((call) => call.slice(-7, -6));
  const cacheWrites = () => files.calls.filter((call) => /^(write|append) v1\/text/.test(call)).length;
  /** Makes the index know the chats, so that what is read after that is read for the search. */
  const indexed = async () => {
    await search();
    text.close();
    files.calls.length = 0;
  };

  it('are searched at once where that takes no time', async () => {
    put('a', 'b', 'c');
    assert.deepEqual(await search(), ['a b c']);
    assert.deepEqual(await search('needle c'), ['c']);
    assert.deepEqual(await search('nothing'), []);
    assert.deepEqual(await search(' '), []);
    assert.deepEqual(clock.asked, []);
  });

  it('are searched in pieces of ten milliseconds, between which others go first', async () => {
    put('a', 'b', 'c', 'd', 'e');
    step = 10;
    assert.deepEqual(await search(), ['a', 'b', 'c', 'd', 'e']);
    step = 9;
    assert.deepEqual(await search(), ['a b', 'c d', 'e']);
    clock.asked.length = 0;
    assert.deepEqual(await search('needle c'), ['c']);
    assert.deepEqual(clock.asked, [0, 0]);
  });

  it('are not searched on when nobody wants more', async () => {
    put('a', 'b', 'c');
    const stop = new AbortController();
    step = 10;
    const batches: string[] = [];
    for await (const [hit] of text.search('needle', stop.signal)) {
      batches.push(hit?.chatId ?? '');
      stop.abort();
    }
    assert.deepEqual(batches, ['a']);
    step = 0;
    assert.deepEqual(await search('needle', stop), []);
  });

  it('give a line of each chat with the place of the match in it', async () => {
    put('a');
    for await (const hits of text.search('A', new AbortController().signal))
      assert.deepEqual(hits, [{ chatId: 'a', line: 'Needle a', start: 7, length: 1 }]);
  });

  it('are read once, also where a search begins meanwhile', async () => {
    put('a', 'b');
    await indexed();
    await Promise.all([text.prepare(), search(), search()]);
    assert.deepEqual(read().sort(), ['a', 'b']);
    await search();
    assert.equal(read().length, 2);
  });

  it('are kept where they were learned, and only then', async () => {
    put('a', 'b');
    await indexed();
    for (const writes of [1, 1]) {
      await text.prepare();
      assert.deepEqual([read(), cacheWrites()], [['a', 'b'], writes]);
    }
    await files.remove(pathOf('a'));
    await text.prepare();
    assert.deepEqual([read(), cacheWrites()], [['a', 'b'], 2]);
    assert.deepEqual(await search(), ['b']);
  });

  it('are read again where those that were kept are of another size, time or sum', async () => {
    put('a');
    const { size, modifiedAt } = (await files.stat(pathOf('a'))) ?? assert.fail();
    const chat = { chatId: 'a', size, modifiedAt };
    const kept = cachedText(chat, 'Kept needle');
    for (const [cached, line] of [
      [kept, 'Kept needle'],
      [cachedText({ ...chat, size: size + 1 }, 'Kept needle'), 'Needle a'],
      [cachedText({ ...chat, modifiedAt: modifiedAt - 1 }, 'Kept needle'), 'Needle a'],
      [{ ...kept, sum: kept.sum ^ 1 }, 'Needle a'],
    ] as const) {
      await writeTextCache(files, [cached]);
      text.close();
      for await (const hits of text.search('needle', new AbortController().signal))
        assert.deepEqual(
          hits.map((hit) => hit.line),
          [line],
        );
    }
  });

  it('are all in memory once they are prepared, read in pieces between which others go first', async () => {
    const ids = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP'];
    put(...ids);
    await indexed();
    clock.asked.length = 0;
    step = 10;
    await text.prepare();
    assert.deepEqual(clock.asked, [0, 0, 0]);
    assert.deepEqual(read().sort(), ids.sort());
    await search();
    assert.equal(read().length, ids.length);
  });

  it('are not prepared on once they are closed', async () => {
    put(...'abcdefghijklmnopqrstuvwxyz');
    await indexed();
    const preparing = text.prepare();
    files.faults = (operation, path) => {
      if (operation === 'read' && path.endsWith('.jsonl')) text.close();
      return undefined;
    };
    await preparing;
    assert.equal(read().length, 16);
  });

  it('are looked for again after they were closed', async () => {
    put('a');
    await text.prepare();
    put('b');
    assert.deepEqual(await search(), ['a']);
    text.close();
    assert.deepEqual(await search(), ['a b']);
    put('c');
    await text.prepare();
    assert.deepEqual(await search(), ['a b c']);
  });

  it('are opened the next time where the folder could not be read', async () => {
    put('a');
    files.faults = (operation) => (operation === 'list' ? { code: 'EIO' } : undefined);
    await assert.rejects(search(), { name: 'Failure', reason: 'storageUnavailable' });
    await assert.rejects(text.prepare(), { code: 'EIO' });
    await text.forget('b');
    await text.recall('b');
    files.faults = undefined;
    assert.deepEqual(await search(), ['a']);
  });

  it('of a chat are not found while it is deleted, nor where its file went away', async () => {
    put('a', 'b', 'c');
    await text.prepare();
    await text.forget('a');
    assert.deepEqual(await search(), ['b c']);
    assert.doesNotMatch(new TextDecoder().decode(files.bytesOf(textCachePath)), /Needle a/);
    await text.recall('a');
    assert.deepEqual(await search(), ['a b c']);
    await text.forget('c');
    await files.remove(pathOf('c'));
    await text.recall('c');
    assert.deepEqual(await search(), ['a b']);
  });
});
