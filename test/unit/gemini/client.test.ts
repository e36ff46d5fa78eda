import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { Failure, type FailureReason } from '../../../src/core/base/failure';
import { interactionsOver } from '../../../src/gemini/client';
import { collect, never, question, serverUnderTest, textOf } from './serverUnderTest';

describe('the client', () => {
  const under = serverUnderTest({ researchMs: 20 });

  it('streams an answer and ends with its usage', async () => {
    const events = await collect(under.client.ask(question('Hello'), never()));

    const last = events.at(-1);
    assert.ok(textOf(events).length > 0);
    assert.equal(last?.type, 'completed');
    assert.ok(last.interaction.usage && last.interaction.usage.total > 0);
  });

  it('continues from a stored interaction by sending the new turn alone', async () => {
    const first = await collect(under.client.ask(question('My name is Ada.'), never()));
    const id = first.flatMap((event) => (event.type === 'created' ? [event.interaction.id] : []))[0];
    assert.ok(id);

    const second = under.client.ask(question('What is my name?', { previousInteractionId: id }), never());

    assert.match(textOf(await collect(second)), /Ada/);
    const sent = JSON.stringify(under.server.requests.at(-1)?.body);
    assert.doesNotMatch(sent, /My name is/);
  });

  it('sends the key in its header only, and nowhere else', async () => {
    await collect(under.client.ask(question('Hello'), never()));

    const [request] = under.server.requests;
    assert.ok(request);
    assert.equal(request.headers['x-goog-api-key'], 'test-key');
    const { 'x-goog-api-key': _key, ...others } = request.headers;
    assert.doesNotMatch(JSON.stringify([others, request.path, request.body]), /test-key/);
  });

  it('asks once and no more when the connection drops after the request was sent', async () => {
    under.server.answerNext({ drop: true });

    await assert.rejects(collect(under.client.ask(question('Hello'), never())), reason('connectionLost'));

    assert.equal(under.server.requests.length, 1);
  });

  it('asks once and no more when the service is unavailable', async () => {
    under.server.answerNext({ status: 503, body: { error: { code: 'service_unavailable', message: 'Busy' } } });

    await assert.rejects(collect(under.client.ask(question('Hello'), never())), reason('serviceBusy'));

    assert.equal(under.server.requests.length, 1);
  });

  it('tells that nothing was sent when the service cannot be reached', async () => {
    const origin = under.server.url;
    await under.server.close();
    const client = interactionsOver(() => Promise.resolve({ origin, key: 'k' }));

    await assert.rejects(
      collect(client.ask(question('Hello'), never())),
      (error) => error instanceof Failure && error.reason === 'offline' && error.notSent,
    );
  });

  it('refuses a redirect, so that neither key nor question reaches another origin', async () => {
    under.server.answerNext({ status: 307, headers: { location: 'http://127.0.0.1:9/v1/interactions' } });

    await assert.rejects(collect(under.client.ask(question('Hello'), never())), Failure);

    assert.equal(under.server.requests.length, 1);
  });

  it('takes a page in place of an answer for what it is', async () => {
    under.server.answerNext({ status: 200, body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } });

    await assert.rejects(collect(under.client.ask(question('Hello'), never())), reason('foreignAnswer'));
  });

  it('takes a body that is cut for an answer that cannot be read', async () => {
    for (const body of ['', '{"id":"v1_x","sta']) {
      under.server.answerNext({ for: 'get', status: 200, body, headers: { 'content-type': 'application/json' } });
      await assert.rejects(under.client.get('v1_x', never()), reason('malformedAnswer'));
    }
  });

  it('refuses an endless line instead of keeping it', async function () {
    this.timeout(20_000);
    under.server.answerNext({ sse: `data: ${'x'.repeat(33 * 1024 * 1024)}\n\n` });

    await assert.rejects(collect(under.client.ask(question('Hello'), never())), reason('oversizedEvent'));
  });

  it('runs an agent in the background and reads its result', async () => {
    const started = await under.client.startAgent(
      {
        agent: 'deep-research-preview-04-2026',
        input: [{ type: 'text', text: 'Heat pumps' }],
        agentConfig: { type: 'deep-research', thinking_summaries: 'auto' },
      },
      never(),
    );
    const events = await collect(under.client.follow(started.id, undefined, never()));

    const done = await under.client.get(started.id, never());

    assert.equal(events.at(-1)?.type, 'completed');
    assert.equal(done.status, 'completed');
    assert.ok(done.steps.some((step) => step.type === 'model_output'));
  });

  it('cancels and deletes', async () => {
    under.server.holdAfter(1);
    const started = await under.client.startAgent(
      {
        agent: 'deep-research-preview-04-2026',
        input: [{ type: 'text', text: 'Heat pumps' }],
        agentConfig: { type: 'deep-research' },
      },
      never(),
    );
    await under.server.held();

    await under.client.cancel(started.id, never());
    await collect(under.client.follow(started.id, undefined, never()));
    assert.equal((await under.client.get(started.id, never())).status, 'cancelled');

    await under.client.delete(started.id, never());
    await assert.rejects(under.client.get(started.id, never()), reason('notFound'));
  });

  it('lists every page of models and tells which chat', async () => {
    const models = await under.client.listModels(never());

    const flash = models.find((model) => model.id === 'gemini-3.8-flash');
    assert.ok(flash?.chats);
    assert.ok(models.some((model) => !model.chats));
  });

  it('explains a refused key', async () => {
    const client = interactionsOver(() => Promise.resolve({ origin: under.server.url, key: 'bad-key' }));

    await assert.rejects(client.listModels(never()), reason('badKey'));
  });

  it('shows no key even when the SDK is told to print its requests', async () => {
    const printed: string[] = [];
    const methods = ['log', 'debug', 'info', 'warn', 'error'] as const;
    const before = methods.map((name) => console[name]);
    process.env.GOOGLE_GENAI_DEBUG = 'true';
    for (const name of methods) console[name] = (...args: unknown[]) => printed.push(inspect(args, { depth: 9 }));
    try {
      await collect(under.client.ask(question('Hello'), never()));
      await under.client.listModels(never());
    } finally {
      delete process.env.GOOGLE_GENAI_DEBUG;
      methods.forEach((name, index) => {
        console[name] = before[index] ?? console[name];
      });
    }

    assert.equal(under.server.requests[0]?.headers['x-goog-api-key'], 'test-key');
    assert.doesNotMatch(printed.join('\n'), /test-key/);
  });

  it('makes nothing of environment variables meant for other tools', async () => {
    const names = ['GOOGLE_GEMINI_BASE_URL', 'GOOGLE_API_KEY', 'GOOGLE_GENAI_USER_PROJECT', 'GOOGLE_GENAI_API_VERSION'];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = 'http://127.0.0.1:9/canary';
    process.env.GOOGLE_GENAI_USE_VERTEXAI = 'true';
    try {
      await collect(under.client.ask(question('Hello'), never()));
    } finally {
      delete process.env.GOOGLE_GENAI_USE_VERTEXAI;
      names.forEach((name, index) => {
        const value = before[index];
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      });
    }

    const [request] = under.server.requests;
    assert.equal(request?.path, '/v1/interactions');
    assert.doesNotMatch(JSON.stringify(request.headers), /canary/);
  });
});

function reason(expected: FailureReason): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof Failure, String(error));
    assert.equal(error.reason, expected);
    return true;
  };
}
