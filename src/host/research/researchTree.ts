import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { isOpen, type ResearchJob } from '../../core/research/job/job';
import type { ResearchJobs } from '../../core/research/researchJobs';
import type { CommandId } from '../../manifest';
import { Paced } from './paced';
import { progressWords, reasonWords, stateWords } from './researchWords';

/** A row is drawn again at most once in this time: VS Code's tree starves when it is told more often. Milliseconds. */
const rowMs = 250;
/** How many rows are drawn at a time. A frame of VS Code with fifty changed rows is long. */
const mostRows = 6;
/** How often the times of running jobs are drawn. Milliseconds. */
const elapsedMs = 15_000;

/** A row of the Research view. */
export interface ResearchRow {
  readonly jobId: string;
}

/** The research jobs as a list, the latest first. */
export class ResearchTree implements vscode.TreeDataProvider<ResearchRow> {
  private readonly own = new DisposableStore();
  private readonly changed = this.own.add(new vscode.EventEmitter<ResearchRow | undefined>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly rows = new Map<string, ResearchRow>();
  private readonly draws = this.own.add(new Paced(rowMs, mostRows, (jobId) => this.changed.fire(this.rows.get(jobId))));
  private watching: { dispose(): void } | undefined;

  constructor(
    private readonly jobs: ResearchJobs,
    private readonly view: vscode.TreeView<ResearchRow>,
    private readonly now: () => number,
  ) {
    this.own.add(jobs.onDidChange((job) => this.draw(job)));
    this.own.add(
      jobs.onDidRemove((jobId) => {
        this.rows.delete(jobId);
        this.showBadge();
        this.changed.fire(undefined);
      }),
    );
    this.own.add(view.onDidChangeVisibility(() => this.followWhenVisible()));
    this.followWhenVisible();
  }

  async getChildren(row?: ResearchRow): Promise<ResearchRow[]> {
    if (row) return [];
    await this.jobs.resume();
    this.showBadge();
    return this.jobs.all.map((job) => this.rowOf(job));
  }

  getTreeItem({ jobId }: ResearchRow): vscode.TreeItem {
    const job = this.jobs.get(jobId);
    return job ? itemOf(job, this.now()) : new vscode.TreeItem('');
  }

  dispose(): void {
    this.watching?.dispose();
    this.own.dispose();
  }

  /** Only a list that is seen reads what other windows do, and counts minutes. */
  private followWhenVisible(): void {
    this.watching?.dispose();
    this.watching = undefined;
    if (!this.view.visible) return;
    const watch = this.jobs.watch();
    const timer = setInterval(() => {
      for (const job of this.jobs.open) this.draws.call(job.id);
    }, elapsedMs);
    this.watching = {
      dispose: () => {
        watch.dispose();
        clearInterval(timer);
      },
    };
  }

  private draw(job: ResearchJob): void {
    this.showBadge();
    if (this.rows.has(job.id)) this.draws.call(job.id);
    else this.changed.fire(undefined);
  }

  private showBadge(): void {
    const waiting = this.jobs.all.filter(({ state }) => state === 'planned').length;
    const tooltip =
      waiting === 1
        ? vscode.l10n.t('A plan is waiting for your approval')
        : vscode.l10n.t('{0} plans are waiting for your approval', waiting);
    this.view.badge = waiting > 0 ? { value: waiting, tooltip } : undefined;
  }

  private rowOf({ id }: ResearchJob): ResearchRow {
    const row = this.rows.get(id) ?? { jobId: id };
    this.rows.set(id, row);
    return row;
  }
}

function itemOf(job: ResearchJob, now: number): vscode.TreeItem {
  const item = new vscode.TreeItem(job.question.replace(/\s+/g, ' '));
  const state = stateWords(job);
  const progress = progressWords(job, now);
  item.id = job.id;
  item.description = progress === '' ? state : `${state} · ${progress}`;
  item.iconPath = iconOf(job);
  item.contextValue = job.report === undefined ? job.state : `${job.state}.report`;
  item.tooltip = [job.question, item.description, reasonWords(job)].filter((line) => line !== '').join('\n\n');
  item.accessibilityInformation = { label: `${job.question}. ${item.description}` };
  const command: CommandId =
    job.report === undefined ? 'geminiInteractions.showResearch' : 'geminiInteractions.openReport';
  item.command = { command, title: vscode.l10n.t('Open'), arguments: [job.id] };
  return item;
}

function iconOf(job: ResearchJob): vscode.ThemeIcon {
  if (isOpen(job)) return new vscode.ThemeIcon('loading~spin');
  switch (job.state) {
    case 'planned':
      return new vscode.ThemeIcon('question', new vscode.ThemeColor('notificationsInfoIcon.foreground'));
    case 'done':
      return new vscode.ThemeIcon(job.ending === 'completed' ? 'book' : 'warning');
    case 'failed':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('notificationsErrorIcon.foreground'));
    case 'cancelled':
      return new vscode.ThemeIcon('circle-slash');
    default:
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('notificationsWarningIcon.foreground'));
  }
}
