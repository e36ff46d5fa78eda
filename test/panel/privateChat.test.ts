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

  it('are switched on and off by the keyboard, one step after the text box, and the focus stays', async () => {
    const panel = await openReady();
    await panel.composer.focus();

    for (const key of ['Tab', 'Space', 'Enter']) await panel.page.keyboard.press(key);

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
    assert.match((await panel.descriptionOf('switch', 'Private chat')) ?? '', /^Applies from your next question/);
  });

  it('are named beside the switch where there is room, and by the switch alone where there is none', async () => {
    for (const [width, isNamed] of [
      [800, true],
      [400, true],
      [240, false],
      [170, false],
    ] as const) {
      const panel = await openReady(width);

      assert.equal(await panel.page.getByText('Private chat', { exact: true }).isVisible(), isNamed, `${width} px`);
      const box = await panel.privateSwitch.boundingBox();
      assert.ok(box && box.width >= 24 && box.height >= 24 && box.x + box.width <= width, `${width} px`);
      assert.equal(await panel.button('Send').isVisible(), true);
    }
  });

  it('look different from others also where the system chooses the colours', async () => {
    const panel = await openReady();
    const colors = () =>
      panel.page.evaluate<string>(`(() => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector('[role=switch]'));
        return color + ' on ' + backgroundColor;
      })()`);

    await panel.page.emulateMedia({ forcedColors: 'active' });
    const off = await colors();
    await panel.privateSwitch.click();
    const on = await colors();
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, readOnly: true }) });

    assert.equal(new Set([off, on, await colors()]).size, 3);
  });

  it('say above the composer how long Google keeps them, and nothing where the host says nothing', async () => {
    const panel = await openReady();
    const note = panel.page.getByRole('note');
    assert.equal(await note.count(), 0);

    const retention = 'Kept at Google until 14 January (paid key) or 21 November (free key)';
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, retention }) });
    assert.equal(await note.textContent(), retention);
    const [noteBox, inputBox] = [await note.boundingBox(), await panel.composer.boundingBox()];
    assert.ok(noteBox && inputBox && noteBox.y + noteBox.height <= inputBox.y);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await note.count(), 0);
  });
});
