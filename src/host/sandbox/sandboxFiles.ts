import * as vscode from 'vscode';
import { type GivenTest, givenTest } from './givenTest';

/** A file that a task is about, as it stands in the editor or on disk. */
export interface SandboxFile {
  readonly uri: vscode.Uri;
  /** As people know it. */
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

/** The files of a task, and what is proposed to be asked. */
export interface SandboxTask {
  readonly files: readonly SandboxFile[];
  readonly proposal: string;
}

/** The body of a request may have 20 MB, the words and escapes around the files among them. Bytes. */
const largest = 10 * 1024 * 1024;
const most = 200;

/**
 * What the command is about. The explorer passes a file and all that are selected; the list of tests a test; an editor
 * its file, whose selection or first error is what the task begins with. Undefined: there is nothing, and the user was
 * told so.
 */
export async function sandboxTask([first, second]: readonly unknown[]): Promise<SandboxTask | undefined> {
  const test = givenTest(first, (value) => value instanceof vscode.Uri);
  if (test) {
    const files = await readAll([test.uri]);
    const [file] = files ?? [];
    return files && file && { files, proposal: testWords(test, file.name) };
  }
  const listed = Array.isArray(second) ? second.filter((one) => one instanceof vscode.Uri) : [];
  const editor = vscode.window.activeTextEditor;
  if (first instanceof vscode.Uri && (listed.length > 0 || first.toString() !== editor?.document.uri.toString())) {
    const files = await readAll(listed.length > 0 ? listed : [first]);
    const [only, ...others] = files ?? [];
    return files && only && { files, proposal: others.length > 0 ? '' : runWords(only.name) };
  }
  if (!editor) return tell(vscode.l10n.t('Open or select the file to run first.'));
  const { document, selection } = editor;
  const file = fileOf(document);
  if (file.text.trim() === '') return tell(vscode.l10n.t('{0} is empty.', file.name));
  const fitting = withinLimits([file]);
  return fitting && { files: fitting, proposal: proposalFor(document, selection, file.name) };
}

async function readAll(uris: readonly vscode.Uri[]): Promise<readonly SandboxFile[] | undefined> {
  if (uris.length > most) return tell(vscode.l10n.t('These are more than {0} files. Select fewer.', most));
  const files: SandboxFile[] = [];
  for (const uri of uris) {
    const name = vscode.workspace.asRelativePath(uri);
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > largest) return tellTooLarge();
      files.push(fileOf(await vscode.workspace.openTextDocument(uri)));
    } catch {
      return tell(vscode.l10n.t('{0} cannot be read as text, so it cannot be sent to a sandbox.', name));
    }
  }
  return withinLimits(files);
}

function withinLimits(files: readonly SandboxFile[]): readonly SandboxFile[] | undefined {
  const size = files.reduce((sum, file) => sum + bytesOf(file.text), 0);
  return size > largest ? tellTooLarge() : files;
}

/** Bytes as UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function fileOf(document: vscode.TextDocument): SandboxFile {
  const { uri, languageId } = document;
  return { uri, languageId, name: vscode.workspace.asRelativePath(uri), text: document.getText() };
}

/** A failing test or an error at the cursor, or in the file where nothing is selected, is what most people want tried. */
function proposalFor({ uri }: vscode.TextDocument, selection: vscode.Selection, name: string): string {
  const errors = vscode.languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
  const here = errors.find(({ range }) => range.intersection(selection) !== undefined);
  const error = here ?? (selection.isEmpty ? errors[0] : undefined);
  if (error) {
    const line = error.range.start.line + 1;
    return vscode.l10n.t(
      'Reproduce and explain this problem in {0}, line {1}: {2}',
      name,
      line,
      oneLine(error.message),
    );
  }
  if (selection.isEmpty) return runWords(name);
  const [from, to] = [selection.start.line + 1, selection.end.line + 1];
  return vscode.l10n.t('Try lines {0} to {1} of {2} with a few inputs and tell what happens.', from, to, name);
}

function runWords(name: string): string {
  return vscode.l10n.t('Run {0} and tell what happens.', name);
}

function testWords({ label, line, message }: GivenTest, name: string): string {
  const place = line === undefined ? name : vscode.l10n.t('{0}, line {1}', name, line);
  return message === undefined
    ? vscode.l10n.t('Run the test “{0}” in {1}. If it fails, find out why.', oneLine(label), place)
    : vscode.l10n.t('Find out why the test “{0}” in {1} fails: {2}', oneLine(label), place, oneLine(message));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}

function tellTooLarge(): undefined {
  return tell(
    vscode.l10n.t('These files have more than 10 MB together, which is too much for a sandbox. Choose fewer.'),
  );
}

function tell(words: string): undefined {
  void vscode.window.showInformationMessage(words);
  return undefined;
}
