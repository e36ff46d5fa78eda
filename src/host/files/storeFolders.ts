import * as vscode from 'vscode';

const key = 'geminiInteractions.storeFolders';

/** Which folder of this computer each store was made of. What is in the store says so itself, below the folder. */
export class StoreFolders {
  constructor(private readonly state: vscode.Memento) {}

  of(store: string): vscode.Uri | undefined {
    const uri = this.all[store];
    return uri === undefined ? undefined : vscode.Uri.parse(uri, true);
  }

  /** Undefined: the store is gone. */
  set(store: string, folder: vscode.Uri | undefined): Thenable<void> {
    const { [store]: _, ...others } = this.all;
    return this.state.update(key, folder ? { ...others, [store]: folder.toString() } : others);
  }

  private get all(): Readonly<Record<string, string>> {
    return this.state.get<Readonly<Record<string, string>>>(key, {});
  }
}
