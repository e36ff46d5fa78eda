import type * as vscode from 'vscode';
import type { StorageFiles } from '../../core/storage/files';
import { NodeFiles } from '../nodeFiles';

/** The folder of the chats, by the best means this window has: appending and locking need a disk under Node. */
export function storageFiles(folder: vscode.Uri): StorageFiles {
  return new NodeFiles(folder.fsPath);
}
