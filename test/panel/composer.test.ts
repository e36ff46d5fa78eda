import assert from 'node:assert/strict';
import type { PanelPage } from './panelPage';
import { answered, ready, turn } from './turns';
import { usePanels } from './usePanels';

describe('Composer', () => {
  const open = usePanels();

  async function openReady(): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot();
    return panel;
  }

  function hasFocus(panel: PanelPage): Promise<boolean> {
    return panel.composer.evaluate((input) => input === input.ownerDocument.activeElement);
  }

  it('has the focus as soon as there is something to type into', async () => {
    const panel = await openReady();

    assert.equal(await hasFocus(panel), true);
  });

  it('takes what is typed before the host has said anything, where the page knows of a key', async () => {
    const panel = await open({ hasKey: true });
    assert.equal(await panel.articles.count(), 0);
    assert.equal(await panel.page.locator('.start').isVisible(), false);
    await panel.page.keyboard.type('early');

    await panel.snapshot();
    await panel.page.keyboard.type(' and late');
    await panel.composer.press('Enter');

    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'early and late' }]);
  });

  it('sends what is entered before the host has said anything, once, and stays empty', async () => {
    const panel = await open({ hasKey: true });
    await panel.page.keyboard.type('quick');
    await panel.page.keyboard.press('Enter');

    await panel.snapshot();

    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'quick' }]);
    assert.equal(await panel.composer.inputValue(), '');
  });

  it('gives way to the welcome page where the key is gone since the page was made', async () => {
    const panel = await open({ hasKey: true });
    assert.equal(await panel.composer.isVisible(), true);

    await panel.snapshot([], { ...ready, key: 'missing' });

    assert.equal(await panel.composer.isVisible(), false);
    const without = await open({ hasKey: false });
    assert.equal(await without.composer.isVisible(), false);
  });

  it('sends with Enter, breaks the line with Shift+Enter, and is empty at once', async () => {
    const panel = await openReady();

    await panel.composer.pressSequentially('one');
    await panel.composer.press('Shift+Enter');
    await panel.composer.pressSequentially('two');
    await panel.composer.press('Enter');

    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'one\ntwo' }]);
    assert.equal(await panel.composer.inputValue(), '');
    assert.equal(await hasFocus(panel), true);
    assert.equal(await panel.articles.count(), 0);
    await panel.tell({ type: 'turnAdded', turn: turn({ prompt: 'one\ntwo', status: 'waiting' }) });
    assert.equal(await panel.articles.first().locator('.prompt').textContent(), 'one\ntwo');
    assert.equal(await panel.page.getByText('Waiting for Gemini').isVisible(), true);
  });

  it('does nothing with blanks only', async () => {
    const panel = await openReady();

    await panel.composer.fill('  \n ');
    await panel.composer.press('Enter');
    await panel.button('Send').click({ force: true });

    assert.deepEqual(await panel.postedOf('send'), []);
  });

  it('leaves Enter to an input method that is composing a word', async () => {
    const panel = await openReady();
    const session = await panel.page.context().newCDPSession(panel.page);

    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
    await panel.composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    assert.deepEqual(await panel.postedOf('send'), []);

    await session.send('Input.insertText', { text: '日本' });
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: '日本' }]);
  });

  it('has Stop in the place of Send while an answer is on its way', async () => {
    const panel = await openReady();
    await panel.composer.fill('Hello');
    await panel.button('Send').click();

    await panel.tell({ type: 'turnAdded', turn: turn({ status: 'waiting' }) });
    assert.equal(await panel.button('Send').isVisible(), false);
    await panel.button('Stop').click();

    assert.deepEqual(await panel.postedOf('stop'), [{ type: 'stop' }]);
    await panel.tell(
      { type: 'partAdded', turnId: 't1', part: { kind: 'text', text: 'Half' } },
      { type: 'turnChanged', turnId: 't1', status: 'stopped' },
    );
    assert.equal(await panel.button('Stop').isVisible(), false);
    assert.equal(await panel.button('Send').isVisible(), true);
    assert.equal(await hasFocus(panel), true);
    assert.equal(
      await panel.page.getByText('Stopped. The partial answer was kept and may be billed.').isVisible(),
      true,
    );
  });

  it('stops with Escape from anywhere, but only while there is something to stop', async () => {
    const panel = await openReady();
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.postedOf('stop'), []);

    await panel.tell({ type: 'turnAdded', turn: turn({ status: 'streaming' }) });
    await panel.conversation.focus();
    await panel.page.keyboard.press('Escape');
    await panel.composer.press('Escape');

    assert.equal((await panel.postedOf('stop')).length, 2);
  });

  it('walks through earlier prompts with Up and Down, only from an empty composer', async () => {
    const panel = await open();
    await panel.snapshot([answered('a', 'first', 'x'), answered('b', 'second', 'y')]);

    const seen: string[] = [];
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
      await panel.composer.press(key);
      seen.push(await panel.composer.inputValue());
    }
    assert.deepEqual(seen, ['second', 'first', 'first', 'second', '', '']);

    await panel.composer.fill('my draft');
    await panel.composer.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), 'my draft');
  });

  it('edits a recalled prompt like any other text', async () => {
    const panel = await open();
    await panel.snapshot([answered('a', 'first', 'x'), answered('b', 'second', 'y')]);

    await panel.composer.press('ArrowUp');
    await panel.composer.press('End');
    await panel.composer.pressSequentially('!');
    await panel.composer.press('ArrowUp');

    assert.equal(await panel.composer.inputValue(), 'second!');
  });

  it('keeps draft, focus and selection when everything is drawn again', async () => {
    const panel = await openReady();
    await panel.composer.pressSequentially('half a thou');
    await panel.composer.press('ArrowLeft');

    await panel.snapshot([answered('a', 'first', 'x')]);
    await panel.page.keyboard.type('!');

    assert.equal(await panel.composer.inputValue(), 'half a tho!u');
  });

  it('keeps the draft and which chat it shows, and nothing else, when the view goes away and comes back', async () => {
    const panel = await openReady();
    const kept = async () => {
      const { at, ...others } = JSON.parse(await panel.page.evaluate(`sessionStorage.getItem('state')`));
      assert.equal(typeof at, 'number');
      return others;
    };
    await panel.composer.pressSequentially('half a thought');
    assert.deepEqual(await kept(), { draft: 'half a thought', chatId: 'chat' });

    await panel.page.reload();
    await panel.snapshot();

    assert.equal(await panel.composer.inputValue(), 'half a thought');
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'half a thought' }]);
    assert.deepEqual(await kept(), { draft: '', chatId: 'chat' });
  });

  it('tells the host of a draft within 0.2 s, so that a reload of the window soon after it loses nothing', async () => {
    const panel = await openReady();
    await panel.stopClock();
    await panel.composer.pressSequentially('half');
    await panel.page.clock.runFor(200);

    assert.equal((await panel.postedOf('draftChanged')).at(-1)?.draft, 'half');
  });

  it('tells the host what is typed, and at once that it was sent', async () => {
    const panel = await openReady();
    const told = async () => (await panel.postedOf('draftChanged')).map(({ draft, pasted }) => [draft, pasted]);
    await panel.composer.pressSequentially('half');
    await panel.until(`hostSide.messages.some(({ type, draft }) => type === 'draftChanged' && draft === 'half')`);

    await panel.composer.press('Enter');
    assert.deepEqual((await told()).at(-1), ['', undefined]);

    await panel.composer.evaluate((input, data) => {
      const init = { inputType: 'insertFromPaste', data, bubbles: true, cancelable: true };
      input.dispatchEvent(new InputEvent('beforeinput', init));
    }, 'x'.repeat(60_000));
    await panel.until(
      `hostSide.messages.some(({ type, pasted }) => type === 'draftChanged' && pasted?.length === 60000)`,
    );
    await panel.composer.pressSequentially('Why?');
    await panel.until(`hostSide.messages.some(({ type, draft }) => type === 'draftChanged' && draft === 'Why?')`);
    assert.equal((await told()).filter(([, pasted]) => pasted !== undefined).length, 1, 'the long text is told once');
  });

  it('takes what the host kept, unless the page knows better', async () => {
    const panel = await openReady();
    const restored = { type: 'draftRestored', draft: 'from disk', pasted: '' } as const;
    await panel.tell({ ...restored, at: 1 });
    assert.equal(await panel.composer.inputValue(), 'from disk');

    await panel.composer.pressSequentially('!');
    await panel.tell({ ...restored, at: 2 });
    assert.equal(await panel.composer.inputValue(), 'from disk!');
    assert.equal(await panel.button('Send').getAttribute('aria-disabled'), 'false');
  });

  it('is focused when the host asks, also if it is not there yet', async () => {
    const panel = await open();
    await panel.tell({ type: 'composerFocused' });
    await panel.snapshot([turn()]);
    assert.equal(await hasFocus(panel), true);

    await panel.conversation.focus();
    await panel.tell({ type: 'composerFocused' });
    assert.equal(await hasFocus(panel), true);
  });

  it('grows with its text up to ten lines', async () => {
    const panel = await openReady();
    const height = async () => (await panel.composer.boundingBox())?.height ?? 0;
    const one = await height();

    await panel.composer.fill('a\nb\nc');
    const three = await height();
    await panel.composer.fill('a\n'.repeat(60));

    assert.ok(three > one * 1.8, `${one} then ${three}`);
    assert.ok((await height()) < one * 9, `${one} then ${await height()}`);
    assert.equal(await panel.button('Send').isVisible(), true);
  });

  it('offers the commands that begin as what is typed, by keyboard too', async () => {
    const panel = await openReady();
    const commands = panel.page.getByRole('group', { name: 'Commands' });
    const offered = async () => (await commands.getByRole('button').allTextContents()).join(' ');
    assert.equal(await offered(), '');
    await panel.composer.pressSequentially('/');
    assert.equal(await offered(), '/explain /fix /tests /research /new /private');
    await panel.composer.pressSequentially('P');
    assert.equal(await offered(), '/private');

    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');

    assert.equal(await panel.composer.inputValue(), '/private ');
    assert.equal(await hasFocus(panel), true);
    assert.equal(await offered(), '');
    await panel.composer.pressSequentially('Why?');
    await panel.composer.press('Enter');
    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: '/private Why?' }]);
    await panel.composer.pressSequentially('/etc/hosts');
    assert.equal(await offered(), '');
  });
});
