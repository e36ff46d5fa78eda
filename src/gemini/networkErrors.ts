import { Failure, type FailureDetails, type FailureReason } from '../core/base/failure';

/**
 * The Failure behind one error of the network, made by any layer: Node, undici, OpenSSL, zlib, or Chromium, whose stack
 * VS Code uses with `http.electronFetch`. Undefined: the error says nothing of the network. `thrown` becomes the cause.
 */
export function networkFailure(error: Error, thrown: unknown): Failure | undefined {
  const failure = (reason: FailureReason, details: FailureDetails) =>
    new Failure(reason, { cause: thrown, ...details });
  const proxyStatus = statusOfProxy(error);
  if (proxyStatus !== undefined) {
    const reason = proxyStatus === proxyAuthenticationRequired ? 'proxyRefused' : 'offline';
    return failure(reason, { code: `proxy_${proxyStatus}`, notSent: true });
  }
  const chromiumCode = /^net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1];
  const code = nodeCode(error) ?? chromiumCode;
  if (code === undefined) {
    // There is no code for it in undici nor in Electron. Without this it would look like a lost connection.
    return redirectWords.test(error.message) ? failure('foreignAnswer', { code: 'redirect' }) : undefined;
  }
  const reason = reasonBeforeSending(code, error);
  if (reason) return failure(reason, { code, notSent: true });
  if (unreadable.test(code)) return failure('malformedAnswer', { code });
  return lost.test(code) || chromiumCode ? failure('connectionLost', { code }) : undefined;
}

/** What can only happen before a request leaves: while a name is looked up, a socket connected or TLS agreed on. */
function reasonBeforeSending(code: string, error: Error): FailureReason | undefined {
  if (unreachable.has(code)) return 'offline';
  // The same two codes also come in the middle of an answer, from reading.
  if ((code === 'ETIMEDOUT' || code === 'ECONNRESET') && isConnecting(error)) return 'offline';
  if (proxyWantsAuthentication.has(code)) return 'proxyRefused';
  if (notTls.has(code)) return 'foreignAnswer';
  // The other side's complaints about certificates and everything else of OpenSSL may come at any time.
  if (code.startsWith('ERR_SSL_')) return undefined;
  if (wrongDate.has(code)) return 'wrongClock';
  return code.includes('CERT') || untrusted.has(code) ? 'untrustedCertificate' : undefined;
}

/** What a proxy answered to CONNECT, if it refused the tunnel. Where VS Code does not tell, only undici's words do. */
function statusOfProxy(error: Error): number | undefined {
  const { connectResponseStatusCode: told } = error as { connectResponseStatusCode?: unknown };
  if (typeof told === 'number' && told >= 400) return told;
  const said = /^Proxy response \((\d{3})\)/.exec(error.message)?.[1];
  return said === undefined ? undefined : Number(said);
}

function nodeCode(error: Error): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function isConnecting(error: Error): boolean {
  const { syscall, host } = error as { syscall?: unknown; host?: unknown };
  // A reset during the TLS handshake names the host instead of a system call.
  return syscall === 'connect' || (syscall === undefined && host !== undefined);
}

const proxyAuthenticationRequired = 407;

const redirectWords = /^unexpected redirect$|redirect policy was 'error'/;

const unreachable = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_TLSV1_UNRECOGNIZED_NAME',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_CONNECTION_REFUSED',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
]);

const proxyWantsAuthentication = new Set(['ERR_PROXY_AUTH_REQUESTED', 'ERR_PROXY_AUTH_UNSUPPORTED']);

/** Something that speaks no TLS sits at the port, as the sign-in page of a network does. */
const notTls = new Set(['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_HTTP_REQUEST']);

const wrongDate = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_CERT_DATE_INVALID']);

/** OpenSSL's complaints that do not have CERT in their name. */
const untrusted = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
]);

/** Not HTTP, or not packed as its headers say. */
const unreadable = /^(HPE_|Z_|ERR__ERROR_FORMAT|ERR_CONTENT_DECODING_FAILED)/;

/** After a request may have left. Others of undici's only wrap what their cause tells, or say that we have called wrongly. */
const lost =
  /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ERR_SSL_.*|ERR_HTTP2_.*|UND_ERR_(SOCKET|ABORTED|CLOSED|DESTROYED|HEADERS_TIMEOUT|BODY_TIMEOUT|RES_.*))$/;
