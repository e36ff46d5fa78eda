import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

interface Body {
  readonly tools?: readonly { readonly type: string }[];
  readonly store?: boolean;
  readonly input?: readonly unknown[];
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

  it('are not needed for what a slash says: a new chat, a private one, and code explained', async () => {
    const file = join(product.session.workspace, 'slash.ts');
    writeFileSync(file, 'export const basil = 1;\n');
    await product.session.vscode.openFile(file);
    await product.newChat();
    await product.ask('/private Who are you?');
    await product.answered();
    const [asked] = (lastBody().input ?? []).slice(-1);
    assert.deepEqual([lastBody().store, JSON.stringify(asked).includes('/private')], [false, false]);

    const before = product.createRequests.length;
    await product.composer.fill('/explain');
    await product.page.keyboard.press('Enter');
    await until('the request', () => product.createRequests.length === before + 1);
    assert.match(JSON.stringify(lastBody().input), /export const basil = 1;/);
    await product.answered();

    await product.composer.fill('/new');
    await product.page.keyboard.press('Enter');
    await product.messages.first().waitFor({ state: 'detached' });
    assert.equal(await product.composer.inputValue(), '');
  });
});
