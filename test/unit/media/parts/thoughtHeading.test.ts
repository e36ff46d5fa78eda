import assert from 'node:assert/strict';
import { ThoughtHeading } from '../../../../media/parts/thoughtHeading';

function headingOf(...pieces: readonly string[]): string | undefined {
  const heading = new ThoughtHeading();
  for (const piece of pieces) heading.add(piece);
  return heading.text;
}

describe('ThoughtHeading', () => {
  it('is the newest line that is bold as a whole, or a heading', () => {
    assert.equal(headingOf('**Plan**\n\nI look.\n\n**Check the loop**\n\nIt ends.'), 'Check the loop');
    assert.equal(headingOf('# Plan\nText'), 'Plan');
    assert.equal(headingOf('I **look** at it.\n'), undefined);
    assert.equal(headingOf('**One** and **two**'), undefined);
  });

  it('is the same in whatever pieces the text comes', () => {
    const text = 'So.\n\n**Reading the code**\n\nHm.\n\n## And now **this**\n\nEnd';
    for (let size = 1; size < 9; size++) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      );
      assert.equal(headingOf(...pieces), 'And now **this**', String(size));
    }
  });

  it('changes when a heading is whole and not before', () => {
    assert.equal(headingOf('**Plan**\n\n**Chec'), 'Plan');
    assert.equal(headingOf('# Plan\n\n# Chec'), 'Plan');
  });

  it('takes no line that is longer than any heading', () => {
    assert.equal(headingOf(`**${'x'.repeat(500)}**\n`), undefined);
    assert.equal(headingOf(`**${'x'.repeat(150)}`, `${'y'.repeat(500)}`, '**\n'), undefined);
  });
});
