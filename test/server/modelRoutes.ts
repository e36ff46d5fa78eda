import { listedModel, listing } from './modelCatalogue';
import type { Call } from './serverState';
import { gatewayRefusal } from './wireError';

const defaultPageSize = 50;
const largestPageSize = 1000;

/** GET /models. A page token is the position it starts at, kept opaque. */
export function listModels({ state, exchange, version, query }: Call): void {
  const all = listing(state.behaviour, version);
  const size = Number(query.get('pageSize') ?? defaultPageSize);
  const token = query.get('pageToken');
  const from = token === null || token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(size) || size < 0) throw invalidArgument('page_size');
  if (!Number.isInteger(from) || from <= 0 !== (token === null || token === '')) throw invalidArgument('page_token');
  const to = from + Math.min(size === 0 ? defaultPageSize : size, largestPageSize);
  const next = to < all.length ? { nextPageToken: Buffer.from(String(to)).toString('base64url') } : {};
  exchange.json(200, { models: all.slice(from, to).map(listedModel), ...next });
}

/** GET /models/{id} */
export function getModel({ state, exchange, version, id }: Call): void {
  const model = listing(state.behaviour, version).find((entry) => entry.id === id);
  if (!model) throw gatewayRefusal(404, 'NOT_FOUND', `Model is not found: models/${id} for api version ${version}`);
  exchange.json(200, listedModel(model));
}

function invalidArgument(field: string) {
  return gatewayRefusal(400, 'INVALID_ARGUMENT', `Invalid value for ${field}.`);
}
