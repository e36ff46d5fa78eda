import * as vscode from 'vscode';
import { reviewScheme } from '../../names';
import { nameOf } from './askedCode';

/** Whether a change of the document can be proposed. False: the user was told why not. */
export async function isChangeable(document: vscode.TextDocument): Promise<boolean> {
  const reason = await reasonAgainst(document);
  if (reason !== undefined) void vscode.window.showInformationMessage(reason);
  return reason === undefined;
}

async function reasonAgainst(document: vscode.TextDocument): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t('Gemini can’t change code in an untrusted folder. The chat works.');
  }
  const { scheme } = document.uri;
  if (scheme === reviewScheme) return vscode.l10n.t('This is a proposal. Accept or reject it first.');
  if (await isWritable(document)) return undefined;
  return vscode.l10n.t('{0} is read-only, so Gemini can’t change it.', nameOf(document));
}

async function isWritable({ uri }: vscode.TextDocument): Promise<boolean> {
  if (uri.scheme === 'untitled') return true;
  if (uri.scheme === 'vscode-notebook-cell') {
    const notebook = vscode.workspace.notebookDocuments.find((open) =>
      open.getCells().some((cell) => cell.document.uri.toString() === uri.toString()),
    );
    return notebook !== undefined && (notebook.isUntitled || (await isFileWritable(notebook.uri)));
  }
  return isFileWritable(uri);
}

async function isFileWritable(uri: vscode.Uri): Promise<boolean> {
  // Undefined: the document is a picture of something else, such as an older version.
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true) return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) === 0;
  } catch {
    // A file that is gone: the review says so when there is something to write.
    return true;
  }
}
