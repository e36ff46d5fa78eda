import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { ResearchJob } from '../../core/research/job/job';
import { liveFacts } from '../../core/research/live/liveFacts';
import { livePage } from '../../core/research/live/livePage';
import { slugOf } from '../../core/research/report/slug';
import type { ResearchJobs } from '../../core/research/researchJobs';
import { contextKeys } from '../../manifest';
import { researchScheme } from '../../names';
import { setContextKey } from '../base/contextKeys';
import { documentInFront, openPreview, tabsOf } from './markdownPreview';
import { progressWords, reasonWords, stateWords } from './researchWords';
import { Throttled } from './throttled';

/** A page is written again at most once in this time. Milliseconds. */
const pageMs = 500;

/** The page of each research while it has no report: its plan, and what it does, in VS Code's Markdown preview. */
export class ResearchPages implements vscode.TextDocumentContentProvider {
  private readonly own = new DisposableStore();
  private readonly changed = this.own.add(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.changed.event;
  private readonly writes = this.own.add(new Throttled(pageMs, (jobId) => this.rewrite(jobId)));

  constructor(
    private readonly jobs: ResearchJobs,
    private readonly now: () => number,
  ) {
    this.own.add(vscode.workspace.registerTextDocumentContentProvider(researchScheme, this));
    this.own.add(
      jobs.onDidChange((job) => {
        this.writes.call(job.id);
        this.showActions();
      }),
    );
    this.own.add(vscode.window.tabGroups.onDidChangeTabs(() => this.showActions()));
    this.own.add(vscode.window.tabGroups.onDidChangeTabGroups(() => this.showActions()));
    this.showActions();
  }

  async open(job: ResearchJob): Promise<void> {
    await openPreview(pageUri(job));
  }

  /** Whether the page of this job is seen. */
  isVisible(job: ResearchJob): boolean {
    return tabsOf(pageUri(job)).some((tab) => tab.isActive);
  }

  /** The column of the page of this job. Undefined: it is not open. */
  columnOf(job: ResearchJob): vscode.ViewColumn | undefined {
    return tabsOf(pageUri(job))[0]?.group.viewColumn;
  }

  async close(job: ResearchJob): Promise<void> {
    await vscode.window.tabGroups.close(tabsOf(pageUri(job)), true);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    await this.jobs.resume();
    const job = this.jobs.get(uri.query);
    if (!job) return vscode.l10n.t('This research no longer exists.');
    const facts = liveFacts(this.jobs.live(job.id)?.parts ?? []);
    const progress = progressWords(job, this.now());
    return livePage(job, facts, {
      state: progress === '' ? stateWords(job) : `${stateWords(job)} · ${progress}`,
      reason: reasonWords(job) || hintWords(job),
      plan: vscode.l10n.t('Plan'),
      context: vscode.l10n.t('Attached'),
      thoughts: vscode.l10n.t('Thoughts'),
      searches: vscode.l10n.t('Searches'),
      pages: vscode.l10n.t('Pages read'),
      sources: vscode.l10n.t('Sources found'),
      report: vscode.l10n.t('Report so far'),
      pictures: vscode.l10n.t('Pictures'),
      figure: (number) => vscode.l10n.t('Figure {0}', number),
    });
  }

  dispose(): void {
    this.own.dispose();
  }

  private rewrite(jobId: string): void {
    const job = this.jobs.get(jobId);
    if (job && tabsOf(pageUri(job)).length > 0) this.changed.fire(pageUri(job));
  }

  /** What can be done with the page in front stands in the title of its tab. */
  private showActions(): void {
    const uri = documentInFront();
    const state = uri?.scheme === researchScheme ? this.jobs.get(uri.query)?.state : undefined;
    setContextKey(contextKeys.researchPageRuns, state === 'running' || state === 'starting');
    setContextKey(contextKeys.researchPageWaits, state === 'planned');
  }
}

/** Where the page of a job is. */
function pageUri({ id, question }: ResearchJob): vscode.Uri {
  return vscode.Uri.from({ scheme: researchScheme, path: `/${slugOf(question)}.md`, query: id });
}

function hintWords({ state }: ResearchJob): string {
  switch (state) {
    case 'planned':
      return vscode.l10n.t(
        'This is the plan. Change it in your own words as often as you like, or start the research, with the buttons in this tab’s title. Once it runs, it takes no new input.',
      );
    case 'running':
      return vscode.l10n.t(
        'The research continues at Google if you close this window. It takes no new input while it runs.',
      );
    default:
      return '';
  }
}
