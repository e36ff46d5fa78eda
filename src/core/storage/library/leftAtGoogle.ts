import type { StorageFiles } from '../files/files';
import { blobsOf } from '../log/blobs';
import { readChat } from '../log/readChat';
import { missingInteractions } from './chatLibraryRecovery';
import type { TrashedChat } from './trash';

/** How long Google keeps an interaction at most. Source: the Interactions API's page on data retention. */
const keptMs = 55 * 24 * 3_600_000;

/**
 * The interactions of deleted chats that Google may still keep and that no other chat has: a branch in a chat of its own and
 * a copy that was imported have the same ones.
 */
export async function leftAtGoogle(
  files: StorageFiles,
  chats: readonly TrashedChat[],
  now: number,
  onError: (error: unknown) => void,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const { chatId, path } of chats.filter(({ modifiedAt }) => now - modifiedAt < keptMs)) {
    try {
      const bytes = await files.read(path);
      const { chat } = bytes ? await readChat(chatId, bytes, blobsOf(files, chatId)) : {};
      ids.push(...(chat?.interactionIds ?? []).filter((id) => !chat?.forgotten.has(id)));
    } catch (error) {
      onError(error);
    }
  }
  return missingInteractions(files, ids, onError, new Set(chats.map(({ path }) => path)));
}
