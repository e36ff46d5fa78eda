import * as vscode from 'vscode';

/** The README of a folder that is trusted. Undefined: there is none, or the folder cannot be listed. */
export async function readmeOf(folder: vscode.WorkspaceFolder | undefined): Promise<vscode.Uri | undefined> {
  if (!folder || !vscode.workspace.isTrusted) return undefined;
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder.uri)).catch(() => []);
  const readme = entries.find(([name, type]) => /^readme(\.\w+)?$/i.test(name) && type !== vscode.FileType.Directory);
  return readme && vscode.Uri.joinPath(folder.uri, readme[0]);
}
