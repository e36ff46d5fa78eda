import * as vscode from 'vscode';
import { type CodeSymbol, guessedSymbols, withPreamble } from '../../core/editing/target/codeSymbols';
import { askSymbols } from '../base/askSymbols';

/**
 * The symbols of a document: of its language server, else guessed near a line. In a folder that is not trusted there are
 * none, because finding them has language servers read the folder.
 */
export async function documentSymbols(document: vscode.TextDocument, line: number): Promise<readonly CodeSymbol[]> {
  if (!vscode.workspace.isTrusted) return [];
  const symbols = await askSymbols(document);
  const lineAt = (at: number) => document.lineAt(at).text;
  if (symbols.length > 0) return symbols.map((symbol) => toCodeSymbol(symbol, lineAt));
  return guessedSymbols(document.lineCount, lineAt, document.languageId, line);
}

function toCodeSymbol(
  { name, kind, range: { start, end }, children }: vscode.DocumentSymbol,
  lineAt: (line: number) => string,
): CodeSymbol {
  const lines = {
    start: start.line,
    end: end.character === 0 && end.line > start.line ? end.line : end.line + 1,
  };
  const word = kindWords.get(kind);
  return {
    ...withPreamble(lines, lineAt),
    name,
    label: word ? `${word} ${name}` : name,
    isBlock: blockKinds.has(kind),
    children: (children ?? []).map((child) => toCodeSymbol(child, lineAt)),
  };
}

const blockKinds: ReadonlySet<vscode.SymbolKind> = new Set([
  vscode.SymbolKind.Class,
  vscode.SymbolKind.Constructor,
  vscode.SymbolKind.Enum,
  vscode.SymbolKind.Function,
  vscode.SymbolKind.Interface,
  vscode.SymbolKind.Method,
  vscode.SymbolKind.Module,
  vscode.SymbolKind.Namespace,
  vscode.SymbolKind.Struct,
]);

/** For the model, so in no other language. */
const kindWords: ReadonlyMap<vscode.SymbolKind, string> = new Map([
  [vscode.SymbolKind.Class, 'class'],
  [vscode.SymbolKind.Constructor, 'constructor'],
  [vscode.SymbolKind.Enum, 'enum'],
  [vscode.SymbolKind.Function, 'function'],
  [vscode.SymbolKind.Interface, 'interface'],
  [vscode.SymbolKind.Method, 'method'],
  [vscode.SymbolKind.Module, 'module'],
  [vscode.SymbolKind.Namespace, 'namespace'],
  [vscode.SymbolKind.Struct, 'struct'],
]);
