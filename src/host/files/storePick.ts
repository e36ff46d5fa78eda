import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { FileListing } from '../../core/googleFiles/fileListing';
import { relativeTime } from '../../core/googleFiles/relativeTime';
import type { FileStore } from '../../core/interactions/fileStores';
import { plainLabel } from '../base/plainLabel';
import { sizeWords } from '../base/sizeWords';
import { actionLabel, failureSentence } from '../strings/failures';
import { helpFor, type ListHelp } from './listHelp';

export type StoreAction = 'search' | 'leave' | 'sync' | 'copyName' | 'delete';

/** What the user chose. */
export type StoreChoice =
  | { readonly kind: 'create' }
  | { readonly kind: 'back' }
  | { readonly kind: 'store'; readonly store: FileStore }
  | { readonly kind: 'help'; readonly help: ListHelp };

interface StoreItem extends vscode.QuickPickItem {
  readonly choice?: StoreChoice;
}

/** Shows the stores while they are read. Undefined: the user wants nothing more. */
export async function pickStore(
  listing: FileListing<FileStore>,
  chosen: readonly string[],
  now: () => number,
  onError: (error: unknown) => void,
): Promise<StoreChoice | undefined> {
  const own = new DisposableStore();
  const pick = own.add(vscode.window.createQuickPick<StoreItem>());
  const refresh = { iconPath: new vscode.ThemeIcon('refresh'), tooltip: vscode.l10n.t('Refresh') };
  const draw = () => {
    pick.busy = listing.state.kind === 'running';
    pick.items = storeItems(listing, chosen, now());
  };
  pick.title = vscode.l10n.t('File Search Stores');
  pick.placeholder = vscode.l10n.t('Files that answers can search, by folders');
  pick.buttons = [vscode.QuickInputButtons.Back, refresh];
  pick.matchOnDescription = true;
  pick.keepScrollPosition = true;
  own.add(listing.onDidChange(draw));
  draw();
  try {
    return await new Promise<StoreChoice | undefined>((resolve) => {
      own.add(
        pick.onDidTriggerButton((button) => {
          if (button === refresh) void listing.refresh().catch(onError);
          else resolve({ kind: 'back' });
        }),
      );
      own.add(
        pick.onDidAccept(() => {
          const choice = pick.activeItems[0]?.choice;
          if (choice) resolve(choice);
        }),
      );
      own.add(pick.onDidHide(() => resolve(undefined)));
      pick.show();
    });
  } finally {
    own.dispose();
  }
}

/** Asks what to do with a store. Undefined: nothing. */
export async function askAboutStore(
  store: FileStore,
  folder: string | undefined,
  isChosen: boolean,
): Promise<StoreAction | undefined> {
  const update = vscode.l10n.t('Sends what is new or changed, and deletes what is no longer there.');
  const items: readonly (vscode.QuickPickItem & { readonly action: StoreAction })[] = [
    {
      action: 'search',
      label: `$(search) ${vscode.l10n.t('Search It in the Chat')}`,
      detail: vscode.l10n.t('Switches File Search on for the chat. Its answers cite the files.'),
    },
    ...(isChosen
      ? [{ action: 'leave' as const, label: `$(circle-slash) ${vscode.l10n.t('Search It No Longer')}` }]
      : []),
    {
      action: 'sync',
      label: `$(sync) ${folder === undefined ? vscode.l10n.t('Update from a Folder…') : vscode.l10n.t('Update from {0}', folder)}`,
      detail: update,
    },
    { action: 'copyName', label: `$(copy) ${vscode.l10n.t('Copy Name')}`, detail: store.name },
    { action: 'delete', label: `$(trash) ${vscode.l10n.t('Delete at Google…')}` },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: plainLabel(store.displayName),
    placeHolder: vscode.l10n.t('What should be done with it?'),
  });
  return chosen?.action;
}

function storeItems(listing: FileListing<FileStore>, chosen: readonly string[], now: number): readonly StoreItem[] {
  const create: StoreItem = {
    label: `$(new-folder) ${vscode.l10n.t('Create a Store from a Folder…')}`,
    choice: { kind: 'create' },
  };
  const stores = listing.all.map(
    (store): StoreItem => ({
      label: `$(${store.pending > 0 ? 'sync~spin' : 'database'}) ${plainLabel(store.displayName)}`,
      description: plainLabel(factsOf(store, now)),
      detail: [stateOf(store), ...(chosen.includes(store.name) ? [vscode.l10n.t('chosen for File Search')] : [])].join(
        ' · ',
      ),
      choice: { kind: 'store', store },
    }),
  );
  return [create, ...stores, ...endOf(listing, stores.length)];
}

/** Documents, size and age. */
function factsOf({ active, pending, failed, size, createdAt }: FileStore, now: number): string {
  const age = createdAt === undefined ? [] : [relativeTime(Math.min(createdAt, now), now, vscode.env.language)];
  return [documentWords(active + pending + failed), sizeWords(size), ...age].join(' · ');
}

function stateOf({ active, pending, failed }: FileStore): string {
  const words = [
    ...(pending > 0 ? [vscode.l10n.t('Google is still indexing {0}: answers do not find these yet', pending)] : []),
    ...(failed > 0 ? [vscode.l10n.t('{0} could not be read: update the store to send them again', failed)] : []),
  ];
  if (words.length > 0) return words.join(' · ');
  return active > 0 ? vscode.l10n.t('Can be searched') : vscode.l10n.t('Empty: update it from a folder');
}

/** What stands below the stores, or in their place. */
function endOf({ state }: FileListing<FileStore>, count: number): readonly StoreItem[] {
  const words = (label: string, detail?: string): StoreItem => ({ label, alwaysShow: true, ...(detail && { detail }) });
  switch (state.kind) {
    case 'running':
      return count === 0 ? [words(vscode.l10n.t('Reading the list of stores…'))] : [];
    case 'failed': {
      const help = helpFor(state.failure);
      const detail = vscode.l10n.t('Choose this line: {0}', actionLabel(help.action));
      return [{ ...words(`$(warning) ${failureSentence(state.failure)}`, detail), choice: { kind: 'help', help } }];
    }
    case 'done':
      if (count > 0) return state.isWhole ? [] : [words(vscode.l10n.t('Only the first {0} stores are listed.', count))];
      return [words(vscode.l10n.t('There are no stores at Google yet.'))];
  }
}

function documentWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
}
