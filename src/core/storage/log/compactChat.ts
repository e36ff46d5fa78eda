import { joinBytes } from '../files/bytes';
import type { StorageFiles } from '../files/files';
import { blobsOf } from './blobs';
import { DeltaHeads } from './deltaHead';
import type { ReadBlob } from './readBlob';
import { type ReadChat, readChat } from './readChat';
import { scanLines } from './scanLines';

/** Files below this size are not worth it. Bytes. */
const smallest = 64 * 1024;
/** How many times smaller a file has to become. */
const worthwhile = 4;
const lineBreak = new Uint8Array([0x0a]);

/**
 * Takes the deltas of finished answers out of a chat that no window writes: the ends of the answers hold them as well. The
 * new file is read back before it replaces the old one, and holds the same chat. Resolves with its size;
 * undefined: it stayed as it was. The caller holds the lease.
 */
export async function compactChat(files: StorageFiles, chatId: string, path: string): Promise<number | undefined> {
  if (!files.exchange || ((await files.stat(path))?.size ?? 0) < smallest) return undefined;
  const bytes = await files.read(path);
  if (!bytes) return undefined;
  const readBlob = blobsOf(files, chatId);
  const before = await readChat(chatId, bytes, readBlob);
  const compacted = before.chat.condition === 'whole' && !before.tornTail ? withoutDeltas(bytes, before) : bytes;
  if (compacted.length * worthwhile > bytes.length) return undefined;

  const temporary = `${path}.compact`;
  await files.write(temporary, compacted);
  if (
    (await isSameChat(before, await files.read(temporary), readBlob)) &&
    (await files.exchange(temporary, path, bytes.length))
  ) {
    return compacted.length;
  }
  await files.remove(temporary);
  return undefined;
}

/** The lines as they are, but for deltas of turns that have an end and lines that were cut. */
function withoutDeltas(bytes: Uint8Array, { chat }: ReadChat): Uint8Array {
  const unfinished = new Set(chat.unfinished.map(({ turnId }) => turnId));
  const finished = new Set(chat.turns.flatMap(({ id }) => (unfinished.has(id) ? [] : [id])));
  const heads = new DeltaHeads();
  const pieces: Uint8Array[] = [];
  for (const { start, end, isSound } of scanLines(bytes)) {
    const deltaOf = heads.turnOf(bytes, start);
    if (!isSound || (deltaOf !== undefined && finished.has(deltaOf))) continue;
    pieces.push(bytes.subarray(start, end), lineBreak);
  }
  return joinBytes(pieces);
}

async function isSameChat(before: ReadChat, bytes: Uint8Array | undefined, readBlob: ReadBlob): Promise<boolean> {
  if (!bytes) return false;
  const after = await readChat(before.chat.id, bytes, readBlob);
  return textOf(after) === textOf(before);
}

function textOf({ chat }: ReadChat): string {
  return JSON.stringify({ ...chat, forgotten: [...chat.forgotten] });
}
