import * as vscode from 'vscode';
import { isJsonObject, numberField } from '../../core/base/json';

interface Slot {
  readonly revision: number;
  readonly value: unknown;
}

/**
 * Keeps JSON values in a folder so that no crash can damage one: each name has two files, and a save overwrites the
 * older. A file cut in the middle does not parse, and the other one still holds the state before.
 *
 * Works through `workspace.fs`, so it is the same on the desktop, on a remote and in the web.
 */
export class SlotFiles {
  private readonly revisions = new Map<string, number>();
  private readonly queues = new Map<string, Promise<void>>();

  constructor(private readonly folder: vscode.Uri) {}

  /** Saves of the same name follow each other. Rejects when the file could not be written whole. */
  save(name: string, value: unknown): Promise<void> {
    const turn = (this.queues.get(name) ?? Promise.resolve()).then(() => this.write(name, value));
    const settled = turn.catch(() => undefined);
    this.queues.set(name, settled);
    // A name that is at rest needs no queue.
    void settled.then(() => this.queues.get(name) === settled && this.queues.delete(name));
    return turn;
  }

  /** Undefined: never saved, or neither file can be read. */
  async load(name: string): Promise<unknown> {
    const slots = await Promise.all([this.read(name, 0), this.read(name, 1)]);
    const latest = slots.reduce((a, b) => ((b?.revision ?? -1) > (a?.revision ?? -1) ? b : a));
    this.revisions.set(name, latest?.revision ?? 0);
    return latest?.value;
  }

  /** The names that were saved, in no particular order. Empty when there is no such folder yet. */
  async names(): Promise<readonly string[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.folder);
      const names = entries.flatMap(([file]) => /^(.+)\.[01]\.json$/.exec(file)?.[1] ?? []);
      return [...new Set(names)];
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
      throw error;
    }
  }

  private async write(name: string, value: unknown): Promise<void> {
    if (!this.revisions.has(name)) await this.load(name);
    const revision = (this.revisions.get(name) ?? 0) + 1;
    const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, revision, value }));
    await vscode.workspace.fs.writeFile(this.file(name, revision % 2), bytes);
    this.revisions.set(name, revision);
  }

  private async read(name: string, slot: number): Promise<Slot | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.file(name, slot));
      const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
      if (!isJsonObject(parsed)) return undefined;
      return { revision: numberField(parsed, 'revision') ?? 0, value: parsed.value };
    } catch {
      // Not there, or cut by a crash: the other slot counts.
      return undefined;
    }
  }

  private file(name: string, slot: number): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${name}.${slot}.json`);
  }
}
