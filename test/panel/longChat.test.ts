import assert from 'node:assert/strict';
import type { TurnView } from '../../src/protocol/chat';
import type { PanelPage } from './panelPage';
import { answered, turn } from './turns';
import { usePanels } from './usePanels';

const paragraph =
  'Words that fill a line or two, with **some** of them in `code` and a [link](https://example.test/). ';
const text = Array.from({ length: 20 }, (_, at) => `## Part ${at}\n\n${paragraph.repeat(2)}\n\n- one\n- two\n`).join(
  '\n',
);
const scroller = `document.querySelector('.conversation')`;
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
const shown = `document.querySelectorAll('.answer:not(.is-waiting)').length`;

describe('A long chat', function () {
  this.timeout(60_000);
  const open = usePanels();
  const turns = (count: number): readonly TurnView[] =>
    Array.from({ length: count }, (_, at) => answered(`t${at}`, `Question ${at}`, `Answer ${at}.\n\n${text}`));

  async function openLong(count: number): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot(turns(count));
    return panel;
  }

  it('opens at its end without building what nobody sees', async () => {
    const panel = await open();
    const show = await panel.prepare({
      type: 'snapshot',
      chatId: 'long',
      turns: turns(500),
      state: {
        account: { key: 'present' },
        chat: { model: 'm', title: '', isPrivate: false, readOnly: false },
        window: {},
      },
    });

    await panel.page.evaluate(`window.startedAt = performance.now()`);
    await show();
    const ms = await panel.page.evaluate<number>(`new Promise((done) =>
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - startedAt))))`);

    const elements = await panel.page.evaluate<number>(`document.querySelectorAll('.turns *').length`);
    console.log(
      `      1,000 messages, ${Math.round((text.length * 500) / 1000)} KB: ${Math.round(ms)} ms, ${elements} elements`,
    );
    assert.equal(await panel.page.getByText('Answer 499.').isVisible(), true);
    assert.ok((await panel.page.evaluate<number>(shown)) < 20);
    await panel.until(`${scroller}.scrollHeight - ${scroller}.scrollTop - ${scroller}.clientHeight < 2`);
  });

  it('builds what the person comes near to, and keeps it', async () => {
    const panel = await openLong(15);
    await panel.conversation.hover();

    while ((await panel.page.evaluate<number>(`${scroller}.scrollTop`)) > 0) {
      await panel.page.mouse.wheel(0, -4_000);
      const isEmpty = `[...document.querySelectorAll('.answer.is-waiting')].some((answer) => {
        const { top, bottom } = answer.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      })`;
      await panel.until(`!(${isEmpty})`);
    }

    assert.equal(await panel.page.getByText('Answer 0.').isVisible(), true);
    assert.equal(await panel.page.evaluate<number>(shown), 15);
  });

  it('keeps what is read in its place while what is above is built', async () => {
    const panel = await openLong(40);
    await panel.conversation.hover();
    const before = await panel.page.evaluate<number>(shown);
    // Until the end is left it stays in view, also while what is near it comes to its true height.
    await panel.page.mouse.wheel(0, -200);
    await panel.until(`${scroller}.scrollHeight - ${scroller}.scrollTop - ${scroller}.clientHeight > 100`);
    await panel.page.evaluate(twoFrames);

    for (let step = 0; step < 40; step++) {
      await panel.page.evaluate(`
        window.read = [...document.querySelectorAll('.segment h2')].find((h) => h.getBoundingClientRect().top > 60);
        window.readTop = read.getBoundingClientRect().top;`);
      await panel.page.mouse.wheel(0, -200);
      await panel.until(`read.getBoundingClientRect().top !== readTop`);
      await panel.page.evaluate(twoFrames);
      const moved = await panel.page.evaluate<number>(`read.getBoundingClientRect().top - readTop`);
      assert.ok(Math.abs(moved - 200) < 3, `turn ${step} of the wheel by 200 px moved the text by ${moved} px`);
    }

    assert.ok((await panel.page.evaluate<number>(shown)) > before);
  });

  it('lays out only what is near the view of an answer as long as a book', async () => {
    const panel = await open();
    const parts = Array.from({ length: 800 }, (_, at) => `## Part ${at}\n\n${'Some words of it. '.repeat(25)}`);
    await panel.snapshot([answered('book', 'Write a book', parts.join('\n\n'))]);
    await panel.page.getByText('Part 799').waitFor();

    // The browser looks through what is side by side in every frame.
    assert.ok((await panel.page.evaluate<number>(`document.querySelector('.text').children.length`)) < 16);
    const laidOut = `[...document.querySelectorAll('.text h2')].filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length`;
    await panel.until(`${laidOut} < 150`);
    await panel.page.evaluate(`document.querySelector('.conversation').scrollTop = 0`);
    await panel.until(`document.querySelector('.text h2').checkVisibility({ contentVisibilityAuto: true })`);
    await panel.until(`${laidOut} < 200`);
  });

  it('costs no more for each piece of a growing answer, however long it is', async () => {
    const panel = await open();
    await panel.snapshot([
      ...turns(300),
      turn({ id: 'live', status: 'streaming', parts: [{ kind: 'text', text: '' }] }),
    ]);
    await panel.rest('idle');
    const built = await panel.page.evaluate<number>(shown);
    await panel.page.evaluate(`
      window.touched = new Set();
      new MutationObserver((records) => {
        for (const { target } of records) touched.add((target instanceof Element ? target : target.parentElement).closest('article'));
      }).observe(document.querySelector('.turns'), { subtree: true, childList: true, characterData: true });`);

    for (let piece = 0; piece < 5; piece++)
      await panel.tell({ type: 'partGrew', turnId: 'live', part: 0, text: ` more ${piece}` });

    assert.equal(await panel.page.evaluate('touched.size'), 1);
    assert.equal(await panel.page.evaluate<number>(shown), built);
  });
});
