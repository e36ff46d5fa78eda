import { joinBytes } from './bytes';
import type { FileEntry, StorageFiles } from './files';

/** A disk that takes only whole files, as in a web window. Everything rejects with an error that has the system's `code`. */
export interface WholeFiles {
  /** Empty when there is no such folder. */
  list(folder: string): Promise<readonly FileEntry[]>;
  stat(path: string): Promise<FileEntry | undefined>;
  read(path: string): Promise<Uint8Array | undefined>;
  /** May be half done when the window goes away. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces what is at `to`, whole or not at all where the disk can. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** What was added to a file and is not on the disk yet. */
interface Buffer {
  readonly pieces: readonly Uint8Array[];
  readonly size: number;
}

/**
 * Files that can be added to, on a disk that takes only whole ones: what need not be durable stays in memory until
 * something has to be. A window that goes away loses what came since the last durable append.
 */
export class BufferedFiles implements StorageFiles {
  readonly process: { readonly host: string; readonly pid: number };
  private readonly buffers = new Map<string, Buffer>();
  private work: Promise<unknown> = Promise.resolve();

  /** `window`: a name that no other window has. Whether a window is gone can't be seen from outside. */
  constructor(
    private readonly disk: WholeFiles,
    window: string,
  ) {
    this.process = { host: window, pid: 0 };
  }

  list(folder: string): Promise<readonly FileEntry[]> {
    return this.disk.list(folder);
  }

  async stat(path: string): Promise<FileEntry | undefined> {
    const entry = await this.disk.stat(path);
    const added = this.buffers.get(path)?.size ?? 0;
    return entry && { ...entry, size: entry.size + added };
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const bytes = await this.disk.read(path);
    const pieces = this.buffers.get(path)?.pieces ?? [];
    return bytes && (pieces.length === 0 ? bytes : joinBytes([bytes, ...pieces]));
  }

  async readRange(path: string, start: number, length: number): Promise<Uint8Array | undefined> {
    return (await this.read(path))?.subarray(start, start + length);
  }

  append(path: string, bytes: Uint8Array, options: { create: boolean; durable: boolean }): Promise<void> {
    return this.oneByOne(async () => {
      const there = await this.disk.stat(path);
      if (!there && !options.create) throw missing();
      const { pieces, size } = this.buffers.get(path) ?? { pieces: [], size: 0 };
      const all = [...pieces, bytes];
      if (there && !options.durable) {
        this.buffers.set(path, { pieces: all, size: size + bytes.length });
        return;
      }
      const before = there && (await this.disk.read(path));
      await this.replace(path, joinBytes([before ?? new Uint8Array(), ...all]));
      this.buffers.delete(path);
    });
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return this.oneByOne(async () => {
      this.buffers.delete(path);
      await this.replace(path, bytes);
    });
  }

  createNew(path: string, bytes: Uint8Array): Promise<boolean> {
    return this.oneByOne(async () => {
      if (await this.disk.stat(path)) return false;
      await this.disk.write(path, bytes);
      return true;
    });
  }

  truncate(path: string, size: number): Promise<void> {
    return this.oneByOne(async () => {
      const bytes = await this.read(path);
      if (!bytes) throw missing();
      await this.replace(path, bytes.subarray(0, size));
      this.buffers.delete(path);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.oneByOne(async () => {
      const buffer = this.buffers.get(from);
      // What was added goes along, so that a chat that is deleted can be restored with all of it.
      if (buffer)
        await this.replace(from, joinBytes([(await this.disk.read(from)) ?? new Uint8Array(), ...buffer.pieces]));
      this.buffers.delete(from);
      await this.disk.rename(from, to);
    });
  }

  remove(path: string): Promise<void> {
    return this.oneByOne(async () => {
      for (const name of this.buffers.keys()) {
        if (name === path || name.startsWith(`${path}/`)) this.buffers.delete(name);
      }
      await this.disk.remove(path);
    });
  }

  isProcessGone(): boolean {
    return false;
  }

  private async replace(path: string, bytes: Uint8Array): Promise<void> {
    const temporary = `${path}.${crypto.randomUUID()}.tmp`;
    try {
      await this.disk.write(temporary, bytes);
      await this.disk.rename(temporary, path);
    } catch (error) {
      await this.disk.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  /** Reading a file, adding to it and writing it must not mix with another's. */
  private oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.work.then(work);
    this.work = turn.catch(() => undefined);
    return turn;
  }
}

function missing(): Error {
  return Object.assign(new Error('There is no such file.'), { code: 'ENOENT' });
}
