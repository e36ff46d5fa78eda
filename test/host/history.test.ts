import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

describe('the chat history in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await Product.openWithKey();
    await begin(
      'How do heat pumps work?',
      'They move heat.\n\nA compressor works like a waterfall turned around.\n\nThat is all.',
    );
    await begin('What does $(trash) do in bash?', 'It runs trash.');
    await begin('Sort a list', 'Use sort().');
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.clearNotifications());

  /**
   * What opens a chat gives it the focus a moment later, and would take it from the box that is opened next. Coming from
   * the editor, the focus in the composer tells that this has happened.
   */
  async function fromEditor(title: string): Promise<void> {
    await product.session.vscode.executeCommand('workbench.action.focusActiveEditorGroup');
    await product.session.runCommand(title);
  }

  async function newChat(): Promise<void> {
    await fromEditor('Gemini: New Chat');
    await product.panel.locator('textarea:focus').waitFor();
    await product.messages.first().waitFor({ state: 'detached' });
  }

  /** A chat of its own with one question and this answer. */
  async function begin(question: string, answer: string): Promise<void> {
    await newChat();
    product.server.answerNext({ text: answer });
    await product.ask(question);
    await product.answered();
  }

  const widget = () => product.page.locator('.quick-input-widget');
  const rows = () => widget().locator('.monaco-list-row');
  /** At one moment: the list may change between two looks. */
  const titles = async () => {
    const labels = widget().locator('.monaco-list-row .quick-input-list-rows > :first-child .label-name');
    return (await labels.allTextContents()).map((text) => text.trim());
  };

  async function openHistory(query = ''): Promise<void> {
    await fromEditor('Gemini: Show Chat History…');
    await waitForBox('Chat History');
    await rows().first().waitFor();
    // In one piece, so that the list is drawn for all of it or for nothing of it.
    await product.page.keyboard.insertText(query);
  }

  async function waitForBox(name: string): Promise<void> {
    await product.page.locator('.quick-input-title').getByText(name, { exact: true }).waitFor();
  }

  /** The list as it is once it has settled like this. */
  async function listed(...expected: readonly string[]): Promise<void> {
    let seen: readonly string[] = [];
    await until(
      `the list "${expected.join('", "')}"`,
      async () => {
        seen = await titles();
        return JSON.stringify(seen) === JSON.stringify(expected);
      },
      { timeoutMs: 8_000 },
    ).catch(() => assert.deepEqual(seen, expected));
  }

  /** Searches for the chat about heat pumps, until the line that holds the word is there. */
  async function findPumps(): Promise<void> {
    await openHistory('compressor');
    await rows().getByText('A compressor works like a waterfall turned around.', { exact: true }).first().waitFor();
  }

  /** Walks to a button of the chosen line, by Tab and along them by the arrow, and presses it. */
  async function pressChatButton(name: string): Promise<void> {
    const { keyboard } = product.page;
    const focused = widget().locator('.quick-input-list a:focus');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    const names: (string | null)[] = [];
    while (names.length < 3 && names.at(-1) !== name) {
      if (names.length > 0) await keyboard.press('ArrowRight');
      names.push(await focused.getAttribute('aria-label'));
    }
    assert.equal(names.at(-1), name);
    await keyboard.press('Enter');
  }

  /** Answers VS Code's own dialog for files by typing a path. */
  async function chooseFile(dialog: string, path: string): Promise<void> {
    await waitForBox(dialog);
    const input = widget().locator('input.input');
    // It fills itself once it has read the folder.
    await rows().first().waitFor();
    await until('the folder in the dialog', async () => (await input.inputValue()).includes('/'));
    await input.fill(path);
    await until('the typed path', async () => (await input.inputValue()) === path);
    await product.page.keyboard.press('Enter');
  }

  /** A chat with this answer is shown, with the cursor in the composer: from then on the focus stays where it is. */
  async function opened(answer: string): Promise<void> {
    await product.lastAnswer.getByText(answer).waitFor();
    await product.panel.locator('textarea:focus').waitFor();
  }

  it('lists the chats under their first words, the last used first, with the shown one marked', async () => {
    await openHistory();

    await listed('Sort a list', 'What does $(trash) do in bash?', 'How do heat pumps work?');
    assert.equal(await rows().first().locator('.codicon-check').count(), 1);
    assert.equal(await rows().nth(1).locator('.label-name .codicon').count(), 0);
    await rows().first().getByText('Use sort().').waitFor();
    await rows().first().getByText('Today').waitFor();
    await product.page.keyboard.press('Escape');
  });

  it('finds a chat by a word of its answer, shows the line and opens the chat', async () => {
    await openHistory();
    await product.page.keyboard.type('WATERFALL');

    await listed('How do heat pumps work?');
    await rows().getByText('A compressor works like a waterfall turned around.').waitFor();
    await product.page.keyboard.press('Enter');

    await opened('They move heat.');
  });

  it('says when no chat has the words, and takes them back without a scratch', async () => {
    await openHistory();
    await product.page.keyboard.type('zeppelin');

    await listed('No matching chats');
    await product.page.keyboard.press('Enter');
    for (let letters = 'zeppelin'.length; letters > 0; letters -= 1) await product.page.keyboard.press('Backspace');
    await until('all chats again', async () => (await rows().count()) === 3);
    await product.page.keyboard.press('Escape');
  });

  it('renames a chat, be it open or not', async () => {
    for (const [before, after] of [
      ['How do heat pumps work?', 'Heat pumps'],
      ['Sort a list', 'Sorting'],
    ] as const) {
      await openHistory(before);
      await listed(before);
      await pressChatButton('Rename');
      await waitForBox('Rename Chat');
      await widget().locator('input.input').fill(after);
      await product.page.keyboard.press('Enter');
      await waitForBox('Chat History');
      await product.page.keyboard.press('Escape');
    }

    await openHistory();
    await until('the new titles', async () => {
      const now = await titles();
      return now.includes('Heat pumps') && now.includes('Sorting') && !now.includes('Sort a list');
    });
    await product.page.keyboard.press('Escape');
  });

  it('deletes the shown chat without a question, and brings it back where it was by Undo', async () => {
    await findPumps();
    await pressChatButton('Delete');
    await listed('No matching chats');
    await product.messages.first().waitFor({ state: 'detached' });
    await product.notification('Chat deleted.').getByRole('button', { name: 'Undo' }).click();

    await opened('They move heat.');
    await findPumps();
    await listed('Heat pumps');
    await product.page.keyboard.press('Escape');
  });

  it('keeps deleted chats in a list of their own, from where they come back', async () => {
    await openHistory('sort()');
    await listed('Sorting');
    await pressChatButton('Delete');
    await listed('No matching chats');
    await widget().getByRole('button', { name: 'Deleted Chats' }).click();
    await waitForBox('Deleted Chats');
    await listed('Sorting');
    await product.page.keyboard.press('Enter');

    await opened('Use sort().');
    await openHistory('sort()');
    await listed('Sorting');
    await product.page.keyboard.press('Escape');
  });

  it('exports the shown chat as Markdown', async () => {
    const file = join(product.session.workspace, 'sorting.md');
    await product.session.runCommand('Gemini: Export Chat as Markdown…');
    await chooseFile('Export Chat', file);
    await product.notification('The chat was exported.').getByRole('button', { name: 'Open' }).click();

    await product.page.locator('.tab.active').filter({ hasText: 'sorting.md' }).waitFor();
    const text = await readFile(file, 'utf8');
    assert.match(text, /^# Sorting\n/);
    assert.match(text, /## You\n\nSort a list\n/);
    assert.match(text, /## Gemini\n\nUse sort\\?\(\\?\)\.\n/);
  });

  it('exports a chat of the list as a file, and imports it as another chat with the same words', async () => {
    const file = join(product.session.workspace, 'pumps.jsonl');
    await findPumps();
    await pressChatButton('Export…');
    await chooseFile('Export Chat', file);
    await product.notification('The chat was exported.').waitFor();
    await findPumps();
    await listed('Heat pumps');
    await product.page.keyboard.press('Enter');
    await opened('They move heat.');
    const before = await product.messages.allTextContents();
    await newChat();

    await fromEditor('Gemini: Import Chat…');
    await chooseFile('Import Chat', file);

    await product.notification('The chat was imported.').waitFor();
    await opened('They move heat.');
    assert.deepEqual(await product.messages.allTextContents(), before);
    await findPumps();
    await listed('Heat pumps', 'Heat pumps');
    await product.page.keyboard.press('Escape');
  });

  it('says that a file of another is not a chat', async () => {
    await fromEditor('Gemini: Import Chat…');
    await chooseFile('Import Chat', join(product.session.workspace, 'plants.json'));

    await product.notification('This file is not a chat of this extension.').waitFor();
  });

  it('deletes a chat at Google after asking, and goes on with it from here', async () => {
    await begin('My name is Ada.', 'Hello Ada!');
    const before = product.server.interactions().size;
    await product.session.runCommand('Gemini: Delete Chat at Google…');
    await product.dialog.getByText('Delete the answer Google keeps of this chat?').waitFor();
    await product.button('Delete at Google').click();

    await product.notification('Google no longer stores anything of this chat.').waitFor();
    assert.equal(product.server.interactions().size, before - 1);
    await product.panel.getByRole('note').waitFor({ state: 'detached' });
    await product.ask('What is my name?');
    await product.answered();
    const body = JSON.stringify(product.createRequests.at(-1)?.body);
    assert.doesNotMatch(body, /previous_interaction_id/);
    assert.match(body, /My name is Ada/);
    await product.lastAnswer.getByText('Ada').first().waitFor();
  });

  it('lists what could not be deleted at Google, keeps the chat until it can be, and deletes it then', async () => {
    product.server.answerNext({ for: 'delete', status: 503, body: '' });
    await product.session.runCommand('Gemini: Delete Chat at Google…');
    await product.button('Delete at Google and Here').click();
    const told = product.notification(
      '1 of 1 answers could not be deleted at Google. Gemini is temporarily unavailable',
    );
    await told.waitFor();
    assert.equal(await product.messages.count(), 4);

    await told.getByRole('button', { name: 'Try Again' }).click();

    await product.messages.first().waitFor({ state: 'detached' });
    await openHistory('Ada');
    await listed('No matching chats');
    await product.page.keyboard.press('Escape');
  });

  it('says so when Google keeps nothing', async () => {
    await product.session.runCommand('Gemini: Delete Chat at Google…');

    await product.notification('Google stores nothing of this chat.').waitFor();
  });
});
