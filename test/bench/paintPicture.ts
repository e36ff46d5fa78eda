import type { Browser, Page } from 'playwright-core';
import { readAnswerMedium } from '../../src/core/attachments/answerMedium';
import { sentPart } from '../../src/host/panel/sentParts';
import type { MediaPart } from '../../src/parts/mediaPart';
import { PanelPage } from '../panel/panelPage';
import type { Benchmark } from './benchmark';
import { withBrowser } from './render/browser';
import { streamingId, streamingTurn } from './render/chats';
import { MainThread } from './render/mainThread';
import { scaled } from './scale';

const viewport = { width: 400, height: 700 };
/** Pixels. */
const side = scaled(4_096, 256);
const rounds = scaled(7, 1);

interface Painted {
  /** What the extension host takes for it. Milliseconds. */
  readonly host: number;
  /** From when the page is told of it. Milliseconds. */
  readonly page: number;
  /** The longest task of the page. Milliseconds of processor time. */
  readonly longest: number;
}

/** The way of its bytes from the extension host to the page is VS Code's, and not in the figures. */
export const paintPicture: Benchmark = {
  name: 'paintPicture',
  title: `A picture of ${side} × ${side} pixels, from its last byte until it is painted`,
  run: () =>
    withBrowser([], async (browser) => {
      const data = await makePicture(browser);
      const painted: Painted[] = [];
      for (let round = 0; round < rounds; round += 1) painted.push(await paint(browser, data));
      const of = (pick: (one: Painted) => number) => painted.map(pick);
      const size = (data.length * 0.75) / 1_000_000;
      return [
        {
          what: `all of it (${size.toFixed(1)} MB)`,
          unit: 'ms',
          goal: 150,
          samples: of(({ host, page }) => host + page),
        },
        { what: '  in the extension host', unit: 'ms', samples: of(({ host }) => host) },
        { what: '  in the page', unit: 'ms', samples: of(({ page }) => page) },
        { what: 'longest frame of the page', unit: 'ms', goal: 50, samples: of(({ longest }) => longest) },
      ];
    }),
};

async function paint(browser: Browser, data: string): Promise<Painted> {
  const part: MediaPart = { kind: 'media', media: 'image', mimeType: 'image/jpeg', data };
  const started = performance.now();
  const sent = sentPart(part);
  const medium = readAnswerMedium('image', data);
  const host = performance.now() - started;
  if (typeof medium === 'string') throw new Error(`the picture is ${medium}`);

  const context = await browser.newContext({ viewport });
  const panel = await PanelPage.open(context, 'dark');
  await panel.snapshot([streamingTurn('Here it is:\n\n')]);
  await panel.rest();
  await panel.page.evaluate(`(${takeBytes})(${JSON.stringify(data)})`);
  await panel.page.evaluate(answerFetch);
  const tell = await panel.prepare({ type: 'partAdded', turnId: streamingId, part: sent });
  const mainThread = await MainThread.of(panel.page);
  await mainThread.idle();
  let page = 0;
  const tasks = await mainThread.tasksOf(async () => {
    await panel.page.evaluate('window.toldAt = performance.now()');
    await tell();
    page = await untilPainted(panel.page);
  });
  await context.close();
  return { host, page, longest: tasks.reduce((most, ms) => Math.max(most, ms), 0) };
}

/** The browser says itself when a picture with this attribute is on the screen. */
const answerFetch = `{
  const { messages } = window.hostSide;
  window.painted = new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries()[0].renderTime)).observe({ type: 'element' });
  });
  messages.push = (message) => {
    if (message.type !== 'fetchMedia') return Array.prototype.push.call(messages, message);
    document.querySelector('img.image').setAttribute('elementtiming', 'picture');
    const { turnId, part } = message;
    const data = { type: 'mediaArrived', turnId, part, mimeType: 'image/jpeg', bytes: window.pictureBytes, revision: window.preparedFact.revision };
    const source = new MessageChannel().port1;
    setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data, source, origin: window.origin })));
  };
}`;

function untilPainted(page: Page): Promise<number> {
  return page.evaluate<number>('window.painted.then((at) => at - window.toldAt)');
}

/** Written as text: these tests know no DOM. */
const takeBytes = `(data) => {
  const text = atob(data);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  window.pictureBytes = bytes;
}`;

/** A JPEG in Base64, with as much in it as a photo has. */
async function makePicture(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const data = await page.evaluate<string>(`(async () => {
    const canvas = new OffscreenCanvas(${side}, ${side});
    const drawing = canvas.getContext('2d');
    const image = drawing.createImageData(${side}, ${side});
    let seed = 1;
    for (let at = 0; at < image.data.length; at += 4) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const noise = (seed >> 16) & 31;
      const x = (at / 4) % ${side};
      image.data[at] = 128 + 96 * Math.sin(x / 90) + noise;
      image.data[at + 1] = 128 + 96 * Math.sin(at / 4e6) + noise;
      image.data[at + 2] = 100 + noise;
      image.data[at + 3] = 255;
    }
    drawing.putImageData(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  })()`);
  await context.close();
  return data;
}
