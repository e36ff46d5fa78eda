import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { Emitter } from '../../core/base/emitter';
import { Failure } from '../../core/base/failure';
import { chatViewId, type SettingKey, settingsSection } from '../../manifest';
import { geminiOrigin } from '../../names';
import type { AccountState } from '../../protocol/state';
import type { Log } from '../log/log';
import { type DevOverrides, keyFromEnvironment } from '../platform/environment';
import type { BaseUrl } from '../settings/baseUrl';
import { readBaseUrl } from '../settings/settings';
import { failureSentence } from '../strings/failures';
import type { AddressConsent } from './addressConsent';
import type { SavedKey, SavedKeys } from './savedKeys';

const baseUrlSetting = `${settingsSection}.${'baseUrl' satisfies SettingKey}`;

export type KeyState = AccountState['key'];

/** Tries a key with one cheap call. Rejects with the Failure that explains a refusal. */
type TryKey = (origin: string, key: string) => Promise<void>;

export interface ApiKeyParts {
  readonly saved: SavedKeys;
  readonly consent: AddressConsent;
  readonly standIn: DevOverrides;
  readonly tryKey: TryKey;
  readonly log: Log;
  readonly now: () => number;
}

/** The API key and the address it is for. The key is handed out to the client only, and never logged or shown. */
export class ApiKey {
  private readonly changed = new Emitter<void>();
  private readonly own = new DisposableStore();
  readonly onDidChange = this.changed.event;
  state: KeyState = 'unknown';
  /** A key that was tried and not taken, on the page that asks for one. Never shown. */
  private refused: { readonly origin: string; readonly key: string; readonly sentence: string } | undefined;
  private changedAt = 0;
  private readings = 0;
  /**
   * The key as it was read last, until anything about keys changes: the secret storage answers from the process that draws
   * the window, and every question would wait for it twice.
   */
  private known: { readonly origin: string; readonly key: string } | undefined;
  private changes = 0;

  constructor(private readonly parts: ApiKeyParts) {
    // Also told of what another window does. A running turn keeps the key it began with.
    this.own.add(
      parts.saved.onDidChange((event) => {
        const { baseUrl } = this;
        this.forgetKnown();
        if (baseUrl.ok && event.affects(baseUrl.origin)) this.keyChanged();
      }),
    );
    this.own.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(baseUrlSetting)) this.keyChanged();
      }),
    );
  }

  get baseUrl(): BaseUrl {
    const { origin } = this.parts.standIn;
    return origin === undefined ? readBaseUrl() : { ok: true, origin };
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

  /** Why the key that was entered last was not taken. Undefined: none was refused. */
  get refusal(): string | undefined {
    return this.refused?.sentence;
  }

  /** When the key that is there now was set: milliseconds since 1970. 0: there is none. */
  get lastChangedAt(): number {
    if (this.state !== 'present' || !this.baseUrl.ok) return 0;
    return Math.max(this.changedAt, this.parts.saved.savedAt(this.baseUrl.origin) ?? 0);
  }

  /** What a request needs. Rejects with the Failures `noKey` and `badAddress`. */
  async connection(): Promise<{ origin: string; key: string }> {
    const { origin } = this;
    const found = await this.read(origin);
    if (found.state !== 'present') {
      throw new Failure('noKey', { notSent: true, ...(found.state === 'unreadable' && { code: 'unreadable' }) });
    }
    if (!(await this.mayUse(origin))) throw new Failure('badAddress', { code: 'notConfirmed', notSent: true });
    return { origin, key: found.key };
  }

  /** Reads the state again and tells who listens. */
  async refresh(): Promise<void> {
    this.readings += 1;
    const reading = this.readings;
    const { baseUrl } = this;
    const { state } = baseUrl.ok ? await this.read(baseUrl.origin) : { state: 'missing' as const };
    if (reading !== this.readings) return;
    if (state === 'unreadable' && this.state !== state) this.parts.log.event('key.unreadable', {}, 'warn');
    this.state = state;
    if (state === 'present') this.refused = undefined;
    this.changed.fire();
  }

  /** True once there is a key; asks for one if there is none. */
  async ensure(): Promise<boolean> {
    if ((await this.read(this.origin)).state === 'present') return true;
    return this.ask();
  }

  /** Asks for a key, tries it out and keeps it. False: none was kept. */
  async ask(): Promise<boolean> {
    const { origin } = this;
    if (!(await this.mayUse(origin))) return false;
    const key = await this.input(origin);
    if (key === undefined) return false;
    this.refused = undefined;
    const refusal = await this.refusalOf(origin, key);
    if (refusal) {
      this.parts.log.failure('key.refused', refusal);
      if (this.state !== 'present') return this.tellOnPage(origin, key, failureSentence(refusal));
      const again = vscode.l10n.t('Enter Again');
      const keep = vscode.l10n.t('Save Anyway');
      const openPage = vscode.l10n.t('Open Key Page');
      const choice = await vscode.window.showWarningMessage(failureSentence(refusal), again, keep, openPage);
      if (choice === again) return this.ask();
      if (choice === openPage) await (await import('./keyPrompt')).openKeyPage();
      if (choice !== keep) return false;
    }
    await this.save(origin, key, !refusal);
    return true;
  }

  /** Keeps the key that was refused last: the user knows better, or there is no connection. False: there is none. */
  async saveRefused(): Promise<boolean> {
    const { refused } = this;
    if (!refused) return false;
    await this.save(refused.origin, refused.key, false);
    return true;
  }

  async remove(): Promise<void> {
    const remove = vscode.l10n.t('Remove');
    const { origin } = this;
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Remove the Gemini API key from this computer?'),
      { modal: true, detail: vscode.l10n.t('The key itself stays valid. You can revoke it on the key page.') },
      remove,
    );
    if (choice !== remove) return;
    await this.parts.saved.remove(origin);
    // What the storage tells may come later than its answer.
    this.forgetKnown();
    this.parts.log.event('key.removed');
    await this.refresh();
  }

  dispose(): void {
    this.own.dispose();
    this.changed.dispose();
  }

  /** Without a key the panel is a page that asks for one: there the user reads why this one was not taken. */
  private async tellOnPage(origin: string, key: string, sentence: string): Promise<boolean> {
    this.refused = { origin, key, sentence };
    this.changed.fire();
    await vscode.commands.executeCommand(`${chatViewId}.focus`);
    return false;
  }

  private async save(origin: string, key: string, isTried: boolean): Promise<void> {
    this.refused = undefined;
    await this.parts.saved.save(origin, key);
    this.forgetKnown();
    this.parts.log.event('key.saved', { tried: isTried });
    await this.refresh();
    if (isTried) void vscode.window.showInformationMessage(vscode.l10n.t('Your API key works and was saved.'));
  }

  private keyChanged(): void {
    this.forgetKnown();
    this.changedAt = this.parts.now();
    void this.refresh();
  }

  private forgetKnown(): void {
    this.known = undefined;
    this.changes += 1;
  }

  private async read(origin: string): Promise<SavedKey> {
    if (this.known?.origin === origin) return { state: 'present', key: this.known.key };
    const { changes } = this;
    const saved = await this.parts.saved.read(origin);
    if (saved.state === 'present' && changes === this.changes) this.known = { origin, key: saved.key };
    const { key } = this.parts.standIn;
    return saved.state === 'present' || key === undefined ? saved : { state: 'present', key };
  }

  /** Google's own address and the one of `npm start` need no question; any other is asked about once. */
  private async mayUse(origin: string): Promise<boolean> {
    if (origin === geminiOrigin || origin === this.parts.standIn.origin) return true;
    const isAllowed = await this.parts.consent.request(origin);
    if (!isAllowed) this.parts.log.event('address.declined');
    return isAllowed;
  }

  private async input(origin: string): Promise<string | undefined> {
    const { askForKey, askForSource, problemOf } = await import('./keyPrompt');
    const offered = origin === geminiOrigin ? keyFromEnvironment() : undefined;
    if (offered !== undefined && problemOf(offered) === undefined) {
      const isSaved = (await this.parts.saved.read(origin)).state === 'present';
      const source = isSaved ? 'typed' : await askForSource();
      if (source === undefined) return undefined;
      if (source === 'environment') return offered;
    }
    return askForKey(origin);
  }

  private async refusalOf(origin: string, key: string): Promise<Failure | undefined> {
    const location = { viewId: chatViewId };
    try {
      await vscode.window.withProgress({ location }, () => this.parts.tryKey(origin, key));
      return undefined;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
  }
}
