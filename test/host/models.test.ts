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
    await product.quickInput
      .getByText(/per million tokens · Thinking: Low to Extra High/)
      .first()
      .waitFor();
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

  it('can be another one for one answer, with Retry with…; the chat keeps its own', async () => {
    await product.newChat();
    await product.ask('Who are you?');
    await product.answered();
    await product.lastAnswer.getByRole('button', { name: 'Retry with…' }).press('Enter');
    await listed('4 Hydrogen').waitFor();
    await product.page.keyboard.type('3.1-pro-preview');
    await product.page.keyboard.press('Enter');

    await product.lastAnswer.getByRole('group', { name: 'Answer 2 of 2' }).waitFor();
    await product.answered();
    assert.equal(lastModel(), 'gemini-3.1-pro-preview');
    await modelButton('3.8 Flash').waitFor();
  });

  it('can be one that is not listed, by its id; a model that does not exist is put right where it failed', async () => {
    await product.newChat();
    await product.session.runCommand('Gemini: Select Model…');
    await listed('4 Hydrogen').waitFor();
    await product.page.keyboard.type('gemini-3-computer-use');
    await listed('Computer use isn’t offered here').waitFor();
    await product.page.keyboard.press('Enter');
    await product.page.keyboard.press('ControlOrMeta+A');
    await product.page.keyboard.type('gemini-9-none');
    await listed('Use gemini-9-none').click();
    await modelButton('9 None').waitFor();

    await product.ask('Are you there?');
    await product.lastAnswer.getByText('This model doesn’t exist').waitFor();
    await product.lastAnswer.getByRole('button', { name: 'Switch Model' }).click();
    await listed('4 Hydrogen').waitFor();
    await listed('Not there for your key when it was last asked').waitFor();
    await product.page.keyboard.type('gemini-3.6');
    await listed('3.6 Flash').click();

    await until('the question, asked again', () => lastModel() === 'gemini-3.6-flash');
    await product.answered();
    await modelButton('3.6 Flash').waitFor();
  });

  it('that has retired is replaced by its successor, and one answer says so with both names and the day', async () => {
    const words = 'gemini-3.7-flash was retired on Oct 8, 2026; gemini-3.8-flash answers in its place.';
    await product.newChat();
    await modelButton('3.8 Flash').click();
    await listed('4 Hydrogen').waitFor();
    await product.page.keyboard.type('gemini-3.7-flash');
    // The row stands in the whole list as well. Enter takes it once the list is cut down to it.
    const row = product.quickInput.locator('.monaco-list-row.focused');
    await row.getByText(/Retired on Oct 8, 2026: 3.8 Flash answers/).waitFor();
    await product.page.keyboard.press('Enter');
    // The button names the same model before and after.
    await product.quickInput.waitFor({ state: 'hidden' });
    await product.ask('Are you still there?');
    await product.answered();
    assert.equal(lastModel(), 'gemini-3.8-flash');
    await product.lastAnswer.getByText(words).waitFor();

    await product.ask('And now?');
    await product.answered();
    assert.equal(await product.lastAnswer.getByText('was retired').count(), 0);
  });

  it('is named at the foot of an answer of another one, with the price that counts, also after a reload', async () => {
    const words = 'Answered by gemini-3.6-flash, asked was gemini-3.8-flash.';
    product.server.answersAs = { 'gemini-3.8-flash': 'gemini-3.6-flash' };
    await product.newChat();
    await product.ask('Who answers?');
    await product.answered();
    product.server.answersAs = {};
    await product.lastAnswer.getByText(words).waitFor();

    await product.session.reload();
    await product.setKeyAfterReload();
    await product.lastAnswer.getByText(words).waitFor();
  });
});
