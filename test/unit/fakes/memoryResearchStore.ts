import type { Report, ResearchJob, ResearchStore } from '../../../src/core/research/job';

/** Keeps research jobs and reports in memory. */
export class MemoryResearchStore implements ResearchStore {
  readonly jobs = new Map<string, ResearchJob>();
  readonly reports = new Map<string, Report>();
  /** The states that were saved, one after another. */
  readonly states: string[] = [];
  /** How many times saving a report still fails. */
  fullFor = 0;

  get mayHaveOpenJobs(): boolean {
    return this.jobs.size > 0;
  }
  saveJob(job: ResearchJob): Promise<void> {
    if (this.states.at(-1) !== job.state) this.states.push(job.state);
    this.jobs.set(job.id, job);
    return Promise.resolve();
  }
  loadJobs(): Promise<readonly ResearchJob[]> {
    return Promise.resolve([...this.jobs.values()]);
  }
  saveReport(job: ResearchJob, report: Report): Promise<void> {
    if (this.fullFor-- > 0) return Promise.reject(new Error('the disk is full'));
    this.reports.set(job.id, report);
    return Promise.resolve();
  }
}
