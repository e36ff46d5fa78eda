import assert from 'node:assert/strict';
import { deleteInteractions } from '../../../../src/core/chat/deleteInteractions';
import { collect, never, question, serverUnderTest } from '../../gemini/serverUnderTest';

describe('deleting answers at Google', () => {
  const under = serverUnderTest();

  async function stored(count: number): Promise<readonly string[]> {
    for (let index = 0; index < count; index += 1) await collect(under.client.ask(question('Hello'), never()));
    return [...under.server.interactions().keys()];
  }
  const deletions = () => under.server.requests.filter(({ method }) => method === 'DELETE').length;

  it('deletes each and says how far it is', async () => {
    const ids = await stored(3);
    const heard: number[] = [];

    const result = await deleteInteractions(under.client, ids, never(), (count) => heard.push(count));

    assert.deepEqual(result, { gone: ids, failed: new Map() });
    assert.deepEqual(heard, [1, 2, 3]);
    assert.equal(under.server.interactions().size, 0);
  });

  it('counts one that is no longer there as gone', async () => {
    const [id = ''] = await stored(1);
    const result = await deleteInteractions(under.client, ['v1_Forgotten', id], never());
    assert.deepEqual(result, { gone: ['v1_Forgotten', id], failed: new Map() });
  });

  it('goes on after one that could not be deleted, and tells why', async () => {
    const ids = await stored(3);
    under.server.answerNext({ for: 'delete', status: 500, body: '' });

    const result = await deleteInteractions(under.client, ids, never());

    assert.deepEqual(result, { gone: ids.slice(1), failed: new Map([['serviceBusy', 1]]) });
    assert.deepEqual([...under.server.interactions().keys()], ids.slice(0, 1));
  });

  it('asks no further once the key itself is refused', async () => {
    const ids = await stored(3);
    const body = { error: { code: 'authentication', message: '' } };
    under.server.answerNext({ for: 'delete', status: 401, body });

    const result = await deleteInteractions(under.client, ids, never());

    assert.deepEqual(result, { gone: [], failed: new Map([['badKey', 3]]) });
    assert.equal(deletions(), 1);
  });

  it('ends at a cancel with what is gone by then', async () => {
    const ids = await stored(3);
    const stop = new AbortController();

    const result = await deleteInteractions(under.client, ids, stop.signal, () => stop.abort());

    assert.deepEqual(result, { gone: ids.slice(0, 1), failed: new Map() });
    assert.equal(deletions(), 1);
  });
});
