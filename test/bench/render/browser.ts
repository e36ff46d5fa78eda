import { type Browser, chromium } from 'playwright-core';
import { browserFlags, findBrowser, findPageBrowser } from '../../launch/browser';
import { scaled } from '../scale';

/** Frames come as fast as they are made: nobody waits for a screen. */
export const unlimitedFrames: readonly string[] = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** People have the whole browser, so that is what figures come from. A smoke run has none to give, and opens pages faster. */
const findMeasured = scaled(findBrowser, findPageBrowser);

/** Opens a browser for as long as `use` takes. */
export async function withBrowser<T>(flags: readonly string[], use: (browser: Browser) => Promise<T>): Promise<T> {
  const args = [...browserFlags, ...flags];
  const browser = await chromium.launch({ executablePath: await findMeasured(), args });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
