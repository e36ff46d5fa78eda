import type { GoogleGenAI } from '@google/genai/web';
import type { ApiVersion } from './apiVersions';
import { loadSdk } from './sdk';
import { transport } from './transport';

/** Where requests go and with which key. Read again for each call, so that a changed key counts at once. */
export interface Connection {
  readonly origin: string;
  readonly key: string;
  /** Told of each call whether it got to the service. Of one that was aborted or broke off, nothing is known. */
  readonly onReach?: (isReached: boolean) => void;
}

/** An event may hold a whole image in base64. Bytes. */
const maxEventBytes = 32 * 1024 * 1024;

/**
 * Runs one call with an SDK client of its own: the transport is bound to the call's signal and key. Rejects with a Failure,
 * or with the signal's reason as soon as it aborts.
 */
export async function withSdk<T>(
  connection: () => Promise<Connection>,
  apiVersion: ApiVersion,
  signal: AbortSignal,
  run: (sdk: GoogleGenAI) => Promise<T>,
): Promise<T> {
  const { origin, key, onReach } = await connection();
  const { GoogleGenAI } = await loadSdk();
  signal.throwIfAborted();
  // Every value is explicit, because the SDK reads some from environment variables meant for other tools. The key
  // stands in the transport only.
  const sdk = new GoogleGenAI({
    apiKey: 'held-by-the-transport',
    vertexai: false,
    apiVersion,
    httpOptions: { baseUrl: origin, fetch: transport({ origin, key, signal, maxEventBytes }) },
  });
  try {
    const result = await abortable(run(sdk), signal);
    onReach?.(true);
    return result;
  } catch (error) {
    signal.throwIfAborted();
    const { failureFromThrown } = await import('./failures');
    signal.throwIfAborted();
    const failure = failureFromThrown(error);
    if (failure?.reason === 'offline') onReach?.(false);
    else if (failure?.status !== undefined) onReach?.(true);
    throw failure ?? error;
  }
}

/** Rejects as soon as the signal aborts, whatever the SDK still waits for. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
