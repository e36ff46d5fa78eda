import { createHash } from 'node:crypto';
import type { StoredFile } from './fileStore';
import { pageOf } from './pages';
import { beginUpload, invalid, takePiece } from './resumable';
import type { Call } from './serverState';
import { isRecord } from './wire';

/** Source: the page "Files API". Bytes. */
const largestFile = 2 * 1024 * 1024 * 1024;
const lifeMs = 48 * 60 * 60 * 1000;

/** POST /upload/{version}/files: begins a resumable upload, or takes a piece of one that is named in the query. */
export function uploadFile(call: Call): void {
  const { exchange, query, version, state } = call;
  const id = query.get('upload_id');
  if (id === null) {
    const named = isRecord(exchange.body) && isRecord(exchange.body.file) ? exchange.body.file : {};
    const displayName = named.displayName ?? named.display_name ?? '';
    if (typeof displayName !== 'string' || displayName.length > 512) throw invalid('Invalid value for display_name.');
    beginUpload(call, 'files', largestFile, displayName);
    return;
  }
  const upload = takePiece(call, id);
  if (!upload) return;
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
      uri: `http://${exchange.headers.host ?? 'localhost'}/${version}/${name}`,
      state: state.behaviour.processingLooks > 0 || upload.mimeType.startsWith('video/') ? 'PROCESSING' : 'ACTIVE',
    };
  });
  exchange.json(200, { file }, { 'x-goog-upload-status': 'final' });
}

/** Source: the page "Files API", `files.list`. */
const usualPage = 10;
const largestPage = 100;

/** GET /files: the newest first. */
export function listFiles(call: Call): void {
  const all = [...call.state.files.all.values()].reverse();
  const { page, next } = pageOf(call.query, all, usualPage, largestPage);
  call.exchange.json(200, { ...(page.length > 0 && { files: page }), ...next });
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
