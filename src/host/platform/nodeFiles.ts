import { type Stats, stat as statByCallback } from 'node:fs';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FileEntry, StorageFiles } from '../../core/storage/files/files';
import {
  appendWhole,
  codeOf,
  ifThere,
  isStillNamed,
  makeFolder,
  openToAppend,
  readAt,
  replace,
  syncFolder,
  writeNew,
} from './nodeFileCalls';

/*
 * With nodeFileCalls.ts the part of the host that needs Node's file system. It does not import VS Code, so that tests can
 * run it in processes of their own, and kill them.
 */

/** How often a file may be exchanged during one append before its name is believed to lie. */
const appendTries = 3;
/** A temporary file of this age was left behind by a process that was killed. Milliseconds. */
const leftoverMs = 60 * 60 * 1000;

/** Files of the system, below one folder. */
export class NodeFiles implements StorageFiles {
  readonly process = { host: hostname(), pid: process.pid };
  private readonly swept = new Set<string>();

  constructor(private readonly root: string) {}

  async list(folder: string): Promise<readonly FileEntry[]> {
    const names = (await ifThere(readdir(this.full(folder)))) ?? [];
    const entries = await Promise.all(names.map((name) => this.stat(folder === '' ? name : `${folder}/${name}`)));
    return entries.filter((entry) => entry !== undefined);
  }

  stat(path: string): Promise<FileEntry | undefined> {
    // A list asks thousands of times, and the promises of `fs` take twice as long as its callbacks.
    return new Promise((resolve, reject) => {
      statByCallback(this.full(path), (error, stats) => {
        if (!error) resolve(entryOf(path, stats));
        else if (codeOf(error) === 'ENOENT') resolve(undefined);
        else reject(error);
      });
    });
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return this.reading(path, async (handle) => viewOf(await handle.readFile()));
  }

  readRange(path: string, start: number, length: number): Promise<Uint8Array | undefined> {
    return this.reading(path, (handle) => readAt(handle, start, length));
  }

  async append(path: string, bytes: Uint8Array, { create, durable }: { create: boolean; durable: boolean }) {
    const full = this.full(path);
    for (let tries = 1; ; tries += 1) {
      const { handle, isNew } = await openToAppend(full, create && tries === 1);
      try {
        await appendWhole(handle, bytes);
        if (durable) await handle.datasync();
        if (durable && isNew) await syncFolder(dirname(full));
        if ((await isStillNamed(full, handle)) || tries === appendTries) return;
      } finally {
        await handle.close();
      }
    }
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const full = this.full(path);
    const folder = dirname(full);
    await makeFolder(folder);
    await this.sweep(folder);
    const temporary = `${full}.${crypto.randomUUID()}.tmp`;
    await writeNew(temporary, bytes);
    try {
      await replace(temporary, full);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(folder);
  }

  async createNew(path: string, bytes: Uint8Array): Promise<boolean> {
    const full = this.full(path);
    await makeFolder(dirname(full));
    try {
      await writeNew(full, bytes);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }

  async truncate(path: string, size: number): Promise<void> {
    const handle = await open(this.full(path), 'r+');
    try {
      await handle.truncate(size);
    } finally {
      await handle.close();
    }
  }

  async rename(from: string, to: string): Promise<void> {
    const full = this.full(to);
    await makeFolder(dirname(full));
    await replace(this.full(from), full);
    await syncFolder(dirname(full));
  }

  /** Windows does not replace a file that is open, and only an open file tells what was added to it at last. */
  readonly exchange =
    process.platform === 'win32'
      ? undefined
      : async (from: string, to: string, size: number): Promise<boolean> => {
          const full = this.full(to);
          const old = await open(full, 'r');
          try {
            if ((await old.stat()).size !== size || !(await isStillNamed(full, old))) return false;
            await replace(this.full(from), full);
            // Who appended before the exchange believes to be done; who appends from now on notices by itself.
            const added = await readAt(old, size, (await old.stat()).size - size);
            if (added.length > 0) await this.append(to, added, { create: false, durable: true });
            await syncFolder(dirname(full));
            return true;
          } finally {
            await old.close();
          }
        };

  async remove(path: string): Promise<void> {
    await rm(this.full(path), { recursive: true, force: true, maxRetries: 10, retryDelay: 40 });
  }

  isProcessGone(host: string, pid: number): boolean {
    if (host !== this.process.host) return false;
    try {
      process.kill(pid, 0);
      return false;
    } catch (error) {
      // One that belongs to another may not be asked, but is there.
      return codeOf(error) === 'ESRCH';
    }
  }

  private full(path: string): string {
    const parts = path.split('/');
    if (parts.includes('..') || path.includes('\\')) throw new Error('A path that leads out of the storage folder.');
    return join(this.root, ...parts);
  }

  private async reading<T>(path: string, read: (handle: FileHandle) => Promise<T>): Promise<T | undefined> {
    const handle = await ifThere(open(this.full(path), 'r'));
    try {
      return handle && (await read(handle));
    } finally {
      await handle?.close();
    }
  }

  /** Removes what killed processes have left in a folder, once. */
  private async sweep(folder: string): Promise<void> {
    if (this.swept.has(folder)) return;
    this.swept.add(folder);
    const old = Date.now() - leftoverMs;
    for (const name of await readdir(folder)) {
      if (!/\.[0-9a-f-]{36}\.tmp$/.test(name)) continue;
      const stats = await ifThere(stat(join(folder, name)));
      if (stats && stats.mtimeMs < old) await rm(join(folder, name), { force: true });
    }
  }
}

function entryOf(path: string, stats: Stats): FileEntry {
  return { name: basename(path), isFolder: stats.isDirectory(), size: stats.size, modifiedAt: stats.mtimeMs };
}

/** The same bytes without what Node adds to them. */
function viewOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
