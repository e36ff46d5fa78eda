import assert from 'node:assert/strict';
import { budget, runSeed } from '../../../budget';
import { plainHtml } from './html';
import { streamedHtml } from './htmlPage';
import { randomCuts, randomDocument, randomNumbers } from './snippets';
import { extensionExamples, specExamples } from './specExamples';

const seed = runSeed;
const cases = Number(process.env.CASES ?? budget(2_000, 250));

describe('A streamed answer', function () {
  this.timeout(120_000);

  it('is what the parser makes of the whole text, however it is cut', () => {
    console.log(`      seed ${seed}, ${cases} cases`);
    for (let count = 0; count < cases; count++) {
      const random = randomNumbers(seed + count);
      const text = randomDocument(random);
      const chunks = randomCuts(text, random);
      const partsFrom = random() < 0.7 ? 0 : undefined;
      assert.equal(streamedHtml(chunks, partsFrom), plainHtml(text), `seed ${seed + count}: ${JSON.stringify(chunks)}`);
    }
  });

  it('is what CommonMark says, example by example and character by character', () => {
    const examples = specExamples();
    assert.equal(examples.length, 652);
    let alike = 0;
    for (const { markdown, html } of examples) {
      const streamed = streamedHtml(markdown.split(''), 0);
      assert.equal(streamed, plainHtml(markdown), markdown);
      if (withoutBreaks(streamed) === withoutBreaks(html)) alike += 1;
    }
    console.log(`      ${alike} of ${examples.length} as in the specification`);
    // The others are about HTML, which is text here, and about links that are written in another way.
    assert.ok(alike >= 540, `only ${alike}`);
  });

  it('is what GitHub adds to it', () => {
    for (const { markdown, html } of extensionExamples) {
      assert.equal(streamedHtml(markdown.split(''), 0), html);
      assert.equal(streamedHtml([markdown]), html);
    }
  });
});

/** Where there is a line break between tags is a matter of taste. */
function withoutBreaks(html: string): string {
  return html.replace(/\s*(<\/?(?:p|h\d|ul|ol|li|blockquote|pre|hr|br)\b[^>]*?)\s*\/?>\s*/g, '$1>').trim();
}
