import * as vscode from 'vscode';
import { DisposableStore } from '../core/disposables';
import type { ResearchJobs } from '../core/research/researchJobs';
import type { CommandId } from '../manifest';
import type { Activity } from './activity';
import type { ApiKey } from './apiKey';
import { isLoopback } from './baseUrl';
import { keyStateWords } from './words/keyState';

/** The one status-bar item: the state of the key and of running work. A click opens a short menu. */
export class StatusBar {
  private readonly own = new DisposableStore();
  private readonly item = this.own.add(
    vscode.window.createStatusBarItem('status', vscode.StatusBarAlignment.Right, 90),
  );

  constructor(
    private readonly apiKey: ApiKey,
    private readonly activity: Activity,
    private readonly research: ResearchJobs,
  ) {
    this.item.name = vscode.l10n.t('Gemini');
    this.item.command = 'geminiInteractions.showMenu' satisfies CommandId;
    this.own.add(apiKey.onDidChange(() => this.draw()));
    this.own.add(activity.onDidChange(() => this.draw()));
    this.own.add(research.onDidChange(() => this.draw()));
    this.draw();
    this.item.show();
  }

  /** The short menu behind the item: what can be stopped first, then what can be started. */
  async showMenu(): Promise<void> {
    const { t } = vscode.l10n;
    const entry = (label: string, command: CommandId, detail?: string): MenuEntry => ({
      label,
      command,
      ...(detail && { detail }),
    });
    const research = this.research.open.length > 0;
    const hasReport = this.research.all.some((job) => job.state === 'done');
    const entries: MenuEntry[] = [
      ...(this.activity.running.length > 0
        ? [entry(`$(debug-stop) ${t('Stop Generating')}`, 'geminiInteractions.stop')]
        : []),
      ...(research
        ? [entry(`$(circle-slash) ${t('Cancel Research')}`, 'geminiInteractions.cancelResearch', this.researchLine())]
        : []),
      entry(`$(comment-discussion) ${t('Focus Chat Input')}`, 'geminiInteractions.focusChat'),
      entry(`$(telescope) ${t('Start Deep Research…')}`, 'geminiInteractions.startResearch'),
      ...(hasReport ? [entry(`$(book) ${t('Open Report')}`, 'geminiInteractions.openReport')] : []),
      entry(`$(key) ${t('Set API Key…')}`, 'geminiInteractions.setApiKey'),
      entry(`$(plug) ${t('Check Connection')}`, 'geminiInteractions.checkConnection'),
      entry(`$(gear) ${t('Open Settings')}`, 'geminiInteractions.openSettings'),
      entry(`$(report) ${t('Report a Problem…')}`, 'geminiInteractions.reportProblem'),
    ];
    const choice = await vscode.window.showQuickPick(entries, { title: t('Gemini'), placeHolder: this.tooltip() });
    if (choice) await vscode.commands.executeCommand(choice.command);
  }

  dispose(): void {
    this.own.dispose();
  }

  private draw(): void {
    const isBusy = this.activity.running.length > 0 || this.research.open.length > 0;
    const icon = isBusy ? '$(loading~spin)' : this.needsKey ? '$(key)' : '$(sparkle)';
    const label = this.label();
    this.item.text = `${icon} ${label}`;
    this.item.tooltip = this.tooltip();
    this.item.accessibilityInformation = { label: `${label}. ${this.tooltip()}` };
  }

  private tooltip(): string {
    const { t } = vscode.l10n;
    const running = this.activity.running.map((work) => work.label);
    if (this.research.open.length > 0) running.push(this.researchLine());
    if (running.length > 0) return running.join(' · ');
    return this.needsKey ? keyStateWords(this.apiKey.state) : t('Ready');
  }

  private get needsKey(): boolean {
    return this.apiKey.state === 'missing' || this.apiKey.state === 'unreadable';
  }

  /** Nobody should mistake another service for Google's. */
  private label(): string {
    const { t } = vscode.l10n;
    const { baseUrl, isElsewhere } = this.apiKey;
    if (!baseUrl.ok || !isElsewhere) return t('Gemini');
    const url = new URL(baseUrl.origin);
    return isLoopback(url) ? t('Gemini (local test)') : t('Gemini ({0})', url.host);
  }

  private researchLine(): string {
    const job = this.research.open[0];
    if (!job) return '';
    if (job.state === 'cancelling') return vscode.l10n.t('Cancelling the research');
    return job.progress ? vscode.l10n.t('Researching: {0}', job.progress) : vscode.l10n.t('Researching');
  }
}

interface MenuEntry extends vscode.QuickPickItem {
  readonly command: CommandId;
}
