import assert from 'node:assert/strict';
import type { ChatRecord } from '../../src/core/conversation/records';
import { NodeFiles } from '../../src/host/platform/nodeFiles';
import { writeSampleChats } from '../bench/sampleChats';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { stateKept } from './panelMessages';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const turns = 300;

describe('a long chat in VS Code', () => {
  let product: Product;
  let questions: readonly string[];
  before(async () => {
    product = await shareProduct();
    const files = new NodeFiles(product.session.storageDir);
    const [chat] = await writeSampleChats(files, 1, { turns: [turns, turns] });
    questions = chat?.records.flatMap(promptOf) ?? [];
    await product.newChat();
    await product.session.runCommand('Gemini: Show Chat History…');
    const title = chat?.records.flatMap((record) => (record.kind === 'title' ? record.title : [])).at(-1);
    assert.ok(title);
    await product.quickInput.locator('.quick-input-title').getByText('Chat History', { exact: true }).waitFor();
    await product.page.keyboard.insertText(title);
    // Once the list knows the chat, it is the only line that is left, and the chosen one.
    await product.quickInput.locator('.monaco-list-row.focused').filter({ hasText: title }).waitFor();
    await product.page.keyboard.press('Enter');
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  function inPage<T>(expression: string): Promise<T> {
    return product.panel.locator('.conversation').evaluate<T, unknown>(expression, undefined);
  }

  /** What is at the top of the view: the first words of a message, and how far its beginning is above. */
  function topOfView(): Promise<{ readonly text: string; readonly offset: number }> {
    return inPage(`(() => {
      const top = document.querySelector('.conversation').getBoundingClientRect().top;
      const article = [...document.querySelectorAll('article')].find((one) => one.getBoundingClientRect().bottom > top);
      return { text: article?.textContent.slice(0, 200) ?? '', offset: (article?.getBoundingClientRect().top ?? 0) - top };
    })()`);
  }

  it('shows its end, and says at once how long it is', async () => {
    const last = product.messages.last();
    await last.waitFor();
    assert.equal(await last.getAttribute('aria-label'), `Gemini, message ${turns * 2} of ${turns * 2}`);
    const question = product.panel.getByText(questions.at(-1) ?? '', { exact: true });
    await question.waitFor();
    assert.equal(questions.length, turns);
  });

  it('has every turn once, in their order', async () => {
    await until('all turns', async () => (await product.messages.count()) === turns * 2);

    const prompts = await product.panel.locator('.question .prompt').allTextContents();

    assert.deepEqual(prompts, questions);
  });

  it('finds what was asked first', async () => {
    const first = questions[0] ?? '';
    await product.composer.focus();
    await product.page.keyboard.press('ControlOrMeta+f');
    await product.panel.locator('.find-widget input:focus, .find-widget textarea:focus').waitFor();
    await product.page.keyboard.insertText(first);

    await product.panel.getByText('1 of 1', { exact: true }).first().waitFor();

    await product.panel.getByText(first, { exact: true }).waitFor();
    await product.page.keyboard.press('Escape');
  });

  it('shows its beginning to whoever goes there', async () => {
    await product.panel.getByRole('button', { name: 'Jump to Latest' }).click();
    await product.page.keyboard.press('Home');

    await until('the start', async () => (await topOfView()).text.includes(questions[0] ?? '?'));
    assert.equal(await product.panel.getByText(questions[0] ?? '', { exact: true }).isVisible(), true);
  });

  it('is where it was after a reload of the window', async () => {
    const message = 2 * Math.floor(turns / 3);
    const placeKept = await stateKept(product, `"message":${message},`);
    await inPage(`(() => {
      document.querySelectorAll('article')[${message}].scrollIntoView();
      document.querySelector('.conversation').scrollTop += 20;
    })()`);
    // What shows there is built meanwhile, and may be less high or higher than it was guessed to be.
    await until('a steady view', async () => (await topOfView()).text.includes(questions[message / 2] ?? '?'));
    const before = await topOfView();
    // The panel keeps a place half a second after the last scrolling. A person does not reload sooner than that.
    await placeKept();
    await product.focusComposer();

    await product.session.reload();
    await product.session.runCommand('Gemini: Focus Chat Input');
    await until('all turns', async () => (await product.messages.count()) === turns * 2);

    const now = await topOfView();
    assert.equal(now.text, before.text);
    assert.ok(Math.abs(now.offset - before.offset) < 3, `${before.offset} px before, ${now.offset} px after`);
    await product.setKeyAfterReload();
  });
});

function promptOf(record: ChatRecord): readonly string[] {
  return record.kind === 'turn' ? [record.turn.prompt] : [];
}
