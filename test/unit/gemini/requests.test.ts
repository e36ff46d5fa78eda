import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/base/failure';
import { agentTask, antigravity } from '../../../src/core/interactions/agents';
import type { AgentRequest } from '../../../src/core/interactions/port';
import { interactionsOver } from '../../../src/gemini/client';
import { collect, never, question, serverUnderTest, textOf } from './serverUnderTest';

interface Body {
  readonly input: readonly { readonly type: string }[];
  readonly store?: boolean;
}

const agent: AgentRequest = {
  agent: 'deep-research-preview-04-2026',
  input: [{ type: 'text', text: 'Heat pumps' }],
  agentConfig: { type: 'deep-research' },
};

describe('the requests of the client', () => {
  const under = serverUnderTest();
  const bodies = () => under.server.requests.map(({ body }) => body as Body);

  it('send the input as a list of steps, after the history if there is one', async () => {
    const history = [
      { type: 'user_input', content: [{ type: 'text', text: 'My name is Ada.' }] },
      { type: 'model_output', content: [{ type: 'text', text: 'Hello Ada.' }] },
    ];
    await collect(under.client.ask(question('Hello'), never()));
    await collect(under.client.ask(question('And now?', { store: false, history }), never()));
    await under.client.startAgent(agent, never());

    assert.deepEqual(
      bodies().map(({ input }) => input.map(({ type }) => type)),
      [['user_input'], ['user_input', 'model_output', 'user_input'], ['user_input']],
    );
  });

  it('hold no half of a surrogate pair, wherever one stands', async () => {
    const half = '\ud83d';
    const history = [
      { type: 'user_input', content: [{ type: 'text', text: `a${half}` }] },
      { type: 'thought', signature: 'S', summary: [{ type: 'text', text: `\udc00b ${half}\ude00` }] },
      { type: 'google_search_call', id: 's', signature: 'S', arguments: { queries: [`c${half}`] } },
    ];
    const request = question(`d${half}${half}\ude00`, { store: false, history, systemInstruction: `e${half}` });
    await collect(under.client.ask(request, never()));
    await under.client.startAgent({ ...agent, input: [{ type: 'text', text: `\ude00f` }] }, never());
    const schema = { type: 'object', properties: { [`g${half}`]: { type: 'string', description: `h${half}` } } };
    const responseFormat = { type: 'text', mime_type: 'application/json', schema };
    await collect(under.client.ask({ ...question('Which?'), responseFormat }, never()));
    const sources = [{ type: 'inline', target: '/workspace/a.ts', content: `i${half}` }];
    const task = agentTask(antigravity, { maxTotalTokens: 0, network: [] }, undefined, sources);
    await collect(under.client.ask({ ...question('Run it'), agent: task, background: true }, never()));

    const sent = JSON.stringify(under.server.requests.map(({ body }) => body));
    assert.doesNotMatch(sent, /\\ud[89a-f]/i);
    for (const piece of [
      'a\ufffd',
      '\ufffdb \u{1f600}',
      '["c\ufffd"]',
      'd\ufffd\u{1f600}',
      'e\ufffd',
      '\ufffdf',
      '"g\ufffd"',
      'h\ufffd',
      'i\ufffd',
    ])
      assert.ok(sent.includes(piece), piece);
  });

  it('give an agent the tools of the user’s own, in the form that the service takes', async () => {
    const tools = [
      { type: 'google_search' },
      { type: 'file_search', file_search_store_names: ['fileSearchStores/handbook'] },
      { type: 'mcp_server', name: 'tickets', url: 'https://mcp.example', headers: { authorization: 'x' } },
    ];
    const { id } = await under.client.startAgent({ ...agent, tools }, never());

    assert.notEqual(id, '');
    const { tools: sent } = (under.server.requests[0]?.body ?? {}) as { readonly tools?: unknown };
    assert.deepEqual(sent, tools);
  });

  it('say whether it is to be stored, whatever the project’s default is', async () => {
    await collect(under.client.ask(question('Hello'), never()));
    await collect(under.client.ask(question('Hello', { store: false }), never()));
    await under.client.startAgent(agent, never());

    assert.deepEqual(
      bodies().map(({ store }) => store),
      [true, false, true],
    );
  });

  it('never say stream=false, which the service once refused', async () => {
    const { id } = await under.client.startAgent(agent, never());
    await under.client.get(id, never());
    await under.client.getWithInput(id, never());

    const gets = under.server.requests.filter(({ method }) => method === 'GET');
    assert.equal(gets.length, 2);
    for (const { path } of gets) assert.doesNotMatch(path, /stream=/);
    assert.match(gets[1]?.path ?? '', /include_input=true/);
  });

  it('list agents among the models, and not as models for a chat', async () => {
    const models = await under.client.listModels(never());

    const agents = models.filter(({ id }) => /^(deep-research|antigravity|code-mender)/.test(id));
    assert.ok(agents.length >= 3);
    assert.ok(agents.every(({ chats }) => !chats));
    assert.equal(models.find(({ id }) => id === 'gemini-4-hydrogen')?.chats, true);
  });
});

describe('the versions of the API', () => {
  const under = serverUnderTest({ researchMs: 0 });
  const client = () => interactionsOver(() => Promise.resolve({ origin: under.server.url, key: 'k' }));
  const creates = () =>
    under.server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/interactions'));
  const versions = () => creates().map(({ path }) => path.split('/')[1]);

  it('a model that only v1beta has is asked there once v1 has not found it, and from then on', async () => {
    const one = client();

    for (let time = 0; time < 2; time += 1) {
      assert.ok(textOf(await collect(one.ask(question('Hello', { model: 'gemini-flash-latest' }), never()))));
    }

    assert.deepEqual(versions(), ['v1', 'v1beta', 'v1beta']);
  });

  it('an agent that only v1beta starts is started there once, and followed there', async () => {
    under.server.agentsOn = 'v1beta';
    const one = client();

    const { id } = await one.startAgent(agent, never());
    await collect(one.follow(id, undefined, never()));
    await one.get(id, never());
    await one.startAgent(agent, never());

    assert.deepEqual(versions(), ['v1', 'v1beta', 'v1beta']);
    const gets = under.server.requests.filter(({ method }) => method === 'GET');
    assert.ok(gets.every(({ path }) => path.startsWith('/v1beta/')));
  });

  it('are remembered for the one model that was asked, and can be told', async () => {
    const one = client();
    await collect(one.ask(question('Hello', { model: 'gemini-flash-latest' }), never()));

    assert.deepEqual(['gemini-flash-latest', 'gemini-3.8-flash'].map(one.versionOf, one), ['v1beta', 'v1']);
  });

  it('are remembered for one agent and one interaction, and not for others', async () => {
    under.server.agentsOn = 'v1beta';
    const one = client();
    for (const id of [antigravity, 'reviewer']) {
      await collect(one.ask(question('Hello', { model: '', agent: { id, environment: 'remote' } }), never()));
    }
    assert.deepEqual(versions(), ['v1', 'v1beta', 'v1', 'v1beta']);

    await assert.rejects(one.get('v1_gone', never()), { reason: 'notFound' });
    const gets = under.server.requests.filter(({ method }) => method === 'GET');
    assert.deepEqual(
      gets.map(({ path }) => path.split('/')[1]),
      ['v1', 'v1beta'],
    );
  });

  it('are the same for a model and for its answer, which is asked for later', async () => {
    const one = client();
    const [created] = await collect(one.ask(question('Hello', { model: 'gemini-flash-latest' }), never()));
    assert.ok(created?.type === 'created');
    await one.get(created.interaction.id, never());

    assert.match(under.server.requests.at(-1)?.path ?? '', /^\/v1beta\//);
    assert.equal(under.server.requests.length, 3);
  });

  it('a model that neither has is not available', async () => {
    await assert.rejects(
      collect(client().ask(question('Hello', { model: 'gemini-9-nowhere' }), never())),
      (error) => error instanceof Failure && error.reason === 'modelUnavailable',
    );

    assert.deepEqual(versions(), ['v1', 'v1beta']);
  });

  it('any other refusal is not taken to the other version', async () => {
    for (const status of [400, 401, 403, 429, 500, 501, 503]) {
      under.server.answerNext({ status, body: { error: { code: '', message: '' } } });
      await assert.rejects(collect(client().ask(question('Hello'), never())), Failure);
    }
    under.server.answerNext({ drop: true });
    await assert.rejects(collect(client().ask(question('Hello'), never())), Failure);

    assert.deepEqual(new Set(versions()), new Set(['v1']));
  });

  it('a chain that Google has forgotten is not looked for on the other version', async () => {
    const gone = question('Hello', { previousInteractionId: 'v1_gone' });

    await assert.rejects(
      collect(client().ask(gone, never())),
      (error) => error instanceof Failure && error.reason === 'historyExpired',
    );

    assert.deepEqual(versions(), ['v1']);
  });
});
