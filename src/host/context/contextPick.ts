import * as vscode from 'vscode';
import { attachmentLabel } from '../../core/conversation/input';
import type { Attachment } from '../../core/conversation/turn';
import { attachmentOf, type CurrentFile } from '../base/currentFile';
import { problemsOf } from './problems';

/** The list offers this many files: a longer one is slow. */
const mostFiles = 5_000;
/** Folders that hold code of others, or what was built. */
const foreign = '**/{node_modules,.git,dist,out,build,target,vendor,.venv,venv}/**';

interface ContextItem extends vscode.QuickPickItem {
  /** What is attached. Absent for the headings. */
  readonly attach?: () => Promise<Attachment | undefined> | Attachment | 'file' | undefined;
  /** The file it stands for, as text. */
  readonly uri?: string;
}

/**
 * Asks what is to go along with the next question. `file`: a picture or another file, which is chosen in another place.
 * Undefined: nothing was chosen, or it cannot be read as text.
 */
export async function pickContext(current: CurrentFile, newId: () => string): Promise<Attachment | 'file' | undefined> {
  const pick = vscode.window.createQuickPick<ContextItem>();
  pick.title = vscode.l10n.t('Add Context');
  pick.placeholder = vscode.l10n.t('Choose what goes along with your next question');
  pick.matchOnDescription = true;
  const near = [...ofEditor(current, newId), ...openEditors(newId), ...elsewhere()];
  pick.items = near;
  pick.show();
  // A folder that is not trusted is not read.
  if (vscode.workspace.isTrusted) {
    pick.busy = true;
    void files(newId, near).then((items) => {
      pick.items = [...near, ...items];
      pick.busy = false;
    });
  }
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

function elsewhere(): readonly ContextItem[] {
  return withHeading(vscode.l10n.t('Elsewhere'), [
    {
      label: vscode.l10n.t('Image or File…'),
      description: vscode.l10n.t('from anywhere, or a web page'),
      iconPath: new vscode.ThemeIcon('file-media'),
      attach: () => 'file',
    },
  ]);
}

function ofEditor(current: CurrentFile, newId: () => string): readonly ContextItem[] {
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
  const problems = vscode.workspace.isTrusted ? problemsOf(newId) : undefined;
  if (problems) {
    items.push({
      label: vscode.l10n.t('Problems'),
      description: vscode.l10n.t('{0} in this workspace', problems.count),
      iconPath: new vscode.ThemeIcon('warning'),
      attach: () => problems.attachment,
    });
  }
  return items;
}

function openEditors(newId: () => string): readonly ContextItem[] {
  if (!vscode.workspace.isTrusted) return [];
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  const known = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
  return withHeading(
    vscode.l10n.t('Open Editors'),
    known.map((uri) => fileItem(uri, newId)),
  );
}

async function files(newId: () => string, near: readonly ContextItem[]): Promise<readonly ContextItem[]> {
  const found = await vscode.workspace.findFiles('**/*', foreign, mostFiles);
  const shown = new Set(near.map(({ uri }) => uri));
  const others = found.filter((uri) => !shown.has(uri.toString()));
  const items = others.map((uri) => fileItem(uri, newId));
  return withHeading(
    vscode.l10n.t('Files'),
    items.sort((a, b) => a.label.localeCompare(b.label)),
  );
}

function withHeading(label: string, items: readonly ContextItem[]): readonly ContextItem[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

function fileItem(uri: vscode.Uri, newId: () => string): ContextItem {
  const path = vscode.workspace.asRelativePath(uri);
  const cut = path.lastIndexOf('/');
  return {
    label: path.slice(cut + 1),
    ...(cut > 0 && { description: path.slice(0, cut) }),
    iconPath: vscode.ThemeIcon.File,
    uri: uri.toString(),
    attach: () => readFile(uri, newId),
  };
}

/** VS Code opens no file as text that it takes for binary or that is too large. */
async function readFile(uri: vscode.Uri, newId: () => string): Promise<Attachment | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    const attachment = attachmentOf(await vscode.workspace.openTextDocument(uri), undefined, newId());
    if (!attachment) void vscode.window.showInformationMessage(vscode.l10n.t('{0} is empty.', name));
    return attachment;
  } catch {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} is not text, so Gemini cannot read it as code.', name),
    );
    return undefined;
  }
}
