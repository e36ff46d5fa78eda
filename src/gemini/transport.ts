import { Failure } from '../core/base/failure';
import type { RequestKind } from './failures';

export interface TransportOptions {
  /** The only origin that is ever contacted. */
  readonly origin: string;
  readonly key: string;
  readonly signal: AbortSignal;
  /** The longest single event, or file of a sandbox, that is accepted, in bytes. */
  readonly maxEventBytes: number;
}

/** An error body longer than this is cut: it is only read for its code. Characters. */
const longestErrorBody = 64_000;

/**
 * The `fetch` given to the SDK, one for each call.
 *
 * The SDK wraps requests in requests, and undici ties their signals together by weak references: after a garbage
 * collection an abort no longer reaches the socket (nodejs/undici#4068). So the request is made again here, and the body
 * is read by a reader that the signal holds strongly. The key is added here and nowhere else, which keeps it out of the
 * SDK, its logs and its errors; redirects are refused, so that it cannot be carried to a stranger.
 */
export function transport(options: TransportOptions): typeof fetch {
  return async (input, init) => {
    const request = input instanceof Request ? new Request(input, init) : new Request(String(input), init);
    const url = new URL(request.url);
    // The SDK adds it to every `get` that does not stream, and the service once refused it for hours (python-genai #2661).
    if (url.searchParams.get('stream') === 'false') url.searchParams.delete('stream');
    if (url.origin !== options.origin) throw new Failure('invalidRequest', { code: 'foreign_origin', notSent: true });

    const body = request.body ? await request.arrayBuffer() : undefined;
    const response = await fetch(url, {
      method: request.method,
      headers: headersFor(request, options.key),
      redirect: 'error',
      signal: options.signal,
      ...(body && { body }),
    });
    await refuseFailure(request, body, response, options.signal);
    // The SDK takes an empty 204 for an error.
    if (response.status === 204) return new Response('{}', { headers: { 'content-type': 'application/json' } });
    return readable(response, isFile(request), options);
  };
}

function headersFor(request: Request, key: string): Headers {
  const headers = new Headers(request.headers);
  // Set by an environment variable the user may have for other tools; an empty cookie header is of no use.
  headers.delete('x-goog-user-project');
  headers.delete('authorization');
  headers.delete('cookie');
  headers.set('x-goog-api-key', key);
  return headers;
}

async function refuseFailure(
  request: Request,
  body: ArrayBuffer | undefined,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  if (response.ok && isWhatWasAskedFor(request, response)) return;
  const text = await readText(response, signal);
  const { failureFromResponse } = await import('./failures');
  throw failureFromResponse(response.status, response.headers, text, kindOf(request, body));
}

function kindOf({ method, url }: Request, body: ArrayBuffer | undefined): RequestKind {
  if (method !== 'POST' || !new URL(url).pathname.endsWith('/interactions')) return 'other';
  // Inside a JSON text the quotes would be escaped, so only the field itself is found.
  return new TextDecoder().decode(body).includes('"previous_interaction_id":') ? 'continue' : 'create';
}

/** A portal or a proxy may call anything a success, and the SDK takes it for an answer, or fails as only a bug does. */
function isWhatWasAskedFor(request: Request, response: Response): boolean {
  if (response.status === 204) return request.method === 'DELETE';
  // Steps of an upload are answered in headers alone.
  if (response.headers.has('x-goog-upload-status')) return true;
  // The bytes of a file have the type of the file. Its listing came from the service a moment ago.
  if (isFile(request)) return true;
  const wanted = request.headers.get('accept') === 'text/event-stream' ? 'text/event-stream' : 'application/json';
  return (response.headers.get('content-type') ?? '').includes(wanted);
}

function isFile({ url }: Request): boolean {
  return new URL(url).searchParams.get('alt') === 'media';
}

async function readText(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (text.length < longestErrorBody) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
  return text;
}

/** The body as it comes, as long as no event in it is too long; `isOne`: as long as all of it is not. */
function readable(response: Response, isOne: boolean, { signal, maxEventBytes }: TransportOptions): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  let bytesSinceNewline = 0;
  let stop = () => {};

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stop = () => {
        reader.cancel(signal.reason).catch(() => undefined);
        controller.error(signal.reason);
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      if (done) {
        signal.removeEventListener('abort', stop);
        controller.close();
        return;
      }
      const newline = isOne ? -1 : value.lastIndexOf(newlineByte);
      bytesSinceNewline = newline < 0 ? bytesSinceNewline + value.length : value.length - newline;
      if (bytesSinceNewline > maxEventBytes) {
        signal.removeEventListener('abort', stop);
        reader.cancel().catch(() => undefined);
        controller.error(new Failure('oversizedEvent'));
        return;
      }
      controller.enqueue(value);
    },
    cancel(reason) {
      signal.removeEventListener('abort', stop);
      return reader.cancel(reason);
    },
  });
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
}

const newlineByte = 10;
