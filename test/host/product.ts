import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { isInDevelopment, openVsCode, type SessionOptions, type VsCodeSession } from '../launch/session';
import { until } from '../launch/until';
import { type LocalServer, type LocalServerOptions, startLocalServer } from '../server/localServer';
import type { LoggedRequest } from '../server/requestLog';
import { filesWith } from './filesWith';
import { PageRequests } from './pageRequests';

/** The key of every suite, which is looked for everywhere at its end. Put together, so that no scanner takes it for one. */
export const canaryKey = ['AIza', 'SyCanary-0123456789-0123456789-0123'].join('');

const baseUrl = 'geminiInteractions.baseUrl';

/** How long a test waits for something to show, in milliseconds. */
const waitMs = 60_000;

/** VS Code with the product in it, talking to a local server of its own, and the hands of a person. */
export class Product {
  readonly pageRequests: PageRequests;

  private constructor(
    readonly session: VsCodeSession,
    private local: LocalServer,
    /** The key is in the environment, where an extension in development finds it. */
    readonly isKeySeeded: boolean,
  ) {
    this.pageRequests = new PageRequests(session.page);
  }

  /** The address goes in by the user's settings and the key by the user's hands, as with an installed extension. */
  static async open(server: LocalServerOptions = {}, options: SessionOptions = {}): Promise<Product> {
    return Product.start(server, options, () => ({}));
  }

  /** The key is there from the start where that can be, which spares typing it. */
  static async openWithKey(server: LocalServerOptions = {}, options: SessionOptions = {}): Promise<Product> {
    if (!isInDevelopment(options) || options.settings?.[baseUrl] !== undefined) {
      const product = await Product.open(server, options);
      await product.setKey(canaryKey);
      return product;
    }
    return Product.start(server, options, (url) => ({
      GEMINI_INTERACTIONS_BASE_URL: url,
      GEMINI_INTERACTIONS_API_KEY: canaryKey,
    }));
  }

  private static async start(
    server: LocalServerOptions,
    options: SessionOptions,
    variables: (url: string) => Readonly<Record<string, string>>,
  ): Promise<Product> {
    const local = await startLocalServer(server);
    try {
      const settings = { [baseUrl]: local.url, ...options.settings };
      const seed = variables(local.url);
      const session = await openVsCode({ ...options, settings, env: { ...options.env, ...seed } });
      // Below mocha's own limit, so that a failure names what was waited for.
      session.page.setDefaultTimeout(waitMs);
      return new Product(session, local, Object.keys(seed).length > 0);
    } catch (error) {
      await local.close();
      throw error;
    }
  }

  get server(): LocalServer {
    return this.local;
  }

  /** Puts another server in the place of the one so far, at the same address. It knows nothing of any chat. */
  async restartServer(options: LocalServerOptions = {}): Promise<void> {
    const { port } = new URL(this.local.url);
    await this.local.close();
    this.local = await startLocalServer({ ...options, port: Number(port) });
  }

  /**
   * Closes everything, and fails if the key got anywhere but into its header, if a page has asked for anything that is not
   * of VS Code, or if VS Code has refused proposed API: whatever a suite does looks out for that.
   */
  async close(): Promise<void> {
    try {
      await this.assertClean();
    } finally {
      await this.session.close();
      await this.server.close();
    }
  }

  /** What must hold at the end of every suite. */
  async assertClean(): Promise<void> {
    const { foreign } = this.pageRequests;
    this.pageRequests.foreign = [];
    assert.deepEqual(foreign, [], 'addresses the window asked for');
    assert.deepEqual(await this.session.refusedProposals(), [], 'proposals of VS Code’s API that were refused');
    assert.deepEqual(await filesWith(canaryKey, this.session.userDataDir), [], 'files that hold the key');
    assert.ok(!this.session.output().includes(canaryKey), 'VS Code has printed the key');
    for (const { path, headers, body } of this.server.requests) {
      const { 'x-goog-api-key': _key, ...others } = headers;
      assert.ok(!JSON.stringify([path, others, body ?? null]).includes(canaryKey), `${path} holds the key`);
    }
  }

  get page(): Page {
    return this.session.page;
  }

  get panel(): FrameLocator {
    return this.session.panel();
  }

  get composer(): Locator {
    return this.panel.getByRole('textbox', { name: 'Message Gemini' });
  }

  /** The messages of the chat, questions and answers in turn. */
  get messages(): Locator {
    return this.panel.getByRole('region', { name: 'Conversation' }).getByRole('article');
  }

  get lastAnswer(): Locator {
    return this.panel.getByRole('article', { name: /^Gemini/ }).last();
  }

  /** The first words of the last answer; those of folded thoughts do not count. */
  get firstWords(): Locator {
    return this.lastAnswer.locator('.segment > *').filter({ visible: true }).first();
  }

  get stopButton(): Locator {
    return this.panel.getByRole('button', { name: 'Stop', exact: true });
  }

  /** Types into the input box or pick list of this title and confirms. The palette before it looks much the same. */
  async enter(title: string, text: string): Promise<void> {
    await this.page.locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async setKey(key: string): Promise<void> {
    await this.session.runCommand('Gemini: Set API Key…');
    await this.confirmAddress();
    await this.enter('Gemini API Key', key);
    await this.notification('Your API key works and was saved.').waitFor();
    await this.clearNotifications();
  }

  /** A window in the browser keeps secrets no longer than its page, and a key of the environment for good. */
  async setKeyAfterReload(): Promise<void> {
    if (!this.isKeySeeded) await this.setKey(canaryKey);
  }

  /** Says yes to the address of the settings. VS Code asks but once, so the key's own box may come at once. */
  async confirmAddress(): Promise<void> {
    const use = this.dialog.getByRole('button', { name: /^Use / });
    const box = this.page.locator('.quick-input-title').getByText('Gemini API Key', { exact: true });
    await use.or(box).first().waitFor();
    if (await use.isVisible()) await use.click();
  }

  /** Closes all editors and gives up what is not saved in them, about which VS Code would ask. */
  async closeEditors(): Promise<void> {
    await until('all editors to close', async () => {
      const tabs = await this.session.vscode.tabs();
      if (tabs.length === 0) return true;
      await this.dropActiveEditor();
      throw new Error(JSON.stringify(tabs));
    });
  }

  /** VS Code asks where a change comes between taking all changes back and closing, and waits for the answer. */
  private async dropActiveEditor(): Promise<void> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    const closing = this.session.vscode.executeCommand('workbench.action.revertAndCloseActiveEditor');
    closing.then(over, over);
    const drop = this.dialog.getByRole('button', { name: /^Don.t Save$/ });
    await until('the editor to close', async () => {
      if (!isOver && (await drop.isVisible())) await drop.click();
      return isOver;
    });
    await closing;
  }

  /** Opens an empty chat with the cursor in its composer. */
  async newChat(): Promise<void> {
    await this.session.vscode.executeCommand('geminiInteractions.newChat');
    await this.panel.locator('textarea:focus').waitFor();
    await this.messages.first().waitFor({ state: 'detached' });
  }

  /** Puts the cursor in the composer. The command does so a moment later, and would take it from what was opened then. */
  async focusComposer(): Promise<void> {
    await this.session.vscode.executeCommand('geminiInteractions.focusChat');
    await this.panel.locator('textarea:focus').waitFor();
  }

  /** Types a question in the chat and sends it with Enter. */
  async ask(question: string): Promise<void> {
    if (!(await this.composer.isVisible())) await this.focusComposer();
    const before = await this.messages.count();
    await this.composer.pressSequentially(question);
    await this.composer.press('Enter');
    await this.messages.nth(before + 1).waitFor({ state: 'attached' });
  }

  /** Resolves when no answer is streaming any more. */
  async answered(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
  }

  /** The Markdown preview in front. */
  get preview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  }

  /** Takes the notifications away, so that none lies above what a test clicks. */
  async clearNotifications(): Promise<void> {
    await this.session.vscode.executeCommand('notifications.clearAll');
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  /** The modal dialog. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  /** The palette, a pick list or an input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** The context menu that is open. */
  get menu(): Locator {
    return this.page.locator('.context-view .monaco-menu').first();
  }

  /** Chooses an entry of the menu that is open, or of its submenu. One that has just opened takes no click for 0.1 s. */
  async chooseInMenu(entry: Locator): Promise<void> {
    await entry.waitFor();
    await until('the menu to take the click', async () => {
      if (await entry.isVisible()) await entry.click({ timeout: 2_000 });
      return !(await this.menu.isVisible());
    });
  }

  /** The one item of the status bar. */
  get statusItem(): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: 'Gemini' });
  }

  /** A button of the modal dialog or of a notification. */
  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get createRequests(): readonly Pick<LoggedRequest, 'body' | 'ended' | 'receivedAt'>[] {
    return this.server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/interactions'));
  }
}
