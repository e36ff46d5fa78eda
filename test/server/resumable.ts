import type { Upload } from './fileStore';
import type { Call } from './serverState';
import { gatewayRefusal, type WireError } from './wireError';

/** All pieces but the last are multiples of this. Bytes. */
const granularity = 256 * 1024;

/** Begins an upload that is sent in pieces to an address of its own. `path`: behind the version. */
export function beginUpload(
  { exchange, state, version }: Call,
  path: string,
  largest: number,
  displayName: string,
): string {
  const { headers } = exchange;
  if (headers['x-goog-upload-protocol'] !== 'resumable') throw invalid('Only resumable uploads are known here.');
  const command = headers['x-goog-upload-command'] ?? '';
  if (command !== 'start') throw invalid(`Invalid upload command: '${command}'.`);
  const size = Number(headers['x-goog-upload-header-content-length'] ?? Number.NaN);
  const mimeType = headers['x-goog-upload-header-content-type'] ?? '';
  if (!Number.isSafeInteger(size) || size <= 0) throw invalid('The size of the file is missing.');
  if (size > largest) throw invalid(`File size exceeds the limit: ${largest} bytes.`);
  if (!/^[\w.-]+\/[\w.+-]+$/.test(mimeType)) throw invalid(`Unsupported MIME type: ${mimeType}`);
  const id = state.files.begin({ displayName, mimeType, size });
  const origin = `http://${headers.host ?? 'localhost'}`;
  exchange.send(200, '', {
    'content-type': 'text/plain; charset=utf-8',
    'x-goog-upload-status': 'active',
    'x-goog-upload-url': `${origin}/upload/${version}/${path}?upload_id=${id}&upload_protocol=resumable`,
    'x-goog-upload-chunk-granularity': String(granularity),
  });
  return id;
}

/** Takes a piece. The upload once it is whole; until then the piece is acknowledged. */
export function takePiece({ exchange, state }: Call, id: string): Upload | undefined {
  const command = exchange.headers['x-goog-upload-command'] ?? '';
  const upload = state.files.upload(id);
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
    return undefined;
  }
  if (upload.received !== upload.size) throw invalid(`${upload.received} of ${upload.size} bytes were received.`);
  return upload;
}

export function invalid(message: string): WireError {
  return gatewayRefusal(400, 'INVALID_ARGUMENT', message);
}
