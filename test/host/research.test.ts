import assert from 'node:assert/strict';
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
  beforeEach(() => product.server.release());

  async function start(question: string): Promise<void> {
    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', question);
    await product.page.locator('.monaco-dialog-box').getByText('$1 to $3').waitFor();
    await product.button('Start Research').click();
  }
  const statusItem = () => product.page.locator('.statusbar-item').filter({ hasText: 'Gemini' });

  it('says what it costs, runs over a reload of the window and opens the report with its sources', async () => {
    product.server.holdAfter(2);
    await start('Heat pumps in old houses');
    await product.server.held();
    await statusItem().locator('.codicon-loading').waitFor();

    await product.session.reload();
    // The job waits for the key.
    await product.setKeyAfterReload();
    await statusItem().locator('.codicon-loading').waitFor();
    product.server.release();
    await product.notification('The research is finished').getByRole('button', { name: 'Open Report' }).click();

    await product.page.locator('.tab.active').filter({ hasText: '.md' }).waitFor();
    const editor = await product.session.vscode.activeEditor();
    assert.equal(editor?.languageId, 'markdown');
    assert.match(editor.text, /^# /m);
    assert.match(editor.text, /Sources/);
    assert.match(editor.text, /https?:\/\//);
    assert.equal(product.createRequests.length, 1);
  });

  it('can be cancelled while it runs', async () => {
    product.server.holdAfter(2);
    await start('Geothermal wells');
    await product.server.held();
    await statusItem().locator('.codicon-loading').waitFor();

    await product.session.runCommand('Gemini: Cancel Research');

    await product.notification('The research was cancelled').waitFor();
    await statusItem().locator('.codicon-sparkle').waitFor();
  });

  it('costs nothing when the question is not confirmed', async () => {
    const before = product.createRequests.length;
    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', 'Never mind');
    await product.button('Cancel').click();

    assert.equal(product.createRequests.length, before);
  });
});
