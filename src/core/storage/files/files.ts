/** A file or folder as a listing shows it. */
export interface FileEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** Bytes. */
  readonly size: number;
  /** When it was last written. Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/**
 * The folder everything is kept in, wherever it lies. Paths are relative, their parts joined by `/`. Missing folders
 * are made. Everything rejects with the system's error, whose `code` (`ENOSPC`, `EACCES`) says what stood in the way.
 */
export interface StorageFiles {
  /** Empty when there is no such folder. */
  list(folder: string): Promise<readonly FileEntry[]>;
  stat(path: string): Promise<FileEntry | undefined>;
  /** Undefined: no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** At most `length` bytes from `start`; fewer at the end. Undefined: no such file. */
  readRange(path: string, start: number, length: number): Promise<Uint8Array | undefined>;
  /**
   * Adds bytes to the end in one write: other processes' appends come before or after, never between. A write that comes
   * out short is taken back before this rejects, unless another writer has added to it. `create`: whether a missing file
   * is made or the rejection is `ENOENT`. `durable`: resolve only once the bytes would survive a loss of power. When it
   * resolves, the bytes are in the file that has this name then. If it was exchanged in between, they may be in it twice.
   */
  append(
    path: string,
    bytes: Uint8Array,
    options: { readonly create: boolean; readonly durable: boolean },
  ): Promise<void>;
  /** Replaces a file by these bytes, whole or not at all, also when the power goes. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Makes a file that must not be there yet. False: it is. */
  createNew(path: string, bytes: Uint8Array): Promise<boolean>;
  truncate(path: string, size: number): Promise<void>;
  /** Replaces what is at `to`. */
  rename(from: string, to: string): Promise<void>;
  /**
   * Puts the file `from` in the place of `to`, provided `to` still has `size` bytes. False, and nothing has happened: it
   * has not. What others append to `to` in that very moment is carried over. Absent where that cannot be promised.
   */
  readonly exchange?: ((from: string, to: string, size: number) => Promise<boolean>) | undefined;
  /** Removes a file or a folder with all in it. What is not there is fine. */
  remove(path: string): Promise<void>;
  /** Whether another process is known to be gone. False where that can't be known: then every lease must grow stale. */
  isProcessGone(host: string, pid: number): boolean;
  readonly process: { readonly host: string; readonly pid: number };
}
