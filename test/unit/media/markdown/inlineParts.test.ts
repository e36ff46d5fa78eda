import assert from 'node:assert/strict';
import { longestPart, readParts } from '../../../../media/markdown/inlineParts';
import type { Inline } from '../../../../media/markdown/inlines';
import { readInlines } from '../../../../media/markdown/readInlines';
import { budget } from '../../../budget';
import { longParagraph, randomNumbers } from './snippets';

describe('A long paragraph', function () {
  this.timeout(20_000);

  it('means in parts what it means as a whole', () => {
    for (let seed = 0; seed < budget(20, 6); seed++) {
      const text = longParagraph(randomNumbers(seed));
      const parts = readParts(text, {});
      assert.ok(parts.length > 3, `seed ${seed}: ${parts.length} parts`);
      assert.deepEqual(joined(parts.flat()), readInlines(text, {}).inlines, `seed ${seed}`);
    }
  });

  it('is read in parts of a bounded length and loses no character, whatever it leaves open', () => {
    const texts = ['[', '[ ', '*a _b ', '`', '![a](', '~~a ', 'x', '\ud83d\ude00', '<a ', 'https://a.test/', '**x** ['];
    for (const text of texts) {
      const long = text.repeat(budget(30_000, 10_000) / text.length);
      const parts = readParts(long, {}).map(textOf);
      assert.equal(parts.join(''), textOf(joined(readParts(long, {}).flat())), text);
      assert.ok(parts.join('').length >= long.replaceAll('**x**', 'x').length, text);
      for (const part of parts) assert.ok(part.length <= longestPart, text);
      assert.doesNotMatch(parts.join('|'), /[\ud800-\udbff]\|/, text);
    }
  });
});

/** Texts that stand side by side are one text, as they are on the page. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') {
      result.splice(-1, 1, { kind: 'text', text: last.text + inline.text });
    } else result.push(inline);
  }
  return result;
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'footnote') return '';
      return 'children' in inline ? textOf(inline.children) : inline.text;
    })
    .join('');
}
