import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What is written is for its owner alone. */
const fileMode = 0o600;
const folderMode = 0o700;
/** A virus scanner that looks at a file makes Windows refuse to replace it, for a moment. */
const renameTries = 10;
/** All pauses between them, at most. Milliseconds. */
const renameMs = 2_000;
/** 1 + 2 + … for each pause. */
const triesInAll = ((renameTries - 1) * renameTries) / 2;

export async function makeFolder(full: string): Promise<void> {
  await mkdir(full, { recursive: true, mode: folderMode });
}

/** Opens a file so that each write goes to its end. */
export async function openToAppend(full: string, create: boolean): Promise<{ handle: FileHandle; isNew: boolean }> {
  const flags = constants.O_RDWR | constants.O_APPEND;
  try {
    return { handle: await open(full, flags), isNew: false };
  } catch (error) {
    if (!create || codeOf(error) !== 'ENOENT') throw error;
  }
  await makeFolder(dirname(full));
  return { handle: await open(full, flags | constants.O_CREAT, fileMode), isNew: true };
}

/** Writes all of the bytes at once, or takes back what was written and rejects. */
export async function appendWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  const { bytesWritten } = await handle.write(bytes);
  if (bytesWritten === bytes.length) return;
  const start = (await handle.stat()).size - bytesWritten;
  const tail = await readAt(handle, start, bytesWritten);
  // Cut off only where nobody has written behind it. What cannot be cut off is a torn line, which readers know.
  const isOurs = tail.every((byte, index) => byte === bytes[index]);
  if (isOurs) await handle.truncate(start).catch(() => undefined);
  throw Object.assign(new Error('The disk took only a part.'), { code: 'ENOSPC' });
}

/** Whether the file is the one of this name. Rejects with `ENOENT` when none is. */
export async function isStillNamed(full: string, handle: FileHandle): Promise<boolean> {
  const [own, named] = await Promise.all([handle.stat({ bigint: true }), stat(full, { bigint: true })]);
  return own.ino === named.ino && own.dev === named.dev;
}

/** At most this many bytes; fewer at the end of the file. */
export async function readAt(handle: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, length));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Makes a file that must not be there. One that could not be written whole is removed. */
export async function writeNew(full: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(full, 'wx', fileMode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(full, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Renames, over what is there. */
export function replace(from: string, to: string): Promise<void> {
  return retryWhileBusy(() => rename(from, to), setTimeout);
}

/** Tries again while something may pass by itself, longer each time, for two seconds at most. */
export async function retryWhileBusy(
  attempt: () => Promise<void>,
  pause: (ms: number) => Promise<unknown>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      const code = codeOf(error);
      const mayPass = code === 'EPERM' || code === 'EBUSY' || (code === 'EACCES' && process.platform === 'win32');
      if (!mayPass || tries === renameTries) throw error;
      // Never at the same moment as another window that is refused as well.
      await pause(((renameMs * tries) / triesInAll) * (0.5 + Math.random() / 2));
    }
  }
}

/** Makes a new name in a folder survive a loss of power, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Undefined where there is no such file. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The system's word for what went wrong. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
