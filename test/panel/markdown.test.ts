import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { budget, runSeed } from '../budget';
import { modelTexts } from '../unit/media/markdown/modelTexts';
import { extensionExamples, specExamples } from '../unit/media/markdown/specExamples';
import type { MarkdownMismatch } from './markdownMismatch';
import { markdownScript } from './markdownScript';
import { useBrowser } from './usePanels';

const seed = runSeed;
const cases = Number(process.env.CASES ?? budget(10_000, 500));
const batch = 500;
const paragraphs = budget(20, 5);

interface Pieces {
  readonly pieces: number;
  readonly mismatch: MarkdownMismatch | undefined;
}

describe('Markdown on the page', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  let page: Page;

  before(async () => {
    page = await browser().newPage();
    await page.addScriptTag({ content: await markdownScript() });
  });
  after(() => page?.context().close());

  it('is the same however it was cut, and what the parser makes of the whole', async () => {
    console.log(`      seed ${seed}, ${cases} cases`);
    for (let from = 0; from < cases; from += batch) {
      const script = `compareRandom(${seed + from}, ${Math.min(batch, cases - from)})`;
      const mismatch = await page.evaluate<MarkdownMismatch | undefined>(script);
      if (!mismatch) continue;
      const place = `seed ${mismatch.seed}: ${JSON.stringify(mismatch.chunks)}`;
      assert.equal(mismatch.streamed, mismatch.expected, place);
    }
  });

  it('is the same in pieces where a paragraph is long', async () => {
    for (let count = 0; count < paragraphs; count++) {
      const { pieces, mismatch } = await page.evaluate<Pieces>(`comparePieces(${seed + count})`);
      assert.equal(mismatch?.streamed, mismatch?.expected, `seed ${seed + count}`);
      assert.ok(pieces >= 3, `seed ${seed + count}: ${pieces} pieces`);
    }
  });

  it('is the same in pieces where a list, a quote or a table is long', async () => {
    const texts = ['- a\n', '> a\n>\n', '7. a\n', '- a\n  - b\n\n', '> - a\n', '| a |\n| - |\n| b |\n'].map((text) =>
      text.startsWith('|') ? text + '| c |\n'.repeat(500) : text.repeat(250),
    );
    assert.deepEqual(await page.evaluate<readonly MarkdownMismatch[]>(`compareTexts(${JSON.stringify(texts)})`), []);
  });

  it('is what CommonMark, its extensions and the rules of our own say', async () => {
    const examples = [...specExamples(), ...extensionExamples, ...Object.values(modelTexts).flat()];
    const texts = examples.map(({ markdown }) => markdown);
    assert.deepEqual(await page.evaluate<readonly MarkdownMismatch[]>(`compareTexts(${JSON.stringify(texts)})`), []);
  });
});
