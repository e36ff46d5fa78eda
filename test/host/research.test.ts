import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

describe('Deep Research in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({ researchMs: 200 });
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    product.server.release();
    await product.closeEditors();
    await product.session.vscode.executeCommand('notifications.clearAll');
  });

  async function ask(question: string, way: string, button: string): Promise<void> {
    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', question);
    await product.enter('How should it be researched?', way);
    await product.dialog.getByText('about $1 to $3').waitFor();
    await product.button(button).click();
  }
  const row = (question: string) => product.page.locator('.pane-body .monaco-list-row').filter({ hasText: question });
  const title = (name: string) => product.page.locator('.editor-actions').getByRole('button', { name });
  const preview = (): FrameLocator =>
    product.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');

  it('plans, changes the plan, runs over a reload of the window, and opens the report with its sources', async () => {
    await ask('Heat pumps in old houses', 'Plan first', 'Make a Plan');
    await preview().getByText('Research plan: Heat pumps in old houses').waitFor();

    await title('Change the Plan…').click();
    await product.enter('Change the Plan', 'Leave out prices.');
    await preview().getByText('Leave out prices.').waitFor();

    product.server.holdAfter(3);
    await title('Start Research').click();
    await product.server.held();
    await preview().getByText('Researching websites').first().waitFor();
    await product.statusItem.locator('.codicon-loading').waitFor();
    await row('Heat pumps').getByText(/Checking figures|Researching websites/).first().waitFor();

    await product.session.reload();
    await product.setKeyAfterReload();
    await product.statusItem.locator('.codicon-loading').waitFor();
    product.server.release();

    await preview().getByRole('heading', { name: 'Sources' }).waitFor();
    await preview().getByRole('img').first().waitFor();
    assert.equal(product.createRequests.length, 3);
  });
});
