import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../src/core/base/failure';
import { type TransportOptions, transport } from '../../../src/gemini/transport';
import { asBytes, fakeNetwork, pieces, SlowBody } from './fakeNetwork';

const origin = 'https://gemini.example';
const json = { 'content-type': 'application/json' };
const stream = { 'content-type': 'text/event-stream; charset=utf-8' };
const asksForStream = { accept: 'text/event-stream' };

describe('what goes over the wire', () => {
  const network = fakeNetwork();
  const send = (path: string, init: RequestInit = {}, more: Partial<TransportOptions> = {}) =>
    transport({ origin, key: 'k', signal: new AbortController().signal, maxEventBytes: 10, ...more })(
      `${origin}${path}`,
      init,
    );
  const isFailure = (reason: string, code?: string) => (error: unknown) =>
    error instanceof Failure && error.reason === reason && error.code === code;

  it('goes to one origin alone', async () => {
    const other = transport({ origin, key: 'k', signal: new AbortController().signal, maxEventBytes: 10 });
    await assert.rejects(other('https://evil.example/v1/models'), {
      ...{ reason: 'invalidRequest', code: 'foreign_origin', notSent: true },
    });
    assert.deepEqual(network.sent, []);
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
    const [{ url, init } = { url: '', init: {} }] = network.sent;
    assert.deepEqual(
      [String(url), init.method, init.redirect],
      [`${origin}/v1/interactions?stream=true`, 'POST', 'error'],
    );
    assert.equal(init.signal, signal);
    assert.ok(init.body instanceof ArrayBuffer && new TextDecoder().decode(init.body) === '{"a":1}');
    const { 'content-type': _type, ...others } = Object.fromEntries(new Headers(init.headers));
    assert.deepEqual(others, { 'x-goog-api-key': 'k', 'x-a': 'b' });
  });

  it('has no body where there is none, and never says stream=false', async () => {
    await send('/v1/interactions/a?stream=false&b=1');
    const [{ url, init } = { url: '', init: {} }] = network.sent;
    assert.deepEqual([String(url), 'body' in init], [`${origin}/v1/interactions/a?b=1`, false]);
  });

  it('answers a deletion without a body as the SDK needs it', async () => {
    network.answer = () => new Response(null, { status: 204 });
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
      network.answer = () => new Response(asBytes('{}'), { headers: answered });
      if (isTaken) assert.equal(await (await send(path, { headers })).text(), '{}');
      else await assert.rejects(send(path, { headers }), isFailure('foreignAnswer'));
    });
  }

  it('knows by the request what was not found', async () => {
    network.answer = () => Response.json({ error: { code: 'not_found', message: '' } }, { status: 404 });
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
    network.answer = () => new Response(body.stream, { status: 500, headers: json });
    await assert.rejects(send('/v1/models'), isFailure('serviceBusy'));
    assert.deepEqual([body.given, body.isGivenUp], [3, true]);

    const whole = pieces('x'.repeat(63_999), 'x', 'y');
    network.answer = () => new Response(whole.stream, { status: 500, headers: json });
    await assert.rejects(send('/v1/models'), isFailure('serviceBusy'));
    assert.deepEqual([whole.given, whole.isGivenUp], [2, true]);
  });

  it('takes events up to a size, and gives up at one that is larger', async () => {
    const read = async (...texts: readonly string[]) => {
      const body = pieces(...texts);
      network.answer = () => new Response(body.stream, { headers: stream });
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
    assert.equal(await read('01234567', '\n12345678'), '01234567\n12345678');
  });

  it('takes a file up to the same size, whatever its lines', async () => {
    const read = async (...texts: readonly string[]) => {
      network.answer = () => new Response(pieces(...texts).stream, { headers: { 'content-type': 'text/plain' } });
      return (await send('/v1/files/a?alt=media')).text();
    };
    assert.equal(await read('0123\n', '5678\n'), '0123\n5678\n');
    await assert.rejects(read('0123\n', '5678\n', 'a'), isFailure('oversizedEvent'));
  });

  it('keeps the status and the headers of an answer', async () => {
    network.answer = () => new Response('{}', { status: 201, statusText: 'Made', headers: { ...json, 'x-a': 'b' } });
    const { status, statusText, headers } = await send('/v1/models');
    assert.deepEqual([status, statusText, headers.get('x-a')], [201, 'Made', 'b']);
  });

  it('takes a step of an upload that has no body at all', async () => {
    network.answer = () => new Response(null, { headers: { 'x-goog-upload-status': 'active' } });
    const response = await send('/upload');
    assert.deepEqual([response.headers.get('x-goog-upload-status'), response.body], ['active', null]);
  });

  it('ends the words of an error as soon as it is stopped', async () => {
    const body = new SlowBody();
    const stop = new AbortController();
    network.answer = () => new Response(body.stream, { status: 500, headers: json });
    const sending = send('/v1/models', {}, { signal: stop.signal });
    await network.hasSent(1);
    await setImmediate();
    stop.abort();
    await assert.rejects(sending, Failure);
    assert.equal(body.isGivenUp, true);
  });

  it('leaves nothing at the signal of the call, which others may share, once the answer is over', async () => {
    const { signal } = new AbortController();
    const left = () => getEventListeners(signal, 'abort').length;
    const sendFor = (response: Response) => {
      network.answer = () => response;
      return send('/v1/models', {}, { signal });
    };
    await assert.rejects(sendFor(Response.json({}, { status: 500 })), Failure);
    assert.equal(left(), 0, 'an error');
    await (await sendFor(Response.json({ a: 1 }))).text();
    assert.equal(left(), 0, 'a whole body');
    const tooLarge = await sendFor(new Response('x'.repeat(11), { headers: json }));
    assert.equal(left(), 1);
    await assert.rejects(tooLarge.text(), isFailure('oversizedEvent'));
    assert.equal(left(), 0, 'one that is too large');
    await (await sendFor(Response.json({}))).body?.cancel();
    assert.equal(left(), 0, 'one that its reader gives up');
  });

  it('ends a body as soon as it is stopped, also before it is read', async () => {
    for (const isEarly of [false, true]) {
      const body = pieces('{', '}');
      const stop = new AbortController();
      network.answer = () => {
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
    network.answer = () => new Response(body.stream, { headers: json });
    await (await send('/v1/models')).body?.cancel();
    assert.equal(body.isGivenUp, true);
  });
});
