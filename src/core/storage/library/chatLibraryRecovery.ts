import type { StorageFiles } from '../files/files';
import { listChatFiles } from './chatLibraryFiles';
import { listTrash } from './trash';

/** Which of these interactions no chat mentions, whether it is there or in the trash. `except`: files that do not count. */
export async function missingInteractions(
  files: StorageFiles,
  interactionIds: readonly string[],
  onError: (error: unknown) => void,
  except: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  // Ids are plain letters and digits: each byte may stand for itself.
  const decoder = new TextDecoder('latin1');
  let missing = [...new Set(interactionIds)];
  for (const { path } of [...(await listTrash(files)), ...(await listChatFiles(files, onError))]) {
    if (missing.length === 0) break;
    if (except.has(path)) continue;
    try {
      const text = decoder.decode(await files.read(path));
      missing = missing.filter((id) => !text.includes(JSON.stringify(id)));
    } catch (error) {
      onError(error);
    }
  }
  return missing;
}
