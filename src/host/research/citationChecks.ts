import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { DisposableStore } from '../../core/base/disposables';
import { type CheckResult, checkCitations, checkCost } from '../../core/research/check/checkCitations';
import { type Claim, claimsIn } from '../../core/research/check/claims';
import { countSupported, withSummary } from '../../core/research/check/summaryLine';
import type { ResearchJob } from '../../core/research/job/job';
import type { Services } from '../services';
import { failureSentence } from '../strings/failures';
import { CitationFixes } from './citationFixes';
import { CitationProblems } from './citationProblems';
import type { Reports } from './reports';
import { dollars } from './researchWords';

/** "Check Citations": says of each claim of a report whether its page supports it, as problems with fixes. */
export class CitationChecks {
  private readonly own = new DisposableStore();
  private readonly problems = this.own.add(new CitationProblems());

  constructor(
    private readonly services: Pick<Services, 'interactions' | 'apiKey'>,
    private readonly reports: Reports,
  ) {
    this.own.add(new CitationFixes(this.problems));
  }

  async run(job: ResearchJob): Promise<void> {
    const uri = this.reports.uriOf(job);
    if (!uri || !(await this.services.apiKey.ensure())) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const claims = claimsIn(document.getText());
    if (claims.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('This report cites nothing that can be checked.'));
      return;
    }
    if (!(await confirmCheck(claims))) return;
    const result = await this.check(claims);
    if (result) await this.show(document, result);
  }

  dispose(): void {
    this.own.dispose();
  }

  private async check(claims: readonly Claim[]): Promise<CheckResult | undefined> {
    const { requests } = checkCost(claims);
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking citations'),
      cancellable: true,
    };
    return vscode.window.withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      const listening = token.onCancellationRequested(() => stop.abort());
      const { interactions } = this.services;
      try {
        const result = await checkCitations({ interactions, clock: systemClock }, claims, stop.signal, (done) =>
          progress.report({ increment: 100 / requests, message: vscode.l10n.t('{0} of {1} pages', done, requests) }),
        );
        return stop.signal.aborted ? undefined : result;
      } finally {
        listening.dispose();
      }
    });
  }

  /** Puts the sum under the title, and each finding at its claim. */
  private async show(document: vscode.TextDocument, { checked, failure }: CheckResult): Promise<void> {
    const { supported, all } = countSupported(checked);
    const date = new Date().toLocaleDateString(vscode.env.language);
    const words = vscode.l10n.t('{0} of {1} claims are supported by the pages they cite ({2}).', supported, all, date);
    if (all > 0) {
      const edit = new vscode.WorkspaceEdit();
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      edit.replace(document.uri, whole, withSummary(document.getText(), words));
      await vscode.workspace.applyEdit(edit);
      await document.save();
    }
    this.problems.show(document, checked);
    await vscode.window.showTextDocument(document, { preview: false });
    const failed = failure === undefined ? [] : [failureSentence({ reason: failure })];
    const left = checked.length - all;
    const missing = left > 0 ? [leftWords(left)] : [];
    void vscode.window.showInformationMessage([words, ...missing, ...failed].join(' '));
  }
}

async function confirmCheck(claims: readonly Claim[]): Promise<boolean> {
  const { requests, dollars: cost } = checkCost(claims);
  const check = vscode.l10n.t('Check Citations');
  const detail = vscode.l10n.t(
    'Claims: {0}, pages: {1}. Google reads the pages and a small model compares them: about {2} on your key. Nothing of it is kept at Google.',
    claims.length,
    requests,
    dollars(cost),
  );
  const words = vscode.l10n.t('Check the citations of this report?');
  return (await vscode.window.showInformationMessage(words, { modal: true, detail }, check)) === check;
}

function leftWords(left: number): string {
  return left === 1
    ? vscode.l10n.t('1 claim could not be checked.')
    : vscode.l10n.t('{0} claims could not be checked.', left);
}
