import * as vscode from 'vscode';
import { applyBlock, applyChoice } from '../../core/editing/apply/applyBlock';
import type { ApplyResult, ApplyTarget, BlockToApply } from '../../core/editing/apply/applyTypes';
import type { SymbolRange } from '../../core/editing/apply/fileDefinitions';
import { askSymbols } from '../base/askSymbols';
import { choicePick } from './applyWords';

/** What a block of code makes of a document. Asks where that is not certain; undefined: the user chose nothing. */
export async function applyToFile(
  block: BlockToApply,
  document: vscode.TextDocument,
  editor: vscode.TextEditor | undefined,
): Promise<Exclude<ApplyResult, { kind: 'ask' }> | undefined> {
  const target = await applyTarget(document, editor);
  const result = applyBlock(block, target);
  if (result.kind !== 'ask') return result;
  const placeHolder = vscode.l10n.t('What should this code replace? You’ll review the changes first.');
  const picked = await vscode.window.showQuickPick(result.choices.map(choicePick), { placeHolder });
  const chosen = picked && applyChoice(block, target, picked.choice);
  return chosen?.kind === 'ask' ? undefined : chosen;
}

async function applyTarget(document: vscode.TextDocument, editor: vscode.TextEditor | undefined): Promise<ApplyTarget> {
  return {
    path: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    text: document.getText(),
    ...(editor && { selection: linesOf(editor.selection) }),
    symbols: await symbolsIn(document),
  };
}

/** The lines of a selection, the end not included. A selection that ends before the first character of a line does not mean it. */
function linesOf({ start, end, isEmpty }: vscode.Selection): { readonly start: number; readonly end: number } {
  if (isEmpty) return { start: start.line, end: start.line };
  return { start: start.line, end: end.character === 0 ? end.line : end.line + 1 };
}

async function symbolsIn(document: vscode.TextDocument): Promise<readonly SymbolRange[]> {
  return (await askSymbols(document)).flatMap((symbol) => rangesOf(symbol, document.lineCount));
}

function rangesOf({ name, kind, range, children = [] }: vscode.DocumentSymbol, lines: number): readonly SymbolRange[] {
  const below = children.flatMap((child) => rangesOf(child, lines));
  // Some providers are behind the text.
  if (range.end.line >= lines) return below;
  return [{ name, kind: vscode.SymbolKind[kind], start: range.start.line, end: range.end.line }, ...below];
}
