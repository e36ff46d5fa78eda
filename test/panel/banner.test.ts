import assert from 'node:assert/strict';
import { type BannerView, bannerActions } from '../../src/protocol/state';
import { ready, type Surroundings, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

const message = 'Another window is writing this chat. Take it over to write here.';
const takeOver: BannerView = { message, action: { id: 'takeOver', label: 'Take Over' } };
const elsewhere: Surroundings = { ...ready, readOnly: true, banner: takeOver };

describe('Banner of a chat', () => {
  const open = usePanels();

  it('has one button, which does the one thing the host offers', async () => {
    const panel = await open();
    await panel.snapshot([turn()]);

    for (const id of bannerActions) {
      await panel.tell({
        type: 'stateChanged',
        state: stateOf({ ...ready, banner: { message, action: { id, label: id } } }),
      });
      assert.deepEqual(await panel.banner.getByRole('button').allTextContents(), [id]);
      await panel.banner.getByRole('button').click();
    }

    assert.deepEqual(
      await panel.postedOf('actOnBanner'),
      bannerActions.map((action) => ({ type: 'actOnBanner', action })),
    );
  });

  it('has no button where nothing helps, and is gone once all is well', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, banner: { message } });
    assert.equal(await panel.banner.textContent(), message);
    assert.equal(await panel.banner.getByRole('button').count(), 0);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });

    assert.equal(await panel.banner.textContent(), '');
    assert.equal((await panel.banner.boundingBox())?.height, 0);
  });

  it('is read out once, by a region that was there before', async () => {
    const panel = await open();
    await panel.snapshot();
    await panel.page.evaluate(`window.region = document.querySelector('[role=status]:not(.visually-hidden)');
      window.told = 0;
      new MutationObserver(() => { window.told += 1; })
        .observe(window.region, { childList: true, characterData: true, subtree: true });`);

    await panel.tell({ type: 'stateChanged', state: stateOf(elsewhere) });
    assert.equal(await panel.page.evaluate('window.told'), 1);
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...elsewhere, model: 'Another model' }) });
    await panel.snapshot([turn()], elsewhere);

    assert.equal(await panel.page.evaluate('window.told'), 1);
    assert.equal(await panel.page.evaluate('window.region.isConnected'), true);
  });

  it('keeps the focus on its button while other things change, and gives it to the composer at the end', async () => {
    const panel = await open();
    await panel.snapshot([turn()], elsewhere);
    const button = panel.button('Take Over');
    await button.focus();

    await panel.tell({ type: 'stateChanged', state: stateOf({ ...elsewhere, title: 'Renamed' }) });
    assert.equal(await button.evaluate((one) => one === one.ownerDocument.activeElement), true);
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('actOnBanner'), [{ type: 'actOnBanner', action: 'takeOver' }]);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.composer.evaluate((input) => input === input.ownerDocument.activeElement), true);
  });

  it('comes before the composer for the keyboard', async () => {
    const panel = await open();
    await panel.snapshot([turn()], elsewhere);
    await panel.composer.focus();

    await panel.page.keyboard.press('Shift+Tab');

    assert.equal(await panel.button('Take Over').evaluate((one) => one === one.ownerDocument.activeElement), true);
  });

  it('leaves the draft alone while nothing can be sent, and tells everybody why', async () => {
    const panel = await open();
    await panel.snapshot([turn()], elsewhere);

    await panel.composer.pressSequentially('half a thought');
    await panel.composer.press('Enter');
    await panel.button('Send').click({ force: true });
    await panel.privateSwitch.click({ force: true });

    assert.deepEqual((await panel.posted()).slice(1), []);
    assert.equal(await panel.composer.inputValue(), 'half a thought');
    assert.equal(await panel.button('Send').isDisabled(), true);
    assert.equal(await panel.privateSwitch.isDisabled(), true);
    assert.equal(await panel.privateSwitch.isChecked(), false);
    for (const [role, name] of [
      ['button', 'Send'],
      ['switch', 'Don’t Store at Google'],
      ['textbox', 'Message Gemini'],
    ] as const) {
      assert.equal(await panel.descriptionOf(role, name), message, name);
    }

    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, readOnly: true }) });
    assert.equal(
      await panel.descriptionOf('button', 'Send'),
      'You can’t send from here: this chat is in use in another window.',
    );
  });

  it('lets the draft be sent as soon as the chat can be written again', async () => {
    const panel = await open();
    await panel.snapshot([turn()], elsewhere);
    await panel.composer.fill('half a thought');

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.button('Send').isEnabled(), true);
    assert.notEqual(await panel.descriptionOf('button', 'Send'), message);
    assert.notEqual(await panel.descriptionOf('textbox', 'Message Gemini'), message);
    await panel.composer.press('Enter');

    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'half a thought' }]);
  });

  it('is shown also where there is no key yet', async () => {
    const panel = await open();

    await panel.snapshot([], { ...elsewhere, key: 'missing' });

    assert.equal(await panel.banner.getByText(message).isVisible(), true);
    assert.equal(await panel.composer.isVisible(), false);
  });

  it('shows hostile text as text', async () => {
    const panel = await open();
    const hostile = '<img src=x onerror=alert(1)> {0} $& javascript:alert(1)';
    const action = { id: 'exportChat', label: hostile } as const;

    await panel.snapshot([turn()], {
      ...ready,
      title: hostile,
      retention: hostile,
      banner: { message: hostile, action },
    });

    assert.equal(await panel.banner.getByText(hostile).first().isVisible(), true);
    assert.equal(await panel.conversation.getAttribute('aria-label'), `Conversation: ${hostile}`);
    assert.ok((await panel.descriptionOf('switch', 'Don’t Store at Google'))?.startsWith(hostile));
    assert.equal(await panel.page.locator('#app').locator('a, img, script').count(), 0);
  });
});

describe('Title of a chat', () => {
  const open = usePanels();

  it('names the conversation', async () => {
    const panel = await open();
    const name = () => panel.conversation.getAttribute('aria-label');

    await panel.snapshot([turn()], { ...ready, title: 'Why is my build slow?' });
    assert.equal(await name(), 'Conversation: Why is my build slow?');
    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await name(), 'Conversation');
  });
});
