import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type PanelPage, usePanels } from './panelPage';
import { answered, longText, ready, turn } from './turns';

const chat = [answered('a', 'First', 'One'), answered('b', 'Second', '**Two**'), answered('c', 'Third', 'Three')];

describe('Actions of a message', function () {
  this.timeout(20_000);
  const open = usePanels();

  async function openChat(turns = chat): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot(turns);
    return panel;
  }

  function action(message: Locator, name: string): Locator {
    return message.getByRole('button', { name, exact: true });
  }

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

  it('goes back to an answer with Branch from Here, ready to write', async () => {
    const panel = await openChat();

    await action(panel.articles.nth(1), 'Branch from Here').click();

    assert.deepEqual(await panel.postedOf('branchFrom'), [{ type: 'branchFrom', turnId: 'a' }]);
    await panel.page.locator('.composer textarea:focus').waitFor();
  });

  it('says why nothing can be asked while an answer is on its way, and lets it be copied', async () => {
    const panel = await openChat([
      ...chat,
      turn({ id: 'd', status: 'streaming', parts: [{ kind: 'text', text: 'x' }] }),
    ]);

    for (const name of ['Retry', 'Branch from Here']) {
      const button = action(panel.articles.nth(1), name);
      assert.equal(await button.getAttribute('aria-disabled'), 'true');
      await button.click({ force: true });
      assert.equal(await panel.descriptionOf('button', name), 'An answer is on its way.');
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
    const panel = await open();
    await panel.snapshot(chat, { ...ready, readOnly: true, banner: { message: 'Another window writes this chat.' } });

    await action(panel.articles.nth(1), 'Retry').click({ force: true });

    assert.equal(await panel.descriptionOf('button', 'Retry'), 'Another window writes this chat.');
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

  describe('Edit & Resend', () => {
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

    it('keeps what was typed when the chat is drawn anew, and the place of it', async () => {
      const panel = await openChat();
      const box = await edit(panel);
      await box.fill('Half thought');
      for (let times = 0; times < ' thought'.length; times++) await box.press('ArrowLeft');

      await panel.snapshot(chat);
      await panel.page.keyboard.type(' a');

      assert.equal(await box.inputValue(), 'Half a thought');
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

  describe('branches', () => {
    const branched = [
      answered('a', 'First', 'One'),
      { ...answered('b', 'Second', longText), branch: { index: 2, count: 3 } },
    ];

    it('says which answer is shown, and goes to the one before and after', async () => {
      const panel = await openChat(branched);
      const answer = panel.articles.nth(3);
      assert.equal(await answer.getByRole('group', { name: 'Answer 2 of 3' }).count(), 1);
      assert.match((await answer.getAttribute('aria-label')) ?? '', /Answer 2 of 3$/);
      assert.equal(await answer.getByText('2/3').isVisible(), true);

      await action(answer, 'Previous Answer').click();
      await action(answer, 'Next Answer').click();

      assert.deepEqual(await panel.postedOf('showBranch'), [
        { type: 'showBranch', turnId: 'b', step: -1 },
        { type: 'showBranch', turnId: 'b', step: 1 },
      ]);
    });

    it('has no arrows where nothing else was asked', async () => {
      const panel = await openChat();

      assert.equal(await panel.button('Next Answer').count(), 0);
    });

    it('goes no further than the first and the last', async () => {
      const panel = await openChat([
        { ...answered('a', 'First', 'One'), branch: { index: 1, count: 2 } },
        { ...answered('b', 'Second', 'Two'), branch: { index: 2, count: 2 } },
      ]);

      await action(panel.articles.nth(1), 'Previous Answer').click({ force: true });
      await action(panel.articles.nth(3), 'Next Answer').click({ force: true });

      assert.deepEqual(await panel.postedOf('showBranch'), []);
    });

    it('keeps the focus on the arrow, and the arrow where it was, whatever the other answer looks like', async () => {
      const panel = await openChat(branched);
      const answer = panel.articles.nth(3);
      await action(answer, 'Next Answer').focus();
      await panel.page.evaluate(`document.querySelector('.conversation').scrollTop -= 60`);
      const before = await action(answer, 'Next Answer').boundingBox();

      await panel.page.keyboard.press('Enter');
      await panel.snapshot([
        branched[0] ?? turn(),
        { ...answered('c', 'Second', `${longText}\n\n${longText}`), branch: { index: 3, count: 3 } },
        answered('d', 'Third', longText),
      ]);

      assert.equal(await panel.page.evaluate('document.activeElement.ariaLabel'), 'Next Answer');
      await panel.until(`Math.abs(document.activeElement.getBoundingClientRect().top - ${before?.y ?? 0}) < 2`);
    });
  });
});
