import * as vscode from 'vscode';
import type { CommandId } from '../../manifest';

/**
 * Asks once for each address other than Google's before anything goes there: a settings file is easily copied, synced or
 * written by a tool, and questions, code and a key would follow it.
 */
export class AddressConsent {
  /** One dialog for each origin, however many requests wait for it. */
  private readonly asking = new Map<string, Promise<boolean>>();

  constructor(private readonly state: vscode.Memento) {}

  isGiven(origin: string): boolean {
    return this.state.get<boolean>(stateName(origin)) === true;
  }

  /** Resolves to whether the address may be used. Only a yes is remembered. */
  request(origin: string): Promise<boolean> {
    if (this.isGiven(origin)) return Promise.resolve(true);
    let asked = this.asking.get(origin);
    if (!asked) {
      asked = this.ask(origin).finally(() => this.asking.delete(origin));
      this.asking.set(origin, asked);
    }
    return asked;
  }

  private async ask(origin: string): Promise<boolean> {
    // The host of a parsed address is in ASCII, so letters that only look like others show.
    const { host } = new URL(origin);
    const use = vscode.l10n.t('Use {0}', host);
    const settings = vscode.l10n.t('Open Settings');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Send your questions and API key to {0}?', host),
      {
        modal: true,
        detail: vscode.l10n.t(
          'The base URL in your settings names this address in place of Google’s. What you ask, the code you attach and the API key for it go there. Use it only if you set it yourself.',
        ),
      },
      use,
      settings,
    );
    if (choice === settings)
      await vscode.commands.executeCommand('geminiInteractions.openSettings' satisfies CommandId);
    if (choice !== use) return false;
    await this.state.update(stateName(origin), true);
    return true;
  }
}

function stateName(origin: string): string {
  return `addressConfirmed@${origin}`;
}
