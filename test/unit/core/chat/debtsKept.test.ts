import assert from 'node:assert/strict';
import { Failure, type FailureReason } from '../../../../src/core/base/failure';
import { DebtsAtGoogle } from '../../../../src/core/chat/debtsAtGoogle';
import { deleteInteractions } from '../../../../src/core/chat/deleteInteractions';
import { never } from '../../gemini/serverUnderTest';
import { MemoryFiles } from '../storage/memoryFiles';
import { until } from './scriptedService';

const day = 24 * 3_600_000;

/** A service that deletes all but what is named, and notes what it is asked to delete. */
function service(refused: Readonly<Record<string, FailureReason | 'fault'>> = {}) {
  const asked: string[] = [];
  const remove = (id: string) => {
    asked.push(id);
    const reason = refused[id];
    if (reason === 'fault') return Promise.reject(new TypeError('fault'));
    return reason ? Promise.reject(new Failure(reason)) : Promise.resolve();
  };
  return { asked, port: { delete: remove } };
}

function begin(refused: Readonly<Record<string, FailureReason | 'fault'>> = {}, files = new MemoryFiles(), now = 5) {
  const { asked, port } = service(refused);
  const errors: unknown[] = [];
  const debts = new DebtsAtGoogle({
    files,
    interactions: port,
    uploads: port,
    newId: () => `d${files.paths.length}`,
    now: () => now,
    onError: (error) => errors.push(error),
  });
  const kept = () => files.paths.map((path) => [path, JSON.parse(new TextDecoder().decode(files.bytesOf(path)))]);
  return { debts, asked, errors, files, kept };
}

function owing(...debts: readonly object[]): MemoryFiles {
  const files = new MemoryFiles();
  for (const [at, debt] of debts.entries()) {
    files.put(`v1/debts/${at}.json`, new TextEncoder().encode(JSON.stringify(debt)));
  }
  return files;
}

describe('what Google is to delete', () => {
  it('is on disk before it is tried, with its day', async () => {
    const { debts, asked, kept } = begin();
    await debts.owe({ interactions: ['a'], uploads: ['files/u'] });
    assert.deepEqual(
      [kept(), asked],
      [[['v1/debts/d0.json', { since: 5, interactions: ['a'], uploads: ['files/u'] }]], []],
    );
    await until(() => kept().length === 0);
    assert.deepEqual(asked, ['a', 'files/u']);
    await debts.owe({});
    assert.deepEqual(kept(), []);
  });

  it('may be uploads alone, or interactions alone', async () => {
    for (const owed of [{ uploads: ['files/u'] }, { interactions: ['a'] }]) {
      const { debts, kept } = begin();
      await debts.owe(owed);
      assert.deepEqual(kept()[0]?.[1], { since: 5, interactions: [], uploads: [], ...owed });
    }
  });

  it('is refused where the disk does not take it, and then not tried', async () => {
    const files = new MemoryFiles();
    files.faults = (operation) => (operation === 'write' ? { code: 'ENOSPC' } : undefined);
    const { debts, asked } = begin({}, files);
    await assert.rejects(debts.owe({ interactions: ['a'] }), { code: 'ENOSPC' });
    assert.deepEqual(asked, []);
  });

  it('keeps what could not be deleted, with the day it was owed from', async () => {
    const files = owing({ since: 2, interactions: ['a', 'b'], uploads: ['u', 'v'] });
    const { debts, kept, asked } = begin({ b: 'serviceBusy', v: 'serviceBusy' }, files);
    await debts.pay();
    assert.deepEqual(kept(), [['v1/debts/0.json', { since: 2, interactions: ['b'], uploads: ['v'] }]]);
    const writes = files.calls.filter((call) => call.startsWith('write')).length;
    await debts.pay();
    assert.deepEqual(asked, ['a', 'b', 'u', 'v', 'b', 'v']);
    assert.equal(files.calls.filter((call) => call.startsWith('write')).length, writes);
  });

  it('is tried no further where the service cannot be reached, which another key would not change', async () => {
    for (const [reason, tried] of [
      ['offline', ['a']],
      ['badKey', ['a', 'b']],
      ['serviceBusy', ['a', 'b']],
    ] as const) {
      const { debts, asked } = begin(
        { a: reason },
        owing({ since: 2, interactions: ['a'] }, { since: 2, uploads: ['b'] }),
      );
      await debts.pay();
      assert.deepEqual(asked, tried, reason);
      const ofUpload = begin({ a: reason }, owing({ since: 2, uploads: ['a'] }, { since: 2, uploads: ['b'] }));
      await ofUpload.debts.pay();
      assert.deepEqual(ofUpload.asked, tried, reason);
    }
  });

  it('is given up after 56 days, and not a moment sooner', async () => {
    const files = owing({ since: 0, interactions: ['a'] }, { since: 1, interactions: ['b'] });
    const { debts, asked, kept } = begin({ b: 'serviceBusy' }, files, 56 * day + 1);
    await debts.pay();
    assert.deepEqual([asked, kept().length], [['b'], 1]);
  });

  it('is read without what is not ours or not whole', async () => {
    const files = owing({ interactions: ['a'] }, [], { since: 1, interactions: ['b', 7], uploads: 'x' });
    files.put('v1/debts/torn.json', new TextEncoder().encode('{'));
    files.put('v1/debts/note.txt', new TextEncoder().encode('{"since":1,"interactions":["c"]}'));
    const { debts, asked } = begin({}, files);
    await debts.pay();
    assert.deepEqual(asked, ['b']);
    assert.deepEqual(files.paths, ['v1/debts/0.json', 'v1/debts/1.json', 'v1/debts/note.txt', 'v1/debts/torn.json']);
  });

  it('is tried again where more came meanwhile, in one run at a time', async () => {
    const { debts, asked, files } = begin({}, owing({ since: 2, interactions: ['a'] }));
    const first = debts.pay();
    files.put('v1/debts/late.json', new TextEncoder().encode('{"since":2,"interactions":["b"]}'));
    assert.equal(debts.pay(), first);
    await first;
    assert.deepEqual([asked, files.paths], [['a', 'b'], []]);
    files.put('v1/debts/next.json', new TextEncoder().encode('{"since":2,"interactions":["c"]}'));
    await debts.pay();
    assert.deepEqual(asked, ['a', 'b', 'c']);
  });

  it('tells of a fault of ours, and can be tried again', async () => {
    const { debts, errors, asked } = begin({ u: 'fault' });
    await debts.owe({ uploads: ['u'] });
    await until(() => errors.length > 0);
    await assert.rejects(debts.pay(), TypeError);
    assert.deepEqual(asked, ['u', 'u']);
  });
});

describe('answers that are deleted at Google', () => {
  const run = async (
    refused: Readonly<Record<string, FailureReason | 'fault'>>,
    ids: readonly string[],
    stop?: AbortSignal,
  ) => {
    const counts: number[] = [];
    const { asked, port } = service(refused);
    const result = await deleteInteractions(port, ids, stop ?? never(), (count) => counts.push(count));
    return { ...result, asked, counts };
  };

  it('count by the reason why some could not be, and those that were gone as gone', async () => {
    const refused = { a: 'serviceBusy', b: 'notFound', c: 'serviceBusy' } as const;
    assert.deepEqual(await run(refused, ['a', 'b', 'c', 'd']), {
      gone: ['b', 'd'],
      failed: new Map([['serviceBusy', 2]]),
      asked: ['a', 'b', 'c', 'd'],
      counts: [1, 2, 3, 4],
    });
  });

  it('count all that are left where the rest would fail, too', async () => {
    const { gone, failed, asked, counts } = await run({ a: 'offline', c: 'offline' }, ['b', 'c', 'a', 'd']);
    assert.deepEqual([gone, failed, asked, counts], [['b'], new Map([['offline', 3]]), ['b', 'c'], [1]]);
  });

  it('are not tried after a cancel, and a fault of ours is no reason', async () => {
    assert.deepEqual((await run({}, ['a'], AbortSignal.abort())).asked, []);
    await assert.rejects(run({ a: 'fault' }, ['a']), TypeError);
  });

  it('leave out of the count the one that a cancel broke off', async () => {
    const stop = new AbortController();
    const broken = () => {
      stop.abort();
      return Promise.reject(new Failure('connectionLost'));
    };
    const result = await deleteInteractions({ delete: broken }, ['a', 'b'], stop.signal);
    assert.deepEqual(result, { gone: [], failed: new Map() });
  });
});
