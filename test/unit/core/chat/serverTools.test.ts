import assert from 'node:assert/strict';
import { answeringFields } from '../../../../src/core/chat/answering';
import { readRemoteServers, serverTool } from '../../../../src/core/chat/remoteServers';
import { usualAnswering } from './chatUnderTest';

const url = 'https://mcp.example:8443/v1?x=1';

describe('a remote server of the settings', () => {
  it('is read without blanks, with its host and the tools that are names', () => {
    assert.deepEqual(readRemoteServers([{ name: ' a ', url: ` ${url} `, allowedTools: ['search', 7, 'read'] }]), [
      { name: 'a', url, host: 'mcp.example:8443', allowedTools: ['search', 'read'] },
    ]);
    assert.deepEqual(readRemoteServers([{ name: 'a', url: 'nowhere', allowedTools: 'all' }]), [
      { name: 'a', url: 'nowhere', host: 'nowhere', allowedTools: [], problem: 'address' },
    ]);
    assert.deepEqual(readRemoteServers([{ name: 'a' }]), [
      { name: 'a', url: '', host: '', allowedTools: [], problem: 'address' },
    ]);
    assert.deepEqual(
      readRemoteServers([
        { name: ' ', url },
        { name: 7, url },
      ]),
      [],
    );
  });

  it('has a password in no address, nor a name that the service does not take', () => {
    const problemOf = (server: object) => readRemoteServers([server])[0]?.problem;
    assert.equal(problemOf({ name: 'a', url: 'https://:pw@mcp.example' }), 'address');
    assert.equal(problemOf({ name: 'a1', url }), undefined);
    for (const name of ['1A', 'a!', '-a']) assert.equal(problemOf({ name, url }), 'name', name);
    assert.equal(problemOf({ name: 'a', url: 'ftp://localhost' }), 'notHttps');
  });

  it('goes out with the tools that it may be asked for', () => {
    const [server] = readRemoteServers([{ name: 'a', url, allowedTools: ['search'] }]);
    assert.ok(server);
    assert.deepEqual(serverTool(server), {
      type: 'mcp_server',
      name: 'a',
      url,
      allowed_tools: [{ mode: 'auto', tools: ['search'] }],
    });
  });
});

describe('the remote servers of a question', () => {
  const remote = readRemoteServers([
    { name: 'a', url },
    { name: 'b', url: 'http://mcp.example' },
    { name: 'c', url },
  ]);
  const toolsOf = (model: string, servers: readonly string[]) =>
    answeringFields(model, { ...usualAnswering, tools: ['googleSearch'], servers, remote }).tools;
  const search = { type: 'google_search' };

  it('are those that are on and can be used, after the tools, in the order of the settings', () => {
    const tool = (name: string) => ({ type: 'mcp_server', name, url });
    assert.deepEqual(toolsOf('gemini-2.5-flash', ['c', 'b', 'a', 'x']), [search, tool('a'), tool('c')]);
    assert.deepEqual(toolsOf('gemini-2.5-flash', []), [search]);
  });

  it('are none for a model that does not take them', () => {
    assert.deepEqual(toolsOf('gemini-3.8-flash', ['a']), [search]);
  });
});
