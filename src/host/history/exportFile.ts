import * as vscode from 'vscode';
import { fileNameOf } from '../../core/chat/fileName';

/** Asks where to. The ending of the chosen name says which form is wanted: `.jsonl` a chat file, else Markdown. */
export async function askExportFile(title: string): Promise<vscode.Uri | undefined> {
  const folder = usualFolder();
  const name = `${fileNameOf(title) || vscode.l10n.t('Chat')}.md`;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Chat'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { Markdown: ['md'], [vscode.l10n.t('Chat file, to import again')]: ['jsonl'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

/** Writes the file and offers to open it. `chooseAgain`: it could not be written, and the user wants another place. */
export async function writeExport(
  file: vscode.Uri,
  bytes: Uint8Array,
): Promise<'written' | 'chooseAgain' | 'given up'> {
  try {
    await vscode.workspace.fs.writeFile(file, bytes);
  } catch {
    const again = vscode.l10n.t('Choose Another Place');
    const words = vscode.l10n.t('The file couldn’t be saved there. Choose another place.');
    return (await vscode.window.showErrorMessage(words, again)) === again ? 'chooseAgain' : 'given up';
  }
  const open = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('The chat was exported.'), open)) === open) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
  return 'written';
}

/** The folder of the workspace, where it can be written. Without one VS Code starts in the folder it used last. */
function usualFolder(): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.workspace.fs.isWritableFileSystem(folder.scheme) ? folder : undefined;
}
