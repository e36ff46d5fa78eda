import * as vscode from 'vscode';
import { codeRange } from './codeRange';
import { type Declaration, restated } from './restatement';

/** Which lines of a document the code is for: the selection, what the code states anew, or all of them. */
export async function choosePlace(
  document: vscode.TextDocument,
  editor: vscode.TextEditor | undefined,
  code: string,
): Promise<vscode.Range | undefined> {
  if (editor && !editor.selection.isEmpty) return codeRange(editor);
  const whole = new vscode.Range(0, 0, document.lineCount - 1, document.lineAt(document.lineCount - 1).text.length);
  if (document.getText().trim() === '') return whole;
  const found = restated(code, (line) => document.lineAt(line).text, await declarationsIn(document));
  if (found.length === 0) return whole;
  return chooseRange(document, found, whole);
}

async function chooseRange(
  document: vscode.TextDocument,
  found: readonly Declaration[],
  whole: vscode.Range,
): Promise<vscode.Range | undefined> {
  const items = [
    ...found.map(({ name, startLine, endLine }) => ({
      label: vscode.l10n.t('Replace {0}', name),
      description: vscode.l10n.t('lines {0} to {1}', startLine + 1, endLine + 1),
      range: new vscode.Range(startLine, 0, endLine, document.lineAt(endLine).text.length),
    })),
    {
      label: vscode.l10n.t('Replace the whole file'),
      description: vscode.l10n.t('{0} lines', document.lineCount),
      range: whole,
    },
  ];
  const placeHolder = vscode.l10n.t('What does the code replace? You see the change before anything is written.');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.range;
}

async function declarationsIn(document: vscode.TextDocument): Promise<readonly Declaration[]> {
  const found = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (found ?? []).flatMap((symbol) => declarationsOf(symbol, document.lineCount));
}

function declarationsOf(symbol: vscode.DocumentSymbol, lineCount: number): readonly Declaration[] {
  const { name, range, selectionRange, children = [] } = symbol;
  const below = children.flatMap((child) => declarationsOf(child, lineCount));
  // Some providers give only places, and some are behind the text.
  if (!selectionRange || range.end.line >= lineCount) return below;
  return [
    { name, startLine: range.start.line, endLine: range.end.line, nameLine: selectionRange.start.line },
    ...below,
  ];
}
