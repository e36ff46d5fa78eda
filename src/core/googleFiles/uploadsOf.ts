import type { ChatLibrary } from '../storage/library/chatLibrary';
import { type FileUsesParts, fileUses } from './fileUses';

/** How long Google keeps a file. Source: the page "Files API". */
const keptMs = 48 * 3_600_000;

/**
 * The names of the files at Google that went along with questions of this chat, and that neither another chat has nor a
 * question that is being prepared. Fails as the library does.
 */
export async function uploadsOf(
  parts: FileUsesParts & { readonly library: Pick<ChatLibrary, 'peek'> },
  chatId: string,
  now: number,
): Promise<readonly string[]> {
  const turns = (await parts.library.peek(chatId))?.turns ?? [];
  const uploads = turns
    .flatMap(({ attachments }) => attachments)
    .flatMap((one) => (one.kind === 'upload' && one.remote.expiresAt > now ? [one.remote.name] : []));
  if (uploads.length === 0) return [];
  const uses = await fileUses(parts, now - keptMs, new AbortController().signal, chatId);
  return [...new Set(uploads)].filter((name) => !uses.has(name));
}
