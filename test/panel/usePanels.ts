import assert from 'node:assert/strict';
import { type Browser, chromium, type Page } from 'playwright-core';
import { PanelPage } from './panelPage';
import { PanelServer } from './panelServer';
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
  var serverOfPanels: Promise<PanelServer> | undefined;
  /** The panel for the next test that wants it as it usually is. */
  var nextPanel: Promise<PanelPage> | undefined;
  /** Pages that are done with. The next panel opens in one of them. */
  var freePages: Page[] | undefined;
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
  globalThis.freePages = undefined;
  await (await opened)?.close();
  await (await globalThis.serverOfPanels)?.stop();
  globalThis.serverOfPanels = undefined;
});

/** Call inside `describe`: the browser of all tests of this process. One that has crashed is followed by another. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  before('open the browser', async () => {
    browser = await globalThis.browserOfPanels;
    if (browser?.isConnected()) return;
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    globalThis.serverOfPanels ??= PanelServer.start();
    const { flags } = await globalThis.serverOfPanels;
    globalThis.browserOfPanels = chromium.launch({ executablePath, args: [...args, ...flags] });
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

  afterEach('check and close the panels', async function () {
    const opened = panels;
    panels = [];
    for (const panel of opened) {
      let isUsable = false;
      try {
        await panel.assertClean();
        isUsable = !panel.isForOneTest && (this.currentTest?.isPassed() ?? false);
      } finally {
        await (isUsable ? free(panel) : panel.page.context().close());
      }
    }
  });

  return async (options = {}) => {
    const panel = await (Object.keys(options).length === 0 ? takePanel(browser()) : openPanel(browser(), options));
    panels.push(panel);
    return panel;
  };
}

/**
 * A panel for one test. Most of the time that takes nothing is done but to wait: what the next test will need is opened while
 * this one runs.
 */
async function takePanel(browser: Browser): Promise<PanelPage> {
  const prepared = await globalThis.nextPanel?.catch(() => undefined);
  globalThis.nextPanel = undefined;
  const panel = prepared && isOpenIn(browser, prepared.page) ? prepared : await openPanel(browser);
  globalThis.nextPanel = openPanel(browser);
  // One that fails is opened again when it is needed, and fails there.
  globalThis.nextPanel.catch(() => undefined);
  return panel;
}

/**
 * In a page that a test before had, if there is one: a new one needs a process of its own, and compiles the script of the panel
 * again, which takes three times as long. Nothing stays of the panel before but what `free` and this put in order.
 */
async function openPanel(
  browser: Browser,
  { theme = 'dark', width = 400, height = 700, reducedMotion = false, hasKey = false }: PageOptions = {},
): Promise<PanelPage> {
  const page = takeFreePage(browser) ?? (await PanelPage.blank(await browser.newContext()));
  const size = page.viewportSize();
  if (size?.width !== width || size.height !== height) await page.setViewportSize({ width, height });
  await page.emulateMedia({ reducedMotion: reducedMotion ? 'reduce' : 'no-preference', forcedColors: 'none' });
  return PanelPage.openIn(page, theme, hasKey);
}

/** What waits for a test still shows its old panel, which takes some of the processor: only so many may. */
const mostFree = 2;

async function free(panel: PanelPage): Promise<void> {
  globalThis.freePages ??= [];
  const { page } = panel;
  if (globalThis.freePages.length >= mostFree || page.isClosed()) return page.context().close();
  panel.stopListening();
  // A wheel turns where the mouse was last, and what is under it may look otherwise.
  await page.mouse.move(-1, -1);
  await page.context().clearPermissions();
  globalThis.freePages.push(page);
}

function takeFreePage(browser: Browser): Page | undefined {
  for (;;) {
    const page = globalThis.freePages?.pop();
    if (page === undefined || isOpenIn(browser, page)) return page;
  }
}

function isOpenIn(browser: Browser, page: Page): boolean {
  return page.context().browser() === browser && !page.isClosed();
}
