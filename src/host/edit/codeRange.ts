import * as vscode from 'vscode';
import type { CodeAttachment } from '../../core/conversation/turn';

/**
 * The whole lines a command works on: the selection, or without one the symbol around the cursor. In a folder that is
 * not trusted the selection alone counts, because finding symbols has language servers read the folder.
 */
export async function codeRange(editor: vscode.TextEditor): Promise<vscode.Range | undefined> {
  const { document, selection } = editor;
  if (selection.isEmpty && !vscode.workspace.isTrusted) return undefined;
  const range = selection.isEmpty ? await symbolAround(document, selection.active) : selection;
  return range && !range.isEmpty ? wholeLines(document, range) : undefined;
}

/** A copy of the code, with the way back to it. */
export function toAttachment(document: vscode.TextDocument, range: vscode.Range, id: string): CodeAttachment {
  return {
    kind: 'code',
    id,
    uri: document.uri.toString(),
    path: vscode.workspace.asRelativePath(document.uri),
    languageId: document.languageId,
    startLine: range.start.line + 1,
    endLine: range.end.line + 1,
    text: document.getText(range),
  };
}

/** Where `text` stands in the document: at the expected line, or at the only other place. */
export function locate(document: vscode.TextDocument, text: string, line: number): vscode.Range | undefined {
  const whole = document.getText();
  const expected = document.offsetAt(new vscode.Position(line, 0));
  const first = whole.startsWith(text, expected) ? expected : whole.indexOf(text);
  if (first < 0) return undefined;
  const isAmbiguous = first !== expected && whole.indexOf(text, first + 1) >= 0;
  return isAmbiguous
    ? undefined
    : new vscode.Range(document.positionAt(first), document.positionAt(first + text.length));
}

function wholeLines(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  // A selection that ends before the first character of a line does not mean that line.
  const endsBefore = range.end.character === 0 && range.end.line > range.start.line;
  const lastLine = endsBefore ? range.end.line - 1 : range.end.line;
  return new vscode.Range(range.start.line, 0, lastLine, document.lineAt(lastLine).range.end.character);
}

async function symbolAround(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Range | undefined> {
  const found = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  let innermost: vscode.Range | undefined;
  for (let level = found ?? []; level.length > 0; ) {
    const around = level.find((symbol) => symbol.range?.contains(position));
    if (!around) break;
    // A variable inside a function is not what the user means by "explain this".
    if (!innermost || blockKinds.has(around.kind)) innermost = around.range;
    level = around.children ?? [];
  }
  return innermost;
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
