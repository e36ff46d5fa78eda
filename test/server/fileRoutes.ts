import { createHash } from 'node:crypto';
import type { StoredFile } from './fileStore';
import type { Call } from './serverState';
import { isRecord } from './wire';
import { gatewayRefusal, type WireError } from './wireError';

/** Source: the page "Files API". Bytes. */
const largestFile = 2 * 1024 * 1024 * 1024;
const lifeMs = 48 * 60 * 60 * 1000;
/** All pieces but the last are multiples of this. Bytes. */
const granularity = 256 * 1024;

/** POST /upload/{version}/files: begins a resumable upload, or takes a piece of one that is named in the query. */
export function uploadFile(call: Call): void {
  const { exchange, query } = call;
  const id = query.get('upload_id');
  const command = exchange.headers['x-goog-upload-command'] ?? '';
  if (id === null) {
    begin(call, command);
    return;
  }
  const upload = call.state.files.upload(id);
  const offset = Number(exchange.headers['x-goog-upload-offset'] ?? Number.NaN);
  if (command !== 'upload' && command !== 'upload, finalize') throw invalid(`Invalid upload command: '${command}'.`);
  if (offset !== upload.received) throw invalid(`Invalid offset ${offset}: ${upload.received} bytes were received.`);
  const piece = exchange.rawBody;
  const isLast = command.endsWith('finalize');
  if (!isLast && piece.length % granularity !== 0) throw invalid('The size of a piece must be a multiple of 256 KiB.');
  upload.pieces.push(piece);
  upload.received += piece.length;
  if (!isLast) {
    exchange.send(200, '', { 'content-type': 'text/plain', 'x-goog-upload-status': 'active' });
    return;
  }
  if (upload.received !== upload.size) throw invalid(`${upload.received} of ${upload.size} bytes were received.`);
  const { version, state } = call;
  const file = state.files.finish(id, (name, content): StoredFile => {
    const now = Date.now();
    const at = (ms: number) => new Date(ms).toISOString();
    return {
      name,
      displayName: upload.displayName,
      mimeType: upload.mimeType,
      sizeBytes: String(upload.size),
      createTime: at(now),
      updateTime: at(now),
      expirationTime: at(now + lifeMs),
      sha256Hash: createHash('sha256').update(content).digest('base64'),
      uri: `${originOf(call)}/${version}/${name}`,
      state: state.behaviour.processingLooks > 0 || upload.mimeType.startsWith('video/') ? 'PROCESSING' : 'ACTIVE',
    };
  });
  exchange.json(200, { file }, { 'x-goog-upload-status': 'final' });
}

function begin({ exchange, state, version, ...call }: Call, command: string): void {
  const { headers, body } = exchange;
  if (headers['x-goog-upload-protocol'] !== 'resumable') throw invalid('Only resumable uploads are known here.');
  if (command !== 'start') throw invalid(`Invalid upload command: '${command}'.`);
  const size = Number(headers['x-goog-upload-header-content-length'] ?? Number.NaN);
  const mimeType = headers['x-goog-upload-header-content-type'] ?? '';
  if (!Number.isSafeInteger(size) || size <= 0) throw invalid('The size of the file is missing.');
  if (size > largestFile) throw invalid(`File size exceeds the limit: ${largestFile} bytes.`);
  if (!/^[\w.-]+\/[\w.+-]+$/.test(mimeType)) throw invalid(`Unsupported MIME type: ${mimeType}`);
  const named = isRecord(body) && isRecord(body.file) ? body.file : {};
  const displayName = named.displayName ?? named.display_name ?? '';
  if (typeof displayName !== 'string' || displayName.length > 512) throw invalid('Invalid value for display_name.');
  const id = state.files.begin({ displayName, mimeType, size });
  const url = `${originOf({ exchange, state, version, ...call })}/upload/${version}/files?upload_id=${id}&upload_protocol=resumable`;
  exchange.send(200, '', {
    'content-type': 'text/plain; charset=utf-8',
    'x-goog-upload-status': 'active',
    'x-goog-upload-url': url,
    'x-goog-upload-chunk-granularity': String(granularity),
  });
}

/** Source: the page "Files API", `files.list`. */
const usualPage = 10;
const largestPage = 100;

/** GET /files: the newest first. A page token is the name of the file that the page begins with, kept opaque. */
export function listFiles({ state, exchange, query }: Call): void {
  const unknown = [...query.keys()].find((name) => !['pageSize', 'pageToken'].includes(name));
  if (unknown !== undefined) throw invalid(`Invalid JSON payload received. Unknown name "${unknown}".`);
  const size = Number(query.get('pageSize') ?? usualPage);
  if (!Number.isInteger(size) || size < 0 || size > largestPage) throw invalid('Invalid value for page_size.');
  const all = [...state.files.all.values()].reverse();
  const token = query.get('pageToken') ?? '';
  const begin = Buffer.from(token, 'base64url').toString();
  const from = token === '' ? 0 : all.findIndex(({ name }) => name === begin);
  if (from < 0) throw invalid('Invalid value for page_token.');
  const page = all.slice(from, from + (size || usualPage));
  const next = all[from + page.length];
  exchange.json(200, {
    ...(page.length > 0 && { files: page }),
    ...(next && { nextPageToken: Buffer.from(next.name).toString('base64url') }),
  });
}

/** GET /files/{id} */
export function getFile({ state, exchange, id }: Call): void {
  exchange.json(200, state.files.look(`files/${id}`, Math.max(1, state.behaviour.processingLooks)));
}

/** DELETE /files/{id} */
export function removeFile({ state, exchange, id }: Call): void {
  state.files.remove(`files/${id}`);
  exchange.json(200, {});
}

function originOf({ exchange }: Call): string {
  return `http://${exchange.headers.host ?? 'localhost'}`;
}

function invalid(message: string): WireError {
  return gatewayRefusal(400, 'INVALID_ARGUMENT', message);
}
