import type { StorageFiles } from './files';

/** A file that always holds the latest state of something. What changes during a write is written after it. */
export class LatestFile {
  private isChanged = false;
  private saving: Promise<void> | undefined;

  constructor(
    private readonly files: Pick<StorageFiles, 'read' | 'write'>,
    private readonly path: string,
  ) {}

  /** Undefined: there is none, or something else wrote there. Each of our own writes is whole or not there. */
  async read(): Promise<unknown> {
    const bytes = await this.files.read(this.path);
    if (!bytes) return undefined;
    try {
      return JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      return undefined;
    }
  }

  /** `state` is called when it is written, and may take its time. Resolves once what it is now, or a later state, is written. */
  save(state: () => unknown | Promise<unknown>): Promise<void> {
    this.isChanged = true;
    this.saving ??= this.write(state);
    return this.saving;
  }

  private async write(state: () => unknown | Promise<unknown>): Promise<void> {
    try {
      while (this.isChanged) {
        this.isChanged = false;
        const value = await Promise.resolve().then(state);
        await this.files.write(this.path, new TextEncoder().encode(JSON.stringify(value)));
      }
    } finally {
      // In the same step as the last look at `isChanged`: what changes from here on is another write.
      this.saving = undefined;
    }
  }
}
