import { blobsFolder, chatPath, chatsFolder, leasePath } from '../files/chatPaths';
import type { StorageFiles } from '../files/files';
import { type FoundChat, isChatId } from './chatLibraryFiles';

const trashFolder = 'v1/trash';

/** A chat that was deleted and can still be brought back. */
export interface TrashedChat extends FoundChat {
  readonly year: string;
  /** The day of its deletion. Milliseconds since 1970. */
  readonly deletedOn: number;
}

const day = 24 * 60 * 60 * 1000;
/** A chat lies here for at least thirty whole days. */
const keptMs = 31 * day;
const trashName = /^(\d{4})(\d{2})(\d{2})-(\d{4})-([\w-]+)\.jsonl$/;

/** Deleted chats, the last deleted first. */
export async function listTrash(files: StorageFiles): Promise<readonly TrashedChat[]> {
  const entries = await files.list(trashFolder);
  const found = entries.flatMap(({ name, isFolder, size, modifiedAt }): TrashedChat[] => {
    const [, y, m, d, year, chatId] = trashName.exec(name) ?? [];
    if (isFolder || chatId === undefined || year === undefined || !isChatId(chatId)) return [];
    const deletedOn = Date.UTC(Number(y), Number(m) - 1, Number(d));
    const folder = `${chatsFolder}/${year}`;
    return [{ chatId, folder, path: `${trashFolder}/${name}`, size, modifiedAt, year, deletedOn }];
  });
  return found.sort((a, b) => b.deletedOn - a.deletedOn);
}

/** Which of these chats were deleted, here or in another window. */
export async function trashedOf(
  files: StorageFiles,
  chats: readonly { readonly chatId: string }[],
): Promise<ReadonlySet<string>> {
  const trash = new Map((await listTrash(files)).map((chat) => [chat.chatId, chat]));
  const gone = new Set<string>();
  for (const { chatId } of chats) {
    const trashed = trash.get(chatId);
    if (trashed && !(await files.stat(chatPath(trashed.folder, chatId)))) gone.add(chatId);
  }
  return gone;
}

/** Puts a chat where it can be brought back from. Its content beside the file stays where it is until then. */
export async function moveToTrash(files: StorageFiles, file: FoundChat, now: number): Promise<void> {
  const year = file.folder.slice(chatsFolder.length + 1);
  let deletedAt = now;
  // What is there already was deleted as well, and may be brought back as well.
  while (await files.stat(trashPath(deletedAt, year, `${file.chatId}.jsonl`))) deletedAt += day;
  await files.rename(file.path, trashPath(deletedAt, year, `${file.chatId}.jsonl`));
  for (const name of await belongings(files, file.folder, file.chatId)) {
    await files.rename(`${file.folder}/${name}`, trashPath(deletedAt, year, name));
  }
}

/** Brings the chat back as it was. False: it is not in the trash, or there is a chat in its place. */
export async function restoreFromTrash(files: StorageFiles, chatId: string): Promise<boolean> {
  const chat = (await listTrash(files)).find((trashed) => trashed.chatId === chatId);
  if (!chat || (await files.stat(chatPath(chat.folder, chatId)))) return false;
  await files.rename(chat.path, chatPath(chat.folder, chatId));
  const prefix = chat.path.slice(trashFolder.length + 1, -`${chatId}.jsonl`.length);
  for (const name of await belongings(files, trashFolder, `${prefix}${chatId}`)) {
    await files.rename(`${trashFolder}/${name}`, `${chat.folder}/${name.slice(prefix.length)}`);
  }
  return true;
}

/** What was deleted so long ago that it goes for good. */
export async function expiredTrash(files: StorageFiles, now: number): Promise<readonly TrashedChat[]> {
  return (await listTrash(files)).filter(({ deletedOn }) => now - deletedOn > keptMs);
}

/** Removes these for good, with all that belongs to them. Errors are reported, and it is tried again later. */
export async function purgeTrash(
  files: StorageFiles,
  chats: readonly TrashedChat[],
  onError: (error: unknown) => void,
): Promise<void> {
  const all = await listTrash(files);
  for (const chat of chats) {
    try {
      const { chatId } = chat;
      const isElsewhere =
        all.some((other) => other.chatId === chatId && other.path !== chat.path) ||
        (await files.stat(chatPath(chat.folder, chatId))) !== undefined;
      if (!isElsewhere) {
        for (const name of await belongings(files, chat.folder, chatId)) await files.remove(`${chat.folder}/${name}`);
        await files.remove(blobsFolder(chatId));
        await files.remove(leasePath(chatId));
      }
      const base = chat.path.slice(trashFolder.length + 1, -'.jsonl'.length);
      for (const name of await belongings(files, trashFolder, base)) await files.remove(`${trashFolder}/${name}`);
      // Last, so that a purge that was cut off begins again.
      await files.remove(chat.path);
    } catch (error) {
      onError(error);
    }
  }
}

/** What lies beside a chat's file under its name: copies of it from before damage, and what a cut-off writer left. */
async function belongings(files: StorageFiles, folder: string, base: string): Promise<readonly string[]> {
  const entries = await files.list(folder);
  return entries.flatMap(({ name }) => (name.startsWith(`${base}.`) && name !== `${base}.jsonl` ? [name] : []));
}

function trashPath(at: number, year: string, name: string): string {
  return `${trashFolder}/${new Date(at).toISOString().slice(0, 10).replaceAll('-', '')}-${year}-${name}`;
}
