import assert from 'node:assert/strict';
import { type Browser, chromium } from 'playwright-core';
import { PanelPage } from './panelPage';
import type { ThemeName } from './themes';

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  /** The host has a key when it makes the page, and says so in it. */
  readonly hasKey?: boolean;
}

declare global {
  /** Each test file is a bundle with variables of its own. What they share is the process. */
  var browserOfPanels: Promise<Browser> | undefined;
  /** The panel for the next test that wants it as it usually is. */
  var nextPanel: Promise<PanelPage> | undefined;
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
  globalThis.nextPanel = undefined;
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

  return async (options = {}) => {
    const panel = await (Object.keys(options).length === 0 ? takePanel(browser()) : openPanel(browser(), options));
    panels.push(panel);
    return panel;
  };
}

/**
 * A panel in a context of its own. Most of the time that takes nothing is done but to wait: what the next test will need is
 * opened while this one runs.
 */
async function takePanel(browser: Browser): Promise<PanelPage> {
  const prepared = await globalThis.nextPanel?.catch(() => undefined);
  globalThis.nextPanel = undefined;
  const isUsable = prepared?.page.context().browser() === browser && !prepared.page.isClosed();
  const panel = prepared && isUsable ? prepared : await openPanel(browser);
  globalThis.nextPanel = openPanel(browser);
  // One that fails is opened again when it is needed, and fails there.
  globalThis.nextPanel.catch(() => undefined);
  return panel;
}

async function openPanel(
  browser: Browser,
  { theme = 'dark', width = 400, height = 700, reducedMotion = false, hasKey = false }: PageOptions = {},
): Promise<PanelPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  return PanelPage.open(context, theme, hasKey);
}
