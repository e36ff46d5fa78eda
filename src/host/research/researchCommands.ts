import * as vscode from 'vscode';
import type { ResearchJob, ResearchState } from '../../core/research/job/job';
import type { ResearchJobs } from '../../core/research/researchJobs';
import { researchViewId } from '../../manifest';
import { chooseJob } from './chooseJob';
import type { Reports } from './reports';
import type { ResearchPages } from './researchPages';

/** What is done with a research that was begun. */
export class ResearchCommands {
  constructor(
    private readonly jobs: ResearchJobs,
    private readonly pages: ResearchPages,
    private readonly reports: Reports,
  ) {}

  /** The page of one research, or the list of all. */
  async show(target: unknown): Promise<void> {
    if (target === undefined) {
      await vscode.commands.executeCommand(`${researchViewId}.focus`);
      return;
    }
    const job = await this.one(target, () => true);
    if (job) await this.pages.open(job);
  }

  async cancel(target: unknown): Promise<void> {
    const isMeant = (job: ResearchJob) => ['running', 'lost', 'planned'].includes(job.state);
    const job = await this.one(target, isMeant, vscode.l10n.t('Choose a research to cancel'));
    if (job && (await confirmCancel(job))) await this.jobs.cancel(job.id);
  }

  async openReport(target: unknown): Promise<void> {
    const job = await this.withReport(target);
    if (job) await this.reports.open(job);
  }

  /** Runs something on the research that is meant, if it is in one of these states. */
  async onState(
    target: unknown,
    states: readonly ResearchState[],
    run: (job: ResearchJob) => Promise<void>,
  ): Promise<void> {
    const job = await this.one(target, ({ state }) => states.includes(state));
    if (job) await run(job);
  }

  /** Runs something on the research that is meant, if it has a report. */
  async onReport(target: unknown, run: (job: ResearchJob) => Promise<void>): Promise<void> {
    const job = await this.withReport(target);
    if (job) await run(job);
  }

  private withReport(target: unknown): Promise<ResearchJob | undefined> {
    return chooseJob(this.jobs, target, ({ report }) => report !== undefined, {
      title: vscode.l10n.t('Which report?'),
      none: vscode.l10n.t('No finished research yet.'),
    });
  }

  private one(
    target: unknown,
    isMeant: (job: ResearchJob) => boolean,
    title = vscode.l10n.t('Which research?'),
  ): Promise<ResearchJob | undefined> {
    return chooseJob(this.jobs, target, isMeant, {
      title,
      none: vscode.l10n.t('There’s no research you can do this with.'),
    });
  }
}

/** What was paid for is not thrown away by accident. */
async function confirmCancel(job: ResearchJob): Promise<boolean> {
  const stop = vscode.l10n.t('Cancel Research');
  const choice = await vscode.window.showWarningMessage<vscode.MessageItem>(
    vscode.l10n.t('Cancel this research?'),
    {
      modal: true,
      detail: job.state === 'planned' ? planDetail(job) : runningDetail(job),
    },
    // The first button is the one that Enter presses.
    { title: job.state === 'planned' ? vscode.l10n.t('Keep the Plan') : vscode.l10n.t('Let It Run') },
    { title: stop },
    { title: vscode.l10n.t('Close'), isCloseAffordance: true },
  );
  return choice?.title === stop;
}

function runningDetail({ question }: ResearchJob): string {
  return vscode.l10n.t(
    '“{0}”\n\nWork done so far is billed. To keep the findings, use “Stop and Use What There Is”.',
    question,
  );
}

function planDetail({ question }: ResearchJob): string {
  return vscode.l10n.t('“{0}”\n\nThe plan will be discarded. Nothing more is billed.', question);
}
