import * as vscode from 'vscode';
import {
  type ChangedFile,
  type ChangeStatus,
  type FileChange,
  type NamedOnly,
  namedOnlyByDiff,
  namedOnlyByPath,
  newFileDiff,
} from '../../core/commit/fileChange';
import { type GitChange, type GitRepository, gitStatus } from './gitApi';

/** The diffs of more files say no more to anyone. */
const mostDiffs = 100;
/** A larger file is data. Bytes. */
const largestFile = 2_000_000;
/** Of files that git does not track only small ones are read. Bytes. */
const largestUntracked = 64_000;
/** How many diffs are asked for at the same time. */
const atOnce = 4;

/** What a message is about: what is staged, else all that is changed. */
export type ChangeSource = 'staged' | 'workingTree';

interface Meant {
  readonly file: ChangedFile;
  readonly uri: vscode.Uri;
}

export function sourceOf({ state }: GitRepository): ChangeSource {
  return state.indexChanges.length > 0 ? 'staged' : 'workingTree';
}

/** The changed files with their diffs, or with the reason why these are not worth reading. Rejects as the signal does. */
export async function gatherChanges(
  repository: GitRepository,
  source: ChangeSource,
  signal: AbortSignal,
): Promise<readonly FileChange[]> {
  const { indexChanges, workingTreeChanges, untrackedChanges = [] } = repository.state;
  const changes = source === 'staged' ? indexChanges : [...workingTreeChanges, ...untrackedChanges];
  const all = changes.flatMap((change) => meantBy(repository, change) ?? []);
  const gathered: FileChange[] = [];
  let diffs = 0;
  for (let at = 0; at < all.length; at += atOnce) {
    signal.throwIfAborted();
    const batch = all.slice(at, at + atOnce).map(async ({ file, uri }): Promise<FileChange> => {
      const why = namedOnlyByPath(file.path) ?? (diffs >= mostDiffs ? 'tooMany' : undefined);
      if (why) return { ...file, namedOnly: why };
      diffs += 1;
      return readChange(repository, source, file, uri);
    });
    gathered.push(...(await Promise.all(batch)));
  }
  return gathered;
}

async function readChange(
  repository: GitRepository,
  source: ChangeSource,
  file: ChangedFile,
  uri: vscode.Uri,
): Promise<FileChange> {
  try {
    const result =
      file.status === 'untracked' ? await readUntracked(file, uri) : await readDiff(repository, source, file, uri);
    if ('why' in result) return { ...file, namedOnly: result.why };
    const why = namedOnlyByDiff(result.diff);
    return why ? { ...file, namedOnly: why } : { ...file, diff: result.diff };
  } catch {
    // A file that has gone meanwhile, or one that git cannot read: its name is still part of the commit.
    return { ...file, namedOnly: 'unreadable' };
  }
}

type Read = { readonly diff: string } | { readonly why: NamedOnly };

async function readDiff(
  repository: GitRepository,
  source: ChangeSource,
  { path, oldPath, status }: ChangedFile,
  uri: vscode.Uri,
): Promise<Read> {
  if (status !== 'deleted' && (await sizeOf(uri)) > largestFile) return { why: 'large' };
  // Asked for by its new name alone, a file that was renamed would look like a new one.
  if (source === 'staged' && oldPath !== undefined) {
    return { diff: await repository.diffBlobs(`HEAD:${oldPath}`, `:${path}`) };
  }
  const diff = source === 'staged' ? repository.diffIndexWithHEAD(uri.fsPath) : repository.diffWithHEAD(uri.fsPath);
  return { diff: await diff };
}

async function readUntracked({ path }: ChangedFile, uri: vscode.Uri): Promise<Read> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  // What a link leads to is not part of the commit, and may lie anywhere.
  if ((type & vscode.FileType.SymbolicLink) !== 0) return { why: 'link' };
  if (size > largestUntracked) return { why: 'large' };
  const bytes = await vscode.workspace.fs.readFile(uri);
  return bytes.includes(0) ? { why: 'binary' } : { diff: newFileDiff(path, new TextDecoder().decode(bytes)) };
}

/** Of a file that is no longer in the working tree: none. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}

function meantBy({ rootUri }: GitRepository, change: GitChange): Meant | undefined {
  const status = statusOf(change.status);
  if (status === undefined) return undefined;
  const isMoved = status === 'renamed' || status === 'copied';
  const uri = isMoved ? (change.renameUri ?? change.uri) : change.uri;
  const path = pathIn(rootUri, uri);
  return { uri, file: { path, status, ...(isMoved && { oldPath: pathIn(rootUri, change.originalUri) }) } };
}

function pathIn(root: vscode.Uri, { path }: vscode.Uri): string {
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

/** Undefined: it is no part of a commit. */
function statusOf(status: number): ChangeStatus | undefined {
  switch (status) {
    case gitStatus.indexModified:
    case gitStatus.modified:
      return 'changed';
    case gitStatus.indexAdded:
    case gitStatus.intentToAdd:
      return 'added';
    case gitStatus.indexDeleted:
    case gitStatus.deleted:
      return 'deleted';
    case gitStatus.indexRenamed:
    case gitStatus.intentToRename:
      return 'renamed';
    case gitStatus.indexCopied:
      return 'copied';
    case gitStatus.untracked:
      return 'untracked';
    case gitStatus.typeChanged:
      return 'typeChanged';
    default:
      return undefined;
  }
}
