import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { runSeed } from '../../budget';
import { plainHtml } from '../media/markdown/html';
import { modelTexts } from '../media/markdown/modelTexts';
import { randomDocument, randomNumbers } from '../media/markdown/snippets';
import { extensionExamples, specExamples } from '../media/markdown/specExamples';

const seed = runSeed;

/** The library as it is, with HTML as text and bare addresses as links. */
const plain = new MarkdownIt({ html: false, linkify: true, maxNesting: 50 });
plain.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
plain.core.ruler.disable('linkify');
plain.normalizeLinkText = (url) => url;

/** What a document must hold for any rule in docs/markdown-differences.md to matter. */
const triggers: readonly RegExp[] = [
  // A fence of Markdown, and another one in it.
  /(?:`{3}|~{3})\s*(?:md|markdown|mdx)/i,
  /[\u1100-\uffff]/,
  /<br/i,
  /\$|\\[()[\]]/,
  /\[\^/,
];

/** A line that may begin more lists and quotes than one of the two reads. */
const deepLine = /(?:>[ \t]*|(?:[-*+]|\d+[.)])[ \t]+){15}/;

function hasTrigger(markdown: string): boolean {
  return triggers.some((trigger) => trigger.test(markdown)) || hasLongRow(markdown);
}

/** Whether a row may have more cells than the head of its table. */
function hasLongRow(markdown: string): boolean {
  const lines = markdown.split('\n');
  const heads = lines.filter((line) => /^[\s>*+-]*[|:-][\s|:-]*$/.test(line)).map(cellsIn);
  return lines.some((line) => line.includes('|') && cellsIn(line) > Math.min(...heads));
}

function cellsIn(line: string): number {
  const cells = line.trim().split('|');
  return cells.length - (cells[0] === '' ? 1 : 0) - (cells.at(-1) === '' ? 1 : 0);
}

describe('The rules in which our Markdown differs', () => {
  it('change nothing of any other document', function () {
    this.timeout(60_000);
    console.log(`      seed ${seed}`);
    let compared = 0;
    for (let count = 0; compared < 2_000; count++) {
      const markdown = randomDocument(randomNumbers(seed + count));
      // Neither reads deeper than its limit, and the limits are not the same.
      if (hasTrigger(markdown) || markdown.length > 3_000 || deepLine.test(markdown)) continue;
      compared += 1;
      assert.equal(
        plainHtml(markdown),
        plainHtml(markdown, plain),
        `seed ${seed + count}: ${JSON.stringify(markdown)}`,
      );
    }
  });

  it('change nothing of what CommonMark and GitHub say that holds none of them', () => {
    for (const { markdown } of [...specExamples(), ...extensionExamples]) {
      if (plainHtml(markdown) !== plainHtml(markdown, plain)) assert.equal(hasTrigger(markdown), true, markdown);
    }
  });

  it('are all needed', () => {
    for (const [rule, examples] of Object.entries(modelTexts)) {
      // They stay what they are everywhere.
      if (rule === 'dollars that mark no formula') continue;
      const different = examples.filter(({ markdown }) => plainHtml(markdown) !== plainHtml(markdown, plain));
      assert.ok(different.length >= 4, `${rule}: ${different.length} of ${examples.length} examples differ`);
    }
  });
});
