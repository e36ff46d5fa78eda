import * as vscode from 'vscode';
import type { CodeBlock } from '../../markdown/codeBlocks';
import { knownLanguages } from '../paths/knownLanguages';
import { languageIdFor } from '../paths/languageId';
import { pathBelow, pathInNamedFolder, readNamedPath } from '../paths/namedPath';

/** What to do with code that is for a file. */
type Choice = 'create' | 'untitled' | 'change';

/** Files that tools read as orders. A user who creates one should know. */
const ordering = /(?:^|\/)(?:\.(?!editorconfig$|gitignore$|prettier|eslint)[^/]*|package\.json|Makefile)(?:\/|$)/i;

/** "New File": code in a file of its own, saved at the name the answer gives if the user says so. */
export class NewFile {
  /** Shows what the code would change in a file that is there already. */
  constructor(private readonly change: (uri: vscode.Uri, code: CodeBlock) => Promise<void>) {}

  async run(code: CodeBlock): Promise<void> {
    const uri = await placeFor(code.fileName);
    if (uri === 'cancelled') return;
    const choice = uri && (await choose(uri));
    if (uri && choice === undefined) return;
    if (!uri || choice === 'untitled') return openUntitled(code);
    if (choice === 'change') return this.change(uri, code);
    await create(uri, code.text);
  }
}

/** Where in the workspace the file belongs. Undefined: the answer does not say, or not a place in the workspace. */
async function placeFor(fileName: string): Promise<vscode.Uri | 'cancelled' | undefined> {
  const path = readNamedPath(fileName)?.path;
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (path === undefined || folders.length === 0) return undefined;
  const places = folders.flatMap(({ name, uri }) => {
    const root = { name, path: uri.path.replace(/\/$/, '') };
    const inNamed = folders.length > 1 ? pathInNamedFolder(root, path) : undefined;
    const below = inNamed ?? pathBelow(root, path);
    return below === undefined || isForGit(below)
      ? []
      : [{ uri: vscode.Uri.joinPath(uri, below), isSure: inNamed !== undefined }];
  });
  const sure = places.find(({ isSure }) => isSure);
  if (sure || places.length < 2) return (sure ?? places[0])?.uri;
  const folder = await vscode.window.showWorkspaceFolderPick({
    placeHolder: vscode.l10n.t('Choose a folder for {0}', path),
  });
  const chosen = places.find(({ uri }) => folder && vscode.workspace.getWorkspaceFolder(uri) === folder);
  return chosen?.uri ?? 'cancelled';
}

/** What Git keeps for itself runs when Git is used, and is nobody's code. */
function isForGit(path: string): boolean {
  return path.split('/').some((part) => /^\.git[. ]*$/i.test(part));
}

async function choose(uri: vscode.Uri): Promise<Choice | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  const untitled = vscode.l10n.t('Open as Untitled');
  if (await exists(uri)) {
    const show = vscode.l10n.t('Show Changes');
    const detail = vscode.l10n.t('It isn’t overwritten unless you accept the changes.');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('{0} already exists.', name),
      { modal: true, detail },
      show,
      untitled,
    );
    return answer === show ? 'change' : answer === untitled ? 'untitled' : undefined;
  }
  const save = vscode.l10n.t('Create File');
  const warning = ordering.test(name)
    ? ` ${vscode.l10n.t('Tools may act on files with this name. Review the code first.')}`
    : '';
  const detail =
    vscode.l10n.t('The file will be created at {0}.', uri.scheme === 'file' ? uri.fsPath : uri.toString(true)) +
    warning;
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Create {0}?', name),
    { modal: true, detail },
    save,
    untitled,
  );
  return answer === save ? 'create' : answer === untitled ? 'untitled' : undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function create(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  // Another person may have created it since: then nothing is done.
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if (await vscode.workspace.applyEdit(edit)) {
    await vscode.window.showTextDocument(uri, { preview: false });
    return;
  }
  void vscode.window.showErrorMessage(
    vscode.l10n.t('{0} couldn’t be created. Check that the folder is writable.', vscode.workspace.asRelativePath(uri)),
  );
}

async function openUntitled({ language, fileName, text }: CodeBlock): Promise<void> {
  const extension = /\.(\w+)$/.exec(fileName)?.[1] ?? '';
  const known = knownLanguages();
  const id = languageIdFor(language, known) ?? languageIdFor(extension, known);
  const document = await vscode.workspace.openTextDocument({
    content: text,
    ...(id !== undefined && { language: id }),
  });
  await vscode.window.showTextDocument(document, { preview: false });
}
