import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { ResearchJob } from '../../core/research/job/job';
import type { Services } from '../services';
import { CitationChecks } from './citationChecks';
import { deleteResearch } from './deleteResearch';
import { Reports } from './reports';
import { ResearchCommands } from './researchCommands';
import { ResearchFollowUp } from './researchFollowUp';
import { tellResearch } from './researchNotices';
import { ResearchPages } from './researchPages';
import { StartResearch } from './startResearch';

/** What Deep Research is made of besides its jobs, loaded by the first command for it. */
export class ResearchParts {
  private readonly own = new DisposableStore();
  private readonly pages: ResearchPages;
  readonly reports: Reports;
  readonly starting: StartResearch;
  readonly on: ResearchCommands;
  readonly checks: CitationChecks;
  readonly followUp: ResearchFollowUp;

  constructor(private readonly services: Services) {
    const { context, jobs, researchFiles, apiKey, notices, pending, now } = services;
    this.pages = this.own.add(new ResearchPages(jobs, now));
    this.reports = new Reports(context.globalStorageUri, researchFiles, jobs);
    this.starting = new StartResearch(jobs, this.pages, apiKey, notices, services, pending);
    this.on = new ResearchCommands(jobs, this.pages, this.reports);
    this.checks = this.own.add(new CitationChecks(services, this.reports));
    this.followUp = new ResearchFollowUp(services, this.starting);
  }

  /** Says what has become of a job, unless the user sees it. */
  tell(told: ResearchJob): Promise<void> {
    const { jobs } = this.services;
    return tellResearch(told, {
      isSeen: (job) => vscode.window.state.focused && this.pages.isVisible(job),
      open: async (job) => {
        await this.reports.open(job);
        await this.pages.close(job);
      },
      replacePage: async (job) => {
        const viewColumn = this.pages.columnOf(job);
        // The user may be typing elsewhere by now.
        await this.reports.open(job, { preserveFocus: true, ...(viewColumn !== undefined && { viewColumn }) });
        await this.pages.close(job);
      },
      show: (job) => this.pages.open(job),
      startAgain: (job) => this.starting.startAgain(job),
      lookAgain: ({ id }) => jobs.lookAgain(id),
    });
  }

  delete(job: ResearchJob): Promise<void> {
    return deleteResearch(this.services.jobs, this.services.interactions, job);
  }

  dispose(): void {
    this.own.dispose();
  }
}
