import assert from 'node:assert/strict';
import type { FailureReason } from '../../../src/core/base/failure';
import { readCode } from '../../../src/gemini/errorBody';
import { reasonOfCode } from '../../../src/gemini/failureReasons';
import { failureFromResponse, failureFromThrown, type RequestKind } from '../../../src/gemini/failures';

const json = new Headers({ 'content-type': 'application/json' });
const rpc = (code: number, message: string, ...details: unknown[]) =>
  JSON.stringify({ error: { code, message, status: 'INVALID_ARGUMENT', details } });
const plain = (code: string, message = '') => JSON.stringify({ error: { code, message } });

const answers: readonly (readonly [string, number, string, FailureReason])[] = [
  ['a wrong key, answered 400', 400, rpc(400, 'API key not valid.', { reason: 'API_KEY_INVALID' }), 'badKey'],
  ['a wrong key, answered 401', 401, plain('authentication'), 'badKey'],
  ['a key of an unsupported kind', 401, rpc(401, '', { reason: 'ACCESS_TOKEN_TYPE_UNSUPPORTED' }), 'badKey'],
  ['a leaked key', 403, plain('permission_denied', 'Your API key was reported as leaked.'), 'leakedKey'],
  ['a restricted key', 403, plain('permission_denied', 'Not allowed'), 'keyNotAllowed'],
  ['a rate limit', 429, plain('rate_limit_exceeded'), 'rateLimited'],
  ['a rate limit in the recorded spelling', 429, plain('too_many_requests'), 'rateLimited'],
  ['a daily quota', 429, rpc(429, 'Quota', { violations: [{ quotaId: 'RequestsPerDay' }] }), 'quotaExceeded'],
  ['a fault of the service', 500, plain('api_error'), 'serviceBusy'],
  ['a fault with a body that is no JSON', 502, 'upstream connect error', 'serviceBusy'],
  ['a fault in a list', 503, `[${rpc(503, 'Deadline expired')}]`, 'serviceBusy'],
  ['an unknown model', 404, plain('model_not_found', 'Model not found'), 'modelUnavailable'],
  ['a forgotten interaction', 404, plain('not_found', 'previous_interaction_id not found'), 'historyExpired'],
  ['a sandbox that is gone', 404, plain('not_found', "Environment 'env_1' not found."), 'environmentGone'],
  ['a sandbox that is too old', 400, plain('invalid_request', 'The environment has expired.'), 'environmentGone'],
  ['a sandbox that is misspelt', 400, plain('invalid_request', "Unknown parameter 'environment.x'."), 'invalidRequest'],
  ['a blocked answer', 400, plain('content_blocked'), 'contentBlocked'],
  ['too long an input', 400, rpc(400, 'The input token count (1196265) exceeds the maximum number'), 'tooLong'],
  ['an old schema', 400, plain('invalid_request', 'The legacy Interactions API schema is no longer'), 'clientTooOld'],
  ['an unknown field', 400, plain('parameter_unknown'), 'invalidRequest'],
  ['nothing at all', 418, '', 'invalidRequest'],
  ['401 without a word', 401, '', 'badKey'],
  ['403 without a word', 403, '', 'keyNotAllowed'],
  ['404 without a word', 404, '', 'notFound'],
  ['410 without a word', 410, '', 'notFound'],
  ['408 without a word', 408, '', 'serviceBusy'],
  ['409 without a word', 409, '', 'serviceBusy'],
  ['400 without a word', 400, '', 'invalidRequest'],
  ['501 without a word', 501, '', 'notOffered'],
  ['500 without a word', 500, '', 'serviceBusy'],
  ['599 without a word', 599, '', 'serviceBusy'],
  ['an expired key', 400, rpc(400, 'API key expired. Please renew the API key.'), 'badKey'],
  ['a wrong key in a list', 400, `[${rpc(400, 'API key not valid. Please pass a valid API key.')}]`, 'badKey'],
  ['a wrong key under 403', 403, plain('permission_denied', 'API key not valid. Please pass one.'), 'badKey'],
  ['a wrong key as a request', 400, plain('invalid_request', 'API key not valid.'), 'badKey'],
  ['402', 402, plain('payment_required'), 'paymentRequired'],
  ['402 of the gateway', 402, rpc(402, 'Your prepayment credits are depleted.'), 'paymentRequired'],
  ['used-up credits under 429', 429, rpc(429, 'Your prepayment credits are depleted.'), 'paymentRequired'],
  ['a spending cap', 429, plain('too_many_requests', 'exceeded its monthly spending cap.'), 'paymentRequired'],
  ['a paid model', 429, rpc(429, 'Quota exceeded, limit: 0', { retryDelay: '34s' }), 'paymentRequired'],
  ['billing that is off', 400, plain('failed_precondition', 'Enable billing for the project.'), 'paymentRequired'],
  ['a quota that is counted up to 10', 429, rpc(429, 'Quota exceeded, limit: 10'), 'rateLimited'],
  ['a country', 400, plain('failed_precondition', 'User location is not supported.'), 'locationUnsupported'],
  ['a country, in a list', 400, `[${rpc(400, 'User location is not supported.')}]`, 'locationUnsupported'],
  ['a block', 400, plain('invalid_request', 'Request blocked due to policy.'), 'contentBlocked'],
  ['a document with a password', 400, plain('invalid_request', 'The document is encrypted.'), 'attachmentRefused'],
  ['a broken picture', 400, rpc(400, 'Unable to process input image. Please retry.'), 'attachmentRefused'],
  ['a PDF without pages', 400, rpc(400, 'The document has no pages.'), 'attachmentRefused'],
  ['a type', 400, plain('invalid_request', 'Unsupported MIME type: image/avif'), 'attachmentRefused'],
  ['a picture for words', 400, plain('invalid_request', 'Image input is not supported for m.'), 'attachmentRefused'],
  [
    'an expired file',
    403,
    rpc(403, 'You do not have permission to access the File a or it may not exist.'),
    'attachmentRefused',
  ],
  ['a signature', 400, plain('invalid_request', 'Invalid thought_signature.'), 'signatureRefused'],
  ['a missing signature', 400, plain('missing_thought_signature'), 'signatureRefused'],
  ['a tool', 400, plain('invalid_request', "The tool 'mcp_server' is not supported by model 'm'."), 'toolRefused'],
  ['a tool by its name', 400, rpc(400, 'Code execution is not enabled for models/m'), 'toolRefused'],
  ['grounding', 400, rpc(400, 'Search Grounding is not supported.'), 'toolRefused'],
  [
    'a fault in a tool',
    400,
    plain('invalid_request', "Duplicate function declaration 'a' in 'tools'."),
    'invalidRequest',
  ],
  ['what is not implemented', 501, plain('unimplemented'), 'notOffered'],
  ['what is not implemented, without a word', 501, '', 'notOffered'],
  ['the background', 400, plain('invalid_request', 'background is not supported'), 'backgroundRefused'],
  ['storing', 400, plain('invalid_request', "'store' must be false for this project."), 'backgroundRefused'],
  ['an upper-case code', 503, rpc(503, 'x').replace('INVALID_ARGUMENT', 'UNAVAILABLE'), 'serviceBusy'],
];

describe('failures of answers', () => {
  for (const [name, status, body, expected] of answers) {
    it(`${name} is ${expected}`, () => {
      assert.equal(failureFromResponse(status, json, body, 'continue').reason, expected);
    });
  }

  it('tells which money is missing', () => {
    const code = (status: number, body: string) => failureFromResponse(status, json, body, 'create').code;
    assert.equal(code(402, plain('payment_required')), 'payment_required');
    assert.equal(code(402, rpc(402, 'Your prepayment credits are depleted.')), 'prepaid_credits');
    assert.equal(code(429, plain('too_many_requests', 'exceeded its monthly spending cap')), 'spending_cap');
    assert.equal(code(429, rpc(429, 'limit: 0')), 'paid_model');
    assert.equal(code(400, plain('failed_precondition', 'Billing is off')), 'billing_off');
  });

  it('knows what a 404 did not find by what was asked', () => {
    const reason = (kind: RequestKind, message = '') =>
      failureFromResponse(404, json, plain('not_found', message), kind).reason;
    assert.equal(reason('create'), 'modelUnavailable');
    assert.equal(reason('continue'), 'notFound');
    assert.equal(reason('continue', 'Interaction x not found'), 'historyExpired');
    assert.equal(reason('other', 'Interaction x not found'), 'notFound');
  });

  it('a web page is a foreign answer, whatever its status', () => {
    const html = new Headers({ 'content-type': 'text/html' });
    assert.equal(failureFromResponse(200, html, '<html>', 'create').reason, 'foreignAnswer');
    const { reason, status } = failureFromResponse(503, html, '<html>', 'create');
    assert.deepEqual([reason, status], ['foreignAnswer', 503]);
  });

  it('takes the wait from the body, from seconds and from a date by the answer’s own clock', () => {
    const wait = (headers: Record<string, string>, body = '{}') =>
      failureFromResponse(429, new Headers(headers), body, 'create').retryAfterMs;
    assert.equal(wait({ 'retry-after': '12' }), 12_000);
    assert.equal(
      wait({ 'retry-after': 'Fri, 20 Nov 2026 10:00:30 GMT', date: 'Fri, 20 Nov 2026 10:00:00 GMT' }),
      30_000,
    );
    assert.equal(wait({}, rpc(429, '', { retryDelay: '34s' })), 34_000);
    assert.equal(wait({ 'retry-after': '12' }, rpc(429, '', { retryDelay: '34s' })), 34_000);
  });

  it('knows no wait where it cannot be read, or where only this machine’s clock could tell it', () => {
    const date = 'Fri, 20 Nov 2026 10:00:00 GMT';
    const wait = (headers: Record<string, string>) =>
      failureFromResponse(429, new Headers(headers), '{}', 'create').retryAfterMs;
    for (const value of ['', 'soon', 'in 12', '12 seconds', '-12']) {
      assert.equal(wait({ 'retry-after': value }), undefined, value);
    }
    assert.equal(wait({ 'retry-after': date }), undefined);
    assert.equal(wait({ 'retry-after': date, date: 'today' }), undefined);
    for (const value of ['soon', 'in 12', '-12', '12,', '2026-11-20']) {
      assert.equal(wait({ 'retry-after': value, date }), undefined, value);
    }
    assert.equal(wait({ 'retry-after': '0' }), 0);
    assert.equal(wait({ 'retry-after': '1.25', date }), 1_250);
    assert.equal(wait({ 'retry-after': 'Fri, 20 Nov 2026 09:59:00 GMT', date }), 0);
  });

  it('calls a wait of more than five minutes a quota', () => {
    const failure = failureFromResponse(
      429,
      new Headers({ 'retry-after': '301' }),
      plain('rate_limit_exceeded'),
      'create',
    );
    assert.equal(failure.reason, 'quotaExceeded');
  });

  it('keeps the service’s sentence out of the failure, because it may quote the question', () => {
    const failure = failureFromResponse(400, json, plain('invalid_request', 'secret question'), 'create');
    assert.doesNotMatch(`${failure.message} ${JSON.stringify(failure)} ${failure.stack}`, /secret/);
  });
});

/** Errors as they are found under `fetch failed`; those of Chromium come bare. */
const networkErrors: readonly (readonly [object, FailureReason, 'notSent' | 'perhapsSent'])[] = [
  [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'offline', 'notSent'],
  [{ code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'offline', 'notSent'],
  [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'offline', 'notSent'],
  [{ code: 'ETIMEDOUT', syscall: 'connect' }, 'offline', 'notSent'],
  [{ code: 'ECONNRESET', host: 'interactions.test', port: 443 }, 'offline', 'notSent'],
  [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'offline', 'notSent'],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'untrustedCertificate', 'notSent'],
  [{ code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, 'untrustedCertificate', 'notSent'],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'untrustedCertificate', 'notSent'],
  [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'untrustedCertificate', 'notSent'],
  [{ code: 'CERT_NOT_YET_VALID' }, 'wrongClock', 'notSent'],
  [{ code: 'CERT_HAS_EXPIRED' }, 'wrongClock', 'notSent'],
  [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'foreignAnswer', 'notSent'],
  [{ code: 'UND_ERR_ABORTED', connectResponseStatusCode: 407 }, 'proxyRefused', 'notSent'],
  [{ code: 'UND_ERR_ABORTED', message: 'Proxy response (407) !== 200 when HTTP Tunneling' }, 'proxyRefused', 'notSent'],
  [{ code: 'UND_ERR_ABORTED', message: 'Proxy response (502) !== 200 when HTTP Tunneling' }, 'offline', 'notSent'],
  [{ message: 'net::ERR_CERT_AUTHORITY_INVALID' }, 'untrustedCertificate', 'notSent'],
  [{ message: 'net::ERR_CERT_DATE_INVALID' }, 'wrongClock', 'notSent'],
  [{ message: 'net::ERR_NAME_NOT_RESOLVED' }, 'offline', 'notSent'],
  [{ message: 'net::ERR_CONNECTION_RESET' }, 'connectionLost', 'perhapsSent'],
  [{ message: "Attempted to redirect, but redirect policy was 'error'" }, 'foreignAnswer', 'perhapsSent'],
  [{ message: 'unexpected redirect' }, 'foreignAnswer', 'perhapsSent'],
  [{ code: 'ECONNRESET', syscall: 'read' }, 'connectionLost', 'perhapsSent'],
  [{ code: 'ETIMEDOUT', syscall: 'read' }, 'connectionLost', 'perhapsSent'],
  [{ code: 'UND_ERR_SOCKET' }, 'connectionLost', 'perhapsSent'],
  [{ code: 'UND_ERR_HEADERS_TIMEOUT' }, 'connectionLost', 'perhapsSent'],
  [{ code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE' }, 'connectionLost', 'perhapsSent'],
  [{ code: 'Z_DATA_ERROR', errno: -3 }, 'malformedAnswer', 'perhapsSent'],
  [{ code: 'HPE_INVALID_CONSTANT' }, 'malformedAnswer', 'perhapsSent'],
];

describe('failures of the network', () => {
  for (const [properties, reason, sent] of networkErrors) {
    it(`${Object.values(properties).join(' ')} is ${reason}, ${sent}`, () => {
      // Wrapped in what says nothing, so that it counts for itself.
      const wrapped = new Error('wrapped', { cause: Object.assign(new Error('x'), properties) });

      const failure = failureFromThrown(new Error('wrapped', { cause: wrapped }));

      assert.equal(failure?.reason, reason);
      assert.equal(failure.notSent, sent === 'notSent');
    });
  }

  it('takes the first of several addresses that were tried', () => {
    const refused = Object.assign(new Error('x'), { code: 'ETIMEDOUT', syscall: 'connect' });
    const all = Object.assign(new AggregateError([refused], ''), { code: 'ETIMEDOUT' });

    assert.equal(failureFromThrown(new TypeError('fetch failed', { cause: all }))?.reason, 'offline');
  });

  it('an error of the network without a code leaves open whether the service worked', () => {
    const failure = failureFromThrown(new TypeError('terminated'));
    assert.equal(failure?.reason, 'connectionLost');
    assert.equal(failure.notSent, false);
  });

  it('keeps what was thrown as its cause, for the log', () => {
    for (const thrown of [new SyntaxError('Unexpected end'), new TypeError('terminated')]) {
      assert.equal(failureFromThrown(thrown)?.cause, thrown);
    }
  });

  it('is looked for no deeper than an error goes that is its own cause', () => {
    const loop = new Error('a');
    loop.cause = loop;
    assert.equal(failureFromThrown(loop), undefined);
  });

  it('a bug is not a failure', () => {
    assert.equal(failureFromThrown(new RangeError('index')), undefined);
    const wrongCall = Object.assign(new TypeError('argument'), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.equal(failureFromThrown(wrongCall), undefined);
    assert.equal(failureFromThrown('text'), undefined);
  });
});

describe('codes in a stream', () => {
  it('are kept only if they look like codes, since codes are logged and kept', () => {
    assert.equal(readCode('gateway_timeout'), 'gateway_timeout');
    for (const other of ['a sentence', 'x'.repeat(65), `AIza${'x'.repeat(20)}`, '', 600, -1, { a: 1 }, undefined]) {
      assert.equal(readCode(other), '');
    }
  });

  it('are told apart', () => {
    assert.equal(reasonOfCode('gateway_timeout', ''), 'serviceBusy');
    assert.equal(reasonOfCode('prohibited_content', ''), 'contentBlocked');
    assert.equal(reasonOfCode('not_found', 'Failed to get completed interaction: Result not found.'), 'historyExpired');
    assert.equal(reasonOfCode('', ''), 'generationFailed');
    assert.equal(reasonOfCode('unauthenticated', 'API key not valid'), 'generationFailed');
    assert.equal(reasonOfCode('permission_denied', ''), 'generationFailed');
  });

  it('may be numbers of google.rpc or of HTTP, or in upper case', () => {
    assert.equal(readCode(13), 'internal');
    assert.equal(readCode(401), 'unauthenticated');
    assert.equal(readCode('UNAVAILABLE'), 'unavailable');
  });
});
