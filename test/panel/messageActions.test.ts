import assert from 'node:assert/strict';
import { action, shortChat, useChatPanels } from './shortChat';
import { ready, turn } from './turns';

describe('Actions of a message', () => {
  const openChat = useChatPanels();

  it('shows them where the pointer is, and where the focus is', async () => {
    const panel = await openChat();
    const answer = panel.articles.nth(3);
    const retry = action(answer, 'Retry');
    const opacity = () => retry.evaluate((e) => e.ownerDocument.defaultView?.getComputedStyle(e).opacity);
    assert.equal(await opacity(), '0');

    await answer.hover();
    assert.equal(await opacity(), '1');
    await panel.composer.hover();
    assert.equal(await opacity(), '0');
    await answer.focus();
    assert.equal(await opacity(), '1');
  });

  it('has the host copy a question and an answer', async () => {
    const panel = await openChat();

    await action(panel.articles.nth(2), 'Copy').click();
    await action(panel.articles.nth(3), 'Copy').click();

    assert.deepEqual(await panel.postedOf('copyQuestion'), [{ type: 'copyQuestion', turnId: 'b' }]);
    assert.deepEqual(await panel.postedOf('copyAnswer'), [{ type: 'copyAnswer', turnId: 'b' }]);
    await panel.status.getByText('Copied').waitFor({ state: 'attached' });
  });

  it('has no Copy where an answer has no words, until it has', async () => {
    const panel = await openChat([turn({ status: 'waiting' })]);
    const copy = action(panel.articles.nth(1), 'Copy');
    assert.equal(await copy.count(), 0);

    await panel.tell({ type: 'partAdded', turnId: 't1', part: { kind: 'text', text: 'Now' } });

    await copy.waitFor({ state: 'attached' });
  });

  it('asks the same again with Retry', async () => {
    const panel = await openChat();

    await action(panel.articles.nth(1), 'Retry').click();

    assert.deepEqual(await panel.postedOf('retry'), [{ type: 'retry', turnId: 'a' }]);
  });

  it('offers other models beside Retry, by keyboard too', async () => {
    const panel = await openChat();
    const answer = panel.articles.nth(5);
    await action(answer, 'Copy').focus();
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('ArrowRight');

    await panel.page.keyboard.press('Enter');

    assert.equal(await action(answer, 'Retry with…').getAttribute('aria-haspopup'), 'menu');
    assert.deepEqual(await panel.postedOf('retryWith'), [{ type: 'retryWith', turnId: 'c' }]);
    assert.deepEqual(await panel.postedOf('retry'), []);
  });

  it('goes back to an answer with Branch from Here, ready to write', async () => {
    const panel = await openChat();

    await action(panel.articles.nth(1), 'Branch from Here').click();

    assert.deepEqual(await panel.postedOf('branchFrom'), [{ type: 'branchFrom', turnId: 'a' }]);
    await panel.page.locator('.composer textarea:focus').waitFor();
  });

  it('says why nothing can be asked while an answer is on its way, and lets it be copied', async () => {
    const panel = await openChat([
      ...shortChat,
      turn({ id: 'd', status: 'streaming', parts: [{ kind: 'text', text: 'x' }] }),
    ]);

    for (const name of ['Retry', 'Retry with…', 'Branch from Here']) {
      const button = action(panel.articles.nth(1), name);
      assert.equal(await button.getAttribute('aria-disabled'), 'true');
      await button.click({ force: true });
      assert.equal(await panel.descriptionOf('button', name), 'Gemini is still answering. Stop it or wait.');
    }
    await action(panel.articles.nth(0), 'Edit & Resend').click({ force: true });
    assert.equal(await panel.page.getByRole('textbox').count(), 1);
    await action(panel.articles.nth(7), 'Copy').click();
    assert.deepEqual(
      (await panel.posted()).filter(({ type }) => type !== 'ready'),
      [{ type: 'copyAnswer', turnId: 'd' }],
    );

    await panel.tell({ type: 'turnChanged', turnId: 'd', status: 'done' });
    await action(panel.articles.nth(1), 'Retry').click();
    assert.equal((await panel.postedOf('retry')).length, 1);
  });

  it('asks nothing in a chat that is written elsewhere', async () => {
    const banner = { message: 'This chat is in use in another window.' };
    const panel = await openChat(shortChat, { ...ready, readOnly: true, banner });

    await action(panel.articles.nth(1), 'Retry').click({ force: true });

    assert.equal(await panel.descriptionOf('button', 'Retry'), 'This chat is in use in another window.');
    assert.deepEqual(await panel.postedOf('retry'), []);
  });

  it('is one stop of the Tab key at one message, with the arrow keys between the buttons', async () => {
    const panel = await openChat();
    await panel.articles.nth(3).focus();
    const focused = () => panel.page.evaluate<string>('document.activeElement.ariaLabel');

    await panel.page.keyboard.press('Tab');
    assert.equal(await focused(), 'Copy');
    await panel.page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Retry');
    await panel.page.keyboard.press('End');
    assert.equal(await focused(), 'Branch from Here');
    await panel.page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Copy');
    await panel.page.keyboard.press('ArrowLeft');
    await panel.page.keyboard.press('Enter');
    assert.equal((await panel.postedOf('branchFrom')).length, 1);
    await panel.page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'Branch from Here');
  });

  it('starts nothing when a selection is dragged across the buttons', async () => {
    const panel = await openChat();
    const answer = panel.articles.nth(1);
    await answer.hover();
    const from = await answer.getByText('One').boundingBox();
    const to = await action(answer, 'Retry').boundingBox();
    assert.ok(from && to);

    await panel.page.mouse.move(from.x + 1, from.y + from.height / 2);
    await panel.page.mouse.down();
    await panel.page.mouse.move(to.x + 8, to.y + 8, { steps: 5 });
    await panel.page.mouse.up();

    assert.match(await panel.page.evaluate<string>('getSelection().toString()'), /One/);
    assert.deepEqual(await panel.postedOf('retry'), []);
  });
});
