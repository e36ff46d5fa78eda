import * as vscode from 'vscode';

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
