import { type Browser, chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../../launch/browser';

/** Frames come as fast as they are made: nobody waits for a screen. */
export const unlimitedFrames: readonly string[] = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Opens a browser for as long as `use` takes. */
export async function withBrowser<T>(flags: readonly string[], use: (browser: Browser) => Promise<T>): Promise<T> {
  const args = [...browserFlags, ...flags];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
