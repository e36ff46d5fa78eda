import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { PanelPage } from './panelPage';
import { action, shortChat, useChatPanels } from './shortChat';
import { answered, turn } from './turns';

describe('Edit & Resend', () => {
  const openChat = useChatPanels();

  async function edit(panel: PanelPage, message = 2): Promise<Locator> {
    await action(panel.articles.nth(message), 'Edit & Resend').click();
    return panel.page.getByRole('textbox', { name: 'Edit the question' });
  }

  it('turns the question into a box with its text, and sends with Enter', async () => {
    const panel = await openChat();
    const box = await edit(panel);
    assert.equal(await box.inputValue(), 'Second');
    await panel.page.keyboard.type(' try');
    await panel.page.keyboard.press('Shift+Enter');
    await panel.page.keyboard.type('with more');

    await panel.page.keyboard.press('Enter');

    assert.deepEqual(await panel.postedOf('askInstead'), [
      { type: 'askInstead', turnId: 'b', prompt: 'Second try\nwith more' },
    ]);
    assert.equal(await box.count(), 0);
    await panel.page.locator('.composer textarea:focus').waitFor();
    assert.equal(await panel.composer.inputValue(), '');
  });

  it('leaves the question as it was at Esc, and stops nothing', async () => {
    const panel = await openChat();
    const box = await edit(panel);
    await box.fill('Something else');
    await panel.tell({ type: 'turnAdded', turn: turn({ id: 'd', status: 'waiting' }) });

    await panel.page.keyboard.press('Escape');

    assert.equal(await box.count(), 0);
    assert.equal(await panel.articles.nth(2).getByText('Second').isVisible(), true);
    assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Edit & Resend');
    assert.deepEqual(await panel.postedOf('stop'), []);
    assert.deepEqual(await panel.postedOf('askInstead'), []);
  });

  it('keeps the attachments, which may be the whole question', async () => {
    const attachments = [{ id: 'f', label: 'src/a.ts:1-3' }];
    const panel = await openChat([turn({ id: 'a', prompt: 'Why?', attachments })]);
    const box = await edit(panel, 0);
    assert.equal(await panel.button('Open src/a.ts:1-3').isVisible(), true);

    await box.fill('');
    await panel.button('Resend').click();

    assert.deepEqual(await panel.postedOf('askInstead'), [{ type: 'askInstead', turnId: 'a', prompt: '' }]);
  });

  it('does not send an empty question', async () => {
    const panel = await openChat();
    const box = await edit(panel);
    await box.fill('  ');

    await box.press('Enter');
    await panel.button('Resend').click({ force: true });

    assert.equal(await panel.button('Resend').getAttribute('aria-disabled'), 'true');
    assert.deepEqual(await panel.postedOf('askInstead'), []);
  });

  it('leaves Enter to the input method while a word is being composed', async () => {
    const panel = await openChat();
    const box = await edit(panel);

    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true });

    assert.deepEqual(await panel.postedOf('askInstead'), []);
  });

  it('keeps what was typed when the chat is drawn again, and the place of it', async () => {
    const panel = await openChat();
    const box = await edit(panel);
    await box.fill('Half thought');
    for (let times = 0; times < ' thought'.length; times++) await box.press('ArrowLeft');

    await panel.snapshot(shortChat);
    await panel.page.keyboard.type(' a');

    assert.equal(await box.inputValue(), 'Half a thought');
  });

  it('keeps what was typed while the view is away', async () => {
    const panel = await openChat();
    const box = await edit(panel);
    await box.fill('Half a thought');
    await panel.until(`sessionStorage.getItem('state')?.includes('Half a thought')`);

    await panel.page.reload();
    await panel.snapshot([]);
    await panel.snapshot(shortChat);

    assert.equal(await box.inputValue(), 'Half a thought');
    assert.equal(await panel.composer.inputValue(), '');
    await box.press('Escape');
    await panel.until(`!sessionStorage.getItem('state').includes('Half')`);
  });

  it('takes a question too long for a text box as a whole', async () => {
    const long = 'many words '.repeat(20_000).trim();
    const panel = await openChat([answered('a', long, 'One')]);
    const box = await edit(panel, 0);
    assert.equal(await box.inputValue(), '');
    await panel.page.keyboard.type('And now?');

    await panel.page.keyboard.press('Enter');

    const [sent] = await panel.postedOf('askInstead');
    assert.equal(sent?.prompt, `${long}\n\nAnd now?`);
  });
});
