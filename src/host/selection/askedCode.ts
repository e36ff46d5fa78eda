import * as vscode from 'vscode';
import { type CodeTarget, codeTarget } from '../../core/editing/target/codeTarget';
import { unfitText } from '../../core/editing/target/unfitText';
import { documentSymbols } from './documentSymbols';

/** The code that a command is about, as it was when the command came. */
export interface AskedCode {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly target: CodeTarget;
}

/** Where a command was called: a document, and what is selected in it. Without selections it means all of it. */
interface Origin {
  readonly document: vscode.TextDocument;
  readonly selections: readonly vscode.Range[];
}

/** The name of a file that VS Code does not open as text. */
interface Unreadable {
  readonly unreadable: string;
}

/**
 * The code that a command is about. `args`: what menus, light bulbs and lenses pass. Undefined: there is none, or nothing
 * can be asked about it, and the user was told so.
 */
export async function askedCode(args: readonly unknown[]): Promise<AskedCode | undefined> {
  const origin = await originOf(args);
  if (!origin) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the code to ask about first.'));
    return undefined;
  }
  return codeIn(origin);
}

/** All of a file. Undefined: nothing can be asked about it, and the user was told so. */
export async function askedFile(uri: vscode.Uri): Promise<AskedCode | undefined> {
  const origin = await documentAt(uri);
  return codeIn(origin);
}

async function codeIn(origin: Origin | Unreadable): Promise<AskedCode | undefined> {
  if ('unreadable' in origin) {
    tellUnreadable(origin.unreadable);
    return undefined;
  }
  const { document, selections } = origin;
  const unfit = unfitText(document.getText());
  if (unfit !== undefined) {
    if (unfit === 'empty') void vscode.window.showInformationMessage(vscode.l10n.t('{0} is empty.', nameOf(document)));
    else tellUnreadable(nameOf(document));
    return undefined;
  }
  const isSelected = selections.some(({ isEmpty }) => !isEmpty);
  if (!isSelected && selections.length > 0 && !vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select the code first. In a folder that is not trusted, only what is selected is read.'),
    );
    return undefined;
  }
  const { version } = document;
  const line = selections[0]?.start.line;
  const symbols = line === undefined ? [] : await documentSymbols(document, line);
  const target = codeTarget(selections, symbols, document.lineCount, (at) => document.lineAt(at).text);
  return { document, version, target };
}

/** The document as the user knows it. A cell of a notebook is called after its notebook. */
export function nameOf({ uri }: vscode.TextDocument): string {
  const path = vscode.workspace.asRelativePath(uri.with({ fragment: '' }));
  if (uri.scheme !== 'vscode-notebook-cell') return path;
  const cells = vscode.workspace.notebookDocuments.flatMap((notebook) => notebook.getCells());
  const cell = cells.find(({ document }) => document.uri.toString() === uri.toString());
  const notebook = cell ? vscode.workspace.asRelativePath(cell.notebook.uri) : path;
  return cell ? vscode.l10n.t('{0} (cell {1})', notebook, cell.index + 1) : notebook;
}

function tellUnreadable(name: string): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} is not text, so Gemini cannot read it as code.', name));
}

async function originOf([first, second]: readonly unknown[]): Promise<Origin | Unreadable | undefined> {
  const active = vscode.window.activeTextEditor;
  if (first instanceof vscode.Uri) {
    if (second instanceof vscode.Range)
      return { document: await vscode.workspace.openTextDocument(first), selections: [second] };
    return editorOf(first) ?? (await documentAt(first));
  }
  const place = readLineNumber(first);
  if (!place) return active && ofEditor(active);
  const editor = editorOf(place.uri);
  if (!editor) return documentAt(place.uri);
  const line = Math.min(place.line, editor.document.lineCount - 1);
  // The menu of a line that is selected means what is selected.
  const isInside = editor.selections.some(
    ({ isEmpty, start, end }) => !isEmpty && start.line <= line && line <= end.line,
  );
  return isInside ? editor : { document: editor.document, selections: [new vscode.Range(line, 0, line, 0)] };
}

/** The active editor goes before another one of the same document. */
function editorOf(uri: vscode.Uri): Origin | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors];
  const editor = editors.find(({ document }) => document.uri.toString() === uri.toString());
  return editor && ofEditor(editor);
}

function ofEditor({ document, selections }: vscode.TextEditor): Origin {
  return { document, selections };
}

/** VS Code opens no file as text that it takes for binary or that is too large. */
async function documentAt(uri: vscode.Uri): Promise<Origin | Unreadable> {
  try {
    return { document: await vscode.workspace.openTextDocument(uri), selections: [] };
  } catch {
    return { unreadable: vscode.workspace.asRelativePath(uri) };
  }
}

/** What the menu of a line number passes. Its lines count from 1. */
function readLineNumber(value: unknown): { readonly uri: vscode.Uri; readonly line: number } | undefined {
  if (typeof value !== 'object' || value === null || !('lineNumber' in value) || !('uri' in value)) return undefined;
  const { lineNumber, uri } = value;
  return typeof lineNumber === 'number' && uri instanceof vscode.Uri
    ? { uri, line: Math.max(0, lineNumber - 1) }
    : undefined;
}
