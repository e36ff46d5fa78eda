import type { Page } from 'playwright-core';
import { until } from '../../launch/until';
import { lastWords } from './corpus/answers';

// The scripts are text, since the tests are compiled without the types of a page.

/** Calls `done` with the time when the next frame is on the screen. */
const whenPainted = `const whenPainted = (done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(undefined);
});`;

/** Notes how long after the next message the end of the last answer is painted, with the view at the end. Milliseconds. */
export async function noteEndPainted(page: Page): Promise<void> {
  await page.evaluate(`{
    ${whenPainted}
    const isAtEnd = () => {
      const view = document.querySelector('.conversation');
      const end = [...view.querySelectorAll('article')].at(-1);
      const gap = view.scrollHeight - view.scrollTop - view.clientHeight;
      return Math.abs(gap) < 2 && end?.textContent.includes(${JSON.stringify(lastWords)});
    };
    window.addEventListener('message', () => {
      const began = performance.now();
      requestAnimationFrame(function look() {
        if (!isAtEnd()) requestAnimationFrame(look);
        else whenPainted((at) => { window.benchEndPainted = at - began; });
      });
    }, { capture: true, once: true });
  }`);
}

export function endPainted(page: Page): Promise<number> {
  return until('the end of the chat', () => page.evaluate<number | undefined>('window.benchEndPainted'));
}

/** From now on the host answers what the panel fetches with these facts, one after the other, each at once. */
export async function answerFetches(page: Page, facts: readonly unknown[]): Promise<void> {
  await page.evaluate(`{
    const facts = ${JSON.stringify(facts)};
    const { messages } = window.hostSide;
    messages.push = (message) => {
      if (message.type !== 'fetchEarlier') return Array.prototype.push.call(messages, message);
      const data = facts.shift();
      const source = new MessageChannel().port1;
      setTimeout(() => window.dispatchEvent(new MessageEvent('message', { data, source, origin: window.origin })));
    };
  }`);
}

/** Notes for each key that is pressed how long it takes from the key to the frame that shows what it did. */
export async function noteKeys(page: Page): Promise<void> {
  await page.evaluate(`{
    ${whenPainted}
    window.benchKeys = [];
    document.addEventListener('keydown', ({ timeStamp }) => {
      whenPainted((at) => window.benchKeys.push(at - timeStamp));
    }, true);
  }`);
}

/** Milliseconds. */
export function keysPainted(page: Page, count: number): Promise<readonly number[]> {
  return until('all keys', async () => {
    const keys = await page.evaluate<readonly number[]>('window.benchKeys');
    return keys.length >= count && keys;
  });
}

/** Notes for each click how long the page was busy with other things before it took it. */
export async function noteClicks(page: Page): Promise<void> {
  await page.evaluate(`{
    window.benchClicks = [];
    document.addEventListener('click', ({ timeStamp, target }) => {
      if (target.closest('button')) window.benchClicks.push(performance.now() - timeStamp);
    }, true);
  }`);
}

/** Milliseconds. */
export function clicksTaken(page: Page): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>('window.benchClicks');
}

/** From now on the host says what comes in, once for each frame, as if it were numbered from `revision`. */
export async function streamInto(
  page: Page,
  turnId: string,
  chunks: readonly string[],
  revision: number,
): Promise<void> {
  await page.evaluate(`{
    const chunks = ${JSON.stringify(chunks)};
    let revision = ${revision};
    setInterval(() => {
      const text = chunks.shift();
      if (text === undefined) return;
      const data = { type: 'partGrew', revision: ++revision, turnId: ${JSON.stringify(turnId)}, part: 0, text };
      const source = new MessageChannel().port1;
      window.dispatchEvent(new MessageEvent('message', { data, source, origin: window.origin }));
    }, ${1000 / 60});
  }`);
}
