import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { InteractionEvent } from '../../../src/core/interactions/events';
import { interactionsOver } from '../../../src/gemini/client';
import { budget } from '../../budget';
import { collect, question, serverUnderTest } from './serverUnderTest';

/** Without forced collection these tests would prove nothing: the SDK's own signal is lost only by a collection. */
function collectGarbage(): void {
  assert.ok(globalThis.gc, 'run mocha with --expose-gc');
  for (let round = 0; round < budget(4, 2); round += 1) globalThis.gc();
}

describe('Stop after garbage collection', () => {
  const under = serverUnderTest();

  it('closes the socket of 30 of 30 streaming answers', async () => {
    under.server.holdAfter(2);
    const controllers: AbortController[] = [];
    const streams: Promise<number>[] = [];
    for (let index = 0; index < 30; index += 1) {
      const controller = new AbortController();
      controllers.push(controller);
      streams.push(count(under.client.ask(question('Write a long essay'), controller.signal)));
      await under.server.held();
    }
    await setImmediate();
    collectGarbage();

    for (const controller of controllers) controller.abort();

    await Promise.all(streams);
    const endings = await Promise.all(under.server.requests.map((request) => request.ended));
    assert.equal(endings.filter((ending) => ending === 'closedByClient').length, 30);
  });

  for (const silence of ['beforeHeaders', 'afterHeaders'] as const) {
    it(`ends a request that is silent ${silence === 'beforeHeaders' ? 'before' : 'after'} its headers`, async () => {
      under.server.answerNext({ silence });
      const controller = new AbortController();
      const stream = count(under.client.ask(question('Hello'), controller.signal));
      while (under.server.requests[0]?.bytes === undefined || under.server.requests[0].bytes === 0)
        await setImmediate();
      collectGarbage();

      controller.abort();

      assert.equal(await stream, 0);
      assert.equal(await under.server.requests[0].ended, 'closedByClient');
    });
  }

  it('ends a background call that hangs', async () => {
    under.server.answerNext({ for: 'get', silence: 'beforeHeaders' });
    const controller = new AbortController();
    const call = under.client.get('v1_any', controller.signal);
    while (under.server.requests.length === 0) await setImmediate();
    collectGarbage();

    controller.abort();

    await assert.rejects(call, { name: 'AbortError' });
    assert.equal(await under.server.requests[0]?.ended, 'closedByClient');
  });

  it('sends nothing when it comes before the request', async () => {
    const controller = new AbortController();
    const client = interactionsOver(() => {
      controller.abort();
      return Promise.resolve({ origin: under.server.url, key: 'k' });
    });

    assert.equal(await count(client.ask(question('Hello'), controller.signal)), 0);
    assert.equal(under.server.requests.length, 0);
  });
});

async function count(events: AsyncIterable<InteractionEvent>): Promise<number> {
  return (await collect(events)).length;
}
