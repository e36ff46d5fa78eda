import assert from 'node:assert/strict';
import type { LocalServer } from '../../server/localServer';
import { withServer } from './harness';

const headers = { 'x-goog-api-key': 'test-key', 'content-type': 'application/json' };

async function call(server: LocalServer, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

describe('local server: the stores of files', () => {
  it(
    'are on one version alone, and refuse names and sizes that the service does not know',
    withServer(async (server) => {
      assert.equal((await call(server, 'GET', '/v1/fileSearchStores')).status, 404);
      assert.deepEqual((await call(server, 'GET', '/v1beta/fileSearchStores')).body, {});
      assert.equal((await call(server, 'GET', '/v1beta/fileSearchStores?pageSize=21')).status, 400);
      assert.equal((await call(server, 'POST', '/v1beta/fileSearchStores', { display_name: 'a' })).status, 400);
      const long = { displayName: 'a'.repeat(513) };
      assert.equal((await call(server, 'POST', '/v1beta/fileSearchStores', long)).status, 400);
    }),
  );

  it(
    'are at most ten, and go with their documents only where that is said',
    withServer(async (server) => {
      for (let number = 0; number < 10; number += 1) server.stores.create(`s${number}`);
      const { status, body } = await call(server, 'POST', '/v1beta/fileSearchStores', { displayName: 'one more' });
      assert.deepEqual([status, body.error.status], [429, 'RESOURCE_EXHAUSTED']);

      const [name = ''] = server.stores.all.keys();
      server.stores.add(name, { displayName: 'a.md', mimeType: 'text/plain', metadata: [] }, Buffer.from('a'));
      assert.equal((await call(server, 'DELETE', `/v1beta/${name}`)).status, 400);
      const [{ name: document }] = (await call(server, 'GET', `/v1beta/${name}/documents`)).body.documents;
      assert.equal((await call(server, 'DELETE', `/v1beta/${document}`)).status, 400);
      assert.equal((await call(server, 'DELETE', `/v1beta/${name}?force=true`)).status, 200);
      assert.equal((await call(server, 'GET', `/v1beta/${name}`)).status, 403);
    }),
  );

  it(
    'are searched for the words of a question: what is indexed is cited, with what was noted of it',
    withServer(async (server) => {
      const { name } = server.stores.create('herbs');
      const noted = {
        displayName: 'basil.md',
        mimeType: 'text/plain',
        metadata: [{ key: 'path', stringValue: 'b.md' }],
      };
      server.stores.look(server.stores.add(name, noted, Buffer.from('Basil likes the sun.')), 0);
      server.stores.add(name, { ...noted, displayName: 'new.md' }, Buffer.from('Basil is green.'));
      const question = (store: string) => ({
        model: 'gemini-3.8-flash',
        input: 'What does basil like?',
        store: false,
        tools: [{ type: 'file_search', file_search_store_names: [store] }],
      });
      const { body } = await call(server, 'POST', '/v1/interactions', question(name));
      const [asked, found, , said] = body.steps;
      assert.deepEqual(asked.type, 'file_search_call');
      assert.deepEqual(found.result, [{ title: 'basil.md', text: 'Basil likes the sun.', file_search_store: name }]);
      assert.deepEqual(
        said.content[0].annotations.map(({ file_name, custom_metadata }: Record<string, unknown>) => [
          file_name,
          custom_metadata,
        ]),
        [['basil.md', { path: 'b.md' }]],
      );
      assert.equal((await call(server, 'POST', '/v1/interactions', question('fileSearchStores/gone'))).status, 403);
    }),
  );
});
