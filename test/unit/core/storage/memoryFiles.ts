import type { FileEntry, StorageFiles } from '../../../../src/core/storage/files/files';

export type FileOperation = Exclude<keyof StorageFiles, 'isProcessGone' | 'process'>;

/** What is to go wrong with a call. */
export interface FileFault {
  /** The system's word, such as `ENOSPC`. */
  readonly code: string;
  /** Of the bytes of an append or a new file so many stay: the process died in it. Without it nothing has happened. */
  readonly written?: number;
}

/** Asked before each call, with how many calls there were before. Undefined: the call succeeds. */
export type FaultPlan = (operation: FileOperation, path: string, before: number) => FileFault | undefined;

interface MemoryFile {
  bytes: Uint8Array;
  size: number;
  modifiedAt: number;
}

interface MemoryDisk {
  readonly files: Map<string, MemoryFile>;
  now: number;
}

/** A disk in memory, on which everything that can go wrong does when it is told to. Its clock moves with each write. */
export class MemoryFiles implements StorageFiles {
  readonly process: { readonly host: string; readonly pid: number };
  /** Each call that was made, as `append v1/a`. Durable appends are `append! v1/a`. */
  readonly calls: string[] = [];
  faults: FaultPlan | undefined;
  /** Processes that are gone, as `host/pid`. */
  readonly gone = new Set<string>();

  constructor(
    private readonly disk: MemoryDisk = { files: new Map(), now: Date.UTC(2026, 10, 20) },
    pid = 1,
    host = 'here',
  ) {
    this.process = { host, pid };
  }

  /** The same disk as another process sees it. */
  otherProcess(pid: number, host = this.process.host): MemoryFiles {
    return new MemoryFiles(this.disk, pid, host);
  }

  get paths(): readonly string[] {
    return [...this.disk.files.keys()].sort();
  }

  /** The bytes of a file; undefined: there is none. Not a call, so it never fails. */
  bytesOf(path: string): Uint8Array | undefined {
    const file = this.disk.files.get(path);
    return file?.bytes.slice(0, file.size);
  }

  /** Puts bytes there. Not a call, so it never fails. `modifiedAt` is for files from another time. */
  put(path: string, bytes: Uint8Array, modifiedAt?: number): void {
    this.disk.now += 1;
    this.disk.files.set(path, { bytes: bytes.slice(), size: bytes.length, modifiedAt: modifiedAt ?? this.disk.now });
  }

  async list(folder: string): Promise<readonly FileEntry[]> {
    await this.begin('list', folder);
    const entries = new Map<string, FileEntry>();
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const [path, { size, modifiedAt }] of this.disk.files) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      entries.set(name, { name, isFolder: rest.length > 0, size: rest.length > 0 ? 0 : size, modifiedAt });
    }
    return [...entries.values()];
  }

  async stat(path: string): Promise<FileEntry | undefined> {
    await this.begin('stat', path);
    const name = path.split('/').at(-1) ?? '';
    const file = this.disk.files.get(path);
    if (file) return { name, isFolder: false, size: file.size, modifiedAt: file.modifiedAt };
    const isFolder = [...this.disk.files.keys()].some((other) => other.startsWith(`${path}/`));
    return isFolder ? { name, isFolder, size: 0, modifiedAt: this.disk.now } : undefined;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    await this.begin('read', path);
    return this.bytesOf(path);
  }

  async readRange(path: string, start: number, length: number): Promise<Uint8Array | undefined> {
    await this.begin('readRange', path);
    return this.bytesOf(path)?.slice(start, start + length);
  }

  async append(
    path: string,
    bytes: Uint8Array,
    options: { readonly create: boolean; readonly durable: boolean },
  ): Promise<void> {
    const fault = await this.begin('append', path, options.durable);
    if (!options.create && !this.disk.files.has(path)) throw systemError('ENOENT');
    this.add(path, fault ? bytes.slice(0, fault.written) : bytes);
    if (fault) throw systemError(fault.code);
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.begin('write', path);
    this.put(path, bytes);
  }

  async createNew(path: string, bytes: Uint8Array): Promise<boolean> {
    const fault = await this.begin('createNew', path);
    if (this.disk.files.has(path)) return false;
    this.put(path, fault ? bytes.slice(0, fault.written) : bytes);
    if (fault) throw systemError(fault.code);
    return true;
  }

  async truncate(path: string, size: number): Promise<void> {
    await this.begin('truncate', path);
    const bytes = this.bytesOf(path);
    if (!bytes) throw systemError('ENOENT');
    this.put(path, bytes.slice(0, size));
  }

  async rename(from: string, to: string): Promise<void> {
    await this.begin('rename', from);
    const moved = [...this.disk.files].filter(([path]) => path === from || path.startsWith(`${from}/`));
    if (moved.length === 0) throw systemError('ENOENT');
    for (const [path, file] of moved) {
      this.disk.files.delete(path);
      this.disk.files.set(to + path.slice(from.length), file);
    }
  }

  async remove(path: string): Promise<void> {
    await this.begin('remove', path);
    for (const other of [...this.disk.files.keys()]) {
      if (other === path || other.startsWith(`${path}/`)) this.disk.files.delete(other);
    }
  }

  isProcessGone(host: string, pid: number): boolean {
    return this.gone.has(`${host}/${pid}`);
  }

  private add(path: string, bytes: Uint8Array): void {
    this.disk.now += 1;
    const file = this.disk.files.get(path) ?? { bytes: new Uint8Array(0), size: 0, modifiedAt: this.disk.now };
    if (file.bytes.length < file.size + bytes.length) {
      // Room for as much again, so that many appends cost what they add.
      const roomier = new Uint8Array(2 * (file.size + bytes.length));
      roomier.set(file.bytes.subarray(0, file.size));
      file.bytes = roomier;
    }
    file.bytes.set(bytes, file.size);
    file.size += bytes.length;
    file.modifiedAt = this.disk.now;
    this.disk.files.set(path, file);
  }

  /** Gives back only faults that leave something behind; the others are thrown here. */
  private async begin(operation: FileOperation, path: string, isDurable = false): Promise<FileFault | undefined> {
    const before = this.calls.length;
    this.calls.push(`${operation}${isDurable ? '!' : ''} ${path}`);
    // A disk answers later; what must not happen in between shows.
    await Promise.resolve();
    const fault = this.faults?.(operation, path, before);
    if (fault && fault.written === undefined) throw systemError(fault.code);
    return fault;
  }
}

/** An error as the system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: told to fail`), { code });
}
