import type { Browser } from 'playwright-core';
import { PanelPage } from '../panel/panelPage';
import type { Benchmark } from './benchmark';
import { withBrowser } from './render/browser';
import { MainThread } from './render/mainThread';
import { keysPainted, noteKeys } from './render/panelProbe';
import { scaled } from './scale';

const viewport = { width: 400, height: 700 };
const bytes = scaled(15_000_000, 2_500_000);
const keys = scaled(60, 5);
const rounds = scaled(3, 1);

export const attachKeys: Benchmark = {
  name: 'attachKeys',
  title: `Typing while a picture of ${bytes / 1_000_000} MB goes to the host`,
  run: () =>
    withBrowser([], async (browser) => {
      const none = await typed(browser, 'undefined');
      const attaching = await typed(browser, pasteAndTake);
      const against = {
        what: 'key to the frame that shows it, with nothing attached',
        unit: 'ms',
        samples: none.keys,
      } as const;
      return [
        { what: 'longest task of each round, in processor time', unit: 'ms', goal: 16, samples: attaching.longest },
        { what: 'key to the frame that shows it', unit: 'ms', samples: attaching.keys, against },
        against,
      ];
    }),
};

/** Types once `begin` has run in the page. A key waits for the longest task at most. */
async function typed(
  browser: Browser,
  begin: string,
): Promise<{ readonly keys: number[]; readonly longest: number[] }> {
  const all: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport });
    const panel = await PanelPage.open(context, 'dark');
    await panel.snapshot();
    await noteKeys(panel.page);
    await panel.composer.focus();
    const mainThread = await MainThread.of(panel.page);
    // What the page does at its start is another figure.
    await mainThread.idle();
    await panel.page.evaluate(begin);
    const tasks = await mainThread.tasksOf(async () => {
      await panel.composer.pressSequentially('k'.repeat(keys));
      all.push(...(await keysPainted(panel.page, keys)));
    });
    longest.push(tasks.reduce((most, ms) => Math.max(most, ms), 0));
    await context.close();
  }
  return { keys: all, longest };
}

/** Pastes the picture, and takes each piece as the host would, as soon as it is there. */
const pasteAndTake = `{
  const { messages } = window.hostSide;
  messages.push = (message) => {
    if (message.type !== 'attachPiece') return Array.prototype.push.call(messages, message);
    const { uploadId, at, size } = message;
    const data = { type: 'pieceTaken', uploadId, isWanted: at + 1048576 < size };
    const source = new MessageChannel().port1;
    setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data, source, origin: window.origin })));
  };
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([new Uint8Array(${bytes})], 'large.png'));
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.querySelector('.composer textarea').dispatchEvent(event);
}`;
