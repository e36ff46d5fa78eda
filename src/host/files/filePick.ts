import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { FileListing } from '../../core/googleFiles/fileListing';
import type { GoogleFile } from '../../core/interactions/googleFiles';
import { type FileItem, fileButtons, fileItems, type OtherList } from './fileItems';
import type { ListHelp } from './listHelp';

export type FileAction = 'addToChat' | 'copyName' | 'copyAddress' | 'delete';

/** What the user chose. `ask`: a file, and not yet what to do with it. */
export type FileChoice =
  | { readonly kind: FileAction | 'ask'; readonly file: GoogleFile; readonly query: string }
  | { readonly kind: 'help'; readonly help: ListHelp }
  | { readonly kind: 'other'; readonly list: OtherList };

/** Where the list was left, to come back to. */
export interface FilePlace {
  readonly query: string;
  readonly name: string | undefined;
}

/** Shows the list while it is read. Undefined: the user wants nothing more. */
export async function pickFile(
  listing: FileListing<GoogleFile>,
  { query, name }: FilePlace,
  now: () => number,
  onError: (error: unknown) => void,
): Promise<FileChoice | undefined> {
  const own = new DisposableStore();
  const pick = own.add(vscode.window.createQuickPick<FileItem>());
  const buttons = fileButtons();
  const refresh = { iconPath: new vscode.ThemeIcon('refresh'), tooltip: vscode.l10n.t('Refresh') };
  let wanted = name;
  const draw = () => {
    const active = pick.activeItems[0]?.file?.name ?? wanted;
    pick.busy = listing.state.kind === 'running';
    const items = fileItems(listing, now(), buttons);
    pick.items = items;
    const place = items.find(({ file }) => file !== undefined && file.name === active);
    if (!place) return;
    wanted = undefined;
    pick.activeItems = [place];
  };
  pick.title = vscode.l10n.t('Files at Google');
  pick.placeholder = vscode.l10n.t('Find a file by its name, type or chat');
  pick.buttons = [refresh];
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.keepScrollPosition = true;
  // Not in the published API yet. Without it VS Code puts matching names before newer files.
  Object.assign(pick, { sortByLabel: false });
  pick.value = query;
  own.add(listing.onDidChange(draw));
  own.add(pick.onDidTriggerButton(() => void listing.refresh().catch(onError)));
  draw();
  try {
    return await new Promise<FileChoice | undefined>((resolve) => {
      const choose = (kind: FileAction | 'ask', { file, help, leadsTo }: FileItem) => {
        if (file) resolve({ kind, file, query: pick.value });
        else if (help) resolve({ kind: 'help', help });
        else if (leadsTo) resolve({ kind: 'other', list: leadsTo });
      };
      own.add(pick.onDidAccept(() => pick.activeItems[0] && choose('ask', pick.activeItems[0])));
      own.add(
        pick.onDidTriggerItemButton(({ button, item }) => {
          if (button === buttons.addToChat) choose('addToChat', item);
          else choose(button === buttons.copyAddress ? 'copyAddress' : 'delete', item);
        }),
      );
      own.add(pick.onDidHide(() => resolve(undefined)));
      pick.show();
    });
  } finally {
    own.dispose();
  }
}
