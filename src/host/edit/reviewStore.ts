import * as vscode from 'vscode';
import { type ReviewRecord, readReviewRecord, type StoredReview } from './reviewRecord';

/** Reviews on disk, a folder each, so that they survive a reload of the window. */
export class ReviewStore {
  /** What is being written, by review. */
  private readonly pending = new Map<string, Promise<void>>();

  /** `onError` is told of what could not be written: such a review goes on in memory alone. */
  constructor(
    private readonly folder: vscode.Uri,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Writes what is given, after all that was given before. */
  write(id: string, { record, base, proposal }: Partial<StoredReview>): void {
    this.enqueue(id, async () => {
      if (base !== undefined) await this.writeFile(id, 'base.txt', base);
      if (proposal !== undefined) await this.writeFile(id, 'proposal.txt', proposal);
      // Last: where it lies, the others do.
      if (record) await this.writeFile(id, recordFile, JSON.stringify(record satisfies ReviewRecord));
    });
  }

  /** Undefined: there is no such review, or only a part of it. */
  async read(id: string): Promise<StoredReview | undefined> {
    await this.pending.get(id);
    try {
      const record = readReviewRecord(await this.readFile(id, recordFile), id);
      if (!record) return undefined;
      return { record, base: await this.readFile(id, 'base.txt'), proposal: await this.readFile(id, 'proposal.txt') };
    } catch {
      return undefined;
    }
  }

  remove(id: string): void {
    this.enqueue(id, async () => {
      if (await this.changedAt(id, recordFile)) await vscode.workspace.fs.delete(this.uriOf(id), { recursive: true });
    });
  }

  /** Removes the reviews last written before this time (milliseconds since 1970) that are not among `kept`. */
  async purge(kept: ReadonlySet<string>, before: number): Promise<void> {
    for (const id of await this.ids()) {
      if (kept.has(id) || ((await this.changedAt(id, recordFile)) ?? 0) >= before) continue;
      await vscode.workspace.fs.delete(this.uriOf(id), { recursive: true });
    }
  }

  private enqueue(id: string, work: () => Promise<void>): void {
    const before = this.pending.get(id) ?? Promise.resolve();
    const done = before
      .then(work)
      .catch(this.onError)
      .then(() => {
        if (this.pending.get(id) === done) this.pending.delete(id);
      });
    this.pending.set(id, done);
  }

  private async ids(): Promise<readonly string[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.folder);
      return entries.filter(([, type]) => type === vscode.FileType.Directory).map(([id]) => id);
    } catch {
      // There was no review yet.
      return [];
    }
  }

  private async changedAt(...path: readonly string[]): Promise<number | undefined> {
    try {
      return (await vscode.workspace.fs.stat(this.uriOf(...path))).mtime;
    } catch {
      return undefined;
    }
  }

  private uriOf(...path: readonly string[]): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, ...path);
  }

  private async writeFile(id: string, name: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.uriOf(id, name), new TextEncoder().encode(text));
  }

  private async readFile(id: string, name: string): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.uriOf(id, name)));
  }
}

const recordFile = 'review.json';
