import type { FrameLocator, Page } from 'playwright-core';
import { until } from '../launch/until';

// The scripts are text, since the tests are compiled without the types of a page. What they leave in their window are
// times as `now` gives them.

/** Milliseconds since the epoch, with fractions, by a clock that all processes of the machine share. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Makes each webview to come note the frame in which its text box is first to be seen. VS Code loads the page in a frame
 * of its own page, hidden at first, and names that frame again when the curtain opens. So its own page is what watches.
 */
export async function noteTextBoxes(page: Page): Promise<void> {
  await page.addInitScript({
    content: `if (location.pathname.endsWith('/webview/browser/pre/index.html')) requestAnimationFrame(function look() {
      const isSeen = (node) => node?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const box = document.getElementById('active-frame')?.contentDocument?.querySelector('textarea');
      if (isSeen(box) && (window.frameElement === null || isSeen(window.frameElement))) {
        window.benchShownAt = performance.timeOrigin + performance.now();
      } else requestAnimationFrame(look);
    });`,
  });
}

/** When the text box of this extension was first seen. */
export async function textBoxShownAt(page: Page, extensionId: string): Promise<number> {
  const frame = webviewOf(page, extensionId);
  return until('the text box in the view', () => read<number>(frame, 'window.benchShownAt'));
}

/** VS Code's own page around the one of the extension. */
export function webviewOf(page: Page, extensionId: string): FrameLocator {
  return page.frameLocator(`iframe.webview[src*="extensionId=${extensionId}"]`);
}

/** From now on notes when the first words of each answer come into the page, by the number of the answer. */
export async function noteFirstWords(panel: FrameLocator): Promise<void> {
  await run(
    panel,
    `window.benchTextAt = [];
    new MutationObserver(() => {
      const at = performance.timeOrigin + performance.now();
      const answers = document.querySelectorAll('article.answer');
      const words = answers[answers.length - 1]?.querySelector('.answer-body > .text')?.textContent;
      if (words) window.benchTextAt[answers.length - 1] ??= at;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });`,
  );
}

/** When the first words of an answer came in. Answers are numbered from 0. */
export async function firstWordsAt(panel: FrameLocator, answer: number): Promise<number> {
  return until(`the first words of answer ${answer}`, () => read<number>(panel, `window.benchTextAt[${answer}]`));
}

export interface StopMoments {
  readonly escapeAt: number;
  readonly sendAt: number;
}

/** Notes when Escape is pressed, and when after that the button Send is back. Once. */
export async function noteStop(panel: FrameLocator): Promise<void> {
  await run(
    panel,
    `window.benchStop = undefined;
    const button = document.querySelector('.composer-bar [aria-label^="Send"]');
    let escapeAt;
    const onKey = (event) => {
      if (event.key === 'Escape') escapeAt ??= performance.timeOrigin + event.timeStamp;
    };
    document.addEventListener('keydown', onKey, true);
    const observer = new MutationObserver(() => {
      if (escapeAt === undefined || !button.checkVisibility()) return;
      window.benchStop = { escapeAt, sendAt: performance.timeOrigin + performance.now() };
      document.removeEventListener('keydown', onKey, true);
      observer.disconnect();
    });
    observer.observe(button, { attributes: true });`,
  );
}

export async function stopMoments(panel: FrameLocator): Promise<StopMoments> {
  return until('the button Send', () => read<StopMoments>(panel, 'window.benchStop'));
}

/** Times of a chat that the panel was given. */
export interface OpenMoments {
  /** How many turns it has. */
  readonly turns: number;
  /** When its end came into the page. */
  readonly arrivedAt: number;
  /** When that was on the screen. */
  readonly paintedAt: number;
  /** When the page had all of it. */
  readonly wholeAt: number;
}

/** From now on notes each chat that the panel is given and that is not empty. */
export async function noteDrawnChats(panel: FrameLocator): Promise<void> {
  await run(
    panel,
    `window.benchChats = [];
    const now = () => performance.timeOrigin + performance.now();
    const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2;
    // What is posted within a frame comes after it was painted.
    const afterPaint = (done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(undefined);
    };
    const whenTrue = (isTrue, done) => requestAnimationFrame(function look() {
      if (isTrue()) afterPaint(done);
      else requestAnimationFrame(look);
    });
    // Before the panel hears of it, which draws at once.
    window.addEventListener('message', ({ data }) => {
      if (data?.type !== 'snapshot' || data.turns.length === 0) return;
      const turns = data.turns.length + (data.earlier ?? 0);
      const moments = { turns, arrivedAt: now() };
      const region = document.querySelector('.conversation');
      const articles = () => region.querySelectorAll('article');
      const lastWords = data.turns.at(-1).parts.at(-1).text.slice(-20);
      const showsEnd = () => isAtEnd(region) && [...articles()].at(-1)?.textContent.includes(lastWords);
      whenTrue(showsEnd, () => {
        moments.paintedAt = now();
        whenTrue(() => articles().length >= 2 * turns, () => {
          window.benchChats.push({ ...moments, wholeAt: now() });
        });
      });
    }, true);`,
  );
}

/** When a chat was drawn. They are numbered from 0. */
export async function openMoments(panel: FrameLocator, chat: number): Promise<OpenMoments> {
  return until(`chat ${chat} in the panel`, () => read<OpenMoments>(panel, `window.benchChats[${chat}]`));
}

async function run(panel: FrameLocator, script: string): Promise<void> {
  await panel.locator('body').evaluate(`(() => {\n${script}\n})()`);
}

async function read<T>(panel: FrameLocator, expression: string): Promise<T | undefined> {
  return panel.locator('body').evaluate<T | undefined, unknown>(expression, undefined);
}
