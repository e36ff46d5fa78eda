import { PanelPage } from '../panel/panelPage';
import type { Benchmark } from './benchmark';
import { withBrowser } from './render/browser';
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
      const slowest: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const context = await browser.newContext({ viewport });
        const panel = await PanelPage.open(context, 'dark');
        await panel.snapshot();
        await noteKeys(panel.page);
        await panel.composer.focus();
        await panel.page.evaluate(pasteAndTake);
        await panel.composer.pressSequentially('k'.repeat(keys));
        const painted = await keysPainted(panel.page, keys);
        slowest.push(painted.reduce((longest, ms) => Math.max(longest, ms), 0));
        await context.close();
      }
      return [{ what: 'the slowest key of each round', unit: 'ms', goal: 16, samples: slowest }];
    }),
};

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
