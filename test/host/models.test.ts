import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

describe('the model of a chat in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const modelButton = (name: string) => product.panel.getByRole('button', { name: `Model: ${name}`, exact: true });
  const listed = (name: string) => product.page.locator('.quick-input-list').getByText(name, { exact: true }).first();
  const lastModel = () => (product.createRequests.at(-1)?.body as { readonly model?: string } | undefined)?.model;

  it('is chosen at the composer, from the models of the key, and holds for this chat alone', async () => {
    await product.newChat();
    await modelButton('3.8 Flash').click();
    await listed('4 Hydrogen').waitFor();
    assert.equal(await listed('Nano Banana').count(), 0);
    await product.page.keyboard.type('3.1-pro-preview');
    await product.page.keyboard.press('Enter');
    await modelButton('3.1 Pro Preview').waitFor();

    await product.ask('Who are you?');
    await product.answered();
    assert.equal(lastModel(), 'gemini-3.1-pro-preview');

    await product.session.runCommand('Gemini: New Chat');
    await modelButton('3.8 Flash').waitFor();
    await product.ask('And you?');
    await product.answered();
    assert.equal(lastModel(), 'gemini-3.8-flash');
  });

  it('can be one that is not listed, by its id; a model that does not exist is put right where it failed', async () => {
    await product.newChat();
    await product.session.runCommand('Gemini: Select Model…');
    await listed('4 Hydrogen').waitFor();
    await product.page.keyboard.type('gemini-9-none');
    await listed('Use gemini-9-none').click();
    await modelButton('9 None').waitFor();

    await product.ask('Are you there?');
    await product.lastAnswer.getByText('This model doesn’t exist').waitFor();
    await product.lastAnswer.getByRole('button', { name: 'Switch Model' }).click();
    await listed('4 Hydrogen').waitFor();
    await product.page.keyboard.type('gemini-3.7');
    await listed('3.7 Flash').click();

    await until('the question, asked again', () => lastModel() === 'gemini-3.7-flash');
    await product.answered();
    await modelButton('3.7 Flash').waitFor();
  });
});
