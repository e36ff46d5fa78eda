/** Where everything lies, relative to the folder that was given to us. `docs/storage.md` shows it as a tree. */
export const chatsFolder = 'v1/chats';

/** The folder of chats begun in the year of `at`. Milliseconds since 1970. The year is that of UTC. */
export function yearFolder(at: number): string {
  return `${chatsFolder}/${new Date(at).getUTCFullYear()}`;
}

/** The file of a chat. `folder` is that of its year. */
export function chatPath(folder: string, chatId: string): string {
  return `${folder}/${chatId}.jsonl`;
}

export function blobsFolder(chatId: string): string {
  return `v1/blobs/${chatId}`;
}

/** Content too large for a line, named by its SHA-256. */
export function blobPath(chatId: string, sha256: string): string {
  return `${blobsFolder(chatId)}/${sha256}`;
}

/** The mark of the window that writes a chat. */
export function leasePath(chatId: string): string {
  return `v1/leases/${chatId}.lock`;
}

/** What Google is still to delete. */
export const debtsFolder = 'v1/debts';
