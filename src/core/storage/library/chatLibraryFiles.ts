import { Failure } from '../../base/failure';
import { chatPath, chatsFolder } from '../files/chatPaths';
import type { FileEntry, StorageFiles } from '../files/files';

/** The file of a chat. */
export interface FoundChat {
  readonly chatId: string;
  /** The folder of its year. */
  readonly folder: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written. Milliseconds since 1970. */
  readonly modifiedAt: number;
}

const yearName = /^\d{4}$/;
const chatFileName = /^([\w-]{1,100})\.jsonl$/;

/** Whether this can name a chat. What cannot must not become part of a path. */
export function isChatId(id: string): boolean {
  return chatFileName.test(`${id}.jsonl`);
}

/** The files of all chats. A folder that can't be read is reported to `onError` and does not hide the others. */
export async function listChatFiles(
  files: StorageFiles,
  onError: (error: unknown) => void,
): Promise<readonly FoundChat[]> {
  const found = new Map<string, FoundChat>();
  const folders = await yearFolders(files);
  const lists = await Promise.all(
    folders.map(async (folder) => {
      try {
        return (await files.list(folder)).flatMap((entry) => chatFileOf(folder, entry) ?? []);
      } catch (error) {
        onError(error);
        return [];
      }
    }),
  );
  for (const file of lists.flat()) {
    // It was copied from one year to another: the copy that was written last is the chat.
    const other = found.get(file.chatId);
    if (!other || other.modifiedAt < file.modifiedAt) found.set(file.chatId, file);
  }
  return [...found.values()];
}

/** Undefined: there is no such chat. */
export async function findChatFile(files: StorageFiles, chatId: string): Promise<FoundChat | undefined> {
  if (!isChatId(chatId)) return undefined;
  const folders = await yearFolders(files);
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entry = await files.stat(chatPath(folder, chatId));
      return entry && chatFileOf(folder, entry);
    }),
  );
  return found.reduce((a, b) => ((b?.modifiedAt ?? -1) > (a?.modifiedAt ?? -1) ? b : a), undefined);
}

/** Does work that a person asked for. An error of the system becomes the Failure `storageUnavailable`. */
export async function withStorageFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Without a code it does not come from the system, nor does a wrong type: a mistake of ours, which keeps its stack.
    if (error instanceof Error && !(error instanceof TypeError) && 'code' in error && typeof error.code === 'string') {
      throw new Failure('storageUnavailable', { cause: error });
    }
    throw error;
  }
}

async function yearFolders(files: StorageFiles): Promise<readonly string[]> {
  const entries = await files.list(chatsFolder);
  return entries.flatMap(({ name, isFolder }) => (isFolder && yearName.test(name) ? [`${chatsFolder}/${name}`] : []));
}

function chatFileOf(folder: string, { name, isFolder, size, modifiedAt }: FileEntry): FoundChat | undefined {
  const chatId = chatFileName.exec(name)?.[1];
  if (chatId === undefined || isFolder) return undefined;
  return { chatId, folder, path: chatPath(folder, chatId), size, modifiedAt };
}
