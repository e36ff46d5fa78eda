import type { Call } from './serverState';
import { refusal } from './wireError';

/** GET /environments */
export function listEnvironments({ state, exchange }: Call): void {
  const environments = [...state.environments.all.values()].map(({ id, created }) => ({
    id,
    created,
    last_accessed: created,
    status: 'active',
  }));
  exchange.json(200, environments.length > 0 ? { environments } : {});
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
  const { files } = state.environments.find(id);
  const { pathname } = new URL(exchange.path, 'http://localhost');
  const path = decodeURIComponent(/\/files\/(.*)$/.exec(pathname)?.[1] ?? '');
  if (query.get('alt') === 'media') {
    const text = files.get(`${root}${path.replace(/^workspace\//, '')}`);
    if (text === undefined) throw refusal(404, 'not_found', `File '${path}' not found in environment '${id}'.`);
    exchange.send(200, text, { 'content-type': 'application/octet-stream' });
    return;
  }
  const listed = [...files].filter(([name]) => name.startsWith(`${root}${path}`));
  const first = Number(query.get('page_token') ?? 0);
  const size = Number(query.get('page_size') ?? 100);
  exchange.json(200, {
    files: listed.slice(first, first + size).map(([name, text]) => ({
      name: name.slice(name.lastIndexOf('/') + 1),
      path: name.slice(1),
      type: 'file',
      size_bytes: String(Buffer.byteLength(text)),
    })),
    ...(first + size < listed.length ? { next_page_token: String(first + size) } : {}),
  });
}
