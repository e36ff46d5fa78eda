import * as vscode from 'vscode';

/** So long a language server may take, in milliseconds: one that is still starting must not hold up what the user asked for. */
const patienceMs = 1_500;

/** What the language server says of a document. None: it knows no symbols, or is not ready. */
export async function askSymbols(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  const asked = vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  let late: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<undefined>((resolve) => {
    late = setTimeout(resolve, patienceMs, undefined);
  });
  const found = await Promise.race([asked, waited]);
  clearTimeout(late);
  // Older servers give a list of places, without ranges and children.
  return (found ?? []).filter((symbol) => symbol.range !== undefined);
}
