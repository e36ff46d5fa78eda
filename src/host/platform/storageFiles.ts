import type * as vscode from 'vscode';
import { BufferedFiles } from '../../core/storage/files/bufferedFiles';
import type { StorageFiles } from '../../core/storage/files/files';
import { NodeFiles } from './nodeFiles';
import { WorkspaceFiles } from './workspaceFiles';

/** The folder of the chats, by the best means this window has: appending and locking need a disk. */
export function storageFiles(folder: vscode.Uri, windowId: string): StorageFiles {
  if (folder.scheme === 'file') return new NodeFiles(folder.fsPath);
  return new BufferedFiles(new WorkspaceFiles(folder), windowId);
}
