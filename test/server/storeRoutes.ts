import { pageOf } from './pages';
import { beginUpload, invalid, takePiece } from './resumable';
import type { Metadata, SearchStore } from './searchStores';
import type { Call } from './serverState';
import { isRecord } from './wire';
import { gatewayRefusal } from './wireError';

/** Source: the page "File Search", `fileSearchStores.list` and `documents.list`. */
const usualPage = 10;
const largestPage = 20;
/** Source: the page "File Search", "Rate limits". Bytes. */
const largestDocument = 100 * 1024 * 1024;
/** Source: SDK type `Document`. */
const mostMetadata = 20;

/** POST /fileSearchStores */
export function createStore({ exchange, state }: Call): void {
  const body = exchange.body ?? {};
  if (!isRecord(body)) throw invalid('Invalid JSON payload received.');
  checkNames(body, ['displayName', 'embeddingModel']);
  const { displayName = '' } = body;
  if (typeof displayName !== 'string' || displayName.length > 512) throw invalid('Invalid value for display_name.');
  if (state.stores.all.size >= state.behaviour.mostStores) {
    throw gatewayRefusal(429, 'RESOURCE_EXHAUSTED', 'You have reached the limit of FileSearchStores for this project.');
  }
  exchange.json(200, shown(state.stores.create(displayName)));
}

/** GET /fileSearchStores */
export function listStores({ exchange, state, query }: Call): void {
  const { page, next } = pageOf(query, [...state.stores.all.values()].map(shown), usualPage, largestPage);
  exchange.json(200, { ...(page.length > 0 && { fileSearchStores: page }), ...next });
}

/** GET /fileSearchStores/{id} */
export function getStore({ exchange, state, id }: Call): void {
  exchange.json(200, shown(state.stores.find(`fileSearchStores/${id}`)));
}

/** DELETE /fileSearchStores/{id} */
export function removeStore({ exchange, state, id, query }: Call): void {
  const { name, documents } = state.stores.find(`fileSearchStores/${id}`);
  if (documents.size > 0 && query.get('force') !== 'true') {
    throw gatewayRefusal(400, 'FAILED_PRECONDITION', 'Cannot delete non-empty FileSearchStore.');
  }
  state.stores.remove(name);
  exchange.json(200, {});
}

/** GET /fileSearchStores/{id}/documents */
export function listDocuments({ exchange, state, id, query }: Call): void {
  const { documents } = state.stores.find(`fileSearchStores/${id}`);
  const { page, next } = pageOf(query, [...documents.values()], usualPage, largestPage);
  exchange.json(200, { ...(page.length > 0 && { documents: page }), ...next });
}

/** DELETE /fileSearchStores/{id}/documents/{document} */
export function removeDocument({ exchange, state, id, query }: Call): void {
  if (query.get('force') !== 'true') {
    throw gatewayRefusal(400, 'FAILED_PRECONDITION', 'Cannot delete a Document that has Chunks.');
  }
  const [store = ''] = id.split('/documents/');
  state.stores.removeDocument(`fileSearchStores/${store}`, `fileSearchStores/${id}`);
  exchange.json(200, {});
}

/** POST /upload/{version}/fileSearchStores/{id}:uploadToFileSearchStore: begins an upload, or takes a piece of one. */
export function uploadDocument(call: Call): void {
  const { exchange, state, id, query } = call;
  const store = `fileSearchStores/${id}`;
  const upload = query.get('upload_id');
  state.stores.find(store);
  if (upload === null) {
    const body = isRecord(exchange.body) ? exchange.body : {};
    checkNames(body, ['displayName', 'mimeType', 'customMetadata', 'chunkingConfig']);
    const { displayName = '' } = body;
    if (typeof displayName !== 'string' || displayName.length > 512) throw invalid('Invalid value for display_name.');
    const metadata = readMetadata(body.customMetadata);
    const path = `${store}:uploadToFileSearchStore`;
    state.files.note(beginUpload(call, path, largestDocument, displayName), metadata);
    return;
  }
  const whole = takePiece(call, upload);
  if (!whole) return;
  const { displayName, mimeType } = whole;
  const metadata = state.files.noted(upload);
  const operation = state.stores.add(store, { displayName, mimeType, metadata }, state.files.take(upload));
  exchange.json(200, state.stores.look(operation, state.behaviour.processingLooks), {
    'x-goog-upload-status': 'final',
  });
}

/** GET /fileSearchStores/{id}/upload/operations/{operation} */
export function getOperation({ exchange, state, id }: Call): void {
  exchange.json(200, state.stores.look(`fileSearchStores/${id}`, state.behaviour.processingLooks));
}

function readMetadata(value: unknown): readonly Metadata[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  if (all.length > mostMetadata) throw invalid('Too many custom_metadata.');
  return all.map((one) => {
    if (!isRecord(one)) throw invalid('Invalid value for custom_metadata.');
    checkNames(one, ['key', 'stringValue', 'numericValue', 'stringListValue']);
    const { key, stringValue, numericValue } = one;
    if (typeof key !== 'string' || key === '') throw invalid('custom_metadata.key is required.');
    if (typeof stringValue === 'string') return { key, stringValue };
    if (typeof numericValue === 'number') return { key, numericValue };
    throw invalid('custom_metadata needs a value.');
  });
}

function checkNames(body: Readonly<Record<string, unknown>>, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(`Invalid JSON payload received. Unknown name "${unknown}".`);
}

/** Counts are texts, and one of zero is left out, as in all answers of this service. */
function shown({ name, displayName, createTime, documents }: SearchStore) {
  const all = [...documents.values()];
  const count = (state: string) => all.filter((document) => document.state === state).length;
  const fields = {
    sizeBytes: all.reduce((sum, { sizeBytes }) => sum + Number(sizeBytes), 0),
    activeDocumentsCount: count('STATE_ACTIVE'),
    pendingDocumentsCount: count('STATE_PENDING'),
    failedDocumentsCount: count('STATE_FAILED'),
  };
  const told = Object.entries(fields).flatMap(([key, value]) => (value > 0 ? [[key, String(value)]] : []));
  return { name, displayName, createTime, updateTime: createTime, ...Object.fromEntries(told) };
}
