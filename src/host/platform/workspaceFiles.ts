import * as vscode from 'vscode';
import type { WholeFiles } from '../../core/storage/files/bufferedFiles';
import type { FileEntry } from '../../core/storage/files/files';

/** The system's words for what VS Code says of a file. */
const codes: Readonly<Record<string, string>> = {
  FileNotFound: 'ENOENT',
  FileExists: 'EEXIST',
  FileNotADirectory: 'ENOTDIR',
  FileIsADirectory: 'EISDIR',
  NoPermissions: 'EACCES',
};

/** Files below a folder of VS Code's own file system: for windows without a disk of their own, as in the web. */
export class WorkspaceFiles implements WholeFiles {
  constructor(private readonly root: vscode.Uri) {}

  async list(folder: string): Promise<readonly FileEntry[]> {
    const found = await ifThere(vscode.workspace.fs.readDirectory(this.uri(folder)));
    const entries = await Promise.all(
      (found ?? []).map(([name]) => this.stat(folder === '' ? name : `${folder}/${name}`)),
    );
    return entries.filter((entry) => entry !== undefined);
  }

  async stat(path: string): Promise<FileEntry | undefined> {
    const stat = await ifThere(vscode.workspace.fs.stat(this.uri(path)));
    const name = path.split('/').at(-1) ?? path;
    const isFolder = stat !== undefined && (stat.type & vscode.FileType.Directory) !== 0;
    return stat && { name, isFolder, size: stat.size, modifiedAt: stat.mtime };
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return ifThere(vscode.workspace.fs.readFile(this.uri(path)));
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return coded(vscode.workspace.fs.writeFile(this.uri(path), bytes));
  }

  async rename(from: string, to: string): Promise<void> {
    await coded(vscode.workspace.fs.rename(this.uri(from), this.uri(to), { overwrite: true }));
  }

  async remove(path: string): Promise<void> {
    await ifThere(vscode.workspace.fs.delete(this.uri(path), { recursive: true }));
  }

  private uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, ...path.split('/'));
  }
}

/** Undefined where there is no such file. */
async function ifThere<T>(asked: Thenable<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw withCode(error);
  }
}

async function coded<T>(asked: Thenable<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw withCode(error);
  }
}

function withCode(error: unknown): unknown {
  const code = error instanceof vscode.FileSystemError ? codes[error.code] : undefined;
  return code === undefined ? error : Object.assign(new Error(code, { cause: error }), { code });
}
