import type { Browser } from 'playwright-core';
import { PanelPage } from '../panel/panelPage';
import { cited } from '../panel/turns';
import type { Benchmark, Figure } from './benchmark';
import { withBrowser } from './render/browser';
import { streamingId, streamingTurn } from './render/chats';
import { inChunks, longAnswer } from './render/corpus/answers';
import { MainThread } from './render/mainThread';
import { streamInto } from './render/panelProbe';
import { scaled } from './scale';

const viewport = { width: 400, height: 700 };
const rounds = scaled(3, 1);
const length = scaled(100_000, 5_000);
const count = scaled(300, 30);
/** As many pages are behind them: several sentences rest on one. */
const pages = scaled(60, 6);

export const renderCitations: Benchmark = {
  name: 'renderCitations',
  title: `${count} citations in an answer of ${length / 1000} kB`,
  run: () =>
    withBrowser([], async (browser) => {
      const gained: number[] = [];
      const streamed: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        gained.push(await longestFrame(browser, true));
        streamed.push(await longestFrame(browser, false));
      }
      const figures: readonly Figure[] = [
        { what: 'all of them behind the text: longest frame', unit: 'ms', goal: 33, samples: gained },
        { what: 'there while the text goes on: longest frame', unit: 'ms', goal: 33, samples: streamed },
      ];
      return figures;
    }),
};

/** `comesLast`: the text is there, as the service has it; else more text comes in behind the citations. */
async function longestFrame(browser: Browser, comesLast: boolean): Promise<number> {
  const text = longAnswer(length);
  const step = Math.floor(text.length / count);
  const citations = Array.from({ length: count }, (_, at) =>
    cited(at * step, at * step + 40, `Page ${at % pages}`, `https://page${at % pages}.example/`),
  );
  const context = await browser.newContext({ viewport });
  const panel = await PanelPage.open(context, 'dark');
  await panel.snapshot([streamingTurn(text)]);
  await panel.rest();
  const gain = { type: 'partGained', turnId: streamingId, part: 0, gain: { kind: 'text', citations } } as const;
  if (!comesLast) await panel.tell(gain);
  const tell = comesLast ? await panel.prepare(gain) : undefined;
  const mainThread = await MainThread.of(panel.page);
  const tasks = await mainThread.tasksOf(async () => {
    if (tell) await tell();
    else await streamInto(panel.page, streamingId, inChunks(longAnswer(scaled(4_000, 200), 7)), 2);
    await mainThread.idle();
  });
  await context.close();
  return tasks.reduce((longest, ms) => Math.max(longest, ms), 0);
}
