/** What the walk has made at Google and not deleted yet. */
export class Created {
  /** Ids of interactions, and whether they may still be running. */
  readonly interactions = new Map<string, { readonly isRunning: boolean }>();
  /** Names of uploaded files, like `files/abc`. */
  readonly files = new Set<string>();
  /** Names of File Search stores, like `fileSearchStores/abc`. */
  readonly stores = new Set<string>();
  /** Requests that Google may have kept an interaction of, whose id never arrived. */
  unnamed = 0;

  get count(): number {
    return this.interactions.size + this.files.size + this.stores.size + this.unnamed;
  }

  /** The service took a DELETE of this path. */
  deleted(path: string): void {
    const name = decodeURIComponent(path.replace(/^\/v1(beta)?\//, '').replace(/\?.*$/, ''));
    this.files.delete(name);
    this.stores.delete(name);
    this.interactions.delete(name.replace(/^interactions\//, ''));
  }

  /** A request that will be stored is about to be sent. Call what it gives back once the id, or a refusal, is there. */
  expect(): (id: string | undefined, isRunning: boolean) => void {
    this.unnamed += 1;
    let isOpen = true;
    return (id, isRunning) => {
      if (!isOpen) return;
      isOpen = false;
      this.unnamed -= 1;
      if (id) this.interactions.set(id, { isRunning });
    };
  }
}
