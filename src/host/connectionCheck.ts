import * as vscode from 'vscode';
import { Failure } from '../core/failure';
import type { Interactions } from '../core/interactions/port';
import type { ApiKey } from './apiKey';
import type { FailureNotices } from './failureNotices';
import { failureSentence } from './words/failures';

/** "Check Connection": says which host is asked, with what result and how long it took. Costs nothing. */
export class ConnectionCheck {
  constructor(
    private readonly interactions: Interactions,
    private readonly apiKey: ApiKey,
    private readonly model: () => string,
    private readonly notices: FailureNotices,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  async run(): Promise<void> {
    const { t } = vscode.l10n;
    try {
      const host = new URL(this.apiKey.origin).host;
      const began = performance.now();
      const models = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: t('Asking {0}', host), cancellable: true },
        (_progress, token) => this.interactions.listModels(signalOf(token)),
      );
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const chatting = models.filter((model) => model.chats).length;
      this.log.info(`checked ${host}: ${models.length} models in ${seconds} s`);
      const known = models.some((model) => model.id === this.model());
      const result = t(
        '{0} answered in {1} seconds and accepts the key. {2} chat models are open to it.',
        host,
        seconds,
        chatting,
      );
      if (known) void vscode.window.showInformationMessage(result);
      else {
        const choose = t('Open Settings');
        const warning = t('{0} The model in the settings, {1}, is not among them.', result, this.model());
        const choice = await vscode.window.showWarningMessage(warning, choose);
        if (choice === choose) await vscode.commands.executeCommand('geminiInteractions.openSettings');
      }
    } catch (error) {
      if (isCancelled(error)) return;
      if (!(error instanceof Failure)) throw error;
      await this.notices.show(error, () => this.run(), this.describe(error));
    }
  }

  private describe(failure: Failure): string {
    const host = failure.reason === 'badAddress' ? undefined : new URL(this.apiKey.origin).host;
    return host ? `${host}: ${failureSentence(failure)}` : failureSentence(failure);
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Aborts with the token. For calls that end before the token does. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
