import { type IgnoreFile, ignoredBy, ignoreFileNames } from './ignoreFiles';

/** What is asked of the disk, by paths with slashes. */
export interface Disk {
  isThere(path: string): Promise<boolean>;
  /** Undefined: there is no such file, or none that can be read. */
  text(path: string): Promise<string | undefined>;
}

export interface IgnoreFilesAround {
  /** The path of the outermost folder that counts, without a slash at its end. */
  readonly root: string;
  /** Their folders are given from there. */
  readonly files: readonly IgnoreFile[];
}

/**
 * Reads the ignore files that count for a file: from the root of the repository or of the workspace folder, which of them
 * is further out, to the file itself. `.gitignore` counts within its repository, as for git. `path`: begins with a slash.
 */
export async function ignoreFilesAround(
  path: string,
  workspaceFolder: string | undefined,
  disk: Disk,
): Promise<IgnoreFilesAround> {
  const folders = foldersAround(path);
  // A folder, and in a submodule or a worktree a file.
  const isRepository = await Promise.all(folders.map((folder) => disk.isThere(`${folder}/.git`)));
  const repository = folders.findLast((_, i) => isRepository[i]);
  const own = workspaceFolder ?? repository ?? folders.at(-1) ?? '';
  const root = repository !== undefined && repository.length < own.length ? repository : own;
  const read = await Promise.all(
    folders
      .filter((folder) => folder.length >= root.length)
      .flatMap((folder) =>
        ignoreFileNames
          .filter((name) => name !== '.gitignore' || folder.length >= (repository ?? root).length)
          .map(async (name): Promise<readonly IgnoreFile[]> => {
            const text = await disk.text(`${folder}/${name}`);
            return text === undefined ? [] : [{ name, folder: folder.slice(root.length + 1), text }];
          }),
      ),
  );
  const files = read.flat();
  // The user opened a folder that is ignored as a whole, and works in it.
  const inner = own.slice(root.length + 1);
  const isOpenedOnPurpose = inner !== '' && ignoredBy(`${inner}/`, files) !== undefined;
  return { root, files: isOpenedOnPurpose ? files.filter(({ folder }) => isIn(inner, folder)) : files };
}

/** All folders around a file, from the outermost on. The root of the disk is empty. */
function foldersAround(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
}

function isIn(outer: string, folder: string): boolean {
  return folder === outer || folder.startsWith(`${outer}/`);
}
