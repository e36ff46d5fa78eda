import assert from 'node:assert/strict';
import { type Browser, chromium } from 'playwright-core';
import { PanelPage } from './panelPage';
import type { ThemeName } from './themes';

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
}

declare global {
  /** Each test file is a bundle with variables of its own. What they share is the process. */
  var browserOfPanels: Promise<Browser> | undefined;
}

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // What must not reach this machine is to be stopped by the page, and by nothing else.
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
];

// Here and in no suite, so that it is run once all suites are.
after('close the browser', async () => {
  const opened = globalThis.browserOfPanels;
  globalThis.browserOfPanels = undefined;
  await (await opened)?.close();
});

/** Call inside `describe`: the browser of all tests of this process. One that has crashed is followed by another. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  before('open the browser', async () => {
    browser = await globalThis.browserOfPanels;
    if (browser?.isConnected()) return;
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    globalThis.browserOfPanels = chromium.launch({ executablePath, args });
    browser = await globalThis.browserOfPanels;
  });
  return () => {
    assert.ok(browser);
    return browser;
  };
}

/** Call inside `describe`: gives every test its own pages and checks each of them afterwards. */
export function usePanels(): (options?: PageOptions) => Promise<PanelPage> {
  const browser = useBrowser();
  let panels: PanelPage[] = [];

  afterEach('check and close the panels', async () => {
    const opened = panels;
    panels = [];
    for (const panel of opened) {
      await panel.assertClean();
      await panel.page.context().close();
    }
  });

  return async ({ theme = 'dark', width = 400, height = 700, reducedMotion = false } = {}) => {
    const context = await browser().newContext({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    const panel = await PanelPage.open(context, theme);
    panels.push(panel);
    return panel;
  };
}
