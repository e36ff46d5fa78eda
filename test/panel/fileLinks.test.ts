import assert from 'node:assert/strict';
import { type PanelPage, usePanels } from './panelPage';
import { answered } from './turns';

const text = 'See `src/a.ts:12`, `gone.ts`, `npm test` and `Basket.total()`.\n\n```ts\nimport "src/a.ts:12";\n```';

describe('Names of files in answers', function () {
  this.timeout(30_000);
  const open = usePanels();

  async function show(): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Where?', text)]);
    await panel.page.locator('p code').filter({ hasText: 'gone.ts' }).hover();
    return panel;
  }

  it('are asked about when somebody comes to the answer, each once', async () => {
    const panel = await show();
    await panel.page.mouse.move(0, 0);
    await panel.page.locator('p code').filter({ hasText: 'gone.ts' }).hover();

    assert.deepEqual(await panel.postedOf('findPaths'), [
      { type: 'findPaths', turnId: 't1', paths: ['src/a.ts:12', 'gone.ts'] },
    ]);
    assert.equal(await panel.page.getByRole('link').count(), 0);
  });

  it('become links where the workspace has them, which open by mouse and by key', async () => {
    const panel = await show();
    await panel.tell({ type: 'pathsFound', turnId: 't1', paths: ['src/a.ts:12'] });

    const link = panel.page.getByRole('link', { name: 'src/a.ts:12' });
    assert.equal(await panel.page.getByRole('link').count(), 1);
    await link.click();
    await link.focus();
    await panel.page.keyboard.press('Enter');

    const opened = { type: 'openPath', path: 'src/a.ts:12' };
    assert.deepEqual(await panel.postedOf('openPath'), [opened, opened]);
    await panel.assertClean();
  });

  it('leave other names to Ctrl+click, which looks for where they are declared', async () => {
    const panel = await show();
    const name = panel.page.locator('p code').filter({ hasText: 'Basket.total()' });
    await name.click();
    assert.deepEqual(await panel.postedOf('openSymbol'), []);

    await name.click({ modifiers: ['Control'] });

    assert.deepEqual(await panel.postedOf('openSymbol'), [{ type: 'openSymbol', name: 'Basket.total' }]);
  });
});
