import assert from 'node:assert/strict';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

describe('a chat whose page has died', () => {
  let product: Product;
  before(async () => {
    // An installed extension does not look at this, and waits as long as it does for a user.
    product = await Product.openWithKey({}, { env: { GEMINI_INTERACTIONS_WATCH_MS: '1000,2000' } });
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  it('is back by itself, with the draft', async () => {
    await product.ask('My name is Ada.');
    await product.answered();
    await product.composer.fill('Half a thought');
    const before = await product.messages.allTextContents();

    // What is left when a page crashes: a frame with nothing in it, and nothing that tells.
    const frame = product.page.frameLocator('iframe.webview').locator('#active-frame');
    await frame.evaluate((element) => element.setAttribute('src', 'about:blank'));
    await product.messages.first().waitFor({ state: 'detached' });

    await product.messages.last().waitFor({ timeout: 75_000 });
    assert.deepEqual(await product.messages.allTextContents(), before);
    assert.equal(await product.composer.inputValue(), 'Half a thought');
  });
});
