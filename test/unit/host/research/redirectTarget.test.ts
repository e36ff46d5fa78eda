import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { redirectTarget } from '../../../../src/host/research/redirectTarget';

describe('where an address of Google leads', () => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    if (request.url === '/there') response.writeHead(302, { location: '/page' });
    else if (request.url === '/away') response.writeHead(301, { location: 'https://example.org/page' });
    else response.writeHead(404);
    response.end();
  });
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  before((done) => void server.listen(0, '127.0.0.1', done));
  after(() => void server.close());
  beforeEach(() => requests.splice(0));
  const never = new AbortController().signal;

  it('is what the answer names, and nothing is asked there', async () => {
    assert.equal(await redirectTarget()(`${address()}/away`, never), 'https://example.org/page');
    assert.equal(await redirectTarget()(`${address()}/there`, never), `${address()}/page`);
    assert.deepEqual(
      requests.map(({ method, url }) => [method, url]),
      [
        ['HEAD', '/away'],
        ['HEAD', '/there'],
      ],
    );
    assert.ok(requests.every(({ headers }) => !('x-goog-api-key' in headers) && !('referer' in headers)));
  });

  it('is not known where nothing leads on, nobody answers, or the user stops it', async () => {
    assert.equal(await redirectTarget()(`${address()}/gone`, never), undefined);
    assert.equal(await redirectTarget()('http://127.0.0.1:1/', never), undefined);
    assert.equal(await redirectTarget()(`${address()}/away`, AbortSignal.abort()), undefined);
  });
});
