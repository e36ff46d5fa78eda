import assert from 'node:assert/strict';
import { clientOf, completedIn, deltasIn, eventsOf, fixture, model, once, send, textIn, withServer } from './harness';

const streamed = { model, input: 'hello', stream: true } as const;

describe('local server: faults on request', () => {
  it(
    'an orderly end after so many events',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('01-text'), cutAfterEvents: 7 });
      const events = await eventsOf(ai.interactions.create(streamed, once));
      assert.equal(events.length, 7);
      assert.equal(await server.requests[0]?.ended, 'finished');
    }),
  );

  it(
    'a cut at any byte, also inside a character',
    withServer(async (server) => {
      const bytes = Buffer.from(fixture('01-text'));
      const dash = bytes.indexOf('’');
      for (const cutAfterBytes of [1, 500, dash + 1, bytes.length - 1]) {
        server.answerNext({ sse: fixture('01-text'), cutAfterBytes });
        const headers = { 'x-goog-api-key': 'k' };
        const body = JSON.stringify(streamed);
        const response = await fetch(`${server.url}/v1/interactions`, { method: 'POST', headers, body });
        assert.deepEqual(Buffer.from(await response.arrayBuffer()), bytes.subarray(0, cutAfterBytes));
      }
    }),
  );

  it(
    'a reset in the middle of a built-in answer',
    withServer(async (server, ai) => {
      server.answerNext({ text: 'These words are never heard in full by anyone.', cutAfterEvents: 7, cutBy: 'reset' });
      await assert.rejects(eventsOf(ai.interactions.create(streamed, once)));
      assert.equal(server.requests[0]?.closedByClient, false);
    }),
  );

  it(
    'a stream that goes silent until the client gives up',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('01-text'), cutAfterEvents: 3, cutBy: 'stall' });
      let count = 0;
      for await (const _ of await ai.interactions.create(streamed, once)) if (++count === 3) break;
      assert.equal(await server.requests[0]?.ended, 'closedByClient');
    }),
  );

  it(
    'a stream that is slow but alive',
    withServer(async (server, ai) => {
      server.answerNext({ sse: fixture('01-text'), frameMs: 3 });
      const begun = performance.now();
      assert.equal((await eventsOf(ai.interactions.create(streamed, once))).length, 10);
      assert.ok(performance.now() - begun >= 20);
    }),
  );

  it(
    'silence before the headers and after them',
    withServer(async (server) => {
      for (const silence of ['beforeHeaders', 'afterHeaders'] as const) {
        server.answerNext({ silence });
        const leaving = new AbortController();
        const headers = { 'x-goog-api-key': 'k' };
        const init = { method: 'POST', headers, body: JSON.stringify(streamed), signal: leaving.signal };
        const answer = fetch(`${server.url}/v1/interactions`, init);
        if (silence === 'afterHeaders') assert.equal((await answer).status, 200);
        else while (server.requests[0]?.body === undefined) await new Promise(setImmediate);
        leaving.abort();
        await answer.catch(() => {});
        assert.equal(await server.requests.at(-1)?.ended, 'closedByClient');
      }
    }),
  );

  it(
    'a connection dropped once the request is in',
    withServer(async (server, ai) => {
      server.answerNext({ drop: true });
      await assert.rejects(eventsOf(ai.interactions.create(streamed, once)));
      assert.equal(server.requests.length, 1);
      assert.equal(server.requests[0]?.bytes, JSON.stringify(server.requests[0]?.body).length);
    }),
  );

  it(
    'any status, body and headers, in the order they were queued and for the kind of request they are for',
    withServer(async (server, ai) => {
      const error = { code: 'rate_limit_exceeded', message: 'Slow down.' };
      server.answerNext({ status: 503, for: 'models' });
      server.answerNext({ status: 429, body: { error }, headers: { 'retry-after': '7' } });
      server.answerNext({ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } });
      await assert.rejects(
        Promise.resolve(ai.interactions.create(streamed, once)),
        (refused: { status?: number; headers?: Headers }) => {
          return refused.status === 429 && refused.headers?.get('retry-after') === '7';
        },
      );
      await assert.rejects(ai.models.list(), { status: 503 });
      await assert.rejects(Promise.resolve(ai.interactions.create(streamed, once)), /text\/html/);
      assert.match(textIn(await eventsOf(ai.interactions.create(streamed, once))), /local test server/);
    }),
  );

  it(
    'no scripted success for a request that is wrong',
    withServer(async (server) => {
      server.answerNext({ text: 'never' });
      const { status } = await send(server, '/v1/interactions', { body: { ...streamed, sream: true } });
      assert.equal(status, 400);
    }),
  );

  it(
    'raw events',
    withServer(async (server, ai) => {
      const delta = { type: 'text', text: 'no start' } as const;
      server.answerNext({ events: [{ event_type: 'step.delta', index: 4, delta }] });
      assert.equal(textIn(await eventsOf(ai.interactions.create(streamed, once))), 'no start');
    }),
  );
});

describe('local server: holding streams', () => {
  it(
    'stops after exactly so many deltas and goes on when released',
    withServer(async (server, ai) => {
      server.holdAfter(2);
      const seen = eventsOf(ai.interactions.create(streamed, once));
      await server.held();
      const [live] = server.interactions().values();
      assert.equal(live?.events.filter((event) => event.event_type === 'step.delta').length, 3);
      assert.equal(live?.status, 'in_progress');
      server.release();
      assert.equal(completedIn(await seen).status, 'completed');
    }),
  );

  it(
    'sees the client leave while held, and stops the work',
    withServer(async (server, ai) => {
      server.holdAfter(1);
      for await (const event of await ai.interactions.create(streamed, once)) {
        if (event.event_type === 'step.delta' && event.delta.type === 'text') break;
      }
      assert.equal(await server.requests[0]?.ended, 'closedByClient');
      const [live] = server.interactions().values();
      assert.equal(live?.status, 'cancelled');
    }),
  );

  it(
    'holds recordings as well, and counts the holds',
    withServer(async (server, ai) => {
      server.holdAfter(1);
      server.answerNext({ sse: fixture('01-text') });
      const first = eventsOf(ai.interactions.create(streamed, once));
      await server.held();
      const second = eventsOf(ai.interactions.create(streamed, once));
      await server.held();
      server.release();
      assert.equal(deltasIn(await first).length, 3);
      assert.equal(completedIn(await second).status, 'completed');
    }),
  );

  it(
    'leaves unary answers alone',
    withServer(async (server, ai) => {
      server.holdAfter(0);
      assert.equal((await ai.interactions.create({ model, input: 'hello' }, once)).status, 'completed');
    }),
  );

  it(
    'keeps a log of what it was sent',
    withServer(async (server) => {
      await clientOf(server, 'secret').interactions.create({ model, input: 'hello' }, once);
      const [request] = server.requests;
      assert.equal(`${request?.method} ${request?.path}`, 'POST /v1/interactions');
      assert.equal(request?.headers['x-goog-api-key'], 'secret');
      assert.deepEqual(request?.body, { model, input: 'hello' });
      assert.equal(request?.status, 200);
      assert.equal(await request?.ended, 'finished');
    }),
  );
});
