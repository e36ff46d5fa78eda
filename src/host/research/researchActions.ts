import * as vscode from 'vscode';
import { researchableLine } from '../../core/research/researchableLine';
import type { CommandId } from '../../manifest';
import { reviewScheme } from '../../names';

/** "Research This…" in the light bulb of a problem, of a dependency, of a note to do, and of a stack trace. */
export class ResearchActions implements vscode.CodeActionProvider {
  static readonly metadata = { providedCodeActionKinds: [vscode.CodeActionKind.Empty] };

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    // As in menus and the palette. A proposal is looked at, and not worked on.
    if (!vscode.workspace.isTrusted || document.uri.scheme === reviewScheme) return [];
    const [problem] = diagnostics;
    const question = problem ? questionOf(document, problem) : questionOfLine(document, range.start.line);
    if (question === undefined) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Research This…'), vscode.CodeActionKind.Empty);
    const command: CommandId = 'geminiInteractions.researchSelection';
    action.command = { command, title: action.title, arguments: [question] };
    return [action];
  }
}

function questionOf(document: vscode.TextDocument, { message, range, source }: vscode.Diagnostic): string {
  const tool = source === undefined ? document.languageId : source;
  const code = document.lineAt(range.start.line).text.trim();
  return vscode.l10n.t('What causes this problem of {0}, and how is it solved? {1} ({2})', tool, message, code);
}

function questionOfLine(document: vscode.TextDocument, line: number): string | undefined {
  const found = researchableLine(document.lineAt(line).text, document.fileName.split(/[\\/]/).at(-1) ?? '');
  switch (found?.kind) {
    case 'dependency':
      return vscode.l10n.t('Is {0} still a good choice: its state, known problems and alternatives?', found.text);
    case 'todo':
      return vscode.l10n.t('How is this best done? {0}', found.text);
    case 'trace':
      return vscode.l10n.t('What causes this error, and how is it solved? {0}', found.text);
    case undefined:
      return undefined;
  }
}
