import assert from 'node:assert/strict';
import type { QueuedView } from '../../src/protocol/composer';
import type { PanelPage } from './panelPage';
import { answered, ready, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

const waiting: QueuedView = { id: 'q1', text: 'And then?', attachments: [], isHeld: false };

describe('A question that waits for an answer', () => {
  const open = usePanels();

  async function openBusy(): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming' })]);
    return panel;
  }

  function queue(panel: PanelPage, ...queued: readonly QueuedView[]): Promise<void> {
    const { chat } = stateOf(ready);
    return panel.tell({ type: 'stateChanged', state: { chat: queued.length > 0 ? { ...chat, queued } : chat } });
  }

  it('is sent off with Enter and leaves the composer empty', async () => {
    const panel = await openBusy();

    await panel.composer.pressSequentially('And then?');
    await panel.composer.press('Enter');

    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'And then?' }]);
    assert.deepEqual(await panel.postedOf('stop'), []);
    assert.equal(await panel.composer.inputValue(), '');
  });

  it('is asked in place of the answer with Ctrl+Enter, which only sends where there is none', async () => {
    const panel = await openBusy();
    await panel.composer.pressSequentially('Rather this');
    await panel.composer.press('Control+Enter');
    assert.deepEqual(await panel.postedOf('stopAndSend'), [{ type: 'stopAndSend', prompt: 'Rather this' }]);

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'stopped' });
    await panel.composer.pressSequentially('Next');
    await panel.composer.press('Control+Enter');
    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'Next' }]);
  });

  it('has a button of its own beside Stop, as soon as something is typed', async () => {
    const panel = await openBusy();
    const later = panel.button('Send After This Answer');
    assert.equal(await later.isVisible(), false);

    await panel.composer.pressSequentially('And then?');
    assert.equal(await panel.button('Stop').isVisible(), true);
    await later.click();

    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'And then?' }]);
    assert.equal(await later.isVisible(), false);
  });

  it('stands above the composer and can be edited, sent now and removed, by keyboard too', async () => {
    const panel = await openBusy();
    await queue(panel, waiting);
    const row = panel.page.getByRole('list', { name: 'Questions that wait' }).getByRole('listitem');
    assert.equal(await row.textContent(), 'And then?');
    assert.equal(await panel.page.getByText('Sent when the answer is complete.').isVisible(), true);
    const [rowBox, composerBox] = [await row.boundingBox(), await panel.composer.boundingBox()];
    assert.ok(rowBox && composerBox && rowBox.y + rowBox.height <= composerBox.y, 'the row is above the composer');

    await panel.button('Edit the Question That Waits').click();
    await panel.button('Edit the Question That Waits').press('Tab');
    await panel.page.keyboard.press('Enter');
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');

    assert.deepEqual(
      (await panel.posted()).filter(({ type }) => type.endsWith('Queued')),
      [
        { type: 'editQueued', questionId: 'q1' },
        { type: 'sendQueued', questionId: 'q1' },
        { type: 'removeQueued', questionId: 'q1' },
      ],
    );
  });

  it('gives the focus back to the composer when its row goes', async () => {
    const panel = await openBusy();
    await queue(panel, waiting);
    await panel.button('Remove the Question That Waits').focus();
    await queue(panel);

    assert.equal(await panel.page.getByRole('list', { name: 'Questions that wait' }).count(), 0);
    assert.equal(await panel.composer.evaluate((input) => input === input.ownerDocument.activeElement), true);
  });

  it('says why it was not sent, and how to send it, when the answer before it did not end well', async () => {
    const panel = await open();
    await panel.snapshot([answered('a', 'first', 'x')]);
    await queue(panel, { ...waiting, isHeld: true });

    assert.equal(
      await panel.page.getByText('Not sent, because the answer before it did not end well.').isVisible(),
      true,
    );
    await panel.button('Send Now').click();
    assert.deepEqual(await panel.postedOf('sendQueued'), [{ type: 'sendQueued', questionId: 'q1' }]);
  });

  it('shows a long one in one line, and many without pushing the composer out of view', async () => {
    const panel = await openBusy();
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...waiting,
      id: `q${i}`,
      text: `${i} ${'word '.repeat(90)}`,
    }));
    await queue(panel, ...many);

    const box = await panel.page.getByRole('listitem').first().boundingBox();
    assert.ok(box && box.height <= 30 && box.width <= 400, JSON.stringify(box));
    const composer = await panel.composer.boundingBox();
    assert.ok(composer && composer.y + composer.height <= 700, JSON.stringify(composer));
  });
});
