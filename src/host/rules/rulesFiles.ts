import * as vscode from 'vscode';
import type { RulesFile } from '../../core/chat/instructions';
import { placeInside } from '../platform/nodeFilePlace';
import { readRulesFiles } from '../settings/settings';

/** Bytes. What is longer is not written by hand. */
const largest = 200_000;
/** The same for rules that every question of a chat takes along. */
const largestOfChat = 32_768;
/** The search goes up this many folders above a document. */
const deepest = 12;

/**
 * The rules that hold for a document: those of its folder and of all folders above it in the workspace, the outermost first.
 * None in a folder that is not trusted: there they could be orders of a stranger.
 */
export async function rulesFor(document: vscode.TextDocument): Promise<readonly RulesFile[]> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!vscode.workspace.isTrusted || !folder) return [];
  const below = document.uri.path.slice(folder.uri.path.length).split('/').filter(Boolean).slice(0, -1);
  const folders = [[], ...below.map((_, at) => below.slice(0, at + 1))].slice(0, deepest);
  const names = readRulesFiles(folder.uri);
  return readAll(
    folder,
    folders.flatMap((path) => names.map((name) => [...path, name].join('/'))),
    largest,
  );
}

/** The rules in the root of each folder of the workspace, for questions about all of it. None where it is not trusted. */
export async function rulesOfWorkspace(): Promise<readonly (RulesFile & { readonly uri: vscode.Uri })[]> {
  if (!vscode.workspace.isTrusted) return [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map((folder) => readAll(folder, readRulesFiles(folder.uri), largestOfChat)));
  return found.flat();
}

/** Undefined where there is no such file, or where it is too long for what it should be. */
export async function readSmallFile(uri: vscode.Uri, most = largest): Promise<string | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > most) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

async function readAll({ uri: folder }: vscode.WorkspaceFolder, paths: readonly string[], most: number) {
  const uris = paths.map((path) => vscode.Uri.joinPath(folder, path));
  const texts = await Promise.all(
    uris.map(async (uri) => {
      const place = await placeIn(folder, uri);
      return place && (await readSmallFile(place, most))?.trim();
    }),
  );
  return uris.flatMap((uri, at) => {
    const text = texts[at];
    return text ? [{ uri, path: vscode.workspace.asRelativePath(uri), text }] : [];
  });
}

/** The file itself. Undefined: a link leads out of the folder. Only a real disk says where a link leads. */
async function placeIn(folder: vscode.Uri, uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (uri.scheme === 'file') {
    const place = await placeInside(folder.fsPath, uri.fsPath);
    return place === undefined ? undefined : vscode.Uri.file(place);
  }
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) === 0 ? uri : undefined;
  } catch {
    return undefined;
  }
}
