import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { CheckedClaim } from '../../core/research/check/checkCitations';
import type { Finding } from '../../core/research/check/checkRequest';
import type { Claim } from '../../core/research/check/claims';
import { standing } from '../../core/research/check/standing';
import { hostOf } from '../../core/research/report/sourceList';

/** A finding at the place of its claim. */
export interface CitationProblem {
  readonly problem: vscode.Diagnostic;
  readonly claim: Claim;
  readonly finding: Finding;
}

/** What checks have found, as problems that follow their claims while the report is edited. */
export class CitationProblems {
  private readonly own = new DisposableStore();
  private readonly shown = this.own.add(vscode.languages.createDiagnosticCollection('geminiCitations'));
  private readonly checked = new Map<string, readonly CheckedClaim[]>();
  private readonly placed = new Map<string, readonly CitationProblem[]>();

  constructor() {
    this.own.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.place(document);
      }),
    );
  }

  /** Shows what a check has found, in place of an earlier one. */
  show(document: vscode.TextDocument, checked: readonly CheckedClaim[]): void {
    this.checked.set(document.uri.toString(), checked);
    this.place(document);
  }

  /** The findings in a part of a document, where they stand now. */
  in(document: vscode.TextDocument, range: vscode.Range): readonly CitationProblem[] {
    const placed = this.placed.get(document.uri.toString()) ?? [];
    return placed.filter(({ problem }) => problem.range.intersection(range) !== undefined);
  }

  dispose(): void {
    this.own.dispose();
  }

  /** After an undo, a claim that was gone is there again. */
  private place(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const checked = this.checked.get(key);
    if (!checked) return;
    const placed = standing(document.getText(), checked).flatMap((one) => problemOf(document, one) ?? []);
    this.placed.set(key, placed);
    this.shown.set(
      document.uri,
      placed.map(({ problem }) => problem),
    );
  }
}

function problemOf(document: vscode.TextDocument, { claim, finding }: CheckedClaim): CitationProblem | undefined {
  if (!finding) return undefined;
  const range = new vscode.Range(document.positionAt(claim.start), document.positionAt(claim.end));
  const problem = new vscode.Diagnostic(range, wordsOf(finding), severityOf(finding));
  problem.source = vscode.l10n.t('Gemini citations');
  problem.code = { value: hostOf(claim.url), target: vscode.Uri.parse(claim.url) };
  return { problem, claim, finding };
}

function wordsOf({ verdict, reason }: Finding): string {
  switch (verdict) {
    case 'supported':
      return vscode.l10n.t('Supported by the page. {0}', reason);
    case 'partly':
      return vscode.l10n.t('Supported in part. {0}', reason);
    case 'notSupported':
      return vscode.l10n.t('Not supported by the page. {0}', reason);
    case 'gone':
      return vscode.l10n.t('The page could not be read. {0}', reason);
  }
}

function severityOf({ verdict }: Finding): vscode.DiagnosticSeverity {
  switch (verdict) {
    case 'supported':
      return vscode.DiagnosticSeverity.Hint;
    case 'partly':
      return vscode.DiagnosticSeverity.Information;
    case 'notSupported':
    case 'gone':
      return vscode.DiagnosticSeverity.Warning;
  }
}
