import assert from 'node:assert/strict';
import type { PanelPage } from './panelPage';
import { answered, longText, turn } from './turns';
import { usePanels } from './usePanels';

const answer = `First[^1] and second.[^n]

[^1]: One

${longText}

Again.[^1] Nothing[^x]

[^n]: Two, with code:

    \`\`\`js
    two();
    \`\`\`
`;

describe('Footnotes in answers', function () {
  this.timeout(60_000);
  const open = usePanels();
  const mentions = (panel: PanelPage) => panel.page.locator('.footnote-mention').allTextContents();
  const inView = (selector: string) => `(() => {
    const box = document.querySelector('${selector}').getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  })()`;

  it('are numbered in the text and listed at its end, once', async () => {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Hi', answer)]);
    await panel.until(`document.querySelectorAll('.footnotes li').length === 2`);

    assert.deepEqual(await mentions(panel), ['1', '2', '1']);
    const notes = await panel.page.locator('section[role="doc-endnotes"][aria-label="Footnotes"]').textContent();
    assert.match((notes ?? '').replace(/\s+/g, ' '), /One.*Two, with code:.*two\(\);/);
    assert.equal(await panel.page.locator('.text > :last-child.footnotes').count(), 1);
    assert.equal(await panel.page.getByText('Nothing[^x]').count(), 1);
    assert.equal(await panel.page.getByText('One', { exact: true }).count(), 1);
  });

  it('lead there and back, by the mouse and by the keyboard', async () => {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Hi', answer)]);
    await panel.until(`document.querySelectorAll('.footnotes li').length === 2`);
    await panel.page.evaluate(`document.querySelector('.conversation').scrollTop = 0`);

    await panel.page.locator('.footnote-mention').nth(1).click();
    await panel.until(inView('.footnotes li:nth-child(2)'));
    assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Back to the Text');
    await panel.page.keyboard.press('Enter');
    await panel.until(inView('.footnote-mention'));
    assert.equal(await panel.page.evaluate('document.activeElement.textContent'), '2');
    await panel.page.keyboard.press('Shift+Tab');
    await panel.page.keyboard.press('Enter');
    await panel.until(inView('.footnotes li'));
    await panel.page.locator('.footnote-back').first().click();
    assert.equal(await panel.page.evaluate('document.activeElement.textContent'), '1');
    assert.deepEqual(await panel.postedOf('openLink'), []);
  });

  it('come one after the other while the answer does', async () => {
    const panel = await open();
    await panel.snapshot([
      turn({ status: 'streaming', parts: [{ kind: 'text', text: 'First[^1] and second[^2].\n' }] }),
    ]);
    const grow = (text: string) => panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text });
    assert.deepEqual(await mentions(panel), []);

    await grow('\n[^1');
    assert.equal(await panel.page.getByText('[^1', { exact: true }).count(), 0);
    await grow(']: O');
    await panel.until(`document.querySelector('.footnotes li')?.textContent.includes('O')`);
    await grow('ne\n[^2]: Two\n\nEnd\n');
    await panel.until(`document.querySelectorAll('.footnote-mention').length === 2`);
    await panel.page.getByText('End', { exact: true }).waitFor();
    assert.equal(await panel.page.locator('.footnotes li').count(), 2);
    assert.equal(await panel.page.locator('.text > .footnotes:last-child').count(), 1);
  });

  it('are found by their words, after those of the text', async () => {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Hi', '[^1]: word two\n\nword one[^1]\n')]);
    await panel.tell({ type: 'findOpened' });
    await panel.page.keyboard.type('word');
    await panel.until(`document.querySelector('.find-result').textContent === '1 of 2'`);
    const current = `[...CSS.highlights.get('find-current')][0]?.startContainer.parentElement.closest('.footnotes') === null`;
    await panel.until(current);
    await panel.page.keyboard.press('Enter');
    await panel.until(`document.querySelector('.find-result').textContent === '2 of 2'`);
    await panel.until(`!(${current})`);
  });
});
