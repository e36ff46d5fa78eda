import assert from 'node:assert/strict';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

describe('a window without a network', () => {
  let product: Product;
  before(async () => {
    product = await Product.openWithKey();
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  const retry = () => product.lastAnswer.getByRole('button', { name: 'Retry', exact: true }).first();

  it('says so in the status bar, offers Retry at once, and Retry works when it is back', async () => {
    await product.newChat();
    await product.server.close();
    await product.ask('Hello');
    await product.answered();
    await product.lastAnswer.getByText('could not be reached, and nothing was sent').waitFor();
    await retry().waitFor();
    await product.page.getByRole('button', { name: /Gemini.*Offline/ }).waitFor();
    await product.statusItem.locator('.codicon-debug-disconnect').waitFor();

    await product.statusItem.click();
    const first = product.quickInput.locator('.monaco-list-row.focused');
    await first.filter({ hasText: 'Check Connection' }).waitFor();
    await product.page.keyboard.press('Enter');
    const told = product.notification('No connection from here');
    await told.waitFor();
    assert.doesNotMatch((await told.textContent()) ?? '', /check (the|your) (connection|network)/i);

    await product.restartServer();
    await product.statusItem.locator('.codicon-sparkle').waitFor({ timeout: 90_000 });
    await retry().click();
    await product.answered();
    await product.firstWords.waitFor();
  }).timeout(180_000);
});
