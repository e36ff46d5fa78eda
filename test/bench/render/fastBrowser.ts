import { type Browser, chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../../launch/browser';

/** Frames come as fast as they are made: nobody waits for a screen. */
const unlimitedFrames = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export async function withFastBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const args = [...browserFlags, ...unlimitedFrames];
  const browser = await chromium.launch({ executablePath: await findBrowser(), args });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
