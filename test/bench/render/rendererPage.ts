import type { Browser, Page } from 'playwright-core';
import { until } from '../../launch/until';
import { themeCss, themes } from '../../panel/themes';
import { scaled } from '../scale';
import { lastWords } from './corpus/answers';
import { MainThread } from './mainThread';

const theme = 'dark';
const viewport = { width: 400, height: 700 };

/** A page in which nothing has changed for so many looks has done its work. */
const quietLooks = scaled(6, 1);

/** A page with a renderer in it, and a stream of which it was given the beginning. */
export class RendererPage {
  private fed = 0;

  private constructor(
    private readonly page: Page,
    private readonly chunks: readonly string[],
    readonly mainThread: MainThread,
  ) {}

  static async open(browser: Browser, script: string, style: string, chunks: readonly string[]): Promise<RendererPage> {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await page.setContent(html(style));
    await page.addScriptTag({ content: script });
    await page.evaluate(`bench.load(${JSON.stringify(chunks)})`);
    return new RendererPage(page, chunks, await MainThread.of(page));
  }

  /** How many chunks the stream has given. */
  get given(): number {
    return this.fed;
  }

  /** How many it still has. */
  get left(): number {
    return this.chunks.length - this.fed;
  }

  /** One chunk for each frame. */
  async feed(count: number): Promise<void> {
    await this.run('feed', count);
  }

  /** Several chunks at once, and what that sets off, to its end. */
  async jump(count: number): Promise<void> {
    await this.run('jump', count);
    await this.rest();
  }

  /** Waits until nothing changes any more. */
  async rest(): Promise<void> {
    await this.page.evaluate(`bench.rest(${quietLooks})`);
  }

  /** The stream is over. */
  async settle(): Promise<void> {
    await this.page.evaluate('bench.settle()');
    await this.rest();
  }

  elements(): Promise<number> {
    return this.page.evaluate<number>('bench.elements()');
  }

  /** Fails unless all of the text was shown: there is nothing faster than to leave some out. */
  async close(): Promise<void> {
    if (this.left > 0) throw new Error('The renderer was not given the whole text.');
    await until('the end of the text on the page', async () =>
      (await this.page.evaluate<string>('bench.text()')).includes(lastWords),
    );
    await this.page.context().close();
  }

  private async run(step: 'feed' | 'jump', count: number): Promise<void> {
    this.fed += Math.min(count, this.left);
    await this.page.evaluate(`bench.${step}(${count})`);
  }
}

/** Looks as the panel does around an answer. */
function html(style: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><style>${themeCss(theme)}</style><style>${style}</style></head>
<body class="${themes[theme].bodyClass}">
<main id="app"><section class="conversation"><div class="turns">
<article class="message answer"><div class="answer-body"></div></article>
</div></section></main>
</body>
</html>`;
}
