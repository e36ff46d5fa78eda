import assert from 'node:assert/strict';
import type { FailureReason } from '../../../src/core/base/failure';
import { networkFailure } from '../../../src/gemini/networkErrors';

interface Told {
  readonly reason: FailureReason;
  readonly code: string;
  readonly notSent: boolean;
}
const told = (properties: object): Told | undefined => {
  const thrown = new Error('all of it');
  const failure = networkFailure(Object.assign(new Error('x'), properties), thrown);
  if (!failure) return undefined;
  assert.equal(failure.cause, thrown);
  return { reason: failure.reason, code: failure.code ?? '', notSent: failure.notSent };
};
const before = (reason: FailureReason, code: string): Told => ({ reason, code, notSent: true });
const perhapsAfter = (reason: FailureReason, code: string): Told => ({ reason, code, notSent: false });

const cases: readonly (readonly [properties: object, told: Told | undefined])[] = [
  [{ connectResponseStatusCode: 407 }, before('proxyRefused', 'proxy_407')],
  [{ connectResponseStatusCode: 400 }, before('offline', 'proxy_400')],
  [{ connectResponseStatusCode: 399 }, undefined],
  [{ connectResponseStatusCode: '407' }, undefined],
  [{ message: 'Proxy response (407) !== 200' }, before('proxyRefused', 'proxy_407')],
  [{ message: 'Proxy response (503) !== 200' }, before('offline', 'proxy_503')],
  [{ message: 'Its Proxy response (503) !== 200' }, undefined],
  [{ code: 'ENOTFOUND', message: 'net::ERR_FAILED' }, before('offline', 'ENOTFOUND')],
  [{ code: 'ETIMEDOUT', syscall: 'connect' }, before('offline', 'ETIMEDOUT')],
  [{ code: 'ECONNRESET', syscall: 'connect' }, before('offline', 'ECONNRESET')],
  [{ code: 'ETIMEDOUT', host: 'a.example' }, before('offline', 'ETIMEDOUT')],
  [{ code: 'ETIMEDOUT', host: 'a.example', syscall: 'read' }, perhapsAfter('connectionLost', 'ETIMEDOUT')],
  [{ code: 'ECONNRESET' }, perhapsAfter('connectionLost', 'ECONNRESET')],
  [{ code: 'EPIPE', syscall: 'connect' }, perhapsAfter('connectionLost', 'EPIPE')],
  [{ message: 'net::ERR_PROXY_AUTH_REQUESTED' }, before('proxyRefused', 'ERR_PROXY_AUTH_REQUESTED')],
  [{ message: 'net::ERR_TUNNEL_CONNECTION_FAILED' }, before('offline', 'ERR_TUNNEL_CONNECTION_FAILED')],
  [{ code: 'ERR_SSL_HTTP_REQUEST' }, before('foreignAnswer', 'ERR_SSL_HTTP_REQUEST')],
  [{ code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }, before('offline', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE')],
  [
    { code: 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN' },
    perhapsAfter('connectionLost', 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN'),
  ],
  [{ code: 'CERT_NOT_YET_VALID' }, before('wrongClock', 'CERT_NOT_YET_VALID')],
  [{ code: 'CERT_UNTRUSTED' }, before('untrustedCertificate', 'CERT_UNTRUSTED')],
  [{ code: 'HOSTNAME_MISMATCH' }, before('untrustedCertificate', 'HOSTNAME_MISMATCH')],
  [{ code: 'HPE_INVALID_CONSTANT' }, perhapsAfter('malformedAnswer', 'HPE_INVALID_CONSTANT')],
  [{ message: 'net::ERR_CONTENT_DECODING_FAILED' }, perhapsAfter('malformedAnswer', 'ERR_CONTENT_DECODING_FAILED')],
  [{ code: 'UND_ERR_BODY_TIMEOUT' }, perhapsAfter('connectionLost', 'UND_ERR_BODY_TIMEOUT')],
  [{ message: 'net::ERR_FAILED (again)' }, perhapsAfter('connectionLost', 'ERR_FAILED')],
  [{ message: 'no net::ERR_FAILED' }, undefined],
  [{ message: 'unexpected redirect' }, perhapsAfter('foreignAnswer', 'redirect')],
  [{ message: 'unexpected redirect', code: 'ERR_INVALID_URL' }, undefined],
  [{ code: 'ERR_INVALID_ARG_TYPE' }, undefined],
  [{ code: 7 }, undefined],
  [{ message: 'index' }, undefined],
];

describe('an error of the network', () => {
  for (const [properties, expected] of cases) {
    it(`${JSON.stringify(properties)} is ${expected?.reason ?? 'none'}`, () =>
      assert.deepEqual(told(properties), expected));
  }
});
