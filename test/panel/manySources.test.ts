import assert from 'node:assert/strict';
import type { PartGain } from '../../src/parts/answerChange';
import { citing } from './citing';
import type { PanelPage } from './panelPage';
import { turn } from './turns';
import { usePanels } from './usePanels';

describe('Sources of an answer of which hundreds come in one message', () => {
  const open = usePanels();
  const count = 400;
  /** A sentence of its own for each: what is not in its place would be seen. */
  const sentence = (at: number) => `Sentence ${at} says *what* page ${at % 7} says.`;
  const begin = Array.from({ length: count }, (_, at) => sentence(at));
  const text = begin.join('\n\n');
  const marked = begin.map((one, at) => `${one.replaceAll('*', '')}[${(at % 4) + 1}]`).join('\n\n');
  const citations = begin.map((one, at) => citing(text, one, (at % 4) + 1));

  /** The browser does not lay out what is far away, and then says no words of it. */
  const paragraphs = async (panel: PanelPage) =>
    (await panel.page.locator('.answer-body .text p').allTextContents()).join('\n\n');

  /** A page on which some of them are, and where the others come next. */
  async function gaining(): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: `${text}\n\n` }] })]);
    await panel.rest();
    await panel.tell({ type: 'partGained', turnId: 't1', part: 0, gain: { kind: 'text', citations } });
    await panel.until(`document.querySelector('.citation')`);
    return panel;
  }

  it('come each to its place, over several frames, while the text grows', async () => {
    const panel = await gaining();

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: 'And more.\n\nAnd' });
    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done' });
    await panel.rest();

    assert.equal(await paragraphs(panel), `${marked}\n\nAnd more.\n\nAnd`);
  });

  it('are all there although the answer ends meanwhile and goes on after its end', async () => {
    const panel = await gaining();
    await panel.tell(
      { type: 'turnChanged', turnId: 't1', status: 'done' },
      { type: 'turnChanged', turnId: 't1', status: 'streaming' },
      { type: 'partGrew', turnId: 't1', part: 0, text: 'The rest.' },
      { type: 'turnChanged', turnId: 't1', status: 'done' },
    );
    await panel.rest();

    assert.equal(await paragraphs(panel), `${marked}\n\nThe rest.`);
  });

  it('are all there although the text ends while those of a part of it are put', async () => {
    const long = Array.from({ length: 24 }, (_, at) => `${'It is told at length. '.repeat(70)}${sentence(at)}`);
    const whole = long.join('\n\n');
    const citations = long.map((_, at) => citing(whole, sentence(at), 1));
    const panel = await open();
    // As on a slow machine: each look at the clock takes so long that a frame has room for two steps.
    await panel.page.evaluate('{ let now = performance.now(); performance.now = () => (now += 4); }');
    await panel.snapshot([turn({ parts: [{ kind: 'text', text: `${whole}\n\n`, citations: citations.slice(1) }] })]);
    await panel.rest();

    // It is drawn from its beginning. When a part of it is there, the sources of that are put again.
    const growing = panel.tellInFrames([
      [
        { type: 'turnChanged', turnId: 't1', status: 'streaming' },
        { type: 'partGrew', turnId: 't1', part: 0, text: 'The rest.' },
        { type: 'turnChanged', turnId: 't1', status: 'done' },
      ],
    ]);
    await panel.until(`document.querySelectorAll('.answer-body p').length > ${citations.length / 2}`);
    const gain: PartGain = { kind: 'text', citations: citations.slice(0, 1) };
    await panel.tell({ type: 'partGained', turnId: 't1', part: 0, gain });
    await growing;
    await panel.rest();

    assert.equal(await panel.page.locator('.answer-body .citation').count(), citations.length);
  });

  it('are those of the answer that takes the place of theirs', async () => {
    const panel = await gaining();
    const other = 'It is so. Yes.';
    await panel.snapshot([turn({ parts: [{ kind: 'text', text: other, citations: [citing(other, 'so.', 1)] }] })]);
    await panel.rest();

    assert.equal(await paragraphs(panel), 'It is so.[1] Yes.');
  });
});
