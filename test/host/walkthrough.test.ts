import { EXTENSION_ID } from '../launch/sessionFolders';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

describe('the walkthrough', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
  });
  after(async () => {
    await product?.closeEditors();
    await product?.assertClean();
  });
  keepPicturesOfFailures(() => product);

  const steps = () => product.page.locator('.getting-started-step');
  const step = (title: string) => steps().filter({ hasText: title });

  it('has five steps with pictures, and ticks what was done', async () => {
    await product.session.vscode.executeCommand('workbench.action.openWalkthrough', `${EXTENSION_ID}#start`, false);
    await step('Set your API key').waitFor();
    for (const title of [
      'Ask in the chat',
      'Explain and change code',
      'Have a question researched',
      'Decide what Google gets',
    ]) {
      await step(title).waitFor();
    }
    // The key is there, so this one is done.
    await step('Set your API key')
      .locator('.codicon-getting-started-step-checked.complete, .complete')
      .first()
      .waitFor();

    await step('Decide what Google gets').click();
    await product.page
      .locator('.getting-started-media')
      .getByRole('img')
      .or(product.page.locator('.getting-started-media iframe'))
      .first()
      .waitFor();
    await step('Decide what Google gets').getByRole('button', { name: 'Open Settings' }).click();
    await product.page.locator('.settings-editor').waitFor();
  });
});
