import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { Answer } from '../../src/core/conversation/answer';
import { everyday } from '../budget';
import { sampleEvents } from '../unit/core/conversation/answerUnderTest';
import type { Fact, PanelPage } from './panelPage';
import { turn } from './turns';
import { usePanels } from './usePanels';

const names = globSync('test/fixtures/sse/*.sse')
  .map((file) => basename(file, '.sse'))
  .sort();

/** Opens the folds that are closed, and tells how many there were. */
const openFolds = `(() => {
  const folds = document.querySelectorAll('.answer-body details:not([open])');
  for (const fold of folds) fold.open = true;
  return folds.length;
})()`;

describe('Recorded answers in the panel', () => {
  const open = usePanels();

  /** What stands in the answer, folded parts included, as text. */
  const shown = async (panel: PanelPage): Promise<string> => {
    // What is in a fold may be made when it opens, and have folds of its own.
    let opened: number;
    do {
      await panel.rest();
      opened = await panel.page.evaluate<number>(openFolds);
    } while (opened > 0);
    const body = panel.page.locator('.answer-body');
    const media = await body.locator('img, audio, video, a[href], button').count();
    // How long a thought took is known only where it was seen.
    const text = (await body.allTextContents()).join(' ').replace(/Thought for (\d+ min )?\d+ s/g, 'Thoughts');
    return `${text.replace(/\s+/g, ' ')}\n${media} elements`;
  };

  async function streamed(name: string): Promise<{ readonly panel: PanelPage; readonly answer: Answer }> {
    const answer = new Answer();
    const changes = sampleEvents(name).flatMap((event) => answer.apply(event));
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming' })]);
    await panel.tell(...changes.map((change): Fact => ({ ...change, turnId: 't1' })));
    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done' });
    return { panel, answer };
  }

  for (const name of everyday(names, 14)) {
    it(`${name} looks after its stream as it does after a reload`, async () => {
      const { panel, answer } = await streamed(name);
      const before = await shown(panel);
      await panel.snapshot([turn({ parts: answer.parts })]);
      assert.equal(before, await shown(panel));
      const hasText = answer.parts.some((part) => part.kind !== 'thought' && part.kind !== 'text');
      assert.ok(!hasText || before.length > '\n0 elements'.length, 'nothing is shown');
    });
  }

  it('show each kind of tool, medium and citation', async () => {
    const { panel } = await streamed('31-every-other-type');
    const text = await shown(panel);
    for (const words of [
      'Looking it up',
      'Searched files',
      'The basil comes from the nursery by the canal.',
      'suppliers.pdf',
      'Searched Google Maps for “nursery by the canal”',
      'Canal Nursery',
      'Used orders of shop',
      '12 pots on order',
      'Looked up “basil wholesale”',
      'Processed data',
      'Used stock',
      'The shelf could not be read.',
      'They come from the Canal Nursery[1], as suppliers.pdf says[2].',
      'Gemini made a file (audio/wav)',
      'Gemini made a file (video/mp4)',
      'Gemini made a file (application/pdf)',
    ]) {
      assert.ok(text.includes(words), `${words} is missing in ${text}`);
    }
    assert.ok(!text.includes('Where do our basil plants come from?'), 'the question is not part of the answer');
  });
});
