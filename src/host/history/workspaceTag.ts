import * as vscode from 'vscode';
import type { WorkspaceTag } from '../../core/conversation/records';

/** What marks a chat that is begun in this window. Undefined: no folder is open. */
export function workspaceTag(): WorkspaceTag | undefined {
  const { name, workspaceFile, workspaceFolders } = vscode.workspace;
  const uri =
    workspaceFile?.scheme === 'untitled' ? workspaceFolders?.[0]?.uri : (workspaceFile ?? workspaceFolders?.[0]?.uri);
  return uri && { name: name ?? '', uri: uri.toString() };
}
