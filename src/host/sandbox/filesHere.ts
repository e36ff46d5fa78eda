import * as vscode from 'vscode';
import { type FilesHere, largest, textOf, tooLarge, unread } from '../../core/editing/apply/returnedFiles';

/** The files of the workspace while what a sandbox returns is compared with them. Folders are looked at once. */
export function filesHere(): FilesHere<vscode.Uri> {
  const folders = new Map<string, Promise<vscode.FileStat | undefined>>();
  const statOfFolder = (uri: vscode.Uri) => {
    const key = uri.toString();
    const known = folders.get(key) ?? statOf(uri);
    folders.set(key, known);
    return known;
  };
  return { placeOf, isInside: (place) => isInside(place, statOfFolder), textOf: textHere };
}

/** A new file lies in the first folder, where the files that were sent lie if there is only one. */
function placeOf(path: string): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, ...path.split('/'));
}

type StatOf = (uri: vscode.Uri) => Promise<vscode.FileStat | undefined>;

async function isInside(uri: vscode.Uri, statOfFolder: StatOf): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const names = uri.path
    .slice(folder.uri.path.length)
    .split('/')
    .filter((name) => name !== '');
  for (let depth = 1; depth <= names.length; depth += 1) {
    const isLast = depth === names.length;
    const place = vscode.Uri.joinPath(folder.uri, ...names.slice(0, depth));
    const stat = await (isLast ? statOf(place) : statOfFolder(place));
    if (stat === undefined) return true;
    if ((stat.type & vscode.FileType.SymbolicLink) !== 0) return false;
    if ((stat.type & (isLast ? vscode.FileType.File : vscode.FileType.Directory)) === 0) return false;
  }
  return names.length > 0;
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

type TextHere = string | undefined | typeof tooLarge | typeof unread;

/** A file may go, or be closed to reading, at any time: then it is one that cannot be read, and no end of the review. */
async function textHere(uri: vscode.Uri, expected: string | undefined): Promise<TextHere> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  if (open) return open.getText();
  try {
    const stat = await vscode.workspace.fs.stat(uri);
    return stat.size > largest ? tooLarge : await readHere(uri, expected);
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? undefined : unread;
  }
}

/** The bytes are enough where they say what was sent; else VS Code says what the text is, by its encoding and line ends. */
async function readHere(uri: vscode.Uri, expected: string | undefined): Promise<string> {
  const text = textOf(await vscode.workspace.fs.readFile(uri));
  if (text !== undefined && text === expected) return text;
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
