import * as vscode from 'vscode';
import { type IgnoreFile, ignoredBy, ignoreFileNames } from '../../core/privacy/ignoreFiles';

export interface IgnoreFilesAround {
  /** The path of the outermost folder that counts. The folders of the files are given from there. */
  readonly root: string;
  readonly files: readonly IgnoreFile[];
}

/** Reads the ignore files around a file, each once. */
export class IgnoreFileReader {
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly repositories = new Map<string, Promise<boolean>>();

  /**
   * The files that count: from the root of the repository or of the workspace folder, which of them is further out, to the
   * file. `.gitignore` counts within its repository, as for git.
   */
  async filesFor(uri: vscode.Uri, workspaceFolder: vscode.Uri | undefined): Promise<IgnoreFilesAround> {
    const base = workspaceFolder ?? uri.with({ query: '', fragment: '' });
    const folders = foldersAround(uri.path);
    // A folder, and in a submodule or a worktree a file.
    const isRepository = await Promise.all(folders.map((path) => this.isThere(base.with({ path: `${path}/.git` }))));
    const repository = folders.findLast((_, i) => isRepository[i]);
    const own = workspaceFolder?.path ?? repository ?? folders.at(-1) ?? '';
    const root = repository !== undefined && repository.length < own.length ? repository : own;
    const counted = folders.filter((path) => path.length >= root.length);
    const read = await Promise.all(
      counted.flatMap((path) =>
        ignoreFileNames
          .filter((name) => name !== '.gitignore' || path.length >= (repository ?? root).length)
          .map(async (name): Promise<readonly IgnoreFile[]> => {
            const text = await this.text(base.with({ path: `${path}/${name}` }));
            return text === undefined ? [] : [{ name, folder: path.slice(root.length + 1), text }];
          }),
      ),
    );
    const files = read.flat();
    // The user opened a folder that is ignored as a whole, and works in it.
    const inner = own.slice(root.length + 1);
    const isOpenedOnPurpose = inner !== '' && ignoredBy(`${inner}/`, files) !== undefined;
    return { root, files: isOpenedOnPurpose ? files.filter(({ folder }) => isIn(inner, folder)) : files };
  }

  private isThere(uri: vscode.Uri): Promise<boolean> {
    return once(this.repositories, uri, async () => {
      try {
        await vscode.workspace.fs.stat(uri);
        return true;
      } catch {
        return false;
      }
    });
  }

  /** Undefined: there is no such file, or none that can be read. */
  private text(uri: vscode.Uri): Promise<string | undefined> {
    return once(this.texts, uri, async () => {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      } catch {
        return undefined;
      }
    });
  }
}

/** The paths of all folders around a file, from the outermost on. The root of the disk is an empty path. */
function foldersAround(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
}

function isIn(outer: string, folder: string): boolean {
  return folder === outer || folder.startsWith(`${outer}/`);
}

function once<T>(known: Map<string, Promise<T>>, uri: vscode.Uri, read: () => Promise<T>): Promise<T> {
  const key = uri.toString();
  let result = known.get(key);
  if (!result) {
    result = read();
    known.set(key, result);
  }
  return result;
}
