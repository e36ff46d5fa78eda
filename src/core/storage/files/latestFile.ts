import type { StorageFiles } from './files';

/** A file that always holds the latest state of something. What changes during a write is written after it. */
export class LatestFile {
  private isChanged = false;
  private isSaving = false;

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

  /** `state` is called when it is written, and may take its time. Resolves at once where a write is under way, which is followed by another. */
  async save(state: () => unknown | Promise<unknown>): Promise<void> {
    this.isChanged = true;
    if (this.isSaving) return;
    this.isSaving = true;
    try {
      while (this.isChanged) {
        this.isChanged = false;
        await this.files.write(this.path, new TextEncoder().encode(JSON.stringify(await state())));
      }
    } finally {
      this.isSaving = false;
    }
  }
}
