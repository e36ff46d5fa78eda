import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

describe('while Gemini is busy', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct(
      { researchMs: 200 },
      { 'sum.ts': 'export const sum = (a: number, b: number) => a + b;\n' },
    );
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    product.server.release();
    await product.closeEditors();
    await product.newChat();
  });

  const chosen = () => product.quickInput.locator('.monaco-list-row.focused');
  const asked = () => product.createRequests.length;

  /** Leaves an answer that does not go on. */
  async function keepAnswering(): Promise<void> {
    product.server.holdAfter(3);
    await product.ask('Write a long essay');
    await product.server.held();
    await product.firstWords.waitFor();
  }

  async function explainFile(): Promise<void> {
    await product.session.vscode.openFile(join(product.session.workspace, 'sum.ts'));
    await product.session.runCommand('Gemini: Explain');
    await product.quickInput.getByText('Gemini Is Still Answering').waitFor();
  }

  it('offers nothing first in its menu that stops, and asks before it cancels a research', async () => {
    await keepAnswering();
    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', 'Tides');
    await product.enter('How should it be researched?', 'Deep Research at once');
    await product.button('Start Research').click();
    await until('the research', () => asked() > 1 && product.createRequests.at(-1) !== undefined);
    // Its page takes the keyboard when it opens, and would take it from the menu.
    await product.page.locator('.tab.active').filter({ hasText: 'tides.md' }).waitFor();
    await product.preview.getByText('Researching websites').first().waitFor();

    await product.statusItem.click();
    await product.quickInput.getByText('Cancel Research…').waitFor();
    assert.match((await chosen().textContent()) ?? '', /Focus Chat Input/);
    await product.page.keyboard.press('Enter');
    await product.quickInput.waitFor({ state: 'hidden' });
    // The cursor comes a moment later, and would close the next menu.
    await product.panel.locator('textarea:focus').waitFor();
    await product.stopButton.waitFor();

    await product.statusItem.click();
    await product.quickInput.getByText('Cancel Research…').click();
    await product.button('Let It Run').click();
    await product.dialog.waitFor({ state: 'detached' });
    product.server.release();
    // Its report comes in front of what the next test opens, unless that is waited for.
    const sources = product.preview.getByRole('heading', { name: 'Sources' });
    await until(
      'the report',
      async () => (await sources.isVisible()) || (await product.notification('Research finished').isVisible()),
    );
    await product.answered();
  });

  it('sends a question about code when the answer ends, and takes the choice away', async () => {
    await keepAnswering();
    const before = asked();
    await explainFile();
    assert.equal(asked(), before);

    product.server.release();

    await product.quickInput.waitFor({ state: 'hidden' });
    await until('the question', () => asked() === before + 1);
    await until('its answer in the same chat', async () => {
      assert.equal((await product.messages.allTextContents()).length, 4);
      return true;
    });
    await product.answered();
  });

  it('asks in a new chat with Enter, and the first answer goes on', async () => {
    await keepAnswering();
    const before = asked();
    await explainFile();
    await product.page.keyboard.press('Enter');

    await until('the question', () => asked() === before + 1);
    await product.messages.getByText('Write a long essay').first().waitFor({ state: 'detached' });
    product.server.release();
    await product.answered();
    await Promise.all(
      product.createRequests.slice(-2).map(async ({ ended }) => assert.notEqual(await ended, 'closedByClient')),
    );
  });

  it('asks nothing after Escape', async () => {
    await keepAnswering();
    const before = asked();
    await explainFile();
    await product.page.keyboard.press('Escape');
    await product.quickInput.waitFor({ state: 'hidden' });
    product.server.release();
    await product.answered();
    assert.equal(asked(), before);
  });
});
