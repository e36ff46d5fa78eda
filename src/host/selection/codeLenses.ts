import * as vscode from 'vscode';
import { allSymbols } from '../../core/editing/target/codeSymbols';
import type { CommandId } from '../../manifest';
import { documentSymbols } from './documentSymbols';

/** "Explain · Document · Tests" above each block of a document. */
export async function codeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const symbols = await documentSymbols(document, Math.floor(document.lineCount / 2));
  return allSymbols(symbols)
    .filter(({ isBlock }) => isBlock)
    .flatMap(({ start, end }) => {
      const range = new vscode.Range(start, 0, end - 1, document.lineAt(end - 1).range.end.character);
      const lens = (title: string, command: CommandId) =>
        new vscode.CodeLens(new vscode.Range(start, 0, start, 0), { title, command, arguments: [document.uri, range] });
      return [
        lens(vscode.l10n.t('Explain'), 'geminiInteractions.explain'),
        lens(vscode.l10n.t('Document'), 'geminiInteractions.document'),
        lens(vscode.l10n.t('Tests'), 'geminiInteractions.writeTests'),
      ];
    });
}
