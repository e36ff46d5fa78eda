import * as vscode from 'vscode';
import { lazy } from '../../core/base/lazy';

/**
 * Stands for the files of a scheme from the start of the window on, and loads what has them when VS Code asks for one: after
 * a reload, or when one that was closed is opened again.
 */
export class LazyFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  private readonly files: () => Promise<vscode.FileSystemProvider>;

  constructor(
    private readonly scheme: string,
    load: () => Promise<vscode.FileSystemProvider>,
  ) {
    this.files = lazy(async () => {
      const files = await load();
      // Of what changed before, VS Code has read nothing.
      files.onDidChangeFile((changes) => this.changed.fire(changes));
      return files;
    });
  }

  register(): vscode.Disposable {
    const registered = vscode.workspace.registerFileSystemProvider(this.scheme, this, { isCaseSensitive: true });
    return vscode.Disposable.from(registered, this.changed);
  }

  watch(): vscode.Disposable {
    return { dispose: () => undefined };
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await this.files()).stat(uri);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.files()).readFile(uri);
  }

  async writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    options: { create: boolean; overwrite: boolean },
  ): Promise<void> {
    return (await this.files()).writeFile(uri, content, options);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    return (await this.files()).readDirectory(uri);
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    return (await this.files()).createDirectory(uri);
  }

  async delete(uri: vscode.Uri, options: { recursive: boolean }): Promise<void> {
    return (await this.files()).delete(uri, options);
  }

  async rename(from: vscode.Uri, to: vscode.Uri, options: { overwrite: boolean }): Promise<void> {
    return (await this.files()).rename(from, to, options);
  }
}
