import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/base/failure';
import { planSync, runSync } from '../../../src/core/googleFiles/storeSync';
import type { FileStore, NewDocument } from '../../../src/core/interactions/fileStores';
import { fileStoresOver } from '../../../src/gemini/fileStores';
import { never, serverUnderTest } from './serverUnderTest';

const text = (path: string, content = 'Basil likes the sun.'): NewDocument => ({
  path,
  sha256: `hash of ${path}`,
  bytes: new TextEncoder().encode(content),
  mimeType: 'text/plain',
});

describe('the stores at Google', () => {
  const under = serverUnderTest();
  const made = (key = 'test-key') => fileStoresOver(() => Promise.resolve({ origin: under.server.url, key }), 1);
  async function listed() {
    const all: FileStore[] = [];
    const isWhole = await made().list((page) => all.push(...page), never());
    return { all, isWhole };
  }
  const isRefused = (reason: string) => (error: unknown) => error instanceof Failure && error.reason === reason;

  it('are none in a new project, and are found on the version that has them', async () => {
    assert.deepEqual(await listed(), { all: [], isWhole: true });
    assert.deepEqual(
      under.server.requests.map(({ path }) => path.split('?')[0]),
      ['/v1/fileSearchStores', '/v1beta/fileSearchStores'],
    );
  });

  it('take documents with the file they come from, are counted while they are indexed, and are deleted with all', async () => {
    const stores = made();
    const { name } = await stores.create('Hand book', never());
    under.server.processingLooks = 3;
    await stores.upload(name, text('docs/basil.md'), never());
    under.server.stores.add(name, { displayName: 'x', mimeType: 'text/plain', metadata: [] }, Buffer.from('12345'));

    const { all } = await listed();
    assert.deepEqual(
      all.map(({ createdAt, ...store }) => ({ ...store, isDated: createdAt !== undefined })),
      [{ name, displayName: 'Hand book', size: 25, active: 1, pending: 1, failed: 0, isDated: true }],
    );
    assert.deepEqual(
      (await stores.documents(name, never())).map(({ isFailed, origin }) => [isFailed, origin]),
      [
        [false, { path: 'docs/basil.md', sha256: 'hash of docs/basil.md' }],
        [false, undefined],
      ],
    );
    await stores.delete(name, never());
    await stores.delete(name, never());
    assert.equal(under.server.stores.all.size, 0);
  });

  it('show a document by the end of its path, as long as the service allows, and keep all of it', async () => {
    const stores = made();
    const { name } = await stores.create('a', never());
    const paths = [`${'b/'.repeat(255)}cd`, `a/${'b/'.repeat(255)}cd`, `\u{1f600}${'x'.repeat(511)}`];
    for (const path of paths) await stores.upload(name, text(path), never());
    assert.deepEqual(
      [...under.server.stores.find(name).documents.values()].map(({ displayName }) => displayName),
      [paths[0], paths[0], `\ufffd${'x'.repeat(511)}`],
    );
    assert.deepEqual(
      (await stores.documents(name, never())).map(({ origin }) => origin?.path),
      paths,
    );
  });

  it('follow a folder: what changed is replaced, and what is no longer there is deleted', async () => {
    const stores = made();
    const { name } = await stores.create('a', never());
    const sync = async (...files: readonly NewDocument[]) => {
      const plan = planSync(files, await stores.documents(name, never()));
      const find = (path: string) => files.find((file) => file.path === path);
      assert.deepEqual(await runSync(stores, name, plan, find, () => {}, never()), []);
      return (await stores.documents(name, never())).map(({ origin }) => `${origin?.path} ${origin?.sha256}`).sort();
    };
    await sync(text('basil.md'), text('mint.md'));
    const changed = { ...text('basil.md', 'Basil likes shade.'), sha256: 'other' };
    assert.deepEqual(await sync(changed, text('thyme.md')), ['basil.md other', 'thyme.md hash of thyme.md']);
  });

  it('give up single documents, and one that is gone already counts as given up', async () => {
    const stores = made();
    const { name } = await stores.create('a', never());
    for (let number = 0; number < 45; number += 1) {
      under.server.stores.add(
        name,
        { displayName: `d${number}`, mimeType: 'text/plain', metadata: [] },
        Buffer.from('x'),
      );
    }
    const [first, ...others] = await stores.documents(name, never());
    assert.ok(first);
    await stores.deleteDocument(first.name, never());
    await stores.deleteDocument(first.name, never());
    assert.deepEqual(
      (await stores.documents(name, never())).map((document) => document.name),
      others.map((document) => document.name),
    );
    assert.equal(others.length, 44);
  });

  it('refuse what they cannot read, and one store too many', async () => {
    const stores = made();
    const { name } = await stores.create('a', never());
    const image = { ...text('a.bin'), mimeType: 'application/octet-stream' };
    await assert.rejects(stores.upload(name, image, never()), { reason: 'attachmentRefused', code: 'unreadable' });
    assert.deepEqual(
      (await stores.documents(name, never())).map(({ isFailed }) => isFailed),
      [true],
    );
    under.server.mostStores = 1;
    await assert.rejects(
      stores.create('b', never()),
      (error: unknown) => error instanceof Failure && ['rateLimited', 'quotaExceeded'].includes(error.reason),
    );
  });

  it('stop between two looks when they are no longer wanted', async () => {
    const stores = made();
    const { name } = await stores.create('a', never());
    under.server.processingLooks = 1_000_000;
    const stop = new AbortController();
    const sent = stores.upload(name, text('a.md'), stop.signal);
    while (!under.server.requests.some(({ path }) => path.includes('/operations/'))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop.abort();
    await assert.rejects(sent, (error) => error === stop.signal.reason);
  });

  it('have what was on its way when it was cancelled: the next look at the folder sends it no second time', async () => {
    const stores = made();
    const { name } = await stores.create('a', never());
    const files = [text('a.md'), text('b.md')];
    const find = (path: string) => files.find((file) => file.path === path);
    const stop = new AbortController();
    under.server.processingLooks = 1_000_000;
    const running = runSync(stores, name, planSync(files, []), find, () => {}, stop.signal);
    while (under.server.requests.filter(({ path }) => path.includes('/operations/')).length < 4) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    stop.abort();
    await assert.rejects(running, (error) => error === stop.signal.reason);

    const { added, changed, same, old } = planSync(files, await stores.documents(name, never()));
    assert.deepEqual([added, changed, same, old.size], [[], [], 2, 0]);
  });

  it('fail as other calls do', async () => {
    await assert.rejects(
      made('bad-key').list(() => {}, never()),
      isRefused('badKey'),
    );
  });
});
