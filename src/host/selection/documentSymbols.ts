import * as vscode from 'vscode';
import { type CodeSymbol, guessedSymbols, withPreamble } from '../../core/editing/target/codeSymbols';

/** So long a language server may take, in milliseconds: one that is still starting must not hold up the command. */
const patienceMs = 1_500;

/**
 * The symbols of a document: of its language server, else guessed near a line. In a folder that is not trusted there are
 * none, because finding them has language servers read the folder.
 */
export async function documentSymbols(document: vscode.TextDocument, line: number): Promise<readonly CodeSymbol[]> {
  if (!vscode.workspace.isTrusted) return [];
  const asked = vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const found = await Promise.race([asked, new Promise<undefined>((late) => setTimeout(late, patienceMs, undefined))]);
  const lineAt = (at: number) => document.lineAt(at).text;
  // Older servers give a list without ranges and children.
  const symbols = (found ?? []).filter((symbol) => symbol.range !== undefined);
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
