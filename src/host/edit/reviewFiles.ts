import * as vscode from 'vscode';
import type { StoredReview } from './reviewRecord';
import { type ReviewPath, type ReviewSide, readReviewUri, reviewUri } from './reviewUris';

interface ReviewFile {
  readonly bytes: Uint8Array;
  readonly isReadonly: boolean;
  /** Milliseconds since 1970. VS Code reads a file again only where it has risen. */
  readonly mtime: number;
}

export interface ReviewFilesParts {
  /** Reads a review of an earlier window. */
  readonly load: (id: string) => Promise<StoredReview | undefined>;
  /** VS Code asks for a review that is gone. */
  readonly onMissing: (id: string) => void;
  /** A draft was saved by hand, by auto-save or by us. It never means that it is accepted. */
  readonly onDidWrite: (path: ReviewPath, text: string) => void;
  readonly now: () => number;
}

/**
 * The two documents of each review as files, which alone VS Code brings back after a reload, lets the user edit and draws
 * a revert button for. The base is always read-only, and so is the proposal while it is being written.
 */
export class ReviewFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly files = new Map<string, ReviewFile>();
  private readonly loading = new Map<string, Promise<StoredReview | undefined>>();

  constructor(private readonly parts: ReviewFilesParts) {}

  /** Shows this text, in place where the document is open. */
  put(path: ReviewPath, text: string, isReadonly: boolean): void {
    const uri = reviewUri(path);
    const isKnown = this.files.has(uri.path);
    this.set(uri, encoded(text), isReadonly);
    if (isKnown) this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** The text that was put or saved last. Undefined: there is no such file in memory. */
  textOf(path: ReviewPath): string | undefined {
    const file = this.files.get(reviewUri(path).path);
    return file && decoded(file.bytes);
  }

  forget(id: string): void {
    for (const path of this.files.keys()) if (path.startsWith(`/${id}/`)) this.files.delete(path);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, isReadonly, mtime } = await this.file(uri);
    const stat = { type: vscode.FileType.File, ctime: 0, mtime, size: bytes.length };
    return isReadonly ? { ...stat, permissions: vscode.FilePermission.Readonly } : stat;
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.file(uri)).bytes;
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const path = readReviewUri(uri);
    if (!path || (await this.file(uri)).isReadonly) throw vscode.FileSystemError.NoPermissions(uri);
    this.set(uri, content, false);
    this.parts.onDidWrite(path, decoded(content));
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private set(uri: vscode.Uri, bytes: Uint8Array, isReadonly: boolean): void {
    const before = this.files.get(uri.path)?.mtime ?? 0;
    this.files.set(uri.path, { bytes, isReadonly, mtime: Math.max(this.parts.now(), before + 1) });
  }

  private async file(uri: vscode.Uri): Promise<ReviewFile> {
    const path = readReviewUri(uri);
    if (path && !this.files.has(uri.path)) await this.load(path);
    const file = this.files.get(uri.path);
    if (file) return file;
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  private async load({ id }: ReviewPath): Promise<void> {
    const loading = this.loading.get(id) ?? this.parts.load(id);
    this.loading.set(id, loading);
    const stored = await loading.finally(() => this.loading.delete(id));
    if (!stored) return this.parts.onMissing(id);
    const { name } = stored.record;
    const keep = (side: ReviewSide, text: string) => {
      const uri = reviewUri({ id, side, name });
      if (!this.files.has(uri.path)) this.set(uri, encoded(text), side === 'base');
    };
    keep('base', stored.base);
    keep('proposal', stored.proposal);
  }
}

const mark = '\uFEFF';

/** With a byte order mark, by which VS Code reads UTF-8 whatever encoding the user has set for files. */
function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(mark + text);
}

function decoded(bytes: Uint8Array): string {
  // Takes the mark off.
  return new TextDecoder().decode(bytes);
}
