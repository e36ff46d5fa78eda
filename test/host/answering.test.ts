import assert from 'node:assert/strict';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

interface Body {
  readonly tools?: readonly { readonly type: string }[];
  readonly generation_config?: { readonly thinking_level?: string };
}

describe('tools and thinking in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const toggle = () => product.panel.getByRole('button', { name: /^Tools and thinking/ });
  const search = () => product.panel.getByRole('switch', { name: 'Google Search', exact: true });
  const level = (name: string) => product.panel.getByRole('button', { name: `Thinking: ${name}`, exact: true });
  const lastBody = () => product.createRequests.at(-1)?.body as Body;

  it('are chosen at the composer, go along with each question, and are there after a reload', async () => {
    await product.newChat();
    await toggle().click();
    await search().click();
    await product.panel.getByRole('button', { name: 'Tools and thinking, 1 tools on' }).waitFor();
    await level('Default').click();
    await product.page.locator('.quick-input-list').getByText('High', { exact: true }).click();
    await level('High').waitFor();

    await product.ask('What is new?');
    await product.answered();
    assert.deepEqual(lastBody().tools, [{ type: 'google_search' }]);
    assert.equal(lastBody().generation_config?.thinking_level, 'high');

    await product.session.reload();
    await product.session.runCommand('Gemini: Focus Chat Input');
    await product.setKeyAfterReload();
    await toggle().click();
    await level('High').waitFor();
    assert.equal(await search().getAttribute('aria-checked'), 'true');
    await search().click();
    await product.ask('And now?');
    await product.answered();
    assert.equal(lastBody().tools, undefined);
    assert.equal(lastBody().generation_config?.thinking_level, 'high');
  });
});
