import assert from 'node:assert/strict';
import { never, serverUnderTest } from './serverUnderTest';

describe('the calls of the client about what is stored', () => {
  const under = serverUnderTest();
  const busy = { status: 503, body: { error: { code: 'service_unavailable', message: 'Busy' } } };
  const agent = {
    agent: 'deep-research-preview-04-2026',
    input: [{ type: 'text', text: 'Heat pumps' }],
    agentConfig: { type: 'deep-research' },
  } as const;

  it('are made once and no more when the service is busy', async () => {
    const calls = [
      ['get', () => under.client.get('v1_a', never())],
      ['get', () => under.client.getWithInput('v1_a', never())],
      ['cancel', () => under.client.cancel('v1_a', never())],
      ['delete', () => under.client.delete('v1_a', never())],
      ['create', () => under.client.startAgent(agent, never())],
      ['models', () => under.client.listModels(never())],
    ] as const;
    for (const [kind, call] of calls) {
      const before = under.server.requests.length;
      under.server.answerNext({ for: kind, ...busy });
      await assert.rejects(call(), { reason: 'serviceBusy' });
      assert.equal(under.server.requests.length - before, 1, kind);
    }
  });

  it('take a deletion that is answered without a word', async () => {
    under.server.answerNext({ for: 'delete', status: 204 });
    await under.client.delete('v1_a', never());
    assert.equal(under.server.requests.length, 1);
  });

  it('cannot read an answer that is no object', async () => {
    under.server.answerNext({ for: 'get', status: 200, body: [] });
    await assert.rejects(under.client.get('v1_a', never()), { reason: 'malformedAnswer' });
  });

  it('end at once when they are stopped, also where more events have come', async () => {
    const stop = new AbortController();
    const events = ['created', 'status_update', 'completed'].map((type) => ({ event_type: `interaction.${type}` }));
    under.server.answerNext({ for: 'get', sse: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('') });
    const seen: string[] = [];
    for await (const { type } of under.client.follow('v1_a', undefined, stop.signal)) {
      seen.push(type);
      if (type === 'created') stop.abort();
    }
    assert.deepEqual(seen, ['connected', 'created']);
  });

  it('resume after an event, or from the beginning', async () => {
    for (const [lastEventId, query] of [
      ['e 7', { stream: 'true', last_event_id: 'e 7' }],
      [undefined, { stream: 'true' }],
    ] as const) {
      under.server.answerNext({ for: 'get', sse: '' });
      for await (const _event of under.client.follow('v1_a', lastEventId, never()));
      const { pathname, searchParams } = new URL(under.server.requests.at(-1)?.path ?? '', under.server.url);
      assert.deepEqual([pathname, Object.fromEntries(searchParams)], ['/v1/interactions/v1_a', query]);
    }
  });

  it('list the models as they are, 200 at a time', async () => {
    const models = ['a', 'b'].map((id) => ({ name: `models/${id}` }));
    under.server.answerNext({ for: 'models', status: 200, body: { models } });
    const listed = await under.client.listModels(never());
    assert.deepEqual(
      listed.map(({ id }) => id),
      ['a', 'b'],
    );
    const [first] = under.server.requests;
    assert.equal(new URL(first?.path ?? '', under.server.url).searchParams.get('pageSize'), '200');
  });

  it('take no more than 1,000 models from a listing without end', async () => {
    const models = Array.from({ length: 600 }, (_, at) => ({ name: `models/m${at}` }));
    for (let page = 0; page < 3; page += 1) {
      under.server.answerNext({ for: 'models', status: 200, body: { models, nextPageToken: String(page) } });
    }
    assert.equal((await under.client.listModels(never())).length, 1_000);
    assert.equal(under.server.requests.length, 2);
  });
});
