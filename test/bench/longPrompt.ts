import type { Browser } from 'playwright-core';
import { PanelPage } from '../panel/panelPage';
import { turn } from '../panel/turns';
import type { Benchmark } from './benchmark';
import { withBrowser } from './render/browser';
import { MainThread } from './render/mainThread';
import { scaled } from './scale';

const viewport = { width: 400, height: 700 };
const chars = scaled(5_000_000, 200_000);
const rounds = scaled(5, 1);

/** In lines, in words, and as one word. */
const pieces = ['the quick brown fox jumps over the lazy dog, 1234567890 times!\n', 'lorem ipsum dolor ', 'x'];
const steps = ['pasted', 'a key after it', 'sent', 'shown as a question', 'given back'] as const;

export const longPrompt: Benchmark = {
  name: 'longPrompt',
  title: `A question of ${(chars / 1_000_000).toLocaleString('en')} MB in the panel (a text box needs 2 to 7 s for each)`,
  run: () =>
    withBrowser([], async (browser) => {
      const found = new Map(steps.map((step) => [step, [] as number[]]));
      for (let round = 0; round < rounds; round += 1) {
        for (const piece of pieces) await walk(browser, piece.repeat(chars / piece.length), found);
      }
      return steps.map((step) => ({
        what: `${step}: longest task`,
        unit: 'ms',
        goal: 200,
        samples: found.get(step) ?? [],
      }));
    }),
};

/** The longest task of each step, in processor time: so long the page stands still. */
async function walk(browser: Browser, text: string, found: Map<(typeof steps)[number], number[]>): Promise<void> {
  const context = await browser.newContext({ viewport });
  const panel = await PanelPage.open(context, 'dark');
  await panel.snapshot();
  const mainThread = await MainThread.of(panel.page);
  // What the page does at its start is another figure.
  await mainThread.idle();
  const prompt = `${text}\n\nExplain!`;
  await panel.composer.pressSequentially('Explain');
  const acts: Record<(typeof steps)[number], () => Promise<unknown>> = {
    pasted: await paste(panel, text),
    'a key after it': () => panel.page.keyboard.press('!'),
    sent: () => panel.page.keyboard.press('Enter'),
    'shown as a question': await panel.prepare({ type: 'turnAdded', turn: turn({ prompt }) }),
    'given back': await panel.prepare({ type: 'promptReturned', prompt }),
  };
  for (const step of steps) {
    const tasks = await mainThread.tasksOf(async () => {
      await acts[step]();
      await panel.page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    });
    found.get(step)?.push(tasks.reduce((most, ms) => Math.max(most, ms), 0));
  }
  await context.close();
}

/** The text is in the page before it is pasted. */
async function paste(panel: PanelPage, text: string): Promise<() => Promise<unknown>> {
  await panel.page.evaluate(`window.pasted = ${JSON.stringify(text)}`);
  return () =>
    panel.page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', window.pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('.composer textarea').dispatchEvent(event);
    }`);
}
