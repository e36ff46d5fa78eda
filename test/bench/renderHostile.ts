import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { PanelPage } from '../panel/panelPage';
import type { Benchmark, Figure } from './benchmark';
import { withBrowser } from './render/browser';
import { streamingId, streamingTurn } from './render/chats';
import { longAnswer } from './render/corpus/answers';
import { MainThread } from './render/mainThread';
import { clicksTaken, noteClicks } from './render/panelProbe';
import { isSmoke, scaled } from './scale';

const viewport = { width: 400, height: 700 };
/** From the text coming in, Stop is pressed again and again for this long. Milliseconds. */
const pressesFor = scaled(3_000, 200);
const betweenPresses = 30;
const rounds = scaled(3, 1);
/** After the last press it is watched until it has nothing more to do, but no longer than this. Milliseconds. */
const watchedFor = 15_000;

interface Hostile {
  readonly what: string;
  readonly text: string;
}

const hostileTexts: readonly Hostile[] = [
  { what: 'an answer of 2 MB', text: longAnswer(scaled(2_000_000, 20_000)) },
  {
    what: 'a table of 10,000 rows',
    text: `| a | b | c |\n| - | - | - |\n${'| one | **two** | `three` |\n'.repeat(10_000)}`,
  },
  { what: 'a line of 1 MB', text: `${'word *and* `code` '.repeat(60_000)}\n` },
  { what: 'a word of 1 MB', text: `${'x'.repeat(1_000_000)}\n` },
  { what: '5,000 quotes in each other', text: `${'>'.repeat(5_000)} deep\n` },
  { what: '5,000 lists in each other', text: `${'- '.repeat(5_000)}deep\n` },
  { what: 'brackets that never close', text: `${'['.repeat(50_000)}\n\n${'![a]('.repeat(20_000)}\n` },
  { what: 'stars that never match', text: `${'*a _b '.repeat(30_000)}\n` },
  { what: 'code that is slow to colour', text: slowCode() },
];

/** Patterns of highlighters go back and forth over what is never closed. */
function slowCode(): string {
  const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;
  return [
    fence('ts', `const a = ${'('.repeat(20_000)}`),
    fence('ts', 'a<'.repeat(20_000)),
    fence('js', `${'/'.repeat(30_000)}x`),
    fence('python', `f"${'{'.repeat(20_000)}`),
    fence('bash', '$('.repeat(20_000)),
    fence('xml', '<a '.repeat(20_000)),
    fence('json', `"${'\\'.repeat(40_000)}`),
  ].join('\n');
}

export const renderHostile: Benchmark = {
  name: 'renderHostile',
  title: 'Answers that mean to freeze the panel, each coming in at once',
  run: () =>
    withBrowser([], async (browser) => {
      const figures: Figure[] = [];
      // A freeze is as like to come from any of them, and whether they still can be shown is seen from some.
      const shown = hostileTexts.filter((_, at) => !isSmoke || at % 4 === 0);
      for (const hostile of shown) figures.push(...(await figuresOf(browser, hostile)));
      return figures;
    }),
};

async function figuresOf(browser: Browser, { what, text }: Hostile): Promise<readonly Figure[]> {
  const frames: number[] = [];
  const clicks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport });
    const panel = await PanelPage.open(context, 'dark');
    await panel.snapshot([streamingTurn('The answer begins.\n\n')]);
    await noteClicks(panel.page);
    const tell = await panel.prepare({ type: 'partGrew', turnId: streamingId, part: 0, text });
    const mainThread = await MainThread.of(panel.page);
    const tasks = await mainThread.tasksOf(async () => {
      await Promise.all([tell(), pressStop(panel)]);
      await mainThread.idle(watchedFor);
    });
    frames.push(tasks.reduce((longest, ms) => Math.max(longest, ms), 0));
    clicks.push((await clicksTaken(panel.page)).reduce((longest, ms) => Math.max(longest, ms)));
    await context.close();
  }
  return [
    { what: `${what}: longest frame`, unit: 'ms', goal: 200, samples: frames },
    { what: `${what}: longest wait for Stop`, unit: 'ms', goal: 100, samples: clicks },
  ];
}

/** By its place, as a hand does: Playwright's own way would wait for the page to be quiet. */
async function pressStop(panel: PanelPage): Promise<void> {
  const box = await panel.button('Stop').boundingBox();
  if (!box) throw new Error('There is no button Stop');
  const end = performance.now() + pressesFor;
  while (performance.now() < end) {
    await panel.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await pause(betweenPresses);
  }
}
