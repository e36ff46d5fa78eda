import type { GoogleGenAI, File as SdkFile } from '@google/genai/web';
import { Failure } from '../core/base/failure';
import type { FileBytes, FileToUpload, UploadedFile } from '../core/interactions/fileUploads';
import { ApiVersions } from './apiVersions';
import { type Connection, withSdk } from './connection';

/** How long a file is kept where the service does not say so. Milliseconds. Source: the page "Files API". */
const usualLife = 48 * 60 * 60 * 1000;

/** Uploads a file and waits until it was processed, which is looked at every `lookMs` milliseconds. */
export function uploadFile(
  connection: () => Promise<Connection>,
  { bytes, mimeType, name }: FileToUpload,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
  lookMs = 2_000,
): Promise<UploadedFile> {
  const file = reporting(bytes, onProgress);
  return new ApiVersions().run('files', (version) =>
    withSdk(connection, version, signal, async (sdk) => {
      const sent = await sdk.files.upload({ file, config: { mimeType, displayName: name.toWellFormed() } });
      onProgress(bytes.size);
      return toUploaded(await active(sdk, sent, signal, lookMs));
    }),
  );
}

/** The SDK cuts a file into pieces of 8 MiB, and sends one after the other. It uses no more of a blob than this. */
function reporting(bytes: FileBytes, onProgress: (sent: number) => void): Blob {
  const file = {
    size: bytes.size,
    type: '',
    slice: (start: number, end: number) => {
      onProgress(start);
      return bytes.slice(start, end);
    },
  };
  return file as unknown as Blob;
}

async function active(sdk: GoogleGenAI, sent: SdkFile, signal: AbortSignal, lookMs: number): Promise<SdkFile> {
  let file = sent;
  while (file.state === 'PROCESSING') {
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    signal.throwIfAborted();
    file = await sdk.files.get({ name: file.name ?? '' });
  }
  if (file.state === 'FAILED') throw new Failure('attachmentRefused', { code: 'unreadable' });
  return file;
}

function toUploaded({ name, uri, expirationTime }: SdkFile): UploadedFile {
  if (name === undefined || uri === undefined) throw new Failure('malformedAnswer');
  const told = Date.parse(expirationTime ?? '');
  return { name, uri, expiresAt: Number.isNaN(told) ? Date.now() + usualLife : told };
}
