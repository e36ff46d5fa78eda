import assert from 'node:assert/strict';
import { interactionsOver } from '../../../src/gemini/client';
import { never, serverUnderTest } from './serverUnderTest';

describe('whether the service was reached', () => {
  const under = serverUnderTest();
  const told: boolean[] = [];
  beforeEach(() => told.splice(0));
  const client = (origin: string) =>
    interactionsOver(() => Promise.resolve({ origin, key: 'test-key', onReach: (isReached) => told.push(isReached) }));

  it('is told after each answer, also one that refuses', async () => {
    await client(under.server.url).listModels(never());
    // An answer may take several requests, each of which tells.
    assert.deepEqual(new Set(told), new Set([true]));

    told.splice(0);
    await assert.rejects(client(under.server.url).get('v1_unknown', never()), { reason: 'notFound' });
    assert.deepEqual(new Set(told), new Set([true]));
  });

  it('is told when nobody is there', async () => {
    const { url } = under.server;
    await under.server.close();
    await assert.rejects(client(url).listModels(never()), { reason: 'offline' });
    assert.deepEqual(told, [false]);
  });

  it('is not told of what was stopped', async () => {
    const stopped = AbortSignal.abort();
    await assert.rejects(client(under.server.url).listModels(stopped), { name: 'AbortError' });
    assert.deepEqual([told, under.server.requests], [[], []]);
  });
});
