import * as vscode from 'vscode';
import { fileNameOf } from '../../core/chat/fileName';

/** Asks where to. The ending of the chosen name says which form is wanted: `.jsonl` a chat file, else Markdown. */
export async function askExportFile(title: string): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const folder = usualFolder();
  const name = `${fileNameOf(title) || t('Chat')}.md`;
  return vscode.window.showSaveDialog({
    title: t('Export Chat'),
    saveLabel: t('Export'),
    filters: { Markdown: ['md'], [t('Chat file, to import again')]: ['jsonl'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
}

/** Writes the file and offers to open it. `chooseAgain`: it could not be written, and the user wants another place. */
export async function writeExport(
  file: vscode.Uri,
  bytes: Uint8Array,
): Promise<'written' | 'chooseAgain' | 'given up'> {
  const { t } = vscode.l10n;
  try {
    await vscode.workspace.fs.writeFile(file, bytes);
  } catch {
    const again = t('Choose Another Place');
    const words = t('The file could not be written there. Choose another place.');
    return (await vscode.window.showErrorMessage(words, again)) === again ? 'chooseAgain' : 'given up';
  }
  const open = t('Open');
  if ((await vscode.window.showInformationMessage(t('The chat was exported.'), open)) === open) {
    await vscode.commands.executeCommand('vscode.open', file);
  }
  return 'written';
}

/** The folder of the workspace, where it can be written. Without one VS Code starts in the folder it used last. */
function usualFolder(): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.workspace.fs.isWritableFileSystem(folder.scheme) ? folder : undefined;
}
