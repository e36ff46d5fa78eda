import assert from 'node:assert/strict';
import type { PanelPage } from './panelPage';
import { ready, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

describe('Private chats in the panel', () => {
  const open = usePanels();

  async function openReady(width = 400): Promise<PanelPage> {
    const panel = await open({ width });
    await panel.snapshot();
    return panel;
  }

  const isOn = (panel: PanelPage) => panel.privateSwitch.isChecked();

  it('are off until the host says otherwise, and each chat has its own', async () => {
    const panel = await openReady();
    assert.equal(await isOn(panel), false);

    await panel.snapshot([], { ...ready, isPrivate: true }, 'private chat');
    assert.equal(await isOn(panel), true);
    await panel.snapshot([], ready, 'another chat');
    assert.equal(await isOn(panel), false);
    assert.deepEqual(await panel.postedOf('setPrivate'), []);
  });

  it('are switched on and off by the mouse, and the cursor goes back into the text box', async () => {
    const panel = await openReady();

    await panel.privateSwitch.click();
    assert.equal(await isOn(panel), true);
    await panel.page.keyboard.type('x');
    await panel.privateSwitch.click();

    assert.equal(await isOn(panel), false);
    assert.equal(await panel.composer.inputValue(), 'x');
    assert.deepEqual(await panel.postedOf('setPrivate'), [
      { type: 'setPrivate', isPrivate: true },
      { type: 'setPrivate', isPrivate: false },
    ]);
  });

  it('are switched on and off by the keyboard, behind the model and the tools, and the focus stays', async () => {
    const panel = await openReady();
    await panel.composer.focus();

    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Space', 'Enter']) await panel.page.keyboard.press(key);

    assert.equal(await panel.privateSwitch.evaluate((one) => one === one.ownerDocument.activeElement), true);
    assert.equal(await isOn(panel), false);
    assert.deepEqual(await panel.postedOf('setPrivate'), [
      { type: 'setPrivate', isPrivate: true },
      { type: 'setPrivate', isPrivate: false },
    ]);
    assert.deepEqual(await panel.postedOf('send'), []);
  });

  it('are what the host says, whatever was clicked', async () => {
    const panel = await openReady();
    await panel.privateSwitch.click();

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await isOn(panel), false);
    await panel.privateSwitch.click();

    assert.deepEqual((await panel.postedOf('setPrivate')).at(-1), { type: 'setPrivate', isPrivate: true });
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, isPrivate: true }) });
    assert.equal(await isOn(panel), true);
  });

  it('can be switched while an answer streams, since that counts from the next question', async () => {
    const panel = await openReady();
    await panel.tell({ type: 'turnAdded', turn: turn({ status: 'streaming' }) });

    await panel.privateSwitch.click();

    assert.deepEqual(await panel.postedOf('setPrivate'), [{ type: 'setPrivate', isPrivate: true }]);
    assert.match(
      (await panel.descriptionOf('switch', 'Don’t Store at Google')) ?? '',
      /^Applies from your next question/,
    );
  });

  it('cannot be switched where the settings keep all chats from being stored, and the switch says so', async () => {
    const panel = await openReady();
    const privateReason = 'Your setting keeps all chats from being stored at Google.';
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, isPrivate: true, privateReason }) });

    assert.equal(await isOn(panel), true);
    assert.match((await panel.descriptionOf('switch', 'Don’t Store at Google')) ?? '', /Your setting keeps all chats/);
    await panel.privateSwitch.click({ force: true });
    assert.equal(await isOn(panel), true);
    assert.deepEqual(await panel.postedOf('setPrivate'), []);
  });

  it('have their switch where it can be hit, at any width', async () => {
    for (const width of [800, 400, 240, 170]) {
      const panel = await openReady(width);

      const box = await panel.privateSwitch.boundingBox();
      assert.ok(box && box.width >= 24 && box.height >= 24 && box.x + box.width <= width, `${width} px`);
      assert.equal(await panel.button('Send').isVisible(), true);
    }
  });

  it('look different from others also where the system chooses the colours', async () => {
    const panel = await openReady();
    const colors = () =>
      panel.page.evaluate<string>(`(() => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector('.toggle[role=switch]'));
        return color + ' on ' + backgroundColor;
      })()`);

    await panel.page.emulateMedia({ forcedColors: 'active' });
    const off = await colors();
    await panel.privateSwitch.click();
    const on = await colors();
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, readOnly: true }) });

    assert.equal(new Set([off, on, await colors()]).size, 3);
  });

  it('say at the switch how long Google stores the chat, and take no room for it', async () => {
    const panel = await openReady();
    const height = async () => (await panel.page.locator('.composer').boundingBox())?.height;
    const before = await height();

    const retention = 'Stored by Google until 14 January (paid key) or 21 November (free key)';
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, retention }) });

    const description = (await panel.descriptionOf('switch', 'Don’t Store at Google')) ?? '';
    assert.ok(description.startsWith(retention), description);
    assert.match(description, /Applies from your next question/);
    assert.equal(await height(), before);
  });
});
