import * as vscode from 'vscode';
import { DisposableStore } from '../core/disposables';
import { Emitter } from '../core/emitter';
import { Failure } from '../core/failure';
import { geminiOrigin, keyPage } from '../manifest';
import type { PanelState } from '../protocol';
import type { StandIn } from './developmentStandIn';
import { type BaseUrl, readBaseUrl } from './settings';
import { failureSentence } from './words/failures';

export type KeyState = PanelState['key'];

/** Tries a key with one cheap call. Rejects with the Failure that explains a refusal. */
export type TryKey = (origin: string, key: string) => Promise<void>;

/**
 * The API key: kept in SecretStorage, one for each origin, so that a changed address finds no key rather than the key of
 * another. It is handed out to the client only, and never logged or shown.
 */
export class ApiKey {
  private readonly changed = new Emitter<void>();
  private readonly own = new DisposableStore();
  readonly onDidChange = this.changed.event;
  state: KeyState = 'unknown';

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly standIn: StandIn,
    private readonly tryKey: TryKey,
  ) {
    // Also fires when another window changes the key.
    this.own.add(secrets.onDidChange((event) => event.key === this.secretName && void this.refresh()));
    this.own.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('geminiInteractions.baseUrl')) void this.refresh();
      }),
    );
  }

  get baseUrl(): BaseUrl {
    return this.standIn.origin === undefined ? readBaseUrl() : { ok: true, origin: this.standIn.origin };
  }

  /** Where requests go. Rejects an unusable setting with a Failure. */
  get origin(): string {
    const { baseUrl } = this;
    if (!baseUrl.ok) throw new Failure('badAddress', { code: baseUrl.problem, notSent: true });
    return baseUrl.origin;
  }

  /** Whether answers come from somewhere else than Google. */
  get isElsewhere(): boolean {
    return this.baseUrl.ok && this.baseUrl.origin !== geminiOrigin;
  }

  /** What a request needs. Rejects with the Failure `noKey`. */
  async connection(): Promise<{ origin: string; key: string }> {
    const { origin } = this;
    const key = await this.read();
    if (key === undefined) throw new Failure('noKey', { notSent: true });
    return { origin, key };
  }

  /** Reads the state anew and tells who listens. */
  async refresh(): Promise<void> {
    this.state = (await this.read()) === undefined ? 'missing' : 'present';
    this.changed.fire();
  }

  /** True once there is a key; asks for one if there is none. */
  async ensure(): Promise<boolean> {
    if ((await this.read()) !== undefined) return true;
    return this.ask();
  }

  /** Asks for a key, tries it out and keeps it. False: none was kept. */
  async ask(): Promise<boolean> {
    const { origin } = this;
    const entered = await this.input(origin);
    if (entered === undefined) return false;
    const key = entered.trim();
    const refusal = await this.refusalOf(origin, key);
    if (refusal) {
      const again = vscode.l10n.t('Enter Again');
      const keep = vscode.l10n.t('Save Anyway');
      const openPage = vscode.l10n.t('Open Key Page');
      const choice = await vscode.window.showWarningMessage(failureSentence(refusal), again, keep, openPage);
      if (choice === again) return this.ask();
      if (choice === openPage) await vscode.env.openExternal(vscode.Uri.parse(keyPage));
      if (choice !== keep) return false;
    }
    await this.secrets.store(this.secretName, key);
    await this.refresh();
    if (!refusal) void vscode.window.showInformationMessage(vscode.l10n.t('The API key works and is saved.'));
    return true;
  }

  async remove(): Promise<void> {
    const remove = vscode.l10n.t('Remove');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Remove the Gemini API key from this machine?'),
      { modal: true, detail: vscode.l10n.t('The key itself stays valid. You can revoke it on the key page.') },
      remove,
    );
    if (choice !== remove) return;
    await this.secrets.delete(this.secretName);
    await this.refresh();
  }

  dispose(): void {
    this.own.dispose();
    this.changed.dispose();
  }

  private async read(): Promise<string | undefined> {
    if (!this.baseUrl.ok) return undefined;
    return (await this.secrets.get(this.secretName)) || this.standIn.key;
  }

  private get secretName(): string {
    return this.baseUrl.ok ? `apiKey@${this.baseUrl.origin}` : 'apiKey@';
  }

  private async refusalOf(origin: string, key: string): Promise<Failure | undefined> {
    const location = { viewId: 'geminiInteractions.chat' };
    try {
      await vscode.window.withProgress({ location }, () => this.tryKey(origin, key));
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }

  private input(origin: string): Thenable<string | undefined> {
    const host = new URL(origin).host;
    return vscode.window.showInputBox({
      title: vscode.l10n.t('Gemini API Key'),
      prompt: vscode.l10n.t('Kept in your system’s secret storage and sent only to {0}.', host),
      password: true,
      ignoreFocusOut: true,
      validateInput: (text) => {
        const key = text.trim();
        if (key === '') return vscode.l10n.t('Paste the key from Google AI Studio.');
        if (/\s/.test(key)) return vscode.l10n.t('There is a space or a line break inside the key. Copy it again.');
        // Headers carry no other characters; most often a dash was changed by a word processor.
        if (!/^[\x21-\x7e]+$/.test(key)) {
          return vscode.l10n.t('The key contains a character that keys never have. Copy it again.');
        }
        return undefined;
      },
    });
  }
}
