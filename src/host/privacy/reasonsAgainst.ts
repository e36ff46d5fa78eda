import * as vscode from 'vscode';
import { excludingGlob } from '../../core/privacy/globs';
import { ignoredBy } from '../../core/privacy/ignoreFiles';
import { ignoreFilesAround } from '../../core/privacy/ignoreFilesAround';
import { isSecretFile } from '../../core/privacy/secretFiles';
import type { FileReason } from '../../core/privacy/suspicions';
import { leadsOut } from '../platform/nodeFilePlace';
import { readExcludedGlobs } from '../settings/settings';
import { DiskLook } from './diskLook';

/** Why each of the files is not to be sent without a question: the setting, the ignore files around it, and its name. */
export function reasonsAgainst(files: readonly string[]): Promise<readonly (readonly FileReason[])[]> {
  // Many files share the folders around them.
  const look = new DiskLook();
  return Promise.all(files.map((file) => reasonsAgainstOne(vscode.Uri.parse(file, true), look)));
}

async function reasonsAgainstOne(uri: vscode.Uri, look: DiskLook): Promise<readonly FileReason[]> {
  const folder = folderAround(uri);
  const path = folder === undefined ? uri.path.replace(/^\//, '') : uri.path.slice(folder.path.length + 1);
  const reasons: FileReason[] = [];
  const glob = excludingGlob(path, readExcludedGlobs(folder ?? uri));
  if (glob !== undefined) reasons.push({ kind: 'excluded', glob });
  // In a folder that is not trusted nothing is read. What was never saved is in no folder.
  if (vscode.workspace.isTrusted && uri.path.startsWith('/')) {
    const { root, files } = await ignoreFilesAround(uri.path, folder?.path, look.at(folder ?? uri));
    const by = ignoredBy(uri.path.slice(root.length + 1), files);
    if (by !== undefined) reasons.push({ kind: 'ignored', by });
  }
  if (uri.scheme === 'file' && folder?.scheme === 'file' && (await leadsOut(folder.fsPath, uri.fsPath))) {
    reasons.push({ kind: 'outside' });
  }
  if (isSecretFile(path)) reasons.push({ kind: 'secretFile' });
  return reasons;
}

/**
 * The innermost workspace folder that the path lies in, whatever the scheme: a cell of a notebook and a file as Git has it
 * are addressed by the path of their file.
 */
function folderAround({ path }: vscode.Uri): vscode.Uri | undefined {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => withoutSlash(uri));
  return folders
    .filter((folder) => path.startsWith(`${folder.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

function withoutSlash(uri: vscode.Uri): vscode.Uri {
  return uri.path.endsWith('/') ? uri.with({ path: uri.path.replace(/\/+$/, '') }) : uri;
}
