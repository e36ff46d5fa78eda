import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { isJsonObject, type JsonObject } from '../../../src/core/base/json';
import { jsonOrText } from '../../live/frames';
import { type LocalServer, startLocalServer } from '../../server/localServer';
import { changesAsAssumed, RunningAnswers, serviceAsAssumed } from './serviceAsAssumed';
import { WalkClock } from './walkClock';

export const testKey = 'AQ.test-key-of-the-person-0123456789';

/** A request as it came. */
export interface Heard {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: JsonObject;
  readonly text: string;
}

/** What is answered in place of the local server: a body as JSON, or as it is, or silence for good. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly sse: string }
  | 'silence';

/** The request that goes to the local server in place of the one that came. */
export interface Rewritten {
  readonly path?: string;
  readonly body?: JsonObject;
}

/** How a service differs from the one we assume. */
export interface Deviation {
  /** Answers for the service, or changes what it is asked. */
  answers?(heard: Heard, standIn: DevOverrides): Reply | Rewritten | undefined;
  /** Changes what the service says, a stream as a whole. */
  changes?(body: string, heard: Heard): string;
}

export interface DevOverrides {
  readonly url: string;
  readonly server: LocalServer;
  readonly clock: WalkClock;
  /** All requests in order. */
  readonly heard: readonly Heard[];
  /** All signatures that were given out. */
  readonly signatures: ReadonlySet<string>;
  close(): Promise<void>;
}

/** A service as the probes assume it: the local server, and what it lacks. A deviation changes one thing of it. */
export async function startStandIn(deviation: Deviation = {}): Promise<DevOverrides> {
  const server = await startLocalServer({ keys: [testKey] });
  const heard: Heard[] = [];
  const signatures = new Set<string>();
  const running = new RunningAnswers(server);
  const proxy = createServer((request, response) => {
    // A client that leaves is no fault of the test.
    void pass(request, response).catch(() => response.destroy());
  });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const value = jsonOrText(text);
    const { method = '', url: path = '', headers } = request;
    const one: Heard = { method, path, headers, text, body: isJsonObject(value) ? value : {} };
    heard.push(one);
    const found = deviation.answers?.(one, standIn) ?? serviceAsAssumed(one, standIn);
    if (found === 'silence') return;
    if (found && ('status' in found || 'sse' in found)) return send(response, found);
    running.before(one);
    await forward(one, found ?? {}, response);
    running.after(one);
  }

  async function forward(one: Heard, { path, body }: Rewritten, response: ServerResponse): Promise<void> {
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const content = body ? JSON.stringify(body) : one.text;
    const answer = await fetch(server.url + (path ?? one.path), {
      method: one.method,
      headers: {
        ...uploadHeaders(Object.entries(one.headers)),
        'x-goog-api-key': String(one.headers['x-goog-api-key'] ?? ''),
        'content-type': 'application/json',
      },
      signal: leaving.signal,
      ...(content !== '' && { body: content }),
    });
    const type = answer.headers.get('content-type') ?? '';
    if (deviation.changes || type.includes('json')) {
      const whole = changesAsAssumed(await answer.text(), one);
      for (const [, signature = ''] of whole.matchAll(/"signature":"([^"]+)"/g)) signatures.add(signature);
      response.writeHead(answer.status, { 'content-type': type, ...uploadHeaders(answer.headers) });
      response.end(deviation.changes?.(whole, one) ?? whole);
      return;
    }
    response.writeHead(answer.status, { 'content-type': type, ...uploadHeaders(answer.headers) });
    for await (const piece of answer.body ?? []) response.write(piece);
    response.end();
  }

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  const standIn: DevOverrides = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    server,
    clock: new WalkClock(),
    heard,
    signatures,
    close: async () => {
      const closed = new Promise<void>((resolve) => proxy.close(() => resolve()));
      proxy.closeAllConnections();
      await closed;
      await server.close();
    },
  };
  return standIn;
}

/** What says where an upload stands. */
function uploadHeaders(headers: Iterable<readonly [string, unknown]>): Readonly<Record<string, string>> {
  const ours = [...headers].filter(([name]) => name.startsWith('x-goog-upload-'));
  return Object.fromEntries(ours.map(([name, value]) => [name, String(value)]));
}

function send(response: ServerResponse, reply: Exclude<Reply, 'silence'>): void {
  if ('sse' in reply) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(reply.sse);
    return;
  }
  const { status, body = {}, headers } = reply;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
