import assert from 'node:assert/strict';
import type { WaitView } from '../../src/protocol/chat';
import type { PanelPage } from './panelPage';
import { ready, turn } from './turns';
import { usePanels } from './usePanels';

const wait: WaitView = { message: 'Gemini is overloaded. Retrying in {0} s.', seconds: 20 };

describe('Waits in the panel', () => {
  const open = usePanels();

  async function openWaiting(): Promise<PanelPage> {
    const panel = await open();
    await panel.stopClock();
    await panel.snapshot();
    await panel.tell(
      { type: 'turnAdded', turn: turn({ status: 'waiting' }) },
      { type: 'turnChanged', turnId: 't1', status: 'waiting', wait },
    );
    return panel;
  }

  function shown(panel: PanelPage): Promise<string | null> {
    return panel.page.getByRole('timer').textContent();
  }

  it('counts the seconds down to zero, and stays there until the host says more', async () => {
    const panel = await openWaiting();
    const { clock } = panel.page;
    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 20 s.');
    assert.equal(await panel.page.getByText('Waiting for Gemini').isVisible(), false);

    await clock.runFor(1_000);
    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 19 s.');
    await clock.runFor(300);
    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 19 s.');
    await clock.runFor(700);
    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 18 s.');
    await clock.runFor(18_000);
    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 0 s.');
    await clock.runFor(60_000);
    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 0 s.');
  });

  it('loses no second while its timers were held up', async () => {
    const panel = await openWaiting();

    await panel.page.clock.fastForward(7_400);

    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 13 s.');
  });

  it('is gone, and its timer with it, once the host goes on', async () => {
    for (const status of ['waiting', 'streaming', 'failed', 'stopped', 'done'] as const) {
      const panel = await openWaiting();

      await panel.tell({ type: 'turnChanged', turnId: 't1', status });

      const isBusy = status === 'waiting' || status === 'streaming';
      assert.equal(await panel.page.getByRole('timer').count(), 0, status);
      assert.equal(await panel.page.getByText('Waiting for Gemini').isVisible(), isBusy, status);
      assert.equal(await changesWithin(panel, 5_000), 0, status);
    }
  });

  it('counts in the new page only after a snapshot', async () => {
    const panel = await openWaiting();

    await panel.snapshot([turn({ status: 'waiting', wait: { ...wait, seconds: 4.2 } })]);

    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 5 s.');
    await panel.page.clock.runFor(4_200);
    assert.equal(await shown(panel), 'Gemini is overloaded. Retrying in 0 s.');
    await panel.snapshot([turn({ id: 'other' })], ready, 'another chat');
    assert.equal(await panel.page.getByRole('timer').count(), 0);
  });

  it('shows no countdown on a turn that has ended', async () => {
    const panel = await open();

    await panel.snapshot([turn({ status: 'failed', wait })]);

    assert.equal(await panel.page.getByRole('timer').count(), 0);
  });

  it('is stopped like any answer, by the button and by Escape', async () => {
    const panel = await openWaiting();

    await panel.button('Stop').click();
    await panel.page.keyboard.press('Escape');

    assert.equal((await panel.postedOf('stop')).length, 2);
  });

  it('is told once and not every second', async () => {
    const panel = await openWaiting();
    assert.equal(await panel.status.textContent(), 'Gemini is overloaded. Retrying in 20 s.');
    assert.equal(await panel.page.getByRole('timer').getAttribute('aria-live'), 'off');
    assert.equal(await panel.page.locator('[role=status] [role=timer], [role=alert] [role=timer]').count(), 0);
    await panel.page.evaluate(`window.told = 0;
      new MutationObserver(() => { window.told += 1; })
        .observe(document.querySelector('.visually-hidden[role=status]'), { childList: true, characterData: true, subtree: true });`);

    await panel.page.clock.runFor(10_000);
    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'waiting', wait });

    assert.equal(await panel.page.evaluate('window.told'), 0);
  });

  /** How often the answer changes by itself. */
  async function changesWithin(panel: PanelPage, ms: number): Promise<number> {
    await panel.page.evaluate(`window.changes = 0;
      new MutationObserver((all) => { window.changes += all.length; })
        .observe(document.querySelector('.answer'), { childList: true, characterData: true, subtree: true });`);
    await panel.page.clock.runFor(ms);
    return panel.page.evaluate<number>('window.changes');
  }
});
