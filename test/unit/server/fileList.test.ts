import assert from 'node:assert/strict';
import type { LocalServer } from '../../server/localServer';
import { storedFile } from '../../server/storedFile';
import { withServer } from './harness';

async function list(server: LocalServer, query: string, key = 'test-key') {
  const answer = await fetch(`${server.url}/v1/files${query}`, { headers: { 'x-goog-api-key': key } });
  return { status: answer.status, body: await answer.json() };
}
function put(server: LocalServer, count: number): void {
  for (let number = 1; number <= count; number += 1) server.putFile(storedFile(`f${number}`));
}
const namesIn = ({ body }: Awaited<ReturnType<typeof list>>) =>
  (body.files ?? []).map(({ name }: { name: string }) => name);

describe('local server: the list of files', () => {
  it(
    'has no field where there are none, and ten files a page unless a size is asked for',
    withServer(async (server) => {
      assert.deepEqual((await list(server, '')).body, {});
      put(server, 12);
      assert.equal(namesIn(await list(server, '')).length, 10);
      assert.equal(namesIn(await list(server, '?pageSize=0')).length, 10);
      const all = await list(server, '?pageSize=100');
      assert.deepEqual([namesIn(all).length, all.body.nextPageToken], [12, undefined]);
      assert.equal(namesIn(all)[0], 'files/f12');
    }),
  );

  it(
    'goes on where the page before ended, also after a file of that page was deleted',
    withServer(async (server) => {
      put(server, 5);
      const first = await list(server, '?pageSize=2');
      server.forgetFile('files/f5');
      const second = await list(server, `?pageSize=2&pageToken=${first.body.nextPageToken}`);
      assert.deepEqual([...namesIn(first), ...namesIn(second)], ['files/f5', 'files/f4', 'files/f3', 'files/f2']);
    }),
  );

  it(
    'refuses what the service does not know: sizes, tokens, parameters and keys',
    withServer(async (server) => {
      put(server, 3);
      for (const query of ['?pageSize=101', '?pageSize=-1', '?pageSize=x', '?pageToken=abc', '?page_size=2']) {
        assert.equal((await list(server, query)).status, 400, query);
      }
      assert.equal((await list(server, '', 'bad')).status, 400);
    }),
  );
});
