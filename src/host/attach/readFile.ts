import * as vscode from 'vscode';
import { inlineLimit } from '../../core/attachments/attachedMedia';
import { tellingBytes } from '../../core/attachments/fileType';
import type { FileBytes } from '../../core/interactions/fileUploads';
import { bytesOnDisk } from '../platform/nodeFileBlob';
import type { AttachRefusal } from './refusals';

/** A file that is larger in base64 than a request may be is uploaded. Bytes. */
export const mostInline = Math.floor((inlineLimit / 4) * 3);
/** Source: the page "Files API". Bytes. */
const mostUploaded = 2 * 1024 * 1024 * 1024;
/** What is not on this disk is held in memory as a whole while it is uploaded. Bytes. */
export const mostInMemory = 100 * 1024 * 1024;

/** A file, with the name that people know. */
export interface BroughtFile {
  readonly name: string;
  /** Absent: it was pasted, or dropped from elsewhere. */
  readonly uri?: vscode.Uri;
  /** All bytes of a small file, and the beginning of a large one. */
  readonly bytes: Uint8Array;
  readonly whole: FileBytes;
  /** Another one where the file has changed. Absent: it is in no place. */
  readonly version?: string;
}

/** Reads a file, or says why not. Links are followed. */
export async function readFile(
  uri: vscode.Uri,
): Promise<BroughtFile | { readonly refusal: AttachRefusal; readonly name: string }> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return { refusal: 'folder', name };
    const isOnDisk = uri.scheme === 'file';
    if (size > (isOnDisk ? mostUploaded : mostInMemory)) return { refusal: isOnDisk ? 'tooLarge' : 'tooFar', name };
    const version = `${uri} ${size} ${mtime}`;
    if (isOnDisk && size > mostInline) {
      const whole = bytesOnDisk(uri.fsPath, size);
      const bytes = new Uint8Array(await whole.slice(0, tellingBytes).arrayBuffer());
      return { name, uri, bytes, whole, version };
    }
    return { ...inMemory(name, await vscode.workspace.fs.readFile(uri)), uri, version };
  } catch (error) {
    const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { refusal: isGone ? 'gone' : 'unreadable', name };
  }
}

export function inMemory(name: string, bytes: Uint8Array): BroughtFile {
  return { name, bytes, whole: new Blob([new Uint8Array(bytes)]) };
}
