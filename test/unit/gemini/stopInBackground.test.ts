import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { detach } from '../../../src/core/interactions/port';
import { interactionsOver } from '../../../src/gemini/client';
import { fakeNetwork, SlowBody } from './fakeNetwork';
import { collect, question } from './serverUnderTest';

const created = { event_type: 'interaction.created', interaction: { id: 'v1_a', status: 'in_progress' } };

describe('Stop of a question in the background', () => {
  const network = fakeNetwork();
  const client = interactionsOver(() => Promise.resolve({ origin: 'https://gemini.example', key: 'k' }));
  let stop: AbortController;
  let body: SlowBody;
  beforeEach(() => {
    stop = new AbortController();
    body = new SlowBody();
    network.answer = ({ url }) =>
      url.pathname.endsWith('/cancel')
        ? Response.json({ id: 'v1_a', status: 'cancelled' })
        : new Response(body.stream, { headers: { 'content-type': 'text/event-stream' } });
  });
  const ask = () => client.ask(question('Hello', { background: true }), stop.signal);
  const isClosed = () => network.sent[0]?.init.signal?.aborted;
  const paths = () => network.sent.map(({ url }) => url.pathname);

  it('waits for the id where it is not known yet, and cancels by it', async () => {
    const asked = collect(ask());
    await network.hasSent(1);
    stop.abort();
    assert.deepEqual(await asked, []);
    assert.equal(isClosed(), false);

    // The id may come after events that this product does not know.
    const queued = { event_type: 'interaction.queued' };
    body.sendEvents(queued, queued, created);
    await network.hasSent(2);
    assert.deepEqual(paths(), ['/v1/interactions', '/v1/interactions/v1_a/cancel']);
    assert.equal(isClosed(), true);
  });

  it('closes the connection at once where the id is known, which its caller cancels by', async () => {
    const events = ask()[Symbol.asyncIterator]();
    body.sendEvents(created);
    assert.deepEqual((await events.next()).value, { type: 'connected' });
    assert.equal((await events.next()).value?.type, 'created');
    const next = events.next();
    stop.abort();
    assert.equal(isClosed(), true);
    assert.equal((await next).done, true);
    assert.deepEqual(paths(), ['/v1/interactions']);
  });

  it('closes the connection at once and cancels nothing where the window closes', async () => {
    const asked = collect(ask());
    await network.hasSent(1);
    stop.abort(detach);
    assert.equal(isClosed(), true);
    assert.deepEqual(await asked, []);
    assert.deepEqual(paths(), ['/v1/interactions']);
  });

  it('sends nothing where it comes before the question', async () => {
    stop.abort();
    assert.deepEqual(await collect(ask()), []);
    assert.deepEqual(network.sent, []);
  });

  it('is over also where the connection breaks before the id comes', async () => {
    const asked = collect(ask());
    await network.hasSent(1);
    stop.abort();
    assert.deepEqual(await asked, []);
    body.break(new TypeError('terminated'));
    // A failure that nothing takes care of would be noticed here.
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    assert.deepEqual(paths(), ['/v1/interactions']);
  });
});
