import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/base/failure';
import { type TransportOptions, transport } from '../../../src/gemini/transport';

const origin = 'https://gemini.example';
const json = { 'content-type': 'application/json' };
const stream = { 'content-type': 'text/event-stream; charset=utf-8' };
const asksForStream = { accept: 'text/event-stream' };
const asBytes = (text: string) => new TextEncoder().encode(text);

/** A body that comes in these pieces and notes whether it was given up. */
function pieces(...texts: readonly string[]) {
  const body = { stream: new ReadableStream<Uint8Array>(), given: 0, isGivenUp: false };
  body.stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const text = texts[body.given];
        body.given += 1;
        if (text === undefined) controller.close();
        else controller.enqueue(asBytes(text));
      },
      cancel() {
        body.isGivenUp = true;
      },
    },
    { highWaterMark: 0 },
  );
  return body;
}

describe('what goes over the wire', () => {
  const network = globalThis.fetch;
  let sent: { readonly url: string; readonly init: RequestInit }[];
  let answer: () => Response;
  beforeEach(() => {
    sent = [];
    answer = () => new Response('{}', { headers: json });
    globalThis.fetch = async (input, init = {}) => {
      sent.push({ url: String(input), init });
      return answer();
    };
  });
  afterEach(() => {
    globalThis.fetch = network;
  });
  const send = (path: string, init: RequestInit = {}, more: Partial<TransportOptions> = {}) =>
    transport({ origin, key: 'k', signal: new AbortController().signal, maxEventBytes: 10, ...more })(
      `${origin}${path}`,
      init,
    );
  const isFailure = (reason: string, code?: string) => (error: unknown) =>
    error instanceof Failure && error.reason === reason && error.code === code;

  it('goes to one origin alone', async () => {
    const other = transport({ origin, key: 'k', signal: new AbortController().signal, maxEventBytes: 10 });
    await assert.rejects(other('https://evil.example/v1/models'), isFailure('invalidRequest', 'foreign_origin'));
    assert.deepEqual(sent, []);
  });

  it('has the key, and none of what other tools would add', async () => {
    const headers = {
      'X-Goog-User-Project': 'p',
      Authorization: 'a',
      Cookie: 'c',
      'x-goog-api-key': 'old',
      'x-a': 'b',
    };
    const { signal } = new AbortController();
    const input = new Request(`${origin}/v1/interactions?stream=true`, { method: 'POST', headers, body: '{"a":1}' });
    await transport({ origin, key: 'k', signal, maxEventBytes: 10 })(input);
    const [{ url, init } = { url: '', init: {} }] = sent;
    assert.deepEqual([url, init.method, init.redirect], [`${origin}/v1/interactions?stream=true`, 'POST', 'error']);
    assert.equal(init.signal, signal);
    assert.ok(init.body instanceof ArrayBuffer && new TextDecoder().decode(init.body) === '{"a":1}');
    const { 'content-type': _type, ...others } = Object.fromEntries(new Headers(init.headers));
    assert.deepEqual(others, { 'x-goog-api-key': 'k', 'x-a': 'b' });
  });

  it('has no body where there is none, and never says stream=false', async () => {
    await send('/v1/interactions/a?stream=false&b=1');
    assert.deepEqual([sent[0]?.url, sent[0] && 'body' in sent[0].init], [`${origin}/v1/interactions/a?b=1`, false]);
  });

  it('answers a deletion without a body as the SDK needs it', async () => {
    answer = () => new Response(null, { status: 204 });
    const response = await send('/v1/interactions/a', { method: 'DELETE' });
    assert.deepEqual([response.status, await response.json()], [200, {}]);
    await assert.rejects(send('/v1/interactions/a'), isFailure('foreignAnswer'));
  });

  const kinds: readonly (readonly [
    what: string,
    path: string,
    headers: Record<string, string>,
    answered: Record<string, string>,
    isTaken: boolean,
  ])[] = [
    ['JSON', '/v1/models', {}, json, true],
    ['JSON in place of a stream', '/v1/models', asksForStream, json, false],
    ['a stream', '/v1/models', asksForStream, stream, true],
    ['a stream in place of JSON', '/v1/models', {}, stream, false],
    ['no type', '/v1/models', {}, {}, false],
    ['a step of an upload', '/upload', {}, { 'x-goog-upload-status': 'active' }, true],
    ['a file', '/v1/files/a?alt=media', {}, { 'content-type': 'image/png' }, true],
    ['a file that was not asked for', '/v1/files/a?alt=json', {}, { 'content-type': 'image/png' }, false],
  ];
  for (const [what, path, headers, answered, isTaken] of kinds) {
    it(`${isTaken ? 'takes' : 'does not take'} ${what}`, async () => {
      answer = () => new Response(asBytes('{}'), { headers: answered });
      if (isTaken) assert.equal(await (await send(path, { headers })).text(), '{}');
      else await assert.rejects(send(path, { headers }), isFailure('foreignAnswer'));
    });
  }

  it('knows by the request what was not found', async () => {
    answer = () => Response.json({ error: { code: 'not_found', message: '' } }, { status: 404 });
    const post = (path: string, body: object) => send(path, { method: 'POST', body: JSON.stringify(body) });
    await assert.rejects(
      post('/v1/interactions', { input: '"previous_interaction_id":' }),
      isFailure('modelUnavailable', 'not_found'),
    );
    await assert.rejects(
      post('/v1/interactions', { previous_interaction_id: 'a' }),
      isFailure('notFound', 'not_found'),
    );
    await assert.rejects(post('/v1/interactions/a/cancel', {}), isFailure('notFound', 'not_found'));
    await assert.rejects(send('/v1/interactions'), isFailure('notFound', 'not_found'));
  });

  it('reads no more of the words of an error than it needs', async () => {
    const body = pieces('{"error":{"code":"api_error","message":"', 'x'.repeat(40_000), 'x'.repeat(40_000), 'y', '"}}');
    answer = () => new Response(body.stream, { status: 500, headers: json });
    await assert.rejects(send('/v1/models'), isFailure('serviceBusy'));
    assert.deepEqual([body.given, body.isGivenUp], [3, true]);
  });

  it('takes events up to a size, and gives up at one that is larger', async () => {
    const read = async (...texts: readonly string[]) => {
      const body = pieces(...texts);
      answer = () => new Response(body.stream, { headers: stream });
      const text = (await send('/v1/interactions', { headers: asksForStream })).text();
      return text
        .finally(() => assert.ok(body.given > 0))
        .catch((error: unknown) => {
          assert.ok(isFailure('oversizedEvent')(error) && body.isGivenUp);
          return 'too large';
        });
    };
    assert.equal(await read('0123', '456789'), '0123456789');
    assert.equal(await read('0123', '4567890'), 'too large');
    assert.equal(await read('01234567\n', '012345678\n', '012345678'), '01234567\n012345678\n012345678');
    assert.equal(await read('01234\n678', '01234567'), 'too large');
  });

  it('takes a file up to the same size, whatever its lines', async () => {
    const read = async (...texts: readonly string[]) => {
      answer = () => new Response(pieces(...texts).stream, { headers: { 'content-type': 'text/plain' } });
      return (await send('/v1/files/a?alt=media')).text();
    };
    assert.equal(await read('0123\n', '5678\n'), '0123\n5678\n');
    await assert.rejects(read('0123\n', '5678\n', 'a'), isFailure('oversizedEvent'));
  });

  it('keeps the status and the headers of an answer', async () => {
    answer = () => new Response('{}', { status: 201, statusText: 'Made', headers: { ...json, 'x-a': 'b' } });
    const { status, statusText, headers } = await send('/v1/models');
    assert.deepEqual([status, statusText, headers.get('x-a')], [201, 'Made', 'b']);
  });

  it('ends a body as soon as it is stopped, also before it is read', async () => {
    for (const isEarly of [false, true]) {
      const body = pieces('{', '}');
      const stop = new AbortController();
      answer = () => {
        if (isEarly) stop.abort('stop');
        return new Response(body.stream, { headers: json });
      };
      const response = await send('/v1/models', {}, { signal: stop.signal });
      const reader = response.body?.getReader();
      if (!isEarly) {
        assert.deepEqual((await reader?.read())?.value, asBytes('{'));
        stop.abort('stop');
      }
      await assert.rejects(
        async () => reader?.read(),
        (reason) => reason === 'stop',
      );
      assert.equal(body.isGivenUp, true);
    }
  });

  it('gives a body up where its reader does', async () => {
    const body = pieces('{', '}');
    answer = () => new Response(body.stream, { headers: json });
    await (await send('/v1/models')).body?.cancel();
    assert.equal(body.isGivenUp, true);
  });
});
