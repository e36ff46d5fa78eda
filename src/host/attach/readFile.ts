import * as vscode from 'vscode';
import { inlineLimit } from '../../core/attachments/attachedMedia';
import type { AttachRefusal } from './refusals';

/** A file that is larger in base64 than a request may be is not read. Bytes. */
export const mostDropped = Math.floor((inlineLimit / 4) * 3);

/** The bytes of a file, with the name that people know. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Absent: it was pasted, or dropped from elsewhere. */
  readonly uri?: vscode.Uri;
}

/** Reads a file, or says why not. Links are followed. */
export async function readFile(
  uri: vscode.Uri,
): Promise<FileBytes | { readonly refusal: AttachRefusal; readonly name: string }> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return { refusal: 'folder', name };
    if (size > mostDropped) return { refusal: 'tooLarge', name };
    return { name, bytes: await vscode.workspace.fs.readFile(uri), uri };
  } catch (error) {
    const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { refusal: isGone ? 'gone' : 'unreadable', name };
  }
}
