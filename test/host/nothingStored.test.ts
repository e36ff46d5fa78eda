import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

interface Body {
  readonly store?: boolean;
  readonly background?: boolean;
  readonly previous_interaction_id?: string;
}

describe('a user who lets Google store nothing', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({ researchMs: 200 });
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const bodies = () => product.createRequests.map(({ body }) => body as Body);
  const set = (value: unknown) =>
    product.session.vscode.updateConfiguration('geminiInteractions.privacy.storeAtGoogle', value);

  it('asks in chats that send all of themselves, and is told before a research, which is stored', async () => {
    await set(false);
    await product.newChat();
    const shield = product.panel.getByRole('switch', { name: 'Don’t Store at Google' });
    await until('the shield', async () => (await shield.getAttribute('aria-disabled')) === 'true');
    assert.equal(await shield.getAttribute('aria-checked'), 'true');
    await product.ask('My name is Ada.');
    await product.answered();
    await product.ask('What is my name?');
    await product.answered();
    assert.deepEqual(
      bodies().map(({ store, background, previous_interaction_id }) => [store, background, previous_interaction_id]),
      [
        [false, undefined, undefined],
        [false, undefined, undefined],
      ],
    );
    assert.equal(product.server.interactions().size, 0);

    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', 'Heat pumps');
    await product.page.locator('.quick-input-list .monaco-list-row').first().click();
    await product.dialog.getByText('Research can’t run without being stored').waitFor();
    await product.page.keyboard.press('Escape');
    assert.equal(product.createRequests.length, 2);

    await set(undefined);
    await until('the shield', async () => (await shield.getAttribute('aria-checked')) === 'false');
    await product.ask('And now?');
    await product.answered();
    assert.equal(bodies().at(-1)?.store, true);
  });
});
