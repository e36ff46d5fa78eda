import * as vscode from 'vscode';
import { attachmentOf } from '../base/currentFile';
import type { ContextItem } from './contextItems';

const mostShown = 20;
/** Fewer letters find everything. */
const fewestLetters = 2;

/** Functions and types of the workspace with these letters in their names, as languages know them. */
export async function symbolItems(typed: string, newId: () => string): Promise<readonly ContextItem[]> {
  if (typed.trim().length < fewestLetters) return [];
  const found: unknown = await vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', typed.trim());
  if (!Array.isArray(found)) return [];
  const symbols = found.filter((one): one is vscode.SymbolInformation => one instanceof vscode.SymbolInformation);
  return symbols.slice(0, mostShown).map(({ name, location: { uri, range } }) => ({
    label: name,
    description: `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}`,
    iconPath: new vscode.ThemeIcon('symbol-method'),
    alwaysShow: true,
    attach: async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      const lines = new vscode.Range(range.start.line, 0, range.end.line, Number.MAX_SAFE_INTEGER);
      return attachmentOf(document, document.validateRange(lines), newId());
    },
  }));
}
