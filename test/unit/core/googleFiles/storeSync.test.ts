import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Failure } from '../../../../src/core/base/failure';
import { planSync, runSync } from '../../../../src/core/googleFiles/storeSync';
import type {
  DocumentOrigin,
  FileStores,
  NewDocument,
  StoreDocument,
} from '../../../../src/core/interactions/fileStores';

const file = (path: string, sha256 = 'one'): DocumentOrigin => ({ path, sha256 });
const document = (path: string, sha256 = 'one', more: Partial<StoreDocument> = {}): StoreDocument => ({
  name: `documents/${path}-${sha256}`,
  isFailed: false,
  origin: { path, sha256 },
  ...more,
});
const bytesOf = ({ path, sha256 }: DocumentOrigin): NewDocument => ({
  path,
  sha256,
  bytes: new Uint8Array(),
  mimeType: 'text/plain',
});

/** A store in memory. `refuses`: what is thrown for a file. */
function storeUnderTest(documents: StoreDocument[], refuses: (path: string) => Failure | undefined = () => undefined) {
  const calls: string[] = [];
  const stores: Pick<FileStores, 'upload' | 'deleteDocument'> = {
    upload: async (_, { path, sha256 }, signal) => {
      await Promise.resolve();
      signal.throwIfAborted();
      const failure = refuses(path);
      if (failure) throw failure;
      calls.push(`+${path}`);
      documents.push(document(path, sha256, { name: `new/${path}-${sha256}` }));
    },
    deleteDocument: async (name) => {
      calls.push(`-${name}`);
      documents.splice(
        documents.findIndex((one) => one.name === name),
        1,
      );
    },
  };
  const sync = (
    files: readonly DocumentOrigin[],
    signal = new AbortController().signal,
    onDone: (count: number) => void = () => {},
  ) => {
    const byPath = new Map(files.map((one) => [one.path, bytesOf(one)]));
    return runSync(stores, 's', planSync(files, documents), (path) => byPath.get(path), onDone, signal);
  };
  return { calls, sync, documents };
}

describe('bringing a store up to date', () => {
  it('tells what is new, what changed, what went and what is the same', () => {
    const plan = planSync(
      [file('new'), file('changed', 'two'), file('same'), file('failed')],
      [
        document('changed'),
        document('same'),
        document('gone'),
        document('failed', 'one', { isFailed: true }),
        { name: 'of others', isFailed: false, origin: undefined },
      ],
    );
    assert.deepEqual(
      [plan.added, plan.changed, plan.removed, plan.same],
      [[file('new')], [file('changed', 'two'), file('failed')], ['gone'], 1],
    );
    assert.deepEqual([...plan.old.keys()], ['changed', 'failed', 'gone']);
  });

  it('has the store hold each file once, as it is now, and what others put there', async () => {
    const paths = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('one', 'two'));
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'e'), fc.constantFrom('one', 'two'), fc.boolean())),
        async (now, was) => {
          const foreign: StoreDocument = { name: 'foreign', isFailed: false, origin: undefined };
          const before = was.map(([path, hash, isFailed], at) => document(path, hash, { name: `old-${at}`, isFailed }));
          const under = storeUnderTest([foreign, ...before]);
          const files = Object.entries(now).map(([path, hash]) => file(path, hash));
          assert.deepEqual(await under.sync(files), []);
          const there = under.documents.flatMap(({ origin }) => (origin ? [`${origin.path} ${origin.sha256}`] : []));
          assert.deepEqual(there.sort(), files.map(({ path, sha256 }) => `${path} ${sha256}`).sort());
          assert.ok(under.documents.includes(foreign));
          assert.equal(planSync(files, under.documents).same, files.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('deletes what was there only once the new one can be searched', async () => {
    const under = storeUnderTest([document('a')]);
    await under.sync([file('a', 'two')]);
    assert.deepEqual(under.calls, ['+a', '-documents/a-one']);
  });

  it('goes on without a file that Google refuses, and keeps what the store has of it', async () => {
    const under = storeUnderTest([document('b')], (path) =>
      path === 'b' ? new Failure('attachmentRefused') : undefined,
    );
    assert.deepEqual(await under.sync([file('a'), file('b', 'two'), file('c')]), [
      { path: 'b', reason: 'attachmentRefused' },
    ]);
    assert.deepEqual(under.calls, ['+a', '+c']);
  });

  it('ends at what would meet every file, and goes on from there the next time', async () => {
    const files = Array.from({ length: 40 }, (_, at) => file(`f${at}`));
    let isFull = true;
    const under = storeUnderTest([], (path) => (isFull && path > 'f2' ? new Failure('quotaExceeded') : undefined));
    await assert.rejects(under.sync(files), (error) => error instanceof Failure && error.reason === 'quotaExceeded');
    const { length } = under.calls;
    assert.ok(length < 20, `${length} files`);
    isFull = false;
    await under.sync(files);
    assert.equal(under.calls.length, 40);
  });

  for (const reason of ['notFound', 'connectionLost', 'rateLimited', 'offline'] as const) {
    it(`ends at ${reason}, which would meet every file`, async () => {
      const under = storeUnderTest([], () => new Failure(reason));
      await assert.rejects(under.sync([file('a')]), { reason });
    });
  }

  it('counts the files that are done, those that were refused and deleted among them', async () => {
    const under = storeUnderTest([document('gone')], (path) =>
      path === 'b' ? new Failure('attachmentRefused') : undefined,
    );
    const counts: number[] = [];
    await under.sync([file('a'), file('b')], undefined, (count) => counts.push(count));
    assert.deepEqual(counts, [1, 2, 3]);
  });

  it('begins no further file once it is cancelled, and is not complete if that was the last', async () => {
    for (const [all, after] of [
      [9, 1],
      [1, 1],
    ] as const) {
      const stop = new AbortController();
      const gone = Array.from({ length: all }, (_, at) => document(`f${at}`));
      const under = storeUnderTest(gone);
      const running = under.sync([], stop.signal, (count) => count === after && stop.abort());
      await assert.rejects(running, (error) => error === stop.signal.reason);
      assert.ok(under.calls.length <= 4, `${under.calls.length} of ${all}`);
    }
  });

  it('ends when it is cancelled', async () => {
    const under = storeUnderTest([]);
    const stop = new AbortController();
    const running = under.sync([file('a'), file('b')], stop.signal);
    stop.abort();
    await assert.rejects(running, (error) => error === stop.signal.reason);
    assert.deepEqual(under.calls, []);
  });

  it('keeps what was sent before it is cancelled, and sends only the others the next time', async () => {
    const stop = new AbortController();
    const under = storeUnderTest([], (path) => {
      if (path === 'f9') stop.abort();
      return undefined;
    });
    const files = Array.from({ length: 20 }, (_, at) => file(`f${at}`));
    await assert.rejects(under.sync(files, stop.signal), (error) => error === stop.signal.reason);
    const sent = [...under.calls];
    assert.ok(sent.length >= 8 && sent.length < 16, `${sent.length} files`);

    await under.sync(files);

    assert.deepEqual(
      under.calls.slice(sent.length).sort(),
      files
        .map(({ path }) => `+${path}`)
        .filter((call) => !sent.includes(call))
        .sort(),
    );
  });
});
