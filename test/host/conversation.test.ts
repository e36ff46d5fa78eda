import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

describe('the conversation in VS Code, by keyboard alone', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
    await product.ask('My name is Ada.');
    await product.answered();
    await product.ask('Write a long essay about rivers');
    await product.answered();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const press = (keys: string) => product.page.keyboard.press(keys);
  const type = (text: string) => product.page.keyboard.type(text);

  /** The name of what has the focus in the panel. */
  async function focused(): Promise<string> {
    return product.panel.locator(':focus').evaluate((element) => element.ariaLabel ?? element.textContent ?? '');
  }

  /** Presses a key until the focus is on something of this name. */
  async function pressUntil(keys: string, name: RegExp): Promise<void> {
    const seen: string[] = [];
    for (let times = 0; times < 40; times++) {
      await press(keys);
      seen.push(await focused());
      if (name.test(seen.at(-1) ?? '')) return;
    }
    assert.fail(`${keys} led to ${seen.join(' | ')}`);
  }

  async function untilFocusOn(name: RegExp): Promise<void> {
    await until(`the focus on ${name}`, async () => name.test(await focused()));
  }

  /** The words of the last answer, as the service wrote them. */
  function lastAnswer(): string {
    const stored = [...product.server.interactions().values()].at(-1);
    const steps: readonly { type: string; content?: readonly { text?: string }[] }[] = JSON.parse(
      JSON.stringify(stored?.steps ?? []),
    );
    return steps
      .filter((step) => step.type === 'model_output')
      .flatMap((step) => step.content?.map(({ text }) => text ?? '') ?? [])
      .join('');
  }

  it('moves between the messages with Alt+Up and Alt+Down, and back to writing with Esc', async () => {
    await product.session.runCommand('Gemini: Focus Chat Input');
    await untilFocusOn(/Message Gemini/);

    await press('Alt+ArrowUp');
    assert.match(await focused(), /^Gemini, message 4 of 4/);
    await press('Alt+ArrowUp');
    assert.match(await focused(), /^You, message 3 of 4/);
    await press('Home');
    assert.match(await focused(), /^You, message 1 of 4/);
    await press('End');
    assert.match(await focused(), /^Gemini, message 4 of 4/);
    await press('Escape');
    assert.equal(await focused(), 'Message Gemini');
  });

  it('copies an answer as Markdown', async () => {
    await press('Alt+ArrowUp');
    await pressUntil('Tab', /^Copy$/);

    await press('Enter');

    const markdown = lastAnswer().trim();
    assert.notEqual(markdown, '');
    await until('the copy', async () => (await product.session.vscode.readClipboard()) === markdown);
  });

  it('asks in other words from the same place, with nothing else sent again', async () => {
    const before = product.createRequests.length;
    await press('Escape');
    await press('Alt+ArrowUp');
    await press('Alt+ArrowUp');
    await pressUntil('Tab', /^Edit & Resend$/);
    await press('Enter');
    await untilFocusOn(/Edit the question/);

    await press('Home');
    await press('Shift+End');
    await type('What is my name?');
    await press('Enter');

    await product.messages.nth(2).getByRole('group', { name: 'Question 2 of 2' }).waitFor();
    await product.answered();
    assert.equal(product.createRequests.length, before + 1);
    const body = JSON.stringify(product.createRequests.at(-1)?.body);
    assert.match(body, /previous_interaction_id/);
    assert.match(body, /What is my name/);
    assert.doesNotMatch(body, /rivers|My name is/);
    await product.lastAnswer.getByText('Ada').first().waitFor();
    assert.equal(await product.messages.count(), 4);
  });

  it('goes to the question before and back, and sends nothing', async () => {
    const before = product.server.requests.length;
    await untilFocusOn(/Message Gemini/);
    await press('Alt+ArrowUp');
    await press('Alt+ArrowUp');
    await pressUntil('Tab', /^Edit & Resend$/);
    await pressUntil('ArrowRight', /^Previous Question$/);

    await press('Enter');
    await product.messages.nth(2).getByText('Write a long essay about rivers').waitFor();
    await until('the focus on the arrow', async () => (await focused()) === 'Previous Question');
    await pressUntil('ArrowRight', /^Next Question$/);
    await press('Enter');
    await product.messages.nth(2).getByText('What is my name?').waitFor();

    assert.equal(product.server.requests.length, before);
  });

  it('asks the same again with Retry, as a branch', async () => {
    await until('the focus on the arrow', async () => (await focused()) === 'Next Question');
    await press('Alt+ArrowDown');
    await pressUntil('Tab', /^Copy$/);
    await pressUntil('ArrowRight', /^Retry$/);

    await press('Enter');

    await product.lastAnswer.getByRole('group', { name: 'Answer 2 of 2' }).waitFor();
    await product.answered();
  });

  it('finds words in the chat with Ctrl+F, and goes back with Esc', async () => {
    await product.session.runCommand('Gemini: Focus Chat Input');
    await untilFocusOn(/Message Gemini/);
    await press('Control+F');
    await untilFocusOn(/^Find$/);
    await type('name');

    const result = product.panel.getByRole('search').getByText(/^\d+ of \d+$/);
    await result.waitFor();
    const found = await result.textContent();
    await press('Enter');
    await until('the next match', async () => (await result.textContent()) !== found);
    await press('Escape');

    await untilFocusOn(/Message Gemini/);
  });

  it('opens the answer as plain text with Alt+F2', async () => {
    await press('Alt+ArrowUp');

    await press('Alt+F2');

    await until('the text', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.text === lastAnswer().trim() && editor.languageId === 'markdown';
    });
  });

  it('goes back to an earlier answer and asks on from there', async () => {
    await product.session.runCommand('Gemini: Focus Chat Input');
    await untilFocusOn(/Message Gemini/);
    await press('Alt+ArrowUp');
    await press('Home');
    await press('Alt+ArrowDown');
    assert.match(await focused(), /^Gemini, message 2 of 4/);
    await pressUntil('Tab', /^Copy$/);
    await pressUntil('ArrowRight', /^Branch from Here$/);

    await press('Enter');
    await product.messages.nth(2).waitFor({ state: 'detached' });
    await untilFocusOn(/Message Gemini/);
    await type('And what else?');
    await press('Enter');

    await product.messages.nth(2).getByRole('group', { name: 'Question 3 of 3' }).waitFor();
    await product.answered();
  });
});
