import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import type { Interactions } from '../../core/interactions/port';
import type { CommandId } from '../../manifest';
import type { FailureNotices } from '../base/failureNotices';
import type { ApiKey } from '../key/apiKey';
import type { Log } from '../log/log';
import { actionLabel, failureAction, failureSentence } from '../strings/failures';
import { keyStateWords } from '../strings/keyState';
import { connectionFacts } from './connectionFacts';

/** "Check Connection": says which host is asked, with what result and how long it took. Costs nothing. */
export class ConnectionCheck {
  constructor(
    private readonly interactions: Interactions,
    private readonly apiKey: ApiKey,
    private readonly model: () => string,
    private readonly notices: FailureNotices,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    const began = performance.now();
    try {
      const host = new URL(this.apiKey.origin).host;
      const models = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Asking {0}', host),
          cancellable: true,
        },
        (_progress, token) => this.interactions.listModels(signalOf(token)),
      );
      const chatting = models.filter((model) => model.chats).map(({ id }) => id);
      const ms = Math.round(performance.now() - began);
      this.log.event('connection.checked', { ms, models: models.length, chatting: chatting.length });
      await this.tellSuccess(
        host,
        ms,
        chatting,
        models.some((model) => model.id === this.model()),
      );
    } catch (error) {
      if (isCancelled(error)) return;
      if (!(error instanceof Failure)) throw error;
      await this.tellFailure(error, Math.round(performance.now() - began));
    }
  }

  private async tellSuccess(host: string, ms: number, chatting: readonly string[], isModelKnown: boolean) {
    const result = vscode.l10n.t(
      'Connected to {0} in {1} s. The key works with {2} chat models.',
      host,
      inSeconds(ms),
      chatting.length,
    );
    const details = vscode.l10n.t('Show Details');
    if (isModelKnown) {
      const choice = await vscode.window.showInformationMessage(result, details);
      if (choice === details) await this.showDetails([result]);
      return;
    }
    const warning = vscode.l10n.t('The model in your settings, {0}, isn’t one of them. Choose another.', this.model());
    const settings = vscode.l10n.t('Open Settings');
    const both = [result, warning].join(' ');
    const choice = await vscode.window.showWarningMessage(both, settings, details);
    if (choice === settings)
      await vscode.commands.executeCommand('geminiInteractions.openSettings' satisfies CommandId);
    if (choice === details) await this.showDetails([result, warning]);
  }

  private async tellFailure(failure: Failure, ms: number): Promise<void> {
    this.log.failure('connection.failed', failure);
    const { baseUrl } = this.apiKey;
    const words = checkWords(failure);
    const sentence = baseUrl.ok ? vscode.l10n.t('{0}: {1}', new URL(baseUrl.origin).host, words) : words;
    const known = failureAction(failure.reason);
    // This is the check already: what helps is to check once more.
    const action = known === 'checkConnection' ? 'retry' : known;
    const help = action && actionLabel(action);
    const details = vscode.l10n.t('Show Details');
    const buttons = help === undefined ? [details] : [help, details];
    const choice = await vscode.window.showErrorMessage(sentence, ...buttons);
    if (choice === details) await this.showDetails([sentence, vscode.l10n.t('Time: {0} seconds', inSeconds(ms))]);
    else if (choice !== undefined && action) await this.notices.act(action, () => this.run());
  }

  /** In a dialog, which is read aloud as a whole and leaves nothing to close or save. */
  private async showDetails(result: readonly string[]): Promise<void> {
    const { baseUrl } = this.apiKey;
    const lines = [
      ...result,
      ...(baseUrl.ok ? connectionFacts(baseUrl.origin) : []),
      vscode.l10n.t('API key: {0}', keyStateWords(this.apiKey.state)),
    ];
    const copy = vscode.l10n.t('Copy');
    const detail = lines.join('\n');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('Connection to Gemini'),
      { modal: true, detail },
      copy,
    );
    if (choice === copy) await vscode.env.clipboard.writeText(detail);
  }
}

/** Who checks the connection need not be told to check it. */
function checkWords(failure: Failure): string {
  switch (failure.reason) {
    case 'offline':
      return vscode.l10n.t(
        'No connection from here. This computer may be offline, or a firewall or proxy may block the address.',
      );
    case 'foreignAnswer':
      return vscode.l10n.t(
        'Another server answered instead of Gemini, possibly your network’s sign-in page. Open a web page in your browser and sign in there.',
      );
    default:
      return failureSentence(failure);
  }
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Aborts with the token. For calls that end before the token does. */
function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  else token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
