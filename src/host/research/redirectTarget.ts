import type { FindTarget } from '../../core/research/report/redirects';

/** How long Google may take to say where an address leads, in milliseconds. */
const patienceMs = 15_000;

/**
 * Asks Google where one of its addresses leads. The page itself is not asked, and no key is sent. `get`: VS Code's own way into
 * the network.
 */
export function redirectTarget(get: typeof fetch = fetch): FindTarget {
  return async (url, signal) => {
    try {
      const response = await get(url, {
        method: 'HEAD',
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      });
      const location = response.headers.get('location');
      return location === null ? undefined : new URL(location, url).href;
    } catch {
      return undefined;
    }
  };
}
