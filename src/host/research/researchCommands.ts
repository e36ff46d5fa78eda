import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { isOpen, type ResearchJob } from '../../core/research/job';
import type { ResearchJobs } from '../../core/research/researchJobs';
import { defaultResearchAgent } from '../../names';
import type { FailureNotices } from '../base/failureNotices';
import type { Services } from '../services';
import { failureSentence } from '../strings/failures';

/** Deep Research from the command palette: start, cancel, open the report. */
export class ResearchCommands {
  /** What was last told of each job, so that each end is told once. */
  private readonly lastState = new Map<string, ResearchJob['state']>();

  constructor(
    private readonly jobs: ResearchJobs,
    private readonly files: Services['reports'],
    private readonly apiKey: Services['apiKey'],
    private readonly notices: FailureNotices,
  ) {}

  async start(): Promise<void> {
    if (!(await this.apiKey.ensure())) return;
    const question = await vscode.window.showInputBox({
      title: vscode.l10n.t('Deep Research'),
      prompt: vscode.l10n.t('What should be researched? The more exact the question, the better the report.'),
      ignoreFocusOut: true,
      validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Type a question.') : undefined),
    });
    if (question === undefined || !(await this.confirm(question))) return;
    await this.startAsked(question.trim());
  }

  async cancel(): Promise<void> {
    const job = await this.choose(this.jobs.open, vscode.l10n.t('Which research should be cancelled?'));
    if (job) await this.jobs.cancel(job.id);
  }

  async openReport(): Promise<void> {
    await this.jobs.resume();
    const done = this.jobs.all.filter((job) => job.state === 'done');
    if (done.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no finished research yet.'));
      return;
    }
    const job = await this.choose(done, vscode.l10n.t('Which report?'));
    if (job) await this.show(job);
  }

  /** Tells the end of a job, once, where it happens in the background. */
  async tell(job: ResearchJob): Promise<void> {
    const before = this.lastState.get(job.id);
    this.lastState.set(job.id, job.state);
    if (before === undefined || before === job.state || isOpen(job)) return;
    if (job.state === 'done') {
      const open = vscode.l10n.t('Open Report');
      const choice = await vscode.window.showInformationMessage(
        vscode.l10n.t('The research is finished: {0}', job.question),
        open,
      );
      if (choice === open) await this.show(job);
    } else if (job.state === 'failed' && before !== 'starting') {
      const sentence = failureSentence({ reason: job.failure ?? 'generationFailed' });
      void vscode.window.showErrorMessage(vscode.l10n.t('The research “{0}” failed. {1}', job.question, sentence));
    } else if (job.state === 'cancelled') {
      void vscode.window.showInformationMessage(vscode.l10n.t('The research was cancelled: {0}', job.question));
    } else if (job.state === 'lost') {
      const again = vscode.l10n.t('Look Again');
      const message = vscode.l10n.t(
        'The research “{0}” could not be followed to its end. It may still be running and billed at Google.',
        job.question,
      );
      if ((await vscode.window.showWarningMessage(message, again)) === again) await this.jobs.lookAgain(job.id);
    }
  }

  private confirm(question: string): Promise<boolean> {
    const start = vscode.l10n.t('Start Research');
    return Promise.resolve(
      vscode.window.showInformationMessage(
        vscode.l10n.t('Start Deep Research?'),
        {
          modal: true,
          detail: vscode.l10n.t(
            '“{0}”\n\nIt usually takes 5 to 20 minutes, an hour at most, and costs about $1 to $3 on your key (Google’s estimate of July 2026). It goes on at Google when this window is closed, and the report is kept here.',
            question.trim(),
          ),
        },
        start,
      ),
    ).then((choice) => choice === start);
  }

  private async startAsked(question: string): Promise<void> {
    try {
      await this.jobs.start(question, defaultResearchAgent);
      const cancel = vscode.l10n.t('Cancel Research');
      const choice = await vscode.window.showInformationMessage(
        vscode.l10n.t('The research has started. The status bar shows how it goes.'),
        cancel,
      );
      if (choice === cancel) await this.cancel();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (this.jobs.all[0]?.state === 'uncertain') await this.tellUncertain(question);
      else await this.notices.show(error, () => this.startAsked(question));
    }
  }

  /** The start was cut off, and the service has no list to look it up in: only the user can decide to pay again. */
  private async tellUncertain(question: string): Promise<void> {
    const again = vscode.l10n.t('Start Again');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The connection was lost while the research was being started. It may be running and billed without a report here.',
      ),
      again,
    );
    if (choice === again) await this.startAsked(question);
  }

  private async show(job: ResearchJob): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.files.reportUri(job));
    await vscode.window.showTextDocument(document, { preview: false });
  }

  private async choose(jobs: readonly ResearchJob[], title: string): Promise<ResearchJob | undefined> {
    if (jobs.length <= 1) return jobs[0];
    const items = jobs.map((job) => ({
      label: job.question,
      description: new Date(job.createdAt).toLocaleString(vscode.env.language),
      job,
    }));
    return (await vscode.window.showQuickPick(items, { title }))?.job;
  }
}
