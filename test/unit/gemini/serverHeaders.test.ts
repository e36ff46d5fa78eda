import assert from 'node:assert/strict';
import { systemClock } from '../../../src/core/base/clock';
import { readRemoteServers } from '../../../src/core/chat/remoteServers';
import { TurnTapes } from '../../../src/core/chat/turnTapes';
import { interactionsOver } from '../../../src/gemini/client';
import { chatUnderTest, usualAnswering } from '../core/chat/chatUnderTest';
import { collect, never, question, serverUnderTest } from './serverUnderTest';

const token = 'token-of-tickets-7';
const tool = { type: 'mcp_server', name: 'tickets', url: 'https://mcp.example/v1' };
const headers = { Authorization: `Bearer ${token}` };
const model = 'gemini-2.5-flash-lite';

describe('the token of a remote MCP server', () => {
  const under = serverUnderTest({ researchMs: 1 });
  const client = () =>
    interactionsOver(
      () => Promise.resolve({ origin: under.server.url, key: 'test-key' }),
      (name, url) => Promise.resolve(name === tool.name && url === tool.url ? headers : undefined),
    );
  const sent = () =>
    under.server.requests.map(({ body }) => (body as { readonly tools?: readonly object[] }).tools ?? []);

  it('goes along with each question of a chat, and is in nothing that the chat, its journal and its tape keep', async () => {
    const remote = readRemoteServers([tool]);
    const tapes = new TurnTapes(systemClock);
    for (const isInBackground of [false, true]) {
      const { chat, store } = chatUnderTest(client(), {
        answering: () => ({ ...usualAnswering, remote }),
        background: { isWanted: () => isInBackground, refused: () => {} },
        tapes,
      });
      chat.setModel(model);
      chat.choose({ servers: ['tickets'] });
      await chat.send('Which tickets are open?');

      assert.deepEqual(sent().at(-1), [{ ...tool, headers }]);
      const [turn] = chat.turns();
      assert.equal(turn?.status, 'done');
      const tape = tapes.of(turn?.id ?? '');
      assert.ok((tape?.events.length ?? 0) > 0);
      assert.deepEqual(tape?.requests[0]?.request.tools, [tool]);
      assert.ok(!JSON.stringify([turn, tape, store.kinds()]).includes(token));
    }
  });

  it('goes along with a body that was written by hand and with a research', async () => {
    const body = { model, input: 'Hello', store: true, tools: [tool] };
    await collect(client().askBody(body, never()));
    await client().startAgent(
      {
        agent: 'deep-research-preview-04-2026',
        input: [{ type: 'text', text: 'Tickets?' }],
        tools: [{ type: 'google_search' }, tool],
        agentConfig: { type: 'deep-research' },
      },
      never(),
    );
    assert.deepEqual(sent(), [[{ ...tool, headers }], [{ type: 'google_search' }, { ...tool, headers }]]);
  });

  it('is asked for by the name and the address of each server, and for nothing else', async () => {
    const asked: (readonly string[])[] = [];
    const asking = interactionsOver(
      () => Promise.resolve({ origin: under.server.url, key: 'test-key' }),
      async (...server) => {
        asked.push(server);
        return headers;
      },
    );
    const body = { model, input: 'Hello', store: true, tools: [null, { type: 'google_search' }, tool] };
    await assert.rejects(collect(asking.askBody(body, never())), { reason: 'invalidRequest' });
    assert.deepEqual(asked, [[tool.name, tool.url]]);
    assert.deepEqual(sent(), [[null, { type: 'google_search' }, { ...tool, headers }]]);

    const nameless = { type: 'mcp_server' };
    await assert.rejects(collect(asking.askBody({ ...body, tools: [nameless] }, never())), {
      reason: 'invalidRequest',
    });
    assert.deepEqual(asked.at(-1), ['', '']);
  });

  it('is neither sent to another address, nor in the place of a header that stands there, nor part of a shown body', async () => {
    const elsewhere = { ...tool, url: 'https://evil.example/v1' };
    const own = { ...tool, headers: { Authorization: 'Bearer mine' } };
    await collect(client().ask(question('Hello', { model, tools: [elsewhere] }), never()));
    await collect(client().ask(question('Hello', { model, tools: [own] }), never()));
    assert.deepEqual(sent(), [[elsewhere], [own]]);
    assert.deepEqual(client().bodyOf(question('Hello', { model, tools: [tool] })).tools, [tool]);
  });
});
