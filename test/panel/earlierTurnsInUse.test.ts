import assert from 'node:assert/strict';
import { assertHeld, atFirst, begin, beginAtEnd, chat, holdText, scroller, sendAll, twoFrames } from './chatInPieces';
import type { PanelPage } from './panelPage';
import { ready } from './turns';
import { usePanels } from './usePanels';

describe('The earlier turns of a chat, when they are used', () => {
  const open = usePanels();

  async function openEnd(turns = chat): Promise<PanelPage> {
    const panel = await open();
    await beginAtEnd(panel, turns);
    return panel;
  }

  function labels(panel: PanelPage): Promise<readonly string[]> {
    return panel.page.evaluate<readonly string[]>(
      `[...document.querySelectorAll('article')].map(({ ariaLabel }) => ariaLabel)`,
    );
  }

  it('are counted before they are there, so that no message changes its number', async () => {
    const panel = await openEnd();
    const before = await labels(panel);
    assert.deepEqual([before[0], before.at(-1)], ['You, message 65 of 80', 'Gemini, message 80 of 80']);

    await sendAll(panel);

    const after = await labels(panel);
    assert.deepEqual(after.slice(-before.length), before);
    assert.deepEqual(after.slice(0, 2), ['You, message 1 of 80', 'Gemini, message 2 of 80']);
  });

  it('are found in, all of them, although the search began before they were there', async () => {
    const panel = await openEnd();
    await panel.tell({ type: 'findOpened' });
    await panel.page.keyboard.type('Line 5');
    const result = `document.querySelector('.find-result').textContent`;
    await panel.page.evaluate(twoFrames);
    assert.equal(await panel.page.evaluate(result), '', 'what is not counted yet is not told');

    await sendAll(panel);

    await panel.until(`/^\\d+ of 40$/.test(${result})`);
    const input = panel.page.getByRole('textbox', { name: 'Find' });
    await input.fill('Question 0');
    await panel.until(`${result} === '1 of 1'`);
    assert.equal(await panel.page.getByText('Question 0', { exact: true }).isVisible(), true);
  });

  it('are walked through in the box for questions as well', async () => {
    const panel = await openEnd();
    await panel.composer.focus();
    for (let step = 0; step < atFirst; step += 1) await panel.page.keyboard.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), 'Question 32');

    await sendAll(panel);
    await panel.page.keyboard.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), 'Question 31');
    await panel.page.keyboard.press('ArrowDown');

    assert.equal(await panel.composer.inputValue(), 'Question 32');
  });

  it('are sent at once as far as the person had scrolled up when the page went away', async () => {
    const panel = await openEnd();
    await sendAll(panel);
    await panel.page.evaluate(`document.querySelectorAll('article')[20].scrollIntoView(); ${scroller}.scrollTop += 30`);
    await panel.until(`hostSide.messages.at(-1).type === 'placeChanged' && hostSide.messages.at(-1).turn === 10`);
    await panel.until(`JSON.parse(sessionStorage.getItem('state')).place !== undefined`);
    await panel.page.evaluate(twoFrames);
    const top = `document.querySelectorAll('article')[20 - SKIPPED].getBoundingClientRect().top`;
    const before = await panel.page.evaluate<number>(top.replace('SKIPPED', '0'));

    await panel.page.reload();
    await panel.until(`hostSide.messages.at(-1)?.type === 'ready' || document.hasFocus()`);
    const told = await panel.page.evaluate(`hostSide.messages.slice(0, 2)`);
    assert.deepEqual(told, [{ type: 'placeChanged', chatId: 'chat', turn: 10 }, { type: 'ready' }]);
    // A chat that is still being read is empty at first.
    await panel.snapshot([], ready, 'new');
    await begin(panel, chat, 'chat', 10);
    await panel.page.evaluate(twoFrames);

    assert.ok(Math.abs((await panel.page.evaluate<number>(top.replace('SKIPPED', '20'))) - before) < 2);
    await holdText(panel);
    await sendAll(panel);
    await assertHeld(panel);
    assert.equal(await panel.articles.count(), 80);
  });

  it('bring back what was being put in other words in one of them', async () => {
    const panel = await open();
    await panel.snapshot(chat);
    await panel.articles.first().getByRole('button', { name: 'Edit & Resend', exact: true }).click();
    const box = panel.page.getByRole('textbox', { name: 'Edit the question' });
    await box.fill('Other words');

    await begin(panel);
    assert.equal(await box.count(), 0);
    await sendAll(panel);

    assert.equal(await box.inputValue(), 'Other words');
  });

  it('are told of before another branch is asked for, so that the turn stays in view', async () => {
    const branched = chat.map((one) => (one.id === 't35' ? { ...one, branch: { index: 1, count: 2 } } : one));
    const panel = await openEnd(branched);
    await panel.articles.nth(7).hover();

    await panel.articles.nth(7).getByRole('button', { name: 'Next Answer', exact: true }).click();

    const [, place, step] = (
      await panel.page.evaluate<readonly { type: string; turn?: number }[]>(
        `hostSide.messages.filter(({ type }) => type !== 'focusChanged' && type !== 'fetchEarlier')`,
      )
    ).slice(-3);
    assert.deepEqual([place?.type, step?.type], ['placeChanged', 'showBranch']);
    assert.ok((place?.turn ?? chat.length) <= 35);
  });
});
