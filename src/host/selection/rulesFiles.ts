import * as vscode from 'vscode';
import type { NamedText } from '../../core/editing/ask/editRequest';

/** Files in which a project says how its code is written. */
const names = ['AGENTS.md', 'GEMINI.md'];
/** Bytes. What is longer is not written by hand. */
const largest = 200_000;
/** So many folders above a document are looked into. */
const deepest = 12;

/**
 * The rules that hold for a document: those of its folder and of all folders above it in the workspace, the outermost first.
 * None in a folder that is not trusted: there they could be orders of a stranger.
 */
export async function rulesFor(document: vscode.TextDocument): Promise<readonly NamedText[]> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!vscode.workspace.isTrusted || !folder) return [];
  const below = document.uri.path.slice(folder.uri.path.length).split('/').filter(Boolean).slice(0, -1);
  const folders = [[], ...below.map((_, at) => below.slice(0, at + 1))].slice(0, deepest);
  const uris = folders.flatMap((path) => names.map((name) => vscode.Uri.joinPath(folder.uri, ...path, name)));
  const texts = await Promise.all(uris.map(readSmallFile));
  return uris.flatMap((uri, at) => {
    const text = texts[at]?.trim();
    return text ? [{ path: vscode.workspace.asRelativePath(uri), text }] : [];
  });
}

/** Undefined where there is no such file, or where it is too long for what it should be. */
export async function readSmallFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > largest) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
