import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { FileListing } from '../../../../src/core/googleFiles/fileListing';
import type { GoogleFile } from '../../../../src/core/interactions/googleFiles';

const fileAt = (createdAt: number): GoogleFile => ({
  name: `files/${createdAt}`,
  uri: '',
  displayName: 'a',
  mimeType: 'image/png',
  size: 1,
  createdAt,
  expiresAt: undefined,
  state: 'active',
});
const namesIn = (listing: FileListing<GoogleFile>) => listing.all.map(({ name }) => name);

/** A listing whose service is played by the test, one call after the other. */
function listingUnderTest(
  uses: (since: number) => Promise<ReadonlyMap<string, readonly string[]>> = async () => new Map(),
) {
  const calls: {
    page: (...files: readonly (number | GoogleFile)[]) => void;
    end: (isWhole: boolean) => void;
    fail: (error: unknown) => void;
    signal: AbortSignal;
  }[] = [];
  const errors: unknown[] = [];
  const listing = new FileListing<GoogleFile>({
    files: {
      list: (onPage, signal) =>
        new Promise((end, fail) => {
          const page = (...files: readonly (number | GoogleFile)[]) =>
            onPage(files.map((file) => (typeof file === 'number' ? fileAt(file) : file)));
          calls.push({ page, end, fail, signal });
        }),
    },
    uses,
    onError: (error) => errors.push(error),
  });
  let draws = 0;
  listing.onDidChange(() => {
    draws += 1;
  });
  const call = (index: number) => {
    const found = calls[index];
    assert.ok(found);
    return found;
  };
  return { listing, calls, call, errors, draws: () => draws };
}

describe('the list of files while it is read', () => {
  it('shows the newest first, and the first page before the rest is there', async () => {
    const { listing, call } = listingUnderTest();
    const done = listing.refresh();
    call(0).page(1, 3);
    assert.deepEqual([namesIn(listing), listing.state.kind], [['files/3', 'files/1'], 'running']);
    call(0).page(2);
    call(0).end(true);
    await done;
    assert.deepEqual(
      [namesIn(listing), listing.state],
      [['files/3', 'files/2', 'files/1'], { kind: 'done', isWhole: true }],
    );
  });

  it('is drawn a few times for many pages', async () => {
    const { listing, call, draws } = listingUnderTest();
    const done = listing.refresh();
    for (let page = 0; page < 50; page += 1) call(0).page(...Array.from({ length: 100 }, (_, n) => page * 100 + n));
    call(0).end(true);
    await done;
    assert.equal(listing.all.length, 5_000);
    assert.ok(draws() < 12, String(draws()));
  });

  it('keeps what it had until as much is there again, and drops what is gone', async () => {
    const { listing, call } = listingUnderTest();
    const first = listing.refresh();
    call(0).page(1, 2, 3);
    call(0).end(true);
    await first;
    const second = listing.refresh();
    call(1).page(2);
    assert.equal(listing.all.length, 3);
    call(1).end(true);
    await second;
    assert.deepEqual(namesIn(listing), ['files/2']);
  });

  it('shows as many as it had at once, before it is known whether there are more', async () => {
    const { listing, call } = listingUnderTest();
    const first = listing.refresh();
    call(0).page(1, 2);
    call(0).end(true);
    await first;
    const second = listing.refresh();
    call(1).page(2, 3);
    assert.deepEqual([namesIn(listing), listing.state.kind], [['files/3', 'files/2'], 'running']);
    call(1).end(true);
    await second;
  });

  it('takes nothing from a reading that was replaced', async () => {
    const { listing, call } = listingUnderTest();
    const first = listing.refresh();
    const second = listing.refresh();
    assert.ok(call(0).signal.aborted);
    call(0).page(9);
    assert.deepEqual(namesIn(listing), []);
    call(0).fail(call(0).signal.reason);
    call(1).page(1);
    call(1).end(false);
    await Promise.all([first, second]);
    assert.deepEqual([namesIn(listing), listing.state], [['files/1'], { kind: 'done', isWhole: false }]);
  });

  it('does not end with a reading that was replaced, although that came to its end', async () => {
    const { listing, call } = listingUnderTest();
    const first = listing.refresh();
    call(0).page(1);
    const second = listing.refresh();
    call(0).end(true);
    await first;
    assert.deepEqual([namesIn(listing), listing.state], [['files/1'], { kind: 'running' }]);
    call(1).end(true);
    await second;
    assert.deepEqual([namesIn(listing), listing.state], [[], { kind: 'done', isWhole: true }]);
  });

  it('keeps what came before a failure, and reads again', async () => {
    const { listing, call } = listingUnderTest();
    const first = listing.refresh();
    call(0).page(1);
    const failure = new Failure('offline');
    call(0).fail(failure);
    await first;
    assert.deepEqual([namesIn(listing), listing.state], [['files/1'], { kind: 'failed', failure }]);

    const second = listing.refresh();
    assert.equal(listing.state.kind, 'running');
    call(1).fail(new TypeError('a bug'));
    await assert.rejects(second, TypeError);
  });

  it('forgets the files of the project before when the key is another one', async () => {
    const { listing, call } = listingUnderTest();
    const first = listing.refresh();
    call(0).page(1);
    call(0).end(true);
    await first;
    void listing.changeProject();
    assert.deepEqual(namesIn(listing), []);
    listing.dispose();
    assert.ok(call(1).signal.aborted);
  });

  it('asks for the chats since the oldest file, and does without them where the disk fails', async () => {
    const asked: number[] = [];
    const { listing, call, errors } = listingUnderTest(async (since) => {
      asked.push(since);
      if (asked.length > 1) throw new Failure('storageUnavailable');
      return new Map([['files/5', ['A talk']]]);
    });
    const first = listing.refresh();
    call(0).page(7, 5);
    call(0).end(true);
    await first;
    assert.deepEqual([asked, listing.chatsWith('files/5'), listing.chatsWith('files/7')], [[5], ['A talk'], []]);

    const second = listing.refresh();
    call(1).end(true);
    await second;
    assert.deepEqual([asked, errors], [[5], []], 'an empty list has no uses');

    const third = listing.refresh();
    call(2).page(6);
    call(2).end(true);
    await third;
    assert.deepEqual([asked, errors, listing.state.kind], [[5, 6], [], 'done']);
  });

  it('is empty and running at first', () => {
    const { listing } = listingUnderTest();
    assert.deepEqual([namesIn(listing), listing.state], [[], { kind: 'running' }]);
  });

  it('has files of the same time in the order of their names', async () => {
    const { listing, call } = listingUnderTest();
    void listing.refresh();
    call(0).page(...['b', 'c', 'a'].map((name) => ({ ...fileAt(5), name })), 6);
    assert.deepEqual(namesIn(listing), ['files/6', 'a', 'b', 'c']);
  });

  it('shows after a failure the larger part: what had come, or what was there before', async () => {
    const { listing, call } = listingUnderTest();
    const failure = new Failure('offline');
    const first = listing.refresh();
    for (const time of [1, 2, 3]) call(0).page(time);
    assert.equal(listing.all.length, 2);
    call(0).fail(failure);
    await first;
    assert.deepEqual(namesIn(listing), ['files/3', 'files/2', 'files/1']);

    const second = listing.refresh();
    call(1).page(9);
    call(1).fail(failure);
    await second;
    assert.deepEqual(namesIn(listing), ['files/3', 'files/2', 'files/1']);
  });

  it('tells of each change of what it shows', async () => {
    const { listing, call, draws } = listingUnderTest(async () => new Map([['files/1', ['A talk']]]));
    let before = 0;
    const tells = (what: string) => {
      assert.ok(draws() > before, what);
      before = draws();
    };
    const done = listing.refresh();
    tells('that it is read');
    call(0).page(1);
    tells('the first page');
    let hadUses = false;
    listing.onDidChange(() => {
      hadUses ||= listing.chatsWith('files/1').length > 0;
    });
    call(0).end(true);
    await done;
    tells('the end');
    assert.ok(hadUses);
    listing.remove('files/1');
    tells('a file that was deleted');
  });

  it('says what is wrong with the search for chats, and not of one that was replaced', async () => {
    const bug = new TypeError('a bug');
    const searches: ((result: 'fail' | ReadonlyMap<string, readonly string[]>) => void)[] = [];
    const { listing, call, errors } = listingUnderTest(
      () =>
        new Promise((resolve, reject) =>
          searches.push((result) => (result === 'fail' ? reject(bug) : resolve(result))),
        ),
    );
    const readings: Promise<void>[] = [];
    const results = ['fail', new Map([['files/1', ['Old']]]), 'fail'] as const;
    for (const [at, result] of results.entries()) {
      readings.push(listing.refresh());
      searches[at - 1]?.(results[at - 1] ?? result);
      call(at).page(1);
      call(at).end(true);
      while (searches.length <= at) await Promise.resolve();
    }
    assert.deepEqual([errors, listing.chatsWith('files/1')], [[], []]);
    searches[2]?.('fail');
    await Promise.all(readings);
    assert.deepEqual(errors, [bug]);
  });

  it('reads nothing and tells nothing any more once it is closed', async () => {
    const { listing, calls, draws } = listingUnderTest();
    listing.dispose();
    await listing.refresh();
    listing.remove('files/1');
    assert.deepEqual([calls.length, draws()], [0, 0]);
  });

  it('drops a file that was deleted', async () => {
    const { listing, call } = listingUnderTest();
    const done = listing.refresh();
    call(0).page(1, 2);
    call(0).end(true);
    await done;
    listing.remove('files/1');
    assert.deepEqual(namesIn(listing), ['files/2']);
  });
});
