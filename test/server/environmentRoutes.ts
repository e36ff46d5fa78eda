import type { ServedEnvironment } from './environments';
import type { Call } from './serverState';
import { invalidRequest, refusal } from './wireError';

/** Source: SDK type `ListEnvironmentsParams`. */
const usualPage = 50;
const largestPage = 1_000;

/** GET /environments */
export function listEnvironments({ state, exchange, query }: Call): void {
  const unknown = [...query.keys()].find((name) => !['page_size', 'page_token'].includes(name));
  if (unknown !== undefined) throw invalidRequest(`Unknown parameter '${unknown}'.`);
  const size = Number(query.get('page_size') ?? usualPage);
  if (!Number.isInteger(size) || size < 0 || size > largestPage) throw invalidRequest("Invalid 'page_size'.");
  const all = [...state.environments.all.values()];
  const token = query.get('page_token') ?? '';
  const from = token === '' ? 0 : all.findIndex(({ id }) => id === Buffer.from(token, 'base64url').toString());
  if (from < 0) throw invalidRequest("Invalid 'page_token'.");
  const environments = all.slice(from, from + (size || usualPage)).map(viewOf);
  const next = all[from + environments.length];
  exchange.json(200, {
    ...(environments.length > 0 && { environments }),
    ...(next && { next_page_token: Buffer.from(next.id).toString('base64url') }),
  });
}

/** Source: SDK type `Environment`, whose 64-bit numbers are texts. */
function viewOf({ id, created, used, files }: ServedEnvironment) {
  const size = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return {
    id,
    created,
    updated: used,
    last_accessed: used,
    file_count: String(files.size),
    size_bytes: String(size),
    status: 'active',
  };
}

/** DELETE /environments/{id} */
export function removeEnvironment({ state, exchange, id }: Call): void {
  state.environments.find(id);
  state.environments.forget(id);
  exchange.json(200, {});
}

const root = '/workspace/';

/** GET /environments/{id}/files/{path}: a folder's files with all below it, or a file's bytes with `alt=media`. */
export function environmentFiles({ state, exchange, id, query }: Call): void {
  const { files, odd } = state.environments.find(id);
  const { pathname } = new URL(exchange.path, 'http://localhost');
  const path = decodeURIComponent(/\/files\/(.*)$/.exec(pathname)?.[1] ?? '');
  if (query.get('alt') === 'media') {
    const name = `${root}${path.replace(/^workspace\//, '')}`;
    const text = files.get(name);
    if (text === undefined) throw refusedFile(odd.get(name)?.status ?? 404, path, id);
    exchange.send(200, text, { 'content-type': 'application/octet-stream' });
    return;
  }
  const all = [
    ...[...files].map(([name, text]) => ({ name, type: 'file', size: Buffer.byteLength(text) })),
    ...[...odd].map(([name, { type, size = 0 }]) => ({ name, type, size })),
  ];
  const listed = all.filter(({ name }) => name.startsWith(`${root}${path}`));
  const first = Number(query.get('page_token') ?? 0);
  const size = Number(query.get('page_size') ?? 100);
  exchange.json(200, {
    files: listed.slice(first, first + size).map((one) => ({
      name: one.name.slice(one.name.lastIndexOf('/') + 1),
      path: one.name.slice(1),
      type: one.type,
      size_bytes: String(one.size),
    })),
    ...(first + size < listed.length ? { next_page_token: String(first + size) } : {}),
  });
}

function refusedFile(status: number, path: string, id: string): Error {
  if (status === 404) return refusal(404, 'not_found', `File '${path}' not found in environment '${id}'.`);
  if (status === 403) return refusal(403, 'permission_denied', `No permission to read '${path}'.`);
  return refusal(status, 'internal', `File '${path}' could not be read.`);
}
