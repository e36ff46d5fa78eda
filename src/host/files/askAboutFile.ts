import * as vscode from 'vscode';
import type { GoogleFile } from '../../core/interactions/googleFiles';
import { plainLabel } from '../base/plainLabel';
import { canBeAsked, usesOf } from './fileItems';
import type { FileAction } from './filePick';

interface ActionItem extends vscode.QuickPickItem {
  readonly action: FileAction;
}

/** Asks what to do with a file. Undefined: nothing. */
export async function askWhatToDo(file: GoogleFile): Promise<FileAction | undefined> {
  const item = (action: FileAction, label: string, icon: string, detail?: string): ActionItem => ({
    action,
    label: `$(${icon}) ${label}`,
    ...(detail && { detail }),
  });
  const items = [
    ...(canBeAsked(file)
      ? [item('addToChat', vscode.l10n.t('Add to Chat'), 'add', vscode.l10n.t('It goes along with the next question.'))]
      : []),
    item('copyName', vscode.l10n.t('Copy Name'), 'copy', file.name),
    ...(file.uri === '' ? [] : [item('copyAddress', vscode.l10n.t('Copy Address'), 'copy', file.uri)]),
    item('delete', vscode.l10n.t('Delete at Google…'), 'trash'),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: plainLabel(file.displayName),
    placeHolder: canBeAsked(file) ? vscode.l10n.t('What should be done with it?') : whyNotAsked(file),
  });
  return chosen?.action;
}

/** Asks before a file is deleted. `chats`: the titles of those that use it. */
export async function mayDelete(file: GoogleFile, chats: readonly string[]): Promise<boolean> {
  const yes = vscode.l10n.t('Delete at Google');
  const uses = usesOf(chats).map((words) =>
    vscode.l10n.t('It is {0}: going on there with it fails until it is attached again.', words),
  );
  const detail = [vscode.l10n.t('It can’t be brought back. Your own copy stays where it is.'), ...uses].join('\n\n');
  const question = vscode.l10n.t('Delete “{0}” at Google?', file.displayName);
  // The first button is the one that Enter presses.
  const keep = vscode.l10n.t('Keep It');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, keep, yes)) === yes;
}

/** Says why a file cannot go along with a question. */
function whyNotAsked({ state }: GoogleFile): string {
  switch (state) {
    case 'processing':
      return vscode.l10n.t('Google is still reading it. Refresh the list in a moment to add it to a chat.');
    case 'failed':
      return vscode.l10n.t('Google could not read it, so it can’t be added to a chat.');
    case 'active':
      return vscode.l10n.t('Files of this type can’t be added to a chat by their address.');
  }
}
