import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { Reachability } from '../../core/interactions/reachability';
import type { ResearchJobs } from '../../core/research/researchJobs';
import { type CommandId, settingsSection } from '../../manifest';
import type { Activity } from '../base/activity';
import { drawStatus, type StatusFacts } from '../base/statusItem';
import type { Services } from '../services';

/** Keeps the status-bar item in step with the key and with running work, and opens its short menu. */
export class StatusBar {
  private readonly own = new DisposableStore();

  constructor(
    private readonly item: vscode.StatusBarItem,
    private readonly apiKey: Services['apiKey'],
    private readonly activity: Activity,
    private readonly research: ResearchJobs,
    private readonly reachability: Reachability,
    private readonly model: () => string,
  ) {
    this.own.add(reachability.onDidChange(() => this.draw()));
    this.own.add(
      vscode.workspace.onDidChangeConfiguration((e) => e.affectsConfiguration(settingsSection) && this.draw()),
    );
    this.own.add(apiKey.onDidChange(() => this.draw()));
    this.own.add(activity.onDidChange(() => this.draw()));
    this.own.add(research.onDidChange(() => this.draw()));
  }

  /** The short menu behind the item. Enter takes the first entry, so nothing that stops or costs stands there. */
  async showMenu(): Promise<void> {
    const entry = (label: string, command: CommandId, detail?: string): MenuEntry => ({
      label,
      command,
      ...(detail && { detail }),
    });
    const hasReport = this.research.all.some((job) => job.report !== undefined);
    const running = [
      ...(this.activity.running.length > 0
        ? [entry(`$(debug-stop) ${vscode.l10n.t('Stop Generating')}`, 'geminiInteractions.stop')]
        : []),
      ...(this.research.open.length > 0
        ? [
            entry(
              `$(circle-slash) ${vscode.l10n.t('Cancel Research…')}`,
              'geminiInteractions.cancelResearch',
              this.researchLine(),
            ),
          ]
        : []),
    ];
    const check = entry(`$(plug) ${vscode.l10n.t('Check Connection')}`, 'geminiInteractions.checkConnection');
    const { isOffline } = this.reachability;
    const entries: (MenuEntry | Separator)[] = [
      ...(isOffline ? [check] : []),
      entry(`$(comment-discussion) ${vscode.l10n.t('Focus Chat Input')}`, 'geminiInteractions.focusChat'),
      ...(running.length > 0 ? [separator(vscode.l10n.t('Running')), ...running, separator('')] : []),
      entry(`$(history) ${vscode.l10n.t('Show Chat History…')}`, 'geminiInteractions.showHistory'),
      entry(`$(telescope) ${vscode.l10n.t('Start Deep Research…')}`, 'geminiInteractions.startResearch'),
      ...(hasReport ? [entry(`$(book) ${vscode.l10n.t('Open Report')}`, 'geminiInteractions.openReport')] : []),
      entry(`$(key) ${vscode.l10n.t('Set API Key…')}`, 'geminiInteractions.setApiKey'),
      ...(isOffline ? [] : [check]),
      entry(`$(gear) ${vscode.l10n.t('Open Settings')}`, 'geminiInteractions.openSettings'),
      entry(`$(report) ${vscode.l10n.t('Report a Problem…')}`, 'geminiInteractions.reportProblem'),
    ];
    const choice = await vscode.window.showQuickPick(entries, {
      title: vscode.l10n.t('Gemini'),
      placeHolder: vscode.l10n.t('Choose a command'),
    });
    if (choice && 'command' in choice) await vscode.commands.executeCommand(choice.command);
  }

  dispose(): void {
    this.own.dispose();
  }

  private draw(): void {
    drawStatus(this.item, this.facts());
  }

  private facts(): StatusFacts {
    const { state, baseUrl, isElsewhere } = this.apiKey;
    const running = this.activity.running.map((work) => work.label);
    if (this.research.open.length > 0) running.push(this.researchLine());
    return { key: state, baseUrl, isElsewhere, isOffline: this.reachability.isOffline, model: this.model(), running };
  }

  private researchLine(): string {
    const job = this.research.open[0];
    if (!job) return '';
    if (job.isCancelWanted) return vscode.l10n.t('Cancelling the research');
    return job.progress ? vscode.l10n.t('Researching: {0}', job.progress) : vscode.l10n.t('Researching');
  }
}

interface MenuEntry extends vscode.QuickPickItem {
  readonly command: CommandId;
}

type Separator = vscode.QuickPickItem & { readonly kind: vscode.QuickPickItemKind.Separator };

function separator(label: string): Separator {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
