import assert from 'node:assert/strict';
import type { PanelPage } from './panelPage';
import { answered, longText, turn } from './turns';
import { usePanels } from './usePanels';

describe('Scrolling of the conversation', () => {
  const open = usePanels();

  async function openStreaming(): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([
      answered('old', 'Before', longText),
      turn({ status: 'streaming', parts: [{ kind: 'text', text: longText }] }),
    ]);
    await untilGap(panel, 'gap < 2');
    return panel;
  }

  const scroller = `document.querySelector('.conversation')`;
  const gapToEnd = `(${scroller}.scrollHeight - ${scroller}.scrollTop - ${scroller}.clientHeight)`;

  /** `condition` is about `gap`, the pixels between what is shown and the end. */
  function untilGap(panel: PanelPage, condition: string): Promise<void> {
    return panel.until(`(() => { const gap = ${gapToEnd}; return ${condition}; })()`);
  }

  function gap(panel: PanelPage): Promise<number> {
    return panel.page.evaluate<number>(gapToEnd);
  }

  function top(panel: PanelPage): Promise<number> {
    return panel.page.evaluate<number>(`${scroller}.scrollTop`);
  }

  /** Two frames: by then whatever wanted to scroll has done so. */
  async function frames(panel: PanelPage): Promise<void> {
    await panel.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }

  async function stream(panel: PanelPage): Promise<void> {
    for (let count = 0; count < 5; count++) {
      await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: `\n\n${longText}` });
      await frames(panel);
    }
  }

  it('follows the answer while the end is in view', async () => {
    const panel = await openStreaming();
    const before = await top(panel);

    await stream(panel);

    await untilGap(panel, 'gap < 2');
    assert.ok((await top(panel)) > before + 1000);
  });

  it('stays where the wheel took it, be it ever so little, until the end is reached again', async () => {
    const panel = await openStreaming();
    await panel.conversation.hover();

    await panel.page.mouse.wheel(0, -5);
    await untilGap(panel, 'gap >= 4');
    const left = await top(panel);
    await stream(panel);
    assert.equal(await top(panel), left);

    // The browser caps how far one turn of the wheel goes.
    while ((await gap(panel)) > 1) {
      await panel.page.mouse.wheel(0, 4_000);
      await frames(panel);
    }
    await stream(panel);
    await untilGap(panel, 'gap < 2');
  });

  it('lets go with the first turn of the wheel, before smooth scrolling has moved anything', async () => {
    const panel = await openStreaming();
    const before = await top(panel);

    await panel.conversation.dispatchEvent('wheel', { deltaY: -1 });
    await stream(panel);

    assert.equal(await top(panel), before);
  });

  it('stays where the keyboard took it', async () => {
    const panel = await openStreaming();

    await panel.conversation.focus();
    await panel.page.keyboard.press('PageUp');
    await untilGap(panel, 'gap > 100');
    await panel.page.keyboard.press('Home');
    await untilGap(panel, `${scroller}.scrollTop === 0`);
    await stream(panel);
    assert.equal(await top(panel), 0);

    await panel.page.keyboard.press('End');
    await untilGap(panel, 'gap < 2');
    await stream(panel);
    await untilGap(panel, 'gap < 2');
  });

  it('stays where the scroll bar was dragged to', async () => {
    const panel = await openStreaming();

    await panel.page.evaluate(`${scroller}.scrollTop -= 300`);
    await frames(panel);
    await stream(panel);

    await untilGap(panel, 'gap > 300');
  });

  it('keeps the place when the same chat is drawn again, and starts another one at its end', async () => {
    const panel = await openStreaming();
    await panel.conversation.hover();
    await panel.page.mouse.wheel(0, -700);
    await untilGap(panel, 'gap >= 600');
    await frames(panel);
    const paragraph = await topmostText(panel);

    const turns = [
      answered('old', 'Before', longText),
      turn({ parts: [{ kind: 'text', text: `${longText}\n\nEnd` }] }),
    ];
    await panel.snapshot(turns);
    await frames(panel);
    assert.equal(await topmostText(panel), paragraph);

    await panel.snapshot(turns, undefined, 'another chat');
    await untilGap(panel, 'gap < 2');
  });

  it('keeps the place deep in a long answer when the same chat is drawn again', async () => {
    const panel = await open();
    const turns = [
      answered('a', 'One', longText),
      answered('b', 'Two', longText.replaceAll('Paragraph', 'Section')),
      answered('c', 'Three', longText),
    ];
    await panel.snapshot(turns);
    await untilGap(panel, 'gap < 2');
    const section = panel.page.getByText('Section 60.', { exact: true });
    await panel.page.evaluate(`document.querySelectorAll('article')[3].scrollIntoView()`);
    await section.evaluate((element) => element.scrollIntoView());
    await frames(panel);

    await panel.snapshot(turns);
    await frames(panel);
    await frames(panel);

    const box = await section.boundingBox();
    assert.ok(Math.abs(box?.y ?? Number.NaN) < 3, `it is at ${box?.y} px`);
  });

  it('goes to a new question wherever it was', async () => {
    const panel = await openStreaming();
    await panel.conversation.focus();
    await panel.page.keyboard.press('Home');
    await untilGap(panel, `${scroller}.scrollTop === 0`);

    await panel.tell({ type: 'turnAdded', turn: turn({ id: 't2', prompt: 'Next', status: 'waiting' }) });

    await untilGap(panel, 'gap < 2');
    assert.equal(await panel.page.getByText('Waiting for Gemini').last().isVisible(), true);
  });

  it('brings a new question to the top of the view, and follows its answer once that is longer', async () => {
    const panel = await openStreaming();
    await panel.tell(
      { type: 'turnChanged', turnId: 't1', status: 'done' },
      {
        type: 'turnAdded',
        turn: turn({ id: 't2', prompt: 'Next', status: 'streaming', parts: [{ kind: 'text', text: '' }] }),
      },
    );
    const questionTop = `(document.querySelectorAll('.question')[2].getBoundingClientRect().top - ${scroller}.getBoundingClientRect().top)`;

    await panel.until(`Math.abs(${questionTop}) < 2`);
    await panel.tell({ type: 'partGrew', turnId: 't2', part: 0, text: 'A few words.\n\nAnd a few more.' });
    assert.ok(Math.abs(await panel.page.evaluate<number>(questionTop)) < 2);
    await panel.tell({ type: 'partGrew', turnId: 't2', part: 0, text: longText });
    await panel.until(`${questionTop} < -500`);
    await untilGap(panel, 'gap < 2');
  });

  it('leaves no empty room under an answer of a chat that is opened', async () => {
    const panel = await openStreaming();
    await panel.tell({ type: 'turnAdded', turn: turn({ id: 't2', prompt: 'Next', status: 'waiting' }) });

    await panel.snapshot([answered('a', 'Short', 'Answer')], undefined, 'another chat');

    assert.equal(await panel.page.evaluate(`${scroller}.scrollHeight > ${scroller}.clientHeight`), false);
  });

  it('has a way back to the end while that is out of sight, and follows again from there', async () => {
    const panel = await openStreaming();
    const jump = panel.button('Jump to Latest');
    assert.equal(await jump.isVisible(), false);
    await panel.conversation.hover();
    await panel.page.mouse.wheel(0, -600);
    await jump.waitFor();
    await stream(panel);

    await jump.click();

    await untilGap(panel, 'gap < 2');
    assert.equal(await jump.isVisible(), false);
    assert.equal(await panel.conversation.evaluate((element) => element === document.activeElement), true);
    await stream(panel);
    await untilGap(panel, 'gap < 2');
  });

  it('shows that way as an opaque button in the corner, only where there is more to see', async () => {
    const panel = await open();
    await panel.snapshot([answered('old', 'Before', longText)]);
    await panel.tell({ type: 'turnAdded', turn: turn({ prompt: 'Next', status: 'waiting' }) });
    await panel.tell({ type: 'partAdded', turnId: 't1', part: { kind: 'text', text: 'Short.' } });
    await panel.conversation.hover();
    await panel.page.mouse.wheel(0, -20);
    await frames(panel);
    // Below is nothing but room for the answer to grow.
    const jump = panel.button('Jump to Latest');
    assert.equal(await jump.isVisible(), false);

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: `\n\n${longText}` });

    await jump.waitFor();
    const [box, view] = [await jump.boundingBox(), await panel.conversation.boundingBox()];
    assert.ok(box && view);
    assert.deepEqual([box.width, box.height], [28, 28]);
    const right = await panel.page.evaluate<number>(
      `${scroller}.getBoundingClientRect().left + ${scroller}.clientWidth`,
    );
    assert.equal(right - box.x - box.width, 12);
    assert.match(await jump.evaluate((e) => getComputedStyle(e).backgroundColor), /^rgb\(/);
  });

  it('hides that way while it lies over what has the focus', async () => {
    const panel = await open();
    const link = `[${'long'.repeat(40)}](https://a.example)`;
    await panel.snapshot([answered('old', 'Before', `${link}\n\n`.repeat(60))]);
    await panel.conversation.hover();
    await panel.page.mouse.wheel(0, -600);
    const jump = panel.button('Jump to Latest');
    await jump.waitFor();

    const focusAt = (above: number) =>
      panel.page.evaluate(`(() => {
        const { bottom } = ${scroller}.getBoundingClientRect();
        const links = [...document.querySelectorAll('.answer a')];
        links.find((one) => one.getBoundingClientRect().bottom > bottom - ${above}).focus({ preventScroll: true });
      })()`);
    await focusAt(30);
    assert.equal(await jump.isVisible(), false);
    await focusAt(200);
    assert.equal(await jump.isVisible(), true);
  });

  it('stays where a finger took it', async () => {
    const panel = await openStreaming();
    const before = await top(panel);
    const touch = (type: string, y: number) => `{
      const touch = new Touch({ identifier: 1, target: ${scroller}, clientX: 50, clientY: ${y} });
      ${scroller}.dispatchEvent(new TouchEvent('${type}', { touches: [touch] }));
    }`;

    await panel.page.evaluate(`${touch('touchstart', 300)} ${touch('touchmove', 290)}`);
    await stream(panel);
    const followed = await top(panel);
    assert.ok(followed > before);

    await panel.page.evaluate(`${touch('touchstart', 300)} ${touch('touchmove', 310)}`);
    await stream(panel);
    assert.equal(await top(panel), followed);
  });

  it('keeps the end in view when the view is made narrower', async () => {
    const panel = await openStreaming();

    await panel.page.setViewportSize({ width: 240, height: 400 });

    await untilGap(panel, 'gap < 2');
  });

  function topmostText(panel: PanelPage): Promise<string> {
    return panel.page.evaluate<string>(`document.elementFromPoint(60, 20).textContent.slice(0, 40)`);
  }
});
