import type { Page } from 'playwright-core';
import { until } from '../launch/until';

// As in `panelMoments`: the scripts are text, and leave times in the window of VS Code.

/** Notes the next time Enter is pressed, and when after that a word without spaces is in the right side of a comparison. */
export async function noteMark(page: Page, mark: string): Promise<void> {
  await page.evaluate(`(() => {
    window.benchMark = { enterAt: undefined, seenAt: undefined };
    const moments = window.benchMark;
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') moments.enterAt ??= performance.timeOrigin + event.timeStamp;
    }, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const shown = document.querySelector('.monaco-diff-editor .editor.modified .view-lines');
      if (!shown?.textContent.includes(${JSON.stringify(mark)})) return;
      moments.seenAt = performance.timeOrigin + performance.now();
      observer.disconnect();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);
}

export async function markSeenAt(page: Page): Promise<number> {
  return until('the mark in the comparison', () => page.evaluate<number | undefined>('window.benchMark.seenAt'));
}

/** When Enter was pressed. */
export async function firstKeyAt(page: Page): Promise<number> {
  return until('Enter', () => page.evaluate<number | undefined>('window.benchMark.enterAt'));
}

/** From now on notes how long each key takes from being pressed until the editor with the keyboard shows another text. */
export async function noteKeys(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    window.benchKeys = [];
    let pressedAt;
    document.addEventListener('keydown', (event) => { pressedAt = event.timeStamp; }, true);
    new MutationObserver(() => {
      if (pressedAt === undefined) return;
      window.benchKeys.push(performance.now() - pressedAt);
      pressedAt = undefined;
    }).observe(document.querySelector('.monaco-editor.focused .view-lines'), {
      subtree: true, childList: true, characterData: true,
    });
  })()`);
}

/** In milliseconds. */
export async function keyTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate<readonly number[]>('window.benchKeys');
}
