import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { Finding } from '../../core/research/check/checkRequest';
import type { Claim } from '../../core/research/check/claims';
import type { CommandId } from '../../manifest';

interface Remembered {
  readonly claim: Claim;
  readonly finding: Finding;
}

/** What can be done about a claim that its page does not support: weaken it, remove it, or look for a better page. */
export class CitationFixes implements vscode.CodeActionProvider {
  private readonly own = new DisposableStore();
  /** By what VS Code gives back of a problem, which is a copy. */
  private readonly known = new Map<string, Remembered>();

  constructor() {
    this.own.add(
      vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
  }

  remember(problem: vscode.Diagnostic, claim: Claim, finding: Finding): void {
    this.known.set(keyOf(problem), { claim, finding });
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return diagnostics.flatMap((problem) => {
      const known = this.known.get(keyOf(problem));
      return known && known.finding.verdict !== 'supported' ? fixesFor(document, problem, known) : [];
    });
  }

  dispose(): void {
    this.own.dispose();
  }
}

function fixesFor(document: vscode.TextDocument, problem: vscode.Diagnostic, known: Remembered): vscode.CodeAction[] {
  const { claim, finding } = known;
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

function keyOf({ message, code }: vscode.Diagnostic): string {
  return `${typeof code === 'object' ? code.value : code} ${message}`;
}
