import * as vscode from 'vscode';
import { attachmentLabel } from '../../core/conversation/input';
import type { Attachment } from '../../core/conversation/turn';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import type { TerminalCommand } from '../../core/terminal/commandText';
import type { CurrentFile } from '../base/currentFile';
import { gitChanges } from './gitChanges';
import { lastOfTerminal } from './lastOfTerminal';
import { problemsOf } from './problems';

/** What was chosen: something that is read already, a file, or `file`, which asks for one. Undefined: nothing. */
export type ChosenContext = Attachment | vscode.Uri | 'file' | undefined;

export interface ContextItem extends vscode.QuickPickItem {
  /** What is attached. Absent for the headings. */
  readonly attach?: () => Promise<ChosenContext> | ChosenContext;
  /** The file it stands for, as text. */
  readonly uri?: string;
}

/** What is at hand without a look at the disk. */
export function itemsAtHand(
  current: CurrentFile,
  gate: OutgoingGate,
  lastCommand: () => TerminalCommand | undefined,
  newId: () => string,
): readonly ContextItem[] {
  const items: ContextItem[] = [];
  const { selection } = current;
  if (selection) {
    items.push({
      label: vscode.l10n.t('Selection'),
      description: attachmentLabel(selection),
      iconPath: new vscode.ThemeIcon('list-selection'),
      attach: () => selection,
    });
  }
  if (!vscode.workspace.isTrusted) return items;
  const problems = problemsOf(newId);
  if (problems) {
    items.push({
      label: vscode.l10n.t('Problems'),
      description: vscode.l10n.t('{0} in this workspace', problems.count),
      iconPath: new vscode.ThemeIcon('warning'),
      attach: () => problems.attachment,
    });
  }
  items.push({
    label: vscode.l10n.t('Terminal'),
    iconPath: new vscode.ThemeIcon('terminal'),
    ...lastOfTerminal(lastCommand, newId),
  });
  const changes = gitChanges().map(({ label, description, read }) => ({
    label,
    description,
    iconPath: new vscode.ThemeIcon('git-commit'),
    attach: () => read(gate, newId()),
  }));
  return [...items, ...changes, ...openEditors()];
}

function openEditors(): readonly ContextItem[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  const known = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
  return withHeading(
    vscode.l10n.t('Open Editors'),
    known.map((uri) => fileItem(vscode.workspace.asRelativePath(uri), uri)),
  );
}

export function elsewhere(): readonly ContextItem[] {
  return withHeading(vscode.l10n.t('Elsewhere'), [
    {
      label: vscode.l10n.t('Image or File…'),
      description: vscode.l10n.t('from anywhere, or a web page'),
      iconPath: new vscode.ThemeIcon('file-media'),
      attach: () => 'file',
    },
  ]);
}

export function withHeading(label: string, items: readonly ContextItem[]): readonly ContextItem[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

export function fileItem(path: string, uri: vscode.Uri): ContextItem {
  return { ...named(path), iconPath: vscode.ThemeIcon.File, uri: uri.toString(), attach: () => uri };
}

export function folderItem(path: string, attach: () => Attachment | undefined): ContextItem {
  return { ...named(path.slice(0, -1)), iconPath: vscode.ThemeIcon.Folder, attach };
}

function named(path: string): Pick<ContextItem, 'label' | 'description'> {
  const cut = path.lastIndexOf('/');
  return { label: path.slice(cut + 1), ...(cut > 0 && { description: path.slice(0, cut) }) };
}
