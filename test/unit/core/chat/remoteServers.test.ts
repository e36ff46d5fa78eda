import assert from 'node:assert/strict';
import { readRemoteServers, serverTool } from '../../../../src/core/chat/remoteServers';
import { takesRemoteMcp } from '../../../../src/core/models/remoteMcp';

describe('remote MCP servers of the settings', () => {
  const problemOf = (server: unknown) => readRemoteServers([server])[0]?.problem;

  it('are those with a name that the service takes and an address that Google may call', () => {
    const cases: readonly (readonly [url: string, problem: string | undefined])[] = [
      ['https://mcp.example/v1?x=1', undefined],
      ['http://localhost:3000/mcp', undefined],
      ['http://127.0.0.1/', undefined],
      ['http://[::1]:1/', undefined],
      ['http://mcp.example', 'notHttps'],
      ['http://localhost.evil.example', 'notHttps'],
      ['ftp://mcp.example', 'notHttps'],
      ['javascript:alert(1)', 'notHttps'],
      ['https://ada:secret@mcp.example', 'address'],
      ['mcp.example', 'address'],
      ['', 'address'],
    ];
    for (const [url, problem] of cases) assert.equal(problemOf({ name: 'a', url }), problem, url);
    for (const name of ['Tickets', 'my-server', 'ä', 'a b']) {
      assert.equal(problemOf({ name, url: 'https://mcp.example' }), 'name', name);
    }
  });

  it('are not used where two have one name, and leave out what is no server', () => {
    const url = 'https://mcp.example';
    const servers = readRemoteServers([{ name: 'a', url }, { name: 'b', url }, { name: 'a', url }, 7, { url }, null]);
    assert.deepEqual(
      servers.map(({ name, problem }) => [name, problem]),
      [
        ['a', 'twice'],
        ['b', undefined],
      ],
    );
    for (const value of [undefined, null, 'x', { a: 1 }]) assert.deepEqual(readRemoteServers(value), []);
  });

  it('go out with the tools that may be called, and never with more than the service knows', () => {
    const [server] = readRemoteServers([{ name: 'a', url: 'https://m.example', headers: { authorization: 'x' } }]);
    assert.ok(server);
    assert.deepEqual(serverTool(server), { type: 'mcp_server', name: 'a', url: 'https://m.example' });
  });

  it('are taken by models of the second generation, and by none since', () => {
    for (const model of ['gemini-2.5-flash', 'gemini-2.5-flash-lite', 'another-model']) {
      assert.equal(takesRemoteMcp(model), true, model);
    }
    for (const model of ['gemini-3-flash-preview', 'gemini-3.8-flash', 'gemini-10', 'gemini-flash-latest']) {
      assert.equal(takesRemoteMcp(model), false, model);
    }
  });
});
