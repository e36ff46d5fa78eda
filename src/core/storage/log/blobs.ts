import { isJsonObject, type JsonObject } from '../../base/json';
import type { ChatRecord } from '../../conversation/records';
import { blobPath } from '../files/chatPaths';
import type { StorageFiles } from '../files/files';
import { withoutAnswerMedia } from './answerBlobs';
import { withoutMedia } from './mediaBlobs';
import type { ReadBlob } from './readBlob';
import { contentOf, encodeBlobRecord, encodeContent, encodeRecord, type Stamp } from './recordLine';

/** Content above this lies in a file of its own. Bytes of JSON text. */
export const largestContent = 256 * 1024;

/** A record as a line. Content too large for one is on the disk when this resolves. */
export async function encodeForFile(
  files: StorageFiles,
  chatId: string,
  stamp: Stamp,
  record: ChatRecord,
): Promise<Uint8Array> {
  const keep = (media: JsonObject) => keepBlob(files, chatId, JSON.stringify(media));
  const bare = await withoutAnswerMedia(record, keep);
  const line = encodeRecord(stamp, bare);
  if (line.length <= largestContent) return line;
  if (bare.kind !== 'turn') return encodeBlobRecord(stamp, bare, await keepBlob(files, chatId, contentOf(bare)));
  const question = parsed(contentOf(bare)) ?? {};
  const slim = await withoutMedia(question, keep);
  const content = JSON.stringify(slim);
  const slimLine = encodeContent(stamp, record, content);
  if (slimLine.length <= largestContent) return slimLine;
  return encodeBlobRecord(stamp, record, await keepBlob(files, chatId, content));
}

/** Puts JSON text beside the chat's file. Returns its name. */
export async function keepBlob(
  files: Pick<StorageFiles, 'stat' | 'write'>,
  chatId: string,
  json: string,
): Promise<string> {
  const bytes = new TextEncoder().encode(json);
  const name = await sha256(bytes);
  const path = blobPath(chatId, name);
  // The same content has the same name, and a file is whole or not there.
  if (!(await files.stat(path))) await files.write(path, bytes);
  return name;
}

/** The name of content: its SHA-256 in hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads the content beside a chat's file. What is not there, or not what its name says, is undefined. */
export function blobsOf(files: Pick<StorageFiles, 'read'>, chatId: string): ReadBlob {
  return async (name) => {
    // The name comes from a file that may have any origin, and must not lead elsewhere.
    if (!/^[0-9a-f]{64}$/.test(name)) return undefined;
    const bytes = await files.read(blobPath(chatId, name));
    if (!bytes) return undefined;
    const own = new Uint8Array(bytes);
    return (await sha256(own)) === name ? parsed(new TextDecoder().decode(own)) : undefined;
  };
}

function parsed(json: string): JsonObject | undefined {
  try {
    const content: unknown = JSON.parse(json);
    return isJsonObject(content) ? content : undefined;
  } catch {
    // The sum was right, so it was never JSON.
    return undefined;
  }
}
