import { geminiOrigin } from '../../names';

export type BaseUrl =
  | { readonly ok: true; readonly origin: string }
  | { readonly ok: false; readonly problem: 'notAnAddress' | 'notHttps' | 'hasUser' | 'hasPath' };

/** An origin that keys may be sent to: https anywhere, plain http only on this machine. Blank is Google's own. */
export function parseBaseUrl(text: string): BaseUrl {
  if (text === '') return { ok: true, origin: geminiOrigin };
  if (!URL.canParse(text)) return { ok: false, problem: 'notAnAddress' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && !isLoopback(url)) return { ok: false, problem: 'notHttps' };
  // `@` alone leaves no user behind in a parsed address, and nobody who writes it means a host.
  if (url.username !== '' || url.password !== '' || text.includes('@')) return { ok: false, problem: 'hasUser' };
  // A lone `?` or `#` leaves nothing behind either.
  if (url.pathname !== '/' || /[?#]/.test(text)) return { ok: false, problem: 'hasPath' };
  return { ok: true, origin: url.origin };
}

/** Plain http to this machine, where nobody in between can read along. */
export function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && isThisMachine(url.hostname);
}

export function isThisMachine(hostname: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
