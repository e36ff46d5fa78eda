import { EXTENSION_ID } from '../launch/sessionFolders';
import { keepPicturesOfFailures } from './failures';
import { canaryKey, Product } from './product';

const titles = [
  'Set your API key',
  'Ask in the chat',
  'Explain and change code',
  'Have a question researched',
  'Decide what Google gets',
];

describe('the walkthrough', () => {
  let product: Product;
  before(async () => {
    product = await Product.open();
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  const step = (title: string) => product.page.locator('.getting-started-step').filter({ hasText: title });
  const done = (title: string) => step(title).locator('.codicon-getting-started-step-checked').first();
  const open = () =>
    product.session.vscode.executeCommand('workbench.action.openWalkthrough', `${EXTENSION_ID}#start`, false);

  it('has five steps with pictures, and ticks what was done', async () => {
    await open();
    for (const title of titles) {
      await step(title).click();
      await product.page.locator('.getting-started-media').locator('iframe, img').first().waitFor();
    }
    await product.setKey(canaryKey);
    await product.session.runCommand('Gemini: Focus Chat Input');
    await product.panel.locator('textarea:focus').waitFor();

    await open();
    await done('Set your API key').waitFor();
    await done('Ask in the chat').waitFor();

    await step('Decide what Google gets').click();
    await step('Decide what Google gets').getByRole('button', { name: 'Open Settings' }).click();
    await product.page.locator('.settings-editor').waitFor();
    await open();
    await done('Decide what Google gets').waitFor();
  });
});
