import type { Browser } from 'playwright-core';
import { scaled } from '../scale';
import { unlimitedFrames, withBrowser } from './browser';
import { type Look, wholeOf } from './looks';
import type { Pass } from './passes';
import { RendererPage } from './rendererPage';
import { panelStyle, type RendererName, rendererNames, rendererScript } from './renderers';

/** In a smoke run ours stands in for the others, which would have to be downloaded. */
const contestants = scaled<readonly RendererName[]>(rendererNames, ['ours']);

/** Longer than this, in milliseconds, and a screen of 60 frames a second shows the old picture again. */
const lateMs = 16.7;

export interface Cost {
  /** Milliseconds of the main thread for the whole stream. */
  readonly cpu: number;
  /** What the scripts keep at its end, in MiB. */
  readonly heap: number;
  readonly looks: readonly Look[];
}

export interface Frames {
  /** The longest that was looked at, in milliseconds of the main thread. */
  readonly longest: number;
  /** How many of the whole stream come too late. */
  readonly late: number;
}

/** Where the renderers show one stream after the other, each time in a page of its own. */
export class Arena {
  private constructor(
    private readonly browser: Browser,
    private readonly style: string,
    private readonly scripts: ReadonlyMap<RendererName, string>,
  ) {}

  static async use<T>(work: (arena: Arena) => Promise<T>): Promise<T> {
    const scripts = new Map<RendererName, string>();
    for (const name of contestants) scripts.set(name, await rendererScript(name));
    const style = await panelStyle();
    return withBrowser(unlimitedFrames, (browser) => work(new Arena(browser, style, scripts)));
  }

  async costOf(name: RendererName, chunks: readonly string[], pass: Pass): Promise<Cost> {
    return this.inPage(name, chunks, async (page) => {
      const looks = await pass(page, (work) => page.mainThread.cpuOf(work));
      return { cpu: wholeOf(looks, chunks.length), heap: await page.mainThread.keptHeap(), looks };
    });
  }

  async framesOf(name: RendererName, chunks: readonly string[], pass: Pass): Promise<Frames> {
    return this.inPage(name, chunks, async (page) => {
      let longest = 0;
      const looks = await pass(page, async (work) => {
        const tasks = await page.mainThread.tasksOf(work);
        for (const ms of tasks) longest = Math.max(longest, ms);
        return tasks.filter((ms) => ms > lateMs).length;
      });
      return { longest, late: wholeOf(looks, chunks.length) };
    });
  }

  private async inPage<T>(
    name: RendererName,
    chunks: readonly string[],
    work: (page: RendererPage) => Promise<T>,
  ): Promise<T> {
    const page = await RendererPage.open(this.browser, this.scripts.get(name) ?? '', this.style, chunks);
    const result = await work(page);
    await page.close();
    return result;
  }
}
