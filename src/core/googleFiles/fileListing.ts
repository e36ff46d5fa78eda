import { Emitter } from '../base/emitter';
import { Failure } from '../base/failure';

export type ListingState =
  | { readonly kind: 'running' }
  /** `isWhole`: there are no others. */
  | { readonly kind: 'done'; readonly isWhole: boolean }
  /** What had come before is there. */
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What the list needs to know of a row. */
interface Listed {
  readonly name: string;
  readonly createdAt: number | undefined;
}

export interface FileListingParts<T extends Listed> {
  readonly files: { list(onPage: (page: readonly T[]) => void, signal: AbortSignal): Promise<boolean> };
  /** Which chats use files that were uploaded at this time or later, by the names of the files. */
  readonly uses: (since: number, signal: AbortSignal) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly onError: (error: unknown) => void;
}

/** Files or stores at Google while they are read, and who uses them. */
export class FileListing<T extends Listed> {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private found: readonly T[] = [];
  private uses: ReadonlyMap<string, readonly string[]> = new Map();
  private stop = new AbortController();
  private isDisposed = false;
  state: ListingState = { kind: 'running' };

  constructor(private readonly parts: FileListingParts<T>) {}

  /** The newest first. */
  get all(): readonly T[] {
    return this.found.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.name < b.name ? -1 : 1));
  }

  /** The titles of the chats that use it. */
  chatsWith(name: string): readonly string[] {
    return this.uses.get(name) ?? [];
  }

  /** Reads all again. What is shown stays until there is something newer. Resolves once all is read, or reading failed. */
  async refresh(): Promise<void> {
    this.stop.abort();
    if (this.isDisposed) return;
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.set({ kind: 'running' });
    let came: readonly T[] = [];
    let told = 0;
    try {
      const isWhole = await this.parts.files.list((page) => {
        if (signal.aborted) return;
        came = [...came, ...page];
        // Each time the list is drawn costs as much as it is long.
        if (came.length < told * 2 || this.found.length > came.length) return;
        told = came.length;
        this.found = came;
        this.changed.fire();
      }, signal);
      if (signal.aborted) return;
      this.found = came;
      this.set({ kind: 'done', isWhole });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Failure)) throw error;
      if (came.length > this.found.length) this.found = came;
      this.set({ kind: 'failed', failure: error });
    }
    await this.lookForUses(signal);
  }

  /** It was deleted. */
  remove(name: string): void {
    this.found = this.found.filter((file) => file.name !== name);
    this.changed.fire();
  }

  /** The key is another one now, and these files belong to a project that it may not have. */
  async changeProject(): Promise<void> {
    this.found = [];
    await this.refresh();
  }

  dispose(): void {
    this.isDisposed = true;
    this.stop.abort();
    this.changed.dispose();
  }

  private async lookForUses(signal: AbortSignal): Promise<void> {
    if (this.found.length === 0) return;
    const since = Math.min(...this.found.map(({ createdAt }) => createdAt ?? 0));
    try {
      const uses = await this.parts.uses(since, signal);
      if (signal.aborted) return;
      this.uses = uses;
      this.changed.fire();
    } catch (error) {
      // The list is of use without it, and the next refresh looks again.
      if (!signal.aborted && !(error instanceof Failure)) this.parts.onError(error);
    }
  }

  private set(state: ListingState): void {
    this.state = state;
    this.changed.fire();
  }
}
