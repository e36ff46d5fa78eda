import * as vscode from 'vscode';
import { blobsFolder } from '../../core/storage/files/chatPaths';
import { sha256 } from '../../core/storage/log/blobs';

/**
 * Makes a file of a medium, which VS Code can open. It lies with what belongs to the chat, so that it goes with it.
 * `storage`: our folder. A turn may come from an imported file, so its id is no name of a folder.
 */
export async function keepFile(
  storage: vscode.Uri,
  chatId: string,
  { turnId, part, name }: { readonly turnId: string; readonly part: number; readonly name: string },
  bytes: Uint8Array,
): Promise<vscode.Uri> {
  const place = await sha256(new TextEncoder().encode(`${turnId} ${part}`));
  const file = vscode.Uri.joinPath(storage, blobsFolder(chatId), 'shown', place.slice(0, 16), name);
  await vscode.workspace.fs.writeFile(file, bytes);
  return file;
}
