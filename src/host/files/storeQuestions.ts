import * as vscode from 'vscode';
import type { SyncPlan } from '../../core/googleFiles/storeSync';
import type { FileStore } from '../../core/interactions/fileStores';
import { sizeWords } from '../base/sizeWords';
import { type FolderContent, type LeftOutReason, mostFiles } from './storeFolder';

/** How many files that are left out are named. The others are counted. */
const mostNamed = 10;

interface FolderItem extends vscode.QuickPickItem {
  readonly uri?: vscode.Uri;
}

/** Asks for the folder of a store. Undefined: none was chosen. */
export async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const below = await Promise.all(folders.map(({ uri }) => foldersIn(uri)));
  const items: readonly FolderItem[] = [
    ...folders.flatMap(({ name, uri }, at) => [
      { label: `$(root-folder) ${name}`, description: vscode.l10n.t('the whole folder'), uri },
      ...(below[at] ?? []).map((inner) => ({
        label: `$(folder) ${vscode.workspace.asRelativePath(inner)}`,
        uri: inner,
      })),
    ]),
    { label: `$(folder-opened) ${vscode.l10n.t('Another Folder…')}` },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Create a File Search Store'),
    placeHolder: vscode.l10n.t('The folder whose files Gemini is to search'),
  });
  if (!picked || picked.uri) return picked?.uri;
  const options = { canSelectFiles: false, canSelectFolders: true, openLabel: vscode.l10n.t('Choose Folder') };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

async function foldersIn(uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    const names = entries.flatMap(([name, type]) => (type === vscode.FileType.Directory ? [name] : []));
    return names
      .filter((name) => !name.startsWith('.') && name !== 'node_modules')
      .sort()
      .map((name) => vscode.Uri.joinPath(uri, name));
  } catch {
    return [];
  }
}

/** Asks what the store is to be called. Undefined: it is not made. */
export async function askStoreName(proposed: string): Promise<string | undefined> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the Store'),
    value: proposed,
    ignoreFocusOut: true,
    // Source: SDK type `FileSearchStore`.
    validateInput: (text) =>
      text.trim() === '' || text.trim().length > 512
        ? vscode.l10n.t('Type a name of at most 512 characters.')
        : undefined,
  });
  return typed?.trim();
}

/** Says what goes to Google and what is left out, and asks. */
export async function maySend(name: string, { files, leftOut, size }: FolderContent): Promise<boolean> {
  const yes = vscode.l10n.t('Create Store');
  const question =
    files.length === 1
      ? vscode.l10n.t('Send 1 file ({0}) of “{1}” to Google?', sizeWords(size), name)
      : vscode.l10n.t('Send {0} files ({1}) of “{2}” to Google?', files.length, sizeWords(size), name);
  const stays = vscode.l10n.t('They stay there until you delete the store, and Google bills their indexing once.');
  const detail = [stays, ...leftOutWords(leftOut)].join('\n\n');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
}

/** The same for what changed since. */
export async function mayUpdate(store: FileStore, plan: SyncPlan, { leftOut }: FolderContent): Promise<boolean> {
  const yes = vscode.l10n.t('Update Store');
  const question = vscode.l10n.t('Bring “{0}” up to date?', store.displayName);
  const { added, changed, removed, same } = plan;
  const counts = vscode.l10n.t(
    'New: {0}. Changed: {1}. No longer there: {2}. The same: {3}.',
    added.length,
    changed.length,
    removed.length,
    same,
  );
  const detail = [counts, ...leftOutWords(leftOut)].join('\n\n');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, yes)) === yes;
}

export async function mayDeleteStore({ displayName, active, pending, failed }: FileStore): Promise<boolean> {
  const yes = vscode.l10n.t('Delete at Google');
  const question = vscode.l10n.t('Delete the store “{0}” at Google?', displayName);
  const count = active + pending + failed;
  const detail = vscode.l10n.t(
    'Its documents ({0}) go with it, and answers can no longer search them. Your own files stay where they are.',
    count,
  );
  // The first button is the one that Enter presses.
  const keep = vscode.l10n.t('Keep It');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, keep, yes)) === yes;
}

/** A folder that cannot be read as a whole. */
export function tooMuchWords(): string {
  return vscode.l10n.t(
    'There are more than {0} files or 200 MB in this folder. Choose a folder below it, or exclude some of it.',
    mostFiles,
  );
}

function leftOutWords(leftOut: FolderContent['leftOut']): readonly string[] {
  if (leftOut.length === 0) return [];
  const named = leftOut.slice(0, mostNamed).map(({ path, reason }) => `${path} (${reasonWords(reason)})`);
  const others = leftOut.length - named.length;
  const more = others > 0 ? [vscode.l10n.t('… and {0} others', others)] : [];
  return [[vscode.l10n.t('Left out: {0}', leftOut.length), ...named, ...more].join('\n')];
}

function reasonWords(reason: LeftOutReason): string {
  switch (reason) {
    case 'excluded':
      return vscode.l10n.t('excluded');
    case 'ignored':
      return vscode.l10n.t('ignored');
    case 'secretFile':
      return vscode.l10n.t('often holds secrets');
    case 'outside':
      return vscode.l10n.t('a link that leads out');
    case 'type':
      return vscode.l10n.t('no text or document');
    case 'size':
      return vscode.l10n.t('larger than 10 MB');
    case 'unreadable':
      return vscode.l10n.t('cannot be read');
  }
}
