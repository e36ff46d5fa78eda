import assert from 'node:assert/strict';
import { ready, stateOf } from './turns';
import { usePanels } from './usePanels';

describe('The model button', function () {
  this.timeout(20_000);
  const open = usePanels();

  const modelOf = (name: string) => `Model: ${name}`;

  it('names the model of the chat, in full on hover, and asks the host for the list', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, model: 'gemini-3.1-pro-preview' });
    const shown = panel.button(modelOf('3.1 Pro Preview'));

    assert.equal(await shown.textContent(), '3.1 Pro Preview');
    assert.equal(await shown.getAttribute('title'), 'gemini-3.1-pro-preview');
    assert.equal(await shown.getAttribute('aria-haspopup'), 'menu');
    await shown.press('Enter');

    assert.deepEqual(await panel.postedOf('chooseModel'), [{ type: 'chooseModel' }]);
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, model: 'gemini-3.8-flash' }) });
    await panel.button(modelOf('3.8 Flash')).waitFor();
  });

  it('does nothing in a chat that can only be read, and says why', async () => {
    const panel = await open();
    const banner = { message: 'This chat is in use in another window.' };
    await panel.snapshot([], { ...ready, readOnly: true, banner });

    await panel.button(modelOf('3.8 Flash')).press('Enter');

    assert.deepEqual(await panel.postedOf('chooseModel'), []);
    assert.equal(await panel.descriptionOf('button', modelOf('3.8 Flash')), banner.message);
  });

  it('has beside it how much of what the model can read the chat fills, once that is known', async () => {
    const panel = await open();
    await panel.snapshot([], ready);
    const meter = panel.page.getByRole('meter', { name: 'Context used' });
    assert.equal(await meter.count(), 0);

    for (const [used, share, isNearlyFull] of [
      [131_072, '13', false],
      [2_000_000, '100', true],
    ] as const) {
      await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, room: { used, size: 1_048_576 } }) });
      assert.equal(await meter.getAttribute('aria-valuenow'), share);
      assert.equal(
        await meter.getAttribute('title'),
        `About ${used.toLocaleString('en')} of 1,048,576 tokens that the model can read`,
      );
      assert.equal(await meter.evaluate((e) => e.classList.contains('is-nearly-full')), isNearlyFull);
    }
  });

  it('leaves room for Send, however long the name is', async () => {
    const panel = await open({ width: 240 });
    await panel.snapshot([], {
      ...ready,
      model: `gemini-${'very-long-'.repeat(30)}name`,
      room: { used: 1, size: 2 },
    });

    const [send, button] = [panel.button('Send'), panel.page.locator('button.model')];
    const [sendBox, buttonBox] = [await send.boundingBox(), await button.boundingBox()];
    assert.ok(sendBox && buttonBox && sendBox.x + sendBox.width <= 240);
    assert.ok(buttonBox.x + buttonBox.width <= sendBox.x);
  });
});
