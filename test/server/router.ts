import { create } from './createRoute';
import { environmentFiles, listEnvironments, removeEnvironment } from './environmentRoutes';
import { getFile, listFiles, removeFile, uploadFile } from './fileRoutes';
import { checkKey } from './keyCheck';
import { getModel, listModels } from './modelRoutes';
import type { Exchange } from './requestLog';
import type { RequestKind } from './scriptedAnswer';
import { replay } from './scriptedReplay';
import type { Call, ServerState } from './serverState';
import { cancel, get, remove } from './storedRoutes';
import * as stores from './storeRoutes';
import type { ApiVersion } from './wire';
import { invalidRequest, refusal, WireError } from './wireError';

interface Route {
  readonly method: string;
  /** After the version. */
  readonly path: RegExp;
  readonly kind: RequestKind;
  readonly handle: (call: Call) => unknown;
}

/** With the prefix of uploads, which stands before the version. */
const uploads = /^\/upload\/files$/;
const documentUploads = /^\/upload\/fileSearchStores\/([^/:]+):uploadToFileSearchStore$/;

const routes: readonly Route[] = [
  { method: 'POST', path: /^\/interactions$/, kind: 'create', handle: create },
  { method: 'GET', path: /^\/interactions\/([^/]+)$/, kind: 'get', handle: get },
  { method: 'POST', path: /^\/interactions\/([^/]+)\/cancel$/, kind: 'cancel', handle: cancel },
  { method: 'DELETE', path: /^\/interactions\/([^/]+)$/, kind: 'delete', handle: remove },
  { method: 'GET', path: /^\/environments$/, kind: 'environments', handle: listEnvironments },
  { method: 'GET', path: /^\/environments\/([^/]+)\/files(\/.*)?$/, kind: 'environments', handle: environmentFiles },
  { method: 'DELETE', path: /^\/environments\/([^/]+)$/, kind: 'environments', handle: removeEnvironment },
  { method: 'GET', path: /^\/files$/, kind: 'files', handle: listFiles },
  { method: 'GET', path: /^\/files\/([^/]+)$/, kind: 'files', handle: getFile },
  { method: 'DELETE', path: /^\/files\/([^/]+)$/, kind: 'files', handle: removeFile },
  { method: 'POST', path: uploads, kind: 'files', handle: uploadFile },
  { method: 'POST', path: /^\/fileSearchStores$/, kind: 'stores', handle: stores.createStore },
  { method: 'GET', path: /^\/fileSearchStores$/, kind: 'stores', handle: stores.listStores },
  { method: 'GET', path: /^\/fileSearchStores\/([^/]+)$/, kind: 'stores', handle: stores.getStore },
  { method: 'DELETE', path: /^\/fileSearchStores\/([^/]+)$/, kind: 'stores', handle: stores.removeStore },
  { method: 'GET', path: /^\/fileSearchStores\/([^/]+)\/documents$/, kind: 'stores', handle: stores.listDocuments },
  {
    method: 'DELETE',
    path: /^\/fileSearchStores\/([^/]+\/documents\/[^/]+)$/,
    kind: 'stores',
    handle: stores.removeDocument,
  },
  { method: 'POST', path: documentUploads, kind: 'stores', handle: stores.uploadDocument },
  {
    method: 'GET',
    path: /^\/fileSearchStores\/([^/]+\/upload\/operations\/[^/]+)$/,
    kind: 'stores',
    handle: stores.getOperation,
  },
  { method: 'GET', path: /^\/models$/, kind: 'models', handle: listModels },
  { method: 'GET', path: /^\/models\/([^/]+)$/, kind: 'models', handle: getModel },
];

/** What goes inline has to fit in this. Source: the page "File input methods" of the Gemini API. Bytes. */
const largestBody = 20 * 1024 * 1024;

/** Answers one request, whatever happens on the way. */
export async function answer(state: ServerState, exchange: Exchange): Promise<void> {
  try {
    const text = await exchange.readBody();
    const isPiece = exchange.path.startsWith('/upload/') && exchange.headers['x-goog-upload-command'] !== 'start';
    if (text.length > largestBody) {
      throw invalidRequest(`Request payload size exceeds the limit: ${largestBody} bytes.`);
    }
    exchange.body = isPiece ? undefined : parsed(text);
    checkKey(exchange.headers['x-goog-api-key'] ?? '', state.keys);
    const { route, call } = routed(state, exchange);
    if (text !== '' && exchange.body === undefined && !isPiece)
      throw invalidRequest('The request body is not valid JSON.');
    if (state.behaviour.refusesStreamFalse) checkStreamFlag(call);
    // A scripted create is taken by its route, after the request has been checked.
    const scripted = route.kind === 'create' ? undefined : state.queue.take(route.kind);
    await (scripted ? replay(state, exchange, scripted) : route.handle(call));
  } catch (error) {
    if (exchange.response.headersSent || exchange.gone.aborted) return exchange.reset();
    if (error instanceof WireError) return exchange.json(error.status, error.body);
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    exchange.json(500, { error: { code: 'api_error', message: `The local test server failed: ${reason}` } });
  }
}

function routed(state: ServerState, exchange: Exchange): { readonly route: Route; readonly call: Call } {
  const { pathname, searchParams: query } = new URL(exchange.path, 'http://localhost');
  const [, upload = '', prefix, path = ''] = /^(\/upload)?\/(v1|v1beta)(\/.*)$/.exec(pathname) ?? [];
  const rest = `${upload}${path}`;
  const route = routes.find(({ method, path }) => method === exchange.method && path.test(rest));
  const isElsewhere = route?.kind === 'stores' && prefix !== state.behaviour.storesOn;
  if (!route || isElsewhere)
    throw refusal(404, 'not_found', `${exchange.method} ${pathname} was not found on this server.`);
  const id = decodeURIComponent(route.path.exec(rest)?.[1] ?? '');
  const version: ApiVersion = prefix === 'v1beta' ? 'v1beta' : 'v1';
  return { route, call: { state, exchange, version, id, query } };
}

/** In the words of the service while a part of its machines did not know the parameter. */
function checkStreamFlag({ exchange, query }: Call): void {
  if (exchange.method !== 'GET' || query.get('stream') !== 'false') return;
  throw invalidRequest(
    'Invalid JSON payload received. Unknown name "stream": Cannot bind query parameter. ' +
      "Field 'stream' could not be found in request message.",
  );
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
