import * as vscode from 'vscode';
import { harOf } from '../../core/inspection/har';
import { type Inspection, nameOf } from '../../core/inspection/inspection';
import { inspectionWords } from './inspectionWords';

/** "Save as HAR…": a turn for the tools that read HTTP archives. The key is not in it; the question and the answer are. */
export async function saveHar(inspection: Inspection, secrets: readonly string[], version: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save as HAR'),
    filters: { [vscode.l10n.t('HTTP archive')]: ['har'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${nameOf(inspection)}.har`) }),
  });
  if (!target) return;
  const text = harOf(inspection, inspectionWords(), secrets, version);
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch {
    const again = vscode.l10n.t('Choose Another Place');
    const words = vscode.l10n.t('The file couldn’t be saved there. Choose another place.');
    if ((await vscode.window.showErrorMessage(words, again)) === again) await saveHar(inspection, secrets, version);
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Saved without your key. The question, what was attached and the answer are in the file.'),
  );
}
