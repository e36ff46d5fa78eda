import { findModel, listedModel, models } from './modelCatalogue';
import type { Exchange } from './requestLog';
import { gatewayRefusal } from './wireError';

const defaultPageSize = 50;
const largestPageSize = 1000;

/** GET /models. A page token is the position it starts at, kept opaque. */
export function listModels(exchange: Exchange, query: URLSearchParams): void {
  const size = Number(query.get('pageSize') ?? defaultPageSize);
  const token = query.get('pageToken');
  const from = token === null || token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(size) || size < 0) throw invalidArgument('page_size');
  if (!Number.isInteger(from) || from <= 0 !== (token === null || token === '')) throw invalidArgument('page_token');
  const to = from + Math.min(size === 0 ? defaultPageSize : size, largestPageSize);
  const next = to < models.length ? { nextPageToken: Buffer.from(String(to)).toString('base64url') } : {};
  exchange.json(200, { models: models.slice(from, to).map(listedModel), ...next });
}

/** GET /models/{id} */
export function getModel(exchange: Exchange, id: string): void {
  const model = findModel(id);
  if (!model) throw gatewayRefusal(404, 'NOT_FOUND', `Model is not found: models/${id} for api version v1`);
  exchange.json(200, listedModel(model));
}

function invalidArgument(field: string) {
  return gatewayRefusal(400, 'INVALID_ARGUMENT', `Invalid value for ${field}.`);
}
