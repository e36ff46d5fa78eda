import assert from 'node:assert/strict';
import { fileStoresOver } from '../../../src/gemini/fileStores';
import { googleFilesOver } from '../../../src/gemini/googleFiles';
import { sandboxesOver } from '../../../src/gemini/sandboxes';
import { fakeNetwork } from './fakeNetwork';
import { never } from './serverUnderTest';

const connection = () => Promise.resolve({ origin: 'https://gemini.example', key: 'k' });
const files = googleFilesOver(connection);
const stores = fileStoresOver(connection);
const sandboxes = sandboxesOver(connection);

describe('a list at Google', () => {
  const network = fakeNetwork();
  /** The service has so many pages, each with the same single entry. */
  const havePages = (count: number, page: object) => {
    const last = network.sent.length + count;
    const more = { nextPageToken: 'more', next_page_token: 'more' };
    network.answer = () => Response.json({ ...page, ...(network.sent.length < last && more) });
  };
  async function listed(list: typeof files.list | typeof stores.list) {
    let count = 0;
    const isWhole = await list((page) => {
      count += page.length;
    }, never());
    return { count, isWhole };
  }
  const firstQuery = () => Object.fromEntries(network.sent[0]?.url.searchParams ?? []);

  it('of files is read no further than 100 pages, each as large as the service allows', async () => {
    havePages(100, { files: [{ name: 'files/a' }] });
    assert.deepEqual(await listed(files.list), { count: 100, isWhole: true });
    havePages(105, { files: [{ name: 'files/a' }] });
    assert.deepEqual(await listed(files.list), { count: 100, isWhole: false });
    assert.deepEqual(firstQuery(), { pageSize: '100' });
  });

  it('of stores is read no further than 500 pages, each as large as the service allows', async () => {
    havePages(500, { fileSearchStores: [{ name: 'fileSearchStores/a' }] });
    assert.deepEqual(await listed(stores.list), { count: 500, isWhole: true });
    havePages(505, { fileSearchStores: [{ name: 'fileSearchStores/a' }] });
    assert.deepEqual(await listed(stores.list), { count: 500, isWhole: false });
    assert.deepEqual(firstQuery(), { pageSize: '20' });
  });

  it('of documents has pages as large as the service allows', async () => {
    havePages(2, { documents: [{ name: 'fileSearchStores/a/documents/b' }] });
    assert.equal((await stores.documents('fileSearchStores/a', never())).length, 2);
    assert.deepEqual(firstQuery(), { pageSize: '20' });
  });

  it('of the files of a sandbox is read no further than 10 pages, with what lies in folders', async () => {
    const page = { files: [{ type: 'file', path: 'a', size_bytes: '1' }] };
    havePages(10, page);
    const whole = await sandboxes.list('env_1', never());
    assert.deepEqual([whole.entries.length, whole.isWhole], [10, true]);
    havePages(11, page);
    const part = await sandboxes.list('env_1', never());
    assert.deepEqual([part.entries.length, part.isWhole], [10, false]);
    assert.deepEqual(firstQuery(), { recursive: 'true', page_size: '1000' });
  });
});

describe('a deletion at Google', () => {
  const network = fakeNetwork();
  const all: readonly (readonly [what: string, remove: (signal: AbortSignal) => Promise<void>])[] = [
    ['a file', (signal) => files.delete('files/a', signal)],
    ['a store', (signal) => stores.delete('fileSearchStores/a', signal)],
    ['a document', (signal) => stores.deleteDocument('fileSearchStores/a/documents/b', signal)],
    ['a sandbox', (signal) => sandboxes.delete('env_1', signal)],
  ];
  const refuse = (status: number, code: string, message: string) => {
    network.answer = () => Response.json({ error: { code, message } }, { status });
  };

  for (const [what, remove] of all) {
    it(`of ${what} may be answered without a word`, async () => {
      network.answer = () => new Response(null, { status: 204 });
      await remove(never());
      assert.deepEqual(
        network.sent.map(({ init }) => init.method),
        ['DELETE'],
      );
    });

    it(`of ${what} has not happened where it was stopped`, async () => {
      await assert.rejects(remove(AbortSignal.abort('enough')), (reason) => reason === 'enough');
    });

    it(`of ${what} is tried once where the service is busy`, async () => {
      refuse(503, 'service_unavailable', 'Busy.');
      await assert.rejects(remove(never()), { reason: 'serviceBusy' });
      assert.equal(network.sent.length, 1);
    });
  }

  for (const [what, remove] of all.slice(0, 3)) {
    it(`of ${what} has happened where it is not found`, async () => {
      refuse(404, 'not_found', 'Nothing here.');
      await remove(never());
      refuse(410, 'gone', 'Nothing here.');
      await remove(never());
      refuse(404, 'not_found', 'The file a may not exist.');
      await remove(never());
    });

    it(`of ${what} has not happened where the key has expired`, async () => {
      refuse(400, 'expired', 'API key expired. Please renew the API key.');
      await assert.rejects(remove(never()), { reason: 'badKey', code: 'expired' });
    });
  }
});
