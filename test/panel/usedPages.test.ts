import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { turn } from './turns';
import { usePanels } from './usePanels';

describe('A panel in a page that another test has used', () => {
  const open = usePanels();
  let used: Page | undefined;
  const isHovered = `document.querySelector('article:hover') !== null`;
  const looks = `[innerWidth, innerHeight, matchMedia('(forced-colors: active)').matches,
    matchMedia('(prefers-reduced-motion: reduce)').matches]`;

  it('is left with a draft, a mouse, another size and other colours', async () => {
    const panel = await open();
    used = panel.page;
    await panel.snapshot([turn()]);
    await panel.composer.fill('Half a thought');
    await panel.until(`sessionStorage.getItem('state')?.includes('Half')`);
    await panel.page.setViewportSize({ width: 300, height: 500 });
    await panel.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await panel.articles.first().hover();
    assert.equal(await panel.page.evaluate(isHovered), true);
  });

  it('finds nothing of that', async () => {
    const panels = [await open(), await open()];
    const panel = panels.find(({ page }) => page === used);
    assert.ok(panel, 'the page is not used again');
    await panel.snapshot([turn()]);
    await panel.rest();
    assert.equal(await panel.composer.inputValue(), '');
    assert.deepEqual(await panel.page.evaluate(looks), [400, 700, false, false]);
    assert.equal(await panel.page.evaluate(isHovered), false);
  });

  it('is not for others where the test has stopped its clock', async () => {
    const panel = await open();
    used = panel.page;
    await panel.stopClock();
  });

  it('has a clock that goes', async () => {
    const panels = [await open(), await open()];
    assert.ok(panels.every(({ page }) => page !== used));
    await panels[0]?.rest();
  });
});
