import * as vscode from 'vscode';
import type { ProblemHere } from '../../core/editing/ask/editRequest';
import type { LineRange } from '../../core/editing/ask/editTarget';

/** What VS Code and its extensions report in these lines of a document. */
export function problemsIn({ uri }: vscode.TextDocument, ranges: readonly LineRange[]): readonly ProblemHere[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ range }) => ranges.some(({ start, end }) => range.start.line < end && range.end.line >= start))
    .map((diagnostic) => ({
      line: diagnostic.range.start.line,
      severity: severityWord(diagnostic.severity),
      message: diagnostic.message,
      ...sourceOf(diagnostic),
    }));
}

function severityWord(severity: vscode.DiagnosticSeverity): ProblemHere['severity'] {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error:
      return 'error';
    case vscode.DiagnosticSeverity.Warning:
      return 'warning';
    case vscode.DiagnosticSeverity.Information:
      return 'information';
    case vscode.DiagnosticSeverity.Hint:
      return 'hint';
  }
}

/** Such as `ts 2345`. */
function sourceOf({ source, code }: vscode.Diagnostic): Pick<ProblemHere, 'source'> {
  const number = typeof code === 'object' ? code.value : code;
  const words = [source, number].filter((word) => word !== undefined && word !== '').join(' ');
  return words === '' ? {} : { source: words };
}
