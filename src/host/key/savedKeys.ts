import type * as vscode from 'vscode';

/** What is kept for an origin. `unreadable`: a key was saved, and the system's secret storage no longer gives it out. */
export type SavedKey =
  | { readonly state: 'present'; readonly key: string }
  | { readonly state: 'missing' | 'unreadable' };

/**
 * Keys in SecretStorage, one for each origin, so that a changed address finds no key rather than the key of another.
 *
 * VS Code drops a secret that it cannot decrypt and then answers as if there had never been one. So the time of each save
 * is kept beside it, where nothing is secret, and tells the two apart.
 */
export class SavedKeys {
  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly state: vscode.Memento,
    private readonly now: () => number,
  ) {}

  async read(origin: string): Promise<SavedKey> {
    const key = await this.secrets.get(secretName(origin));
    if (key) return { state: 'present', key };
    return { state: this.savedAt(origin) === undefined ? 'missing' : 'unreadable' };
  }

  async save(origin: string, key: string): Promise<void> {
    await this.state.update(markerName(origin), this.now());
    await this.secrets.store(secretName(origin), key);
  }

  /** The marker goes first: other windows read both when the secret goes. */
  async remove(origin: string): Promise<void> {
    await this.state.update(markerName(origin), undefined);
    await this.secrets.delete(secretName(origin));
  }

  /** When the key was saved: milliseconds since 1970. */
  savedAt(origin: string): number | undefined {
    return this.state.get<number>(markerName(origin));
  }

  /** Also called for what other windows of this VS Code do. */
  onDidChange(listener: (event: { affects(origin: string): boolean }) => void): vscode.Disposable {
    return this.secrets.onDidChange(({ key }) => listener({ affects: (origin) => key === secretName(origin) }));
  }
}

function secretName(origin: string): string {
  return `apiKey@${origin}`;
}

function markerName(origin: string): string {
  return `apiKeySavedAt@${origin}`;
}
