import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { isOpen, type Report, type ResearchJob, type ResearchStore } from '../../core/research/job';
import { readJob } from '../../core/research/readJob';
import { recordedOpenJobs, recordOpenJobs } from './openJobs';
import { SlotFiles } from './slotFiles';

/** Research jobs as files, and a short list of the unfinished ones where it can be read without touching the disk. */
export class ResearchFiles implements ResearchStore {
  private readonly jobs: SlotFiles;

  constructor(
    private readonly storage: vscode.Uri,
    private readonly state: vscode.Memento,
  ) {
    this.jobs = new SlotFiles(vscode.Uri.joinPath(storage, 'jobs'));
  }

  get mayHaveOpenJobs(): boolean {
    return this.openIds.length > 0;
  }

  async saveJob(job: ResearchJob): Promise<void> {
    try {
      await this.jobs.save(job.id, job);
    } catch (error) {
      throw new Failure('storageUnavailable', { cause: error });
    } finally {
      const others = this.openIds.filter((id) => id !== job.id);
      const wasOpen = others.length < this.openIds.length;
      if (wasOpen !== isOpen(job)) await recordOpenJobs(this.state, isOpen(job) ? [...others, job.id] : others);
    }
  }

  async loadJobs(): Promise<readonly ResearchJob[]> {
    const values = await Promise.all((await this.jobs.names()).map((name) => this.jobs.load(name)));
    const jobs = values.flatMap((value) => readJob(value) ?? []);
    return jobs.sort((a, b) => b.createdAt - a.createdAt);
  }

  async saveReport(job: ResearchJob, report: Report): Promise<void> {
    const folder = this.reportFolder(job);
    for (const picture of report.pictures) {
      const bytes = Uint8Array.from(atob(picture.data), (char) => char.charCodeAt(0));
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, picture.name), bytes);
    }
    await vscode.workspace.fs.writeFile(this.reportUri(job), new TextEncoder().encode(report.markdown));
  }

  /** Where a finished job's report lies. */
  reportUri(job: ResearchJob): vscode.Uri {
    return vscode.Uri.joinPath(this.reportFolder(job), `${fileName(job.question)}.md`);
  }

  private reportFolder(job: ResearchJob): vscode.Uri {
    return vscode.Uri.joinPath(this.storage, 'reports', job.id);
  }

  private get openIds(): readonly string[] {
    return recordedOpenJobs(this.state);
  }
}

/** A file name every system accepts, with the first words of the question in any script. */
function fileName(question: string): string {
  const words = question
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return words || 'report';
}
