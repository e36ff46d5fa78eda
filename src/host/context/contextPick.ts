import * as vscode from 'vscode';
import type { PathIndex } from '../../core/context/pathIndex';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import type { TerminalCommand } from '../../core/terminal/commandText';
import type { CurrentFile } from '../base/currentFile';
import {
  type ChosenContext,
  type ContextItem,
  elsewhere,
  fileItem,
  folderItem,
  itemsAtHand,
  withHeading,
} from './contextItems';
import { folderTree } from './folderTree';
import { symbolItems } from './symbols';
import type { WorkspacePaths } from './workspacePaths';

/** The list shows this many paths: a longer one is slow, and no one reads it. */
const mostShown = 200;

export interface PickParts {
  readonly current: CurrentFile;
  readonly gate: OutgoingGate;
  readonly paths: WorkspacePaths;
  /** Of the terminal in front. Undefined: none is known. */
  readonly lastCommand: () => TerminalCommand | undefined;
  readonly newId: () => string;
}

/** Asks what is to go along with the next question. */
export async function pickContext({ current, gate, paths, lastCommand, newId }: PickParts): Promise<ChosenContext> {
  const pick = vscode.window.createQuickPick<ContextItem>();
  pick.title = vscode.l10n.t('Add Context');
  pick.placeholder = vscode.l10n.t('Choose what goes along with your next question');
  pick.matchOnDescription = true;
  const atHand = itemsAtHand(current, gate, lastCommand, newId);
  const shownAlready = new Set(atHand.map(({ uri }) => uri));
  const itemOf = (path: string): readonly ContextItem[] => {
    if (path.endsWith('/')) return [folderItem(path, () => folderTree(paths, path, newId()))];
    const uri = paths.uriOf(path);
    return uri && !shownAlready.has(uri.toString()) ? [fileItem(path, uri)] : [];
  };
  let index: PathIndex | undefined;
  let symbols: readonly ContextItem[] = [];
  const show = () => {
    const found = (index?.find(pick.value, mostShown) ?? []).flatMap(itemOf);
    // What was found is what is meant, whatever VS Code makes of the letters.
    const files = found.map((item) => ({ ...item, alwaysShow: true }));
    pick.items = [
      ...atHand,
      ...withHeading(vscode.l10n.t('Files and Folders'), files),
      ...withHeading(vscode.l10n.t('Symbols'), symbols),
      ...elsewhere(),
    ];
  };
  // A folder that is not trusted is not read.
  if (vscode.workspace.isTrusted) {
    index = paths.known;
    pick.busy = true;
    void paths.current().then((listed) => {
      index = listed;
      pick.busy = false;
      show();
    });
    pick.onDidChangeValue(async (typed) => {
      symbols = [];
      show();
      const found = await symbolItems(typed, newId);
      if (found.length === 0 || pick.value !== typed) return;
      symbols = found;
      show();
    });
  }
  show();
  pick.show();
  const chosen = await new Promise<ContextItem | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });
  return chosen?.attach?.();
}
