import * as vscode from 'vscode';

/** "Save to Workspace…": asks where, and writes nothing before. `name`: what is proposed. */
export async function saveFile(name: string, bytes: Uint8Array): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save to Workspace'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
  } catch {
    const again = vscode.l10n.t('Choose Another Place');
    const words = vscode.l10n.t('The file couldn’t be saved there. Choose another place.');
    if ((await vscode.window.showErrorMessage(words, again)) === again) await saveFile(name, bytes);
  }
}
