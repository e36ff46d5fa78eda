import * as vscode from 'vscode';
import type { Attachment } from '../../core/conversation/turn';

/** At most this many problems go along: one cause makes many, and the first ones show it. */
const mostProblems = 200;

/** What VS Code and its extensions report in the workspace, worst first. Undefined: nothing. */
export function problemsOf(
  newId: () => string,
): { readonly count: number; readonly attachment: Attachment } | undefined {
  const all = vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
        .map(({ severity, range, message }) => ({ uri, severity, line: range.start.line + 1, message })),
    );
  const [first] = all.toSorted((a, b) => a.severity - b.severity);
  if (!first) return undefined;
  const lines = all
    .toSorted((a, b) => a.severity - b.severity)
    .slice(0, mostProblems)
    .map(({ uri, severity, line, message }) => {
      const word = severity === vscode.DiagnosticSeverity.Error ? 'error' : 'warning';
      return `${vscode.workspace.asRelativePath(uri)}:${line}: ${word}: ${message}`;
    });
  const attachment: Attachment = {
    kind: 'file',
    id: newId(),
    // The chip leads to the file with the worst of them.
    uri: first.uri.toString(),
    path: vscode.l10n.t('Problems'),
    languageId: 'text',
    text: lines.join('\n'),
  };
  return { count: all.length, attachment };
}
