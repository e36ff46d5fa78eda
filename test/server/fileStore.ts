import type { Metadata } from './searchStores';
import { gatewayRefusal } from './wireError';

/** A file as the Files API shows it. Source: SDK type `File`. */
export interface StoredFile {
  readonly name: string;
  readonly displayName: string;
  readonly mimeType: string;
  readonly sizeBytes: string;
  readonly createTime: string;
  readonly updateTime: string;
  readonly expirationTime: string;
  readonly sha256Hash: string;
  readonly uri: string;
  state: 'PROCESSING' | 'ACTIVE' | 'FAILED';
}

export interface Upload {
  readonly displayName: string;
  readonly mimeType: string;
  readonly size: number;
  readonly pieces: Buffer[];
  received: number;
}

/** What was uploaded, and what is being uploaded. */
export class FileStore {
  private readonly files = new Map<string, StoredFile>();
  private readonly contents = new Map<string, Buffer>();
  private readonly uploads = new Map<string, Upload>();
  private readonly looks = new Map<string, number>();
  private readonly notes = new Map<string, readonly Metadata[]>();
  private count = 0;

  get all(): ReadonlyMap<string, StoredFile> {
    return this.files;
  }

  begin(upload: Omit<Upload, 'pieces' | 'received'>): string {
    this.count += 1;
    const id = `upload-${this.count}`;
    this.uploads.set(id, { ...upload, pieces: [], received: 0 });
    return id;
  }

  upload(id: string): Upload {
    const found = this.uploads.get(id);
    if (!found) throw gatewayRefusal(404, 'NOT_FOUND', 'Upload has already been terminated.');
    return found;
  }

  /** Keeps what was said of an upload that goes into a store. */
  note(id: string, metadata: readonly Metadata[]): void {
    this.notes.set(id, metadata);
  }

  noted(id: string): readonly Metadata[] {
    return this.notes.get(id) ?? [];
  }

  /** The content of an upload that has ended. */
  take(id: string): Buffer {
    const content = Buffer.concat(this.upload(id).pieces);
    this.uploads.delete(id);
    return content;
  }

  finish(id: string, make: (name: string, content: Buffer) => StoredFile): StoredFile {
    const content = this.take(id);
    const file = make(`files/file-${this.count}`, content);
    this.files.set(file.name, file);
    this.contents.set(file.name, content);
    return file;
  }

  /** Each look lets a file come nearer to being processed: after so many of them it is. */
  look(name: string, needed: number): StoredFile {
    const file = this.file(name);
    const looks = (this.looks.get(name) ?? 0) + 1;
    this.looks.set(name, looks);
    if (file.state === 'PROCESSING' && looks >= needed) file.state = 'ACTIVE';
    return file;
  }

  /** Puts a file there that was uploaded at another time. */
  put(file: StoredFile): void {
    this.files.set(file.name, file);
  }

  content(name: string): Buffer | undefined {
    return this.contents.get(name);
  }

  remove(name: string): void {
    this.file(name);
    this.files.delete(name);
    this.contents.delete(name);
  }

  private file(name: string): StoredFile {
    const found = this.files.get(name);
    if (!found) {
      const id = name.replace('files/', '');
      throw gatewayRefusal(
        403,
        'PERMISSION_DENIED',
        `You do not have permission to access the File ${id} or it may not exist.`,
      );
    }
    return found;
  }
}
