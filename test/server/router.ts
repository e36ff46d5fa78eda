import { create } from './createRoute';
import { getModel, listModels } from './modelRoutes';
import type { Exchange } from './requestLog';
import type { RequestKind } from './scriptedAnswer';
import { replay } from './scriptedReplay';
import type { ServerState } from './serverState';
import { cancel, get, remove } from './storedRoutes';
import { gatewayRefusal, invalidRequest, refusal, WireError } from './wireError';

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly kind: RequestKind;
  readonly handle: (state: ServerState, exchange: Exchange, id: string, query: URLSearchParams) => unknown;
}

const routes: readonly Route[] = [
  { method: 'POST', path: /^\/v1\/interactions$/, kind: 'create', handle: create },
  { method: 'GET', path: /^\/v1\/interactions\/([^/]+)$/, kind: 'get', handle: get },
  { method: 'POST', path: /^\/v1\/interactions\/([^/]+)\/cancel$/, kind: 'cancel', handle: cancel },
  { method: 'DELETE', path: /^\/v1\/interactions\/([^/]+)$/, kind: 'delete', handle: remove },
  { method: 'GET', path: /^\/v1\/models$/, kind: 'models', handle: (_, e, __, query) => listModels(e, query) },
  { method: 'GET', path: /^\/v1\/models\/([^/]+)$/, kind: 'models', handle: (_, e, id) => getModel(e, id) },
];

/** Answers one request, whatever happens on the way. */
export async function answer(state: ServerState, exchange: Exchange): Promise<void> {
  try {
    const text = await exchange.readBody();
    exchange.body = parsed(text);
    const url = new URL(exchange.path, 'http://localhost');
    checkKey(state, exchange.headers['x-goog-api-key'] ?? '');
    const route = routes.find(({ method, path }) => method === exchange.method && path.test(url.pathname));
    if (!route) throw refusal(404, 'not_found', `${exchange.method} ${url.pathname} was not found on this server.`);
    if (text !== '' && exchange.body === undefined) throw invalidRequest('The request body is not valid JSON.');
    // A scripted create is taken by its route, after the request has been checked.
    const scripted = route.kind === 'create' ? undefined : state.queue.take(route.kind);
    const id = decodeURIComponent(route.path.exec(url.pathname)?.[1] ?? '');
    await (scripted ? replay(state, exchange, scripted) : route.handle(state, exchange, id, url.searchParams));
  } catch (error) {
    if (exchange.response.headersSent || exchange.gone.aborted) return exchange.reset();
    if (error instanceof WireError) return exchange.json(error.status, error.body);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    exchange.json(500, { error: { code: 'api_error', message: `The local test server failed: ${reason}` } });
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkKey(state: ServerState, key: string): void {
  if (key === '') throw refusal(401, 'authentication', 'The request has no API key.');
  if (state.acceptsKey(key)) return;
  throw gatewayRefusal(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    },
  ]);
}
