import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { PanelPage } from './panelPage';
import { answered, longText, ready, turn } from './turns';
import { usePanels } from './usePanels';

const text = [
  'See `src/a.ts:12`, `src/gone.ts` and `b.ts`, but not `total`, `items.map(x)` or `1.5`.',
  '',
  '- in `lib\\c.py` too',
  '',
  '[a link with `d.ts`](https://example.com/)',
  '',
  '```ts',
  '`e.ts`',
  '```',
].join('\n');

describe('Names of files in answers', () => {
  const open = usePanels();
  const links = (panel: PanelPage): Locator =>
    panel.page.locator('.text').getByRole('link').and(panel.page.locator('code'));

  /** Waits until the panel asks: that takes it a frame or two. */
  async function asked(panel: PanelPage) {
    await panel.until(`hostSide.messages.some(({ type }) => type === 'findPaths')`);
    return panel.postedOf('findPaths');
  }

  async function shown(): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Where?', text)]);
    await asked(panel);
    return panel;
  }

  it('are asked about once the answer has ended, and nothing else is', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: 'See `src/a.ts`' }] })]);
    await panel.page.evaluate('new Promise(requestAnimationFrame)');
    assert.deepEqual(await panel.postedOf('findPaths'), []);

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done' });

    assert.deepEqual(await asked(panel), [{ type: 'findPaths', turnId: 't1', paths: ['src/a.ts'] }]);
    const whole = await shown();
    assert.deepEqual(await whole.postedOf('findPaths'), [
      { type: 'findPaths', turnId: 't1', paths: ['src/a.ts:12', 'src/gone.ts', 'b.ts', 'lib\\c.py'] },
    ]);
  });

  it('become links where they are files, for the mouse and the keyboard', async () => {
    const panel = await shown();
    assert.equal(await links(panel).count(), 0);

    await panel.tell({ type: 'pathsFound', turnId: 't1', paths: ['src/a.ts:12', 'lib\\c.py'] });

    assert.deepEqual(await links(panel).allTextContents(), ['src/a.ts:12', 'lib\\c.py']);
    await links(panel).first().click();
    await links(panel).last().press('Enter');
    assert.deepEqual(await panel.postedOf('openPath'), [
      { type: 'openPath', path: 'src/a.ts:12' },
      { type: 'openPath', path: 'lib\\c.py' },
    ]);
  });

  it('lead nowhere before that, and only to a declaration with the key for it', async () => {
    const panel = await shown();
    const total = panel.page.locator('code').getByText('total', { exact: true });

    await total.click();
    await total.click({ modifiers: ['Control'] });

    assert.deepEqual(await panel.postedOf('openPath'), []);
    assert.deepEqual(await panel.postedOf('openSymbol'), [{ type: 'openSymbol', name: 'total' }]);
  });

  it('are not asked about until they come into view', async () => {
    const panel = await open();
    await panel.snapshot([answered('t1', 'First', 'See `src/a.ts`'), answered('t2', 'Second', longText)], ready);
    await panel.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    assert.deepEqual(await panel.postedOf('findPaths'), []);

    await panel.articles.first().scrollIntoViewIfNeeded();

    assert.deepEqual(await asked(panel), [{ type: 'findPaths', turnId: 't1', paths: ['src/a.ts'] }]);
  });

  it('are forgotten with the chat they were in', async () => {
    const panel = await shown();
    await panel.snapshot([answered('t9', 'Other', 'See `src/a.ts:12`')]);

    await panel.tell({ type: 'pathsFound', turnId: 't1', paths: ['src/a.ts:12'] });

    assert.equal(await links(panel).count(), 0);
  });
});
