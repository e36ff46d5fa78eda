import assert from 'node:assert/strict';
import { readHeader, ServerTokens } from '../../../../src/host/key/serverTokens';

const server = { name: 'tickets', url: 'https://mcp.example/v1' };

describe('tokens of remote MCP servers', () => {
  const under = () => {
    const secrets = new Map<string, string>();
    const errors: unknown[] = [];
    const tokens = new ServerTokens(
      {
        get: async (name) => secrets.get(name),
        store: async (name, value) => void secrets.set(name, value),
        delete: async (name) => void secrets.delete(name),
      },
      (error) => errors.push(error),
    );
    return { secrets, tokens, errors };
  };

  for (const [typed, header] of [
    [' abc.def ', { name: 'Authorization', value: 'Bearer abc.def' }],
    ['Bearer abc', { name: 'Authorization', value: 'Bearer abc' }],
    ['Basic dTpw', { name: 'Authorization', value: 'Basic dTpw' }],
    ['X-Api-Key: a b', { name: 'X-Api-Key', value: 'a b' }],
    ['user:secret', { name: 'Authorization', value: 'Bearer user:secret' }],
    ['a b c', undefined],
    ['tökén', undefined],
    ['a\nb', undefined],
    ['X-A: a\r\nX-B: b', undefined],
    ['', undefined],
  ] as const) {
    it(`are read from ${JSON.stringify(typed)}`, () => assert.deepEqual(readHeader(typed), header));
  }

  it('belong to the name and the origin of a server, and are gone once they are removed', async () => {
    const { tokens, secrets } = under();
    await tokens.save(server, { name: 'X-Api-Key', value: 'abc' });
    assert.deepEqual(await tokens.headersOf({ ...server, url: 'https://mcp.example/v2' }), { 'X-Api-Key': 'abc' });
    assert.equal(await tokens.headersOf({ ...server, url: 'https://other.example/v1' }), undefined);
    assert.equal(await tokens.headersOf({ ...server, name: 'wiki' }), undefined);
    assert.equal(await tokens.headersOf({ ...server, url: 'mcp.example' }), undefined);

    await tokens.remove(server);
    assert.equal(await tokens.headersOf(server), undefined);
    assert.equal(secrets.size, 0);
  });

  it('are known to who cleans documents, once they were sent', async () => {
    const { tokens } = under();
    await tokens.save(server, { name: 'Authorization', value: 'Bearer abc' });
    assert.deepEqual(tokens.shownNowhere, []);
    await tokens.headersOf(server);
    assert.deepEqual(tokens.shownNowhere, ['abc']);
  });

  it('cost the token and not the question where the secret storage fails', async () => {
    const errors: unknown[] = [];
    const broken = () => Promise.reject(new Error('locked'));
    const tokens = new ServerTokens({ get: broken, store: broken, delete: broken }, (error) => errors.push(error));
    assert.equal(await tokens.headersOf(server), undefined);
    assert.equal(errors.length, 1);
  });
});
