import * as vscode from 'vscode';
import { BufferedFiles } from '../../core/storage/files/bufferedFiles';
import type { StorageFiles } from '../../core/storage/files/files';
import { NodeFiles } from './nodeFiles';
import { WorkspaceFiles } from './workspaceFiles';

/** The folder of the chats, by the best means this window has: appending and locking need a disk. */
export function storageFiles(folder: vscode.Uri, windowId: string): StorageFiles {
  if (folder.scheme === 'file') return new NodeFiles(folder.fsPath);
  return new BufferedFiles(new WorkspaceFiles(folder), windowId);
}

const windowKey = 'windowFolder';

/** The folder of what belongs to this workspace. A window without one has a folder too, which is found again after a reload. */
export function windowFolder(context: vscode.ExtensionContext, newId: () => string): vscode.Uri {
  const { storageUri, globalStorageUri, workspaceState } = context;
  if (storageUri) return storageUri;
  let name = workspaceState.get<string>(windowKey);
  if (name === undefined) {
    name = newId();
    void workspaceState.update(windowKey, name);
  }
  return vscode.Uri.joinPath(globalStorageUri, 'v1', 'windows', name);
}
