import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { SearchHit } from '../../../../src/core/conversation/savedChat';
import { ChatSearch } from '../../../../src/host/history/chatSearch';

interface Running {
  readonly query: string;
  readonly signal: AbortSignal;
  give(...chatIds: readonly string[]): void;
  end(error?: Error): void;
}

/** A library whose searches a test leads by the hand. A careless one: it goes on after an abort. */
function slowLibrary() {
  const running: Running[] = [];
  async function* search(query: string, signal: AbortSignal): AsyncIterable<readonly SearchHit[]> {
    let next = Promise.withResolvers<readonly SearchHit[] | undefined>();
    running.push({
      ...{ query, signal },
      give: (...chatIds) => next.resolve(chatIds.map((chatId) => ({ chatId, line: query, start: 0, length: 1 }))),
      end: (error) => (error ? next.reject(error) : next.resolve(undefined)),
    });
    for (;;) {
      const hits = await next.promise;
      if (!hits) return;
      next = Promise.withResolvers();
      yield hits;
    }
  }
  return { running, search };
}

describe('searching as the user types', () => {
  let library: ReturnType<typeof slowLibrary>;
  let search: ChatSearch;
  let changes: number;
  beforeEach(() => {
    library = slowLibrary();
    changes = 0;
    search = new ChatSearch(library, () => {
      changes += 1;
    });
  });
  const at = (index: number): Running => {
    const found = library.running[index];
    assert.ok(found, `search ${index} was not begun`);
    return found;
  };
  const ids = () => [...search.hits.keys()];

  it('has the hits as they are found, the first of each chat', async () => {
    search.find('leaf');
    at(0).give('a');
    await setImmediate();
    assert.deepEqual(ids(), ['a']);
    assert.equal(search.isSearching, true);

    at(0).give('b', 'a');
    await setImmediate();
    at(0).end();
    await setImmediate();
    assert.deepEqual(ids(), ['a', 'b']);
    assert.equal(search.isSearching, false);
    assert.equal(changes, 3);
  });

  it('drops what an earlier query finds late', async () => {
    search.find('lea');
    search.find('leaf');
    assert.equal(at(0).signal.aborted, true);
    at(0).give('old');
    at(1).give('new');
    await setImmediate();
    assert.deepEqual(ids(), ['new']);

    at(0).end(new Error('late'));
    await setImmediate();
    assert.equal(search.hasFailed, false);
    assert.equal(search.isSearching, true);
  });

  it('does not start again for a space, and ends with an empty query', async () => {
    search.find('leaf');
    search.find('leaf ');
    assert.equal(library.running.length, 1);
    at(0).give('a');
    await setImmediate();

    search.find(' ');
    assert.equal(at(0).signal.aborted, true);
    assert.deepEqual(ids(), []);
    assert.equal(search.isSearching, false);
  });

  it('says when texts could not be read, and keeps what was found before', async () => {
    search.find('leaf');
    at(0).give('a');
    await setImmediate();
    at(0).end(new Error('EIO'));
    await setImmediate();
    assert.equal(search.hasFailed, true);
    assert.equal(search.isSearching, false);
    assert.deepEqual(ids(), ['a']);

    search.find('leaves');
    assert.equal(search.hasFailed, false);
  });
});
