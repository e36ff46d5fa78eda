import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { Failure } from '../../core/base/failure';
import { askFix } from '../../core/terminal/askFix';
import type { TerminalTrouble } from '../../core/terminal/fixRequest';
import { tailLength } from '../../core/terminal/outputTail';
import { plainOutput } from '../../core/terminal/plainOutput';
import type { Fix } from '../../core/terminal/readFix';
import { systemName } from '../platform/environment';
import type { Services } from '../services';
import { readModel } from '../settings/settings';
import type { FixDocuments } from './fixDocuments';
import { showFix } from './showFix';
import { terminalSelection } from './terminalSelection';
import { folderName, type TerminalWatch } from './terminalWatch';

/** "Fix Last Terminal Command": asks for a command that works, and puts it at the prompt. It runs nothing. */
export class FixTerminal {
  constructor(
    private readonly services: Pick<Services, 'interactions' | 'gate' | 'apiKey' | 'activity' | 'notices' | 'replaced'>,
    private readonly watch: TerminalWatch,
    private readonly documents: FixDocuments,
  ) {}

  async run(): Promise<void> {
    const terminal = vscode.window.activeTerminal;
    const trouble = terminal && (await this.troubleIn(terminal));
    if (!terminal || !trouble) {
      void vscode.window.showInformationMessage(this.nothingToFix(terminal));
      return;
    }
    if (!(await this.services.apiKey.ensure())) return;
    const fix = await this.ask(trouble);
    if (fix instanceof Failure) await this.services.notices.show(fix, () => this.run());
    else if (fix) await showFix(fix, terminal, this.watch.isBusy(terminal), this.documents);
  }

  /** The last command if it failed, else what is selected. */
  private async troubleIn(terminal: vscode.Terminal): Promise<TerminalTrouble | undefined> {
    const place = { shell: terminal.state.shell, system: systemName() };
    const failed = this.watch.failed(terminal);
    if (failed) return { ...place, ...failed };
    const selected = plainOutput((await terminalSelection()) ?? '').slice(-tailLength);
    if (selected === '') return undefined;
    const folder = folderName(terminal.shellIntegration?.cwd);
    return { ...place, commandLine: undefined, output: selected, exitCode: undefined, folder };
  }

  private nothingToFix(terminal: vscode.Terminal | undefined): string {
    if (!terminal) return vscode.l10n.t('No terminal is open.');
    return terminal.shellIntegration
      ? vscode.l10n.t('The last command in this terminal did not fail. Select what to fix in the terminal.')
      : vscode.l10n.t('This terminal doesn’t report its commands. Select the command and its output first.');
  }

  private async ask(trouble: TerminalTrouble): Promise<Fix | Failure | undefined> {
    const stop = new AbortController();
    const { interactions, gate, activity, replaced } = this.services;
    const work = activity.begin(vscode.l10n.t('Looking for a fix'), () => stop.abort());
    try {
      const names = {
        commandLine: vscode.l10n.t('The command in the terminal'),
        output: vscode.l10n.t('The output in the terminal'),
      };
      const services = { interactions, clock: systemClock, gate };
      return await askFix(services, replaced.toAsk(readModel()), trouble, names, stop.signal);
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      if (error instanceof Failure) return error;
      throw error;
    } finally {
      work.dispose();
    }
  }
}
