import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { cacheFolder } from './repositoryRoot';
import { EXTENSION_ID } from './sessionFolders';
import { until } from './until';

/** The page of the workbench among all that the browser or the desktop program shows. */
export async function findWorkbench(browser: Browser): Promise<Page> {
  return until('the page of the workbench', async () => {
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      if (await page.locator('.monaco-workbench').count()) return page;
    }
    return undefined;
  });
}

/** The document of our chat view, below the two frames that VS Code puts around every webview. */
export function chatPanel(page: Page): FrameLocator {
  const frame = `iframe.webview[src*="extensionId=${EXTENSION_ID}"]`;
  return page.frameLocator(frame).frameLocator('#active-frame');
}

/**
 * Runs a command of the palette by its title, as a person does: F1, type, see it, Enter. What was begun before may take the
 * focus a moment later, and closes the palette by that; then it is opened again.
 */
export async function runPaletteCommand(page: Page, title: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  const input = widget.locator('input.input');
  const typed = `>${title}`;
  // Typing changes the rows a moment later. Where others fit as well, the one that is meant need not be the first.
  const row = widget.locator('.quick-input-list .label-name').getByText(title, { exact: true }).first();
  const atOnce = { timeout: 1_000 };
  let isTried = false;
  await page.keyboard.press('F1');
  await input.waitFor(atOnce).catch(() => undefined);
  try {
    await until(
      `the command "${title}"`,
      async () => {
        if (!(await input.isVisible())) await page.keyboard.press('F1');
        const value = await input.inputValue(atOnce);
        // On a busy machine a click that has done its work may be told as one that came too late: a box of the command is open.
        if (isTried && !value.startsWith('>')) return true;
        if (value !== typed) await input.fill(typed, atOnce);
        const isClicked = () =>
          row.click({ timeout: 5_000 }).then(
            () => true,
            () => false,
          );
        if (!(await row.isVisible())) return false;
        isTried = true;
        return isClicked();
      },
      { timeoutMs: 60_000 },
    );
  } catch (error) {
    const offered = await widget.locator('.quick-input-list .label-name').allTextContents();
    await page.keyboard.press('Escape');
    throw new Error(`The palette has no command "${title}"; it offers: ${offered.join(', ') || 'none'}`, {
      cause: error,
    });
  }
}

/** Keeps a picture of the screen in the cache folder, for the person who looks into a failure. */
export async function keepScreenshot(page: Page, name: string): Promise<string> {
  const folder = join(cacheFolder, 'failures');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replace(/[^\w.-]+/g, '-').slice(0, 120)}.png`);
  await page.screenshot({ path });
  return path;
}
