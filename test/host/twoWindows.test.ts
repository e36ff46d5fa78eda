import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from '../launch/until';
import { chatPanel, runPaletteCommand } from '../launch/workbench';
import { keepPicturesOfFailures } from './failures';
import { canaryKey, Product } from './product';

const takeOver = 'Take Over';
const held = 'This chat is in use in another window';

describe('two windows of VS Code with the same chats', () => {
  let product: Product;
  let second: Page;
  let panel: FrameLocator;
  before(async () => {
    product = await Product.openWithKey();
    await product.newChat();
    await product.ask('My name is Ada.');
    await product.answered();
    // The first stays where it is and goes on writing; the second is a window of its own with its own extension host.
    second = await product.page.context().newPage();
    await second.goto(product.page.url());
    second.setDefaultTimeout(20_000);
    await second.locator('.statusbar-item').filter({ hasText: 'Gemini' }).waitFor({ timeout: 45_000 });
    panel = chatPanel(second);
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  const composer = () => panel.getByRole('textbox', { name: 'Message Gemini' });
  const questions = (where: FrameLocator) => where.getByRole('article', { name: /^You/ });

  it('show the same chat in both', async () => {
    if (!product.isKeySeeded) await setKeyInSecond();
    await runPaletteCommand(second, 'Gemini: Focus Chat Input');
    await panel.getByText('My name is Ada.', { exact: true }).waitFor();
  });

  it('let only one write, and keep what was typed in the other', async () => {
    const before = product.createRequests.length;
    await composer().fill('What is my name?');
    await composer().press('Enter');

    await panel.getByText(held).waitFor();
    await panel.getByRole('button', { name: takeOver }).waitFor();
    assert.equal(await composer().inputValue(), 'What is my name?');
    assert.equal(product.createRequests.length, before);
  });

  it('change places by the button, and the first goes on showing what is said', async () => {
    await panel.getByRole('button', { name: takeOver }).click();
    await panel.getByText(held).waitFor({ state: 'detached' });
    await composer().press('Enter');
    await questions(panel).nth(1).waitFor();
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();

    await product.panel.getByText(held).waitFor({ timeout: 20_000 });
    await until('the second question in the first window', async () => (await questions(product.panel).count()) === 2);
    await until('its answer there', async () => ((await product.lastAnswer.textContent()) ?? '').includes('Ada'));
  });

  it('show what the other one is doing as running, live and read-only, with nothing to pay for twice', async () => {
    product.server.holdAfter(3);
    await composer().fill('Write a long essay');
    await composer().press('Enter');
    await product.server.held();

    const answer = product.lastAnswer;
    const wordsOf = async (where: Locator) => (await where.locator('.segment').allTextContents()).join(' ').trim();
    await until('the first words in the first window', async () => (await wordsOf(answer)) !== '');
    await answer.and(product.panel.locator('[aria-busy]')).waitFor();
    await product.panel.getByText(held).waitFor();
    assert.equal(await answer.locator('.failure-content').count(), 0);
    assert.equal(await answer.getByRole('button', { name: 'Continue', exact: true }).count(), 0);
    assert.equal(
      await answer
        .getByRole('button', { name: 'Retry', exact: true })
        .and(answer.locator(':not([aria-disabled=true])'))
        .count(),
      0,
    );
    assert.equal(await product.stopButton.isVisible(), false);

    product.server.release();
    await answer.and(product.panel.locator(':not([aria-busy])')).waitFor();
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
    const whole = await wordsOf(panel.getByRole('article', { name: /^Gemini/ }).last());
    await until('the same words', async () => (await wordsOf(answer)) === whole);
  });

  it('list the new chats of each in both', async () => {
    // By the palette: what goes by id goes to the window that was opened last.
    await product.session.runCommand('Gemini: New Chat');
    await product.messages.first().waitFor({ state: 'detached' });
    await product.ask('A chat of the first window');
    await product.answered();

    await runPaletteCommand(second, 'Gemini: Show Chat History…');

    await second.locator('.quick-input-list').getByText('A chat of the first window').first().waitFor();
    await second.keyboard.press('Escape');
  });

  /** A window in the browser has secrets of its own. */
  async function setKeyInSecond(): Promise<void> {
    await runPaletteCommand(second, 'Gemini: Set API Key…');
    await second.locator('.quick-input-title').getByText('Gemini API Key', { exact: true }).waitFor();
    await second.keyboard.type(canaryKey);
    await second.keyboard.press('Enter');
    await second.locator('.notification-toast').getByText('Your API key works and was saved.').waitFor();
  }
});
