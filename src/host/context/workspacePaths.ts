import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { foldersOf, PathIndex } from '../../core/context/pathIndex';

/** The list knows this many files of each folder of the workspace. */
const mostFiles = 50_000;
/** Folders that hold code of others, or what was built. */
const foreign = '**/{node_modules,.git,dist,out,build,target,vendor,.venv,venv}/**';

/** The files of the workspace by their paths, listed once and again after they changed. */
export class WorkspacePaths {
  private readonly own = new DisposableStore();
  private index: PathIndex | undefined;
  private listing: Promise<PathIndex> | undefined;
  private isStale = true;
  private uris = new Map<string, vscode.Uri>();

  constructor() {
    const watcher = this.own.add(vscode.workspace.createFileSystemWatcher('**/*', false, true, false));
    const changed = () => {
      this.isStale = true;
    };
    this.own.add(watcher.onDidCreate(changed));
    this.own.add(watcher.onDidDelete(changed));
    this.own.add(vscode.workspace.onDidChangeWorkspaceFolders(changed));
  }

  /** What was listed last, which may be older than the disk. Undefined: nothing was. */
  get known(): PathIndex | undefined {
    return this.index;
  }

  /** What is there now. */
  async current(): Promise<PathIndex> {
    if (this.index && !this.isStale) return this.index;
    this.listing ??= this.list().finally(() => {
      this.listing = undefined;
    });
    return this.listing;
  }

  /** Undefined: it is a folder, or not known. */
  uriOf(path: string): vscode.Uri | undefined {
    return this.uris.get(path);
  }

  /** The address of a folder by its path, which ends with a slash. */
  folderUriOf(path: string): vscode.Uri | undefined {
    const [first] = this.filesIn(path);
    const file = first === undefined ? undefined : this.uris.get(first);
    if (!file || first === undefined) return undefined;
    return file.with({ path: file.path.slice(0, file.path.length - (first.length - path.length)) });
  }

  filesIn(folder: string): readonly string[] {
    return [...this.uris.keys()].filter((path) => path.startsWith(folder));
  }

  dispose(): void {
    this.own.dispose();
  }

  private async list(): Promise<PathIndex> {
    this.isStale = false;
    const folders = vscode.workspace.workspaceFolders ?? [];
    const uris = new Map<string, vscode.Uri>();
    for (const folder of folders) {
      const pattern = new vscode.RelativePattern(folder, '**/*');
      const found = await vscode.workspace.findFiles(pattern, foreign, mostFiles);
      const prefix = folders.length > 1 ? `${folder.name}/` : '';
      const root = folder.uri.path.endsWith('/') ? folder.uri.path.length : folder.uri.path.length + 1;
      for (const uri of found) uris.set(prefix + uri.path.slice(root), uri);
    }
    const files = [...uris.keys()].sort();
    this.uris = uris;
    this.index = new PathIndex([...files, ...foldersOf(files)]);
    return this.index;
  }
}
