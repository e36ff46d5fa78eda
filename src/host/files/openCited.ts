import * as vscode from 'vscode';
import type { Turn } from '../../core/conversation/turn';
import { citedPassages, lineOfPassage } from '../../core/googleFiles/citedPassage';
import { storeOfDocument } from '../../core/interactions/storeNames';
import type { CitedFile } from '../../parts/citation';
import { readNamedPath } from '../paths/namedPath';
import type { Services } from '../services';
import { StoreFolders } from './storeFolders';

/**
 * Opens a file that an answer cites: of a text, at what was found in it. A PDF has no place that VS Code could go to, so its
 * page is told. What the answer names leads to no place outside of the store's folder and of the workspace.
 */
export async function openCited(
  { context, links }: Pick<Services, 'context' | 'links'>,
  turn: Turn,
  { name, uri, page }: Omit<CitedFile, 'path'>,
): Promise<void> {
  const file = await fileInFolder(new StoreFolders(context.globalState), uri, name);
  if (!file) return links.openPath(name);
  if (page !== undefined) {
    await vscode.commands.executeCommand('vscode.open', file);
    void vscode.window.showInformationMessage(vscode.l10n.t('The answer cites page {0} of {1}.', page, name));
    return;
  }
  const line = lineOfPassage(await textOf(file), citedPassages(turn.steps, name));
  const selection = line === undefined ? undefined : new vscode.Range(line, 0, line, 0);
  await vscode.commands.executeCommand('vscode.open', file, { preview: true, ...(selection && { selection }) });
}

/** Undefined: the store was not made here, or the file is no longer there. */
async function fileInFolder(folders: StoreFolders, uri: string, name: string): Promise<vscode.Uri | undefined> {
  const store = storeOfDocument(uri);
  const folder = store === undefined ? undefined : folders.of(store);
  const path = readNamedPath(name)?.path;
  if (!folder || path === undefined || !vscode.workspace.isTrusted) return undefined;
  const file = vscode.Uri.joinPath(folder, path);
  if (!file.path.startsWith(`${folder.path.replace(/\/+$/, '')}/`)) return undefined;
  try {
    return (await vscode.workspace.fs.stat(file)).type === vscode.FileType.Directory ? undefined : file;
  } catch {
    return undefined;
  }
}

async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return (await vscode.workspace.openTextDocument(file)).getText();
  } catch {
    return '';
  }
}
