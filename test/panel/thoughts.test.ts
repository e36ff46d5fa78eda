import assert from 'node:assert/strict';

import type { AnswerPart } from '../../src/parts/answerPart';
import type { PanelPage } from './panelPage';
import { turn } from './turns';
import { usePanels } from './usePanels';

const thought = (text: string): AnswerPart => ({ kind: 'thought', text });

describe('Thoughts', () => {
  const open = usePanels();

  /** An answer that has just begun, in a page whose clock the test moves. */
  async function openWaiting(): Promise<PanelPage> {
    const panel = await open();
    await panel.stopClock();
    await panel.snapshot();
    await panel.tell({ type: 'turnAdded', turn: turn({ status: 'waiting' }) });
    return panel;
  }

  const add = (panel: PanelPage, part: AnswerPart) => panel.tell({ type: 'partAdded', turnId: 't1', part });
  const row = (panel: PanelPage, at = 0) => panel.page.locator('.thought > summary').nth(at);
  const shown = async (panel: PanelPage, at = 0) =>
    (await row(panel, at).locator('.thought-label, .thought-seconds').allTextContents()).filter((text) => text);

  it('say in one row what they are about now, and from three seconds on for how long', async () => {
    const panel = await openWaiting();
    await add(panel, thought('I look at'));
    assert.deepEqual(await shown(panel), ['Thinking']);

    await grow(panel, ' the code.\n\n**Reading the');
    assert.deepEqual(await shown(panel), ['Thinking']);
    await grow(panel, ' loop**');
    assert.deepEqual(await shown(panel), ['Reading the loop']);
    await panel.page.clock.runFor(2_000);
    assert.deepEqual(await shown(panel), ['Reading the loop']);
    await panel.page.clock.runFor(1_000);
    assert.deepEqual(await shown(panel), ['Reading the loop', '3 s']);
    await grow(panel, '\n\nIt ends.\n\n## Checking the backoff\n\n**Not** a heading');
    await panel.page.clock.runFor(9_000);
    assert.deepEqual(await shown(panel), ['Checking the backoff', '12 s']);
    const box = await row(panel).boundingBox();
    assert.equal(box?.height, 22);

    await add(panel, { kind: 'text', text: 'So.' });
    assert.deepEqual(await shown(panel), ['Thought for 12 s']);
    await panel.page.clock.runFor(5_000);
    assert.deepEqual(await shown(panel), ['Thought for 12 s']);
  });

  it('stay one row however long the heading is', async () => {
    const panel = await openWaiting();
    await add(panel, thought(`**${'Reading about the words '.repeat(6)}**`));

    const box = await row(panel).boundingBox();
    assert.equal(box?.height, 22);
    assert.equal(await panel.page.evaluate(`document.querySelector('.conversation').scrollWidth > innerWidth`), false);
  });

  it('say for how long as the host measured it, each stretch its own, also in a chat that is opened again', async () => {
    const parts = [thought('a'), thought('b'), { kind: 'text', text: 'One' } as const, thought('c')];
    const times = { total: 80_000, thoughts: [14_200, 61_000] };
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts })]);
    // Without the host it is not known how long an answer that was under way has thought.
    assert.deepEqual(await shown(panel, 0), ['Thoughts']);

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done', times });
    assert.deepEqual([await shown(panel, 0), await shown(panel, 1)], [['Thought for 14 s'], ['Thought for 1 min 1 s']]);

    await panel.snapshot([turn({ status: 'done', parts, times })]);
    assert.deepEqual([await shown(panel, 0), await shown(panel, 1)], [['Thought for 14 s'], ['Thought for 1 min 1 s']]);
    await panel.snapshot([turn({ status: 'done', parts })]);
    assert.deepEqual([await shown(panel, 0), await shown(panel, 1)], [['Thoughts'], ['Thoughts']]);
  });

  it('count on from what the host measured when the page is drawn again', async () => {
    const panel = await openWaiting();
    await panel.snapshot([turn({ status: 'streaming', parts: [thought('a')], times: { thoughts: [20_000] } })]);
    assert.deepEqual(await shown(panel), ['Thinking', '20 s']);

    await panel.page.clock.runFor(2_000);

    assert.deepEqual(await shown(panel), ['Thinking', '22 s']);
  });

  it('scroll within themselves when they are opened, by the keyboard as well', async () => {
    const panel = await open();
    await panel.snapshot([turn({ parts: [thought('A line.\n\n'.repeat(60))] })]);
    await row(panel).focus();
    await panel.page.keyboard.press('Enter');
    const body = panel.page.locator('.thought-body');
    await body.waitFor();
    assert.ok(((await body.boundingBox())?.height ?? 999) <= 200);

    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('PageDown');

    await panel.until(`document.querySelector('.thought-body').scrollTop > 0`);
  });

  it('are in no region that is read out while they grow', async () => {
    const panel = await openWaiting();
    await add(panel, thought('**One**'));
    assert.equal(await row(panel).evaluate((e) => e.closest('[aria-live], [role="status"], [role="log"]')), null);
  });

  async function grow(panel: PanelPage, text: string): Promise<void> {
    // Not `tell`, which waits for frames: they stand still with the clock.
    const told = await panel.prepare({ type: 'partGrew', turnId: 't1', part: 0, text });
    await told();
  }
});
