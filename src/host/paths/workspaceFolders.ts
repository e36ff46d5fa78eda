import * as vscode from 'vscode';
import { knownLanguages } from './knownLanguages';
import type { FolderRoot } from './namedPath';
import type { FoundFile, OpenFolders } from './pathFinder';

/** This many files that share the end of their path are enough to choose from. */
const mostFiles = 100;

/** Files that answers name and no language claims. */
const otherEndings = ['txt', 'csv', 'svg', 'png', 'jpg', 'pdf', 'lock', 'toml', 'env', 'kt', 'vue', 'svelte'];

/** The folders of this window. */
export class WorkspaceFolders implements OpenFolders {
  private knownEndings: ReadonlySet<string> | undefined;

  get roots(): readonly FolderRoot[] {
    return vscode.workspace.isTrusted ? folders().map(rootOf) : [];
  }

  get endings(): ReadonlySet<string> {
    this.knownEndings ??= new Set([
      ...knownLanguages().flatMap(({ extensions }) => extensions.map((ending) => ending.slice(1).toLowerCase())),
      ...otherEndings,
    ]);
    return this.knownEndings;
  }

  async isFile(file: FoundFile): Promise<boolean> {
    const uri = uriOf(file);
    if (!uri) return false;
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      return (type & vscode.FileType.File) !== 0;
    } catch {
      // That it is not there is the usual answer.
      return false;
    }
  }

  async filesEndingIn(paths: readonly string[], signal: AbortSignal): Promise<readonly FoundFile[]> {
    const pattern = paths.length === 1 ? `**/${paths[0]}` : `**/{${paths.join(',')}}`;
    const cancellation = new vscode.CancellationTokenSource();
    const cancel = () => cancellation.cancel();
    signal.addEventListener('abort', cancel);
    try {
      const uris = await vscode.workspace.findFiles(pattern, undefined, mostFiles, cancellation.token);
      return uris.flatMap(fileOf);
    } finally {
      signal.removeEventListener('abort', cancel);
      cancellation.dispose();
    }
  }
}

/** Undefined: its folder is no longer open. */
export function uriOf({ root, path }: FoundFile): vscode.Uri | undefined {
  const folder = folders().find((one) => pathOf(one) === root.path && one.name === root.name);
  return folder && vscode.Uri.joinPath(folder.uri, path);
}

function fileOf(uri: vscode.Uri): readonly FoundFile[] {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder ? [{ root: rootOf(folder), path: uri.path.slice(pathOf(folder).length + 1) }] : [];
}

function folders(): readonly vscode.WorkspaceFolder[] {
  return vscode.workspace.workspaceFolders ?? [];
}

function rootOf(folder: vscode.WorkspaceFolder): FolderRoot {
  return { name: folder.name, path: pathOf(folder) };
}

function pathOf({ uri }: vscode.WorkspaceFolder): string {
  return uri.path.replace(/\/$/, '');
}
