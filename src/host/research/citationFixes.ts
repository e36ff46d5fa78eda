import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { CommandId } from '../../manifest';
import type { CitationProblem, CitationProblems } from './citationProblems';

/** What can be done about a claim that its page does not support: weaken it, remove it, or look for a better page. */
export class CitationFixes implements vscode.CodeActionProvider {
  private readonly own = new DisposableStore();

  constructor(private readonly problems: Pick<CitationProblems, 'in'>) {
    this.own.add(
      vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const found = this.problems.in(document, range).filter(({ finding }) => finding.verdict !== 'supported');
    return found.flatMap((one) => fixesFor(document, one));
  }

  dispose(): void {
    this.own.dispose();
  }
}

function fixesFor(
  document: vscode.TextDocument,
  { problem, claim, finding }: CitationProblem,
): readonly vscode.CodeAction[] {
  const words = document.getText(problem.range);
  const fixes: vscode.CodeAction[] = [];
  const weaker = finding.weaker.replace(/\s+/g, ' ').trim();
  if (weaker !== '' && weaker !== words) {
    const weaken = action(vscode.l10n.t('Weaken to what the page says'), problem);
    weaken.edit = new vscode.WorkspaceEdit();
    // What the model writes is text, whatever it looks like.
    weaken.edit.replace(document.uri, problem.range, weaker.replace(/[\\`*_[\]<>#|!]/g, '\\$&'));
    weaken.isPreferred = true;
    fixes.push(weaken);
  }
  const remove = action(vscode.l10n.t('Remove the claim'), problem);
  remove.edit = new vscode.WorkspaceEdit();
  remove.edit.delete(document.uri, withNumbers(document, problem.range));
  const better = action(vscode.l10n.t('Find a better source…'), problem);
  const command: CommandId = 'geminiInteractions.startResearch';
  const question = vscode.l10n.t('Find a reliable source that supports or refutes this claim: {0}', claim.text);
  better.command = { command, title: better.title, arguments: [question] };
  return [...fixes, remove, better];
}

function action(title: string, problem: vscode.Diagnostic): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.diagnostics = [problem];
  return made;
}

/** A claim with the numbers behind it and the stop at its end. */
function withNumbers(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const line = document.lineAt(range.end.line).text.slice(range.end.character);
  const rest = /^(?:\s*\[\\\[\d+\\\]\]\(#source-\d+\))*[.!?]?\s?/.exec(line)?.[0].length ?? 0;
  return new vscode.Range(range.start, range.end.translate(0, rest));
}
