import * as vscode from 'vscode';
import { fileTypeOf, tellingBytes } from '../../core/attachments/fileType';
import type { NewDocument } from '../../core/interactions/fileStores';
import type { FileReason } from '../../core/privacy/suspicions';
import { sha256 } from '../../core/storage/log/blobs';
import { reasonsAgainst } from '../privacy/reasonsAgainst';

/** Why a file of the folder does not go into the store. */
export type LeftOutReason = FileReason['kind'] | 'type' | 'size' | 'unreadable';

interface LeftOut {
  readonly path: string;
  readonly reason: LeftOutReason;
}

/** A file that may go into the store once it has passed the gate. */
interface FolderFile extends NewDocument {
  readonly uri: vscode.Uri;
  /** Undefined: it is no text. */
  readonly text: string | undefined;
}

export interface FolderContent {
  readonly files: readonly FolderFile[];
  readonly leftOut: readonly LeftOut[];
  /** Bytes of the files. */
  readonly size: number;
}

/** A folder with more is asked about in parts. Each file is an upload of its own. */
export const mostFiles = 2_000;
/** All files are in memory while they are looked at. Bytes. */
const largestFile = 10 * 1024 * 1024;
const largestFolder = 200 * 1024 * 1024;
/** Folders that hold code of others, or what was built. */
const foreign = '**/{node_modules,.git,dist,out,build,target,vendor,.venv,venv}/**';
/** How many files are read at once. */
const atOnce = 16;

/**
 * What of a folder may go into a store: no file that is ignored, excluded, secret or a link that leads out, and only texts
 * and documents. Undefined: there is too much in it.
 */
export async function readFolder(folder: vscode.Uri, signal: AbortSignal): Promise<FolderContent | undefined> {
  const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*'), foreign, mostFiles + 1);
  if (uris.length > mostFiles) return undefined;
  const reasons = await reasonsAgainst(uris.map((uri) => uri.toString()));
  const waiting = uris.map((uri, at) => ({ uri, path: pathBelow(folder, uri), reason: reasons[at]?.[0]?.kind }));
  const files: FolderFile[] = [];
  const leftOut: LeftOut[] = [];
  let size = 0;
  const work = async () => {
    for (let next = waiting.shift(); next && size <= largestFolder; next = waiting.shift()) {
      signal.throwIfAborted();
      const { uri, path, reason } = next;
      const file = reason ?? (await readFile(uri, path));
      if (typeof file === 'string') leftOut.push({ path, reason: file });
      else if (file.bytes.length > 0) {
        files.push(file);
        size += file.bytes.length;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (size > largestFolder) return undefined;
  const inOrder = <T extends { readonly path: string }>(all: T[]) => all.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: inOrder(files), leftOut: inOrder(leftOut), size };
}

async function readFile(uri: vscode.Uri, path: string): Promise<FolderFile | LeftOutReason> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile) return 'size';
    const bytes = new Uint8Array(await vscode.workspace.fs.readFile(uri));
    const type = fileTypeOf(bytes.subarray(0, tellingBytes));
    const isText = type.kind === 'text' && !bytes.includes(0);
    if (!isText && !(type.kind === 'media' && type.media === 'document')) return 'type';
    const mimeType = type.kind === 'media' ? type.mimeType : 'text/plain';
    const text = isText ? new TextDecoder().decode(bytes) : undefined;
    return { uri, path, sha256: await sha256(bytes), bytes, mimeType, text };
  } catch {
    return 'unreadable';
  }
}

function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(folder.path.replace(/\/+$/, '').length + 1);
}
