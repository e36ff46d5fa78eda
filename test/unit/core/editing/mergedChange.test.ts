import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergedChange } from '../../../../src/core/editing/apply/mergedChange';
import { changedText, runs, texts } from './randomTexts';

const base = 'import os\n\ndef first():\n    return 1\n\ndef second():\n    return 2\n\ndef third():\n    return 3\n';
const theirs = base.replace('return 2', 'return 22').replace('return 3', 'return 33');

/** Text pieces of `base` and what stands there instead in the file here. */
const merged = (...edits: readonly (readonly [string, string])[]) => {
  const mine = edits.reduce((text, [from, to]) => text.replace(from, to), base);
  return { mine, text: mergedChange(base, theirs, mine) };
};

describe('a change of a sandbox, merged with one here', () => {
  it('goes with its lines, wherever they are by now', () => {
    const { mine, text } = merged(['import os\n', 'import os\nimport sys\n'], ['return 1', 'return 10']);
    assert.equal(text, mine.replace('return 2', 'return 22').replace('return 3', 'return 33'));
  });

  it('is not made by half where one of its lines is another here', () => {
    assert.equal(merged(['return 3', 'return 4']).text, undefined);
    assert.equal(merged(['    return 3\n', '']).text, undefined);
    assert.equal(merged(['import os', 'import sys'], ['def second():\n    return 2\n\n', '']).text, undefined);
  });

  it('is made once, where a part of it was taken over before', () => {
    const { mine, text } = merged(['return 2', 'return 22'], ['import os\n', '']);
    assert.equal(text, mine.replace('return 3', 'return 33'));
    assert.equal(mergedChange(base, theirs, theirs), theirs);
    assert.equal(merged(['return 2', 'return 22'], ['return 3', 'return 333']).text, undefined);
  });

  it('is not made where its line stands elsewhere, perhaps as another one', () => {
    const twins = 'a {\nx = 1\n}\nb {\nx = 1\n}\n';
    assert.equal(mergedChange(twins, twins.replace(/x = 1\n}\n$/, 'x = 2\n}\n'), 'a {\nx = 1\n}\n'), undefined);
  });

  it('is not made between lines that are not neighbours any more, and not over other line breaks', () => {
    assert.equal(mergedChange('a();\nb();\n', 'a();\nnew();\nb();\n', 'a();\nmine();\nb();\n'), undefined);
    assert.equal(mergedChange(base, theirs, base.replaceAll('\n', '\r\n')), undefined);
    assert.equal(mergedChange(base, base.replaceAll('\n', '\r\n'), base.replace('return 1', 'return 10')), undefined);
  });

  it('gives the proposal where nothing was changed here, and the file here where nothing was changed there', () => {
    const two = texts.chain((text) => fc.tuple(fc.constant(text), changedText(text)));
    fc.assert(
      fc.property(two, ([text, other]) => {
        if (text.startsWith('\uFEFF')) return;
        assert.equal(mergedChange(text, other, text), other);
        assert.equal(mergedChange(text, text, other), other);
      }),
      runs(200),
    );
  });

  it('loses no line that was written here', () => {
    const three = texts.chain((text) => fc.tuple(fc.constant(text), changedText(text), changedText(text)));
    fc.assert(
      fc.property(three, ([text, proposal, now]) => {
        const made = mergedChange(text, proposal, `mine, at the top\n${now}`);
        assert.ok(made === undefined || made.includes('mine, at the top'));
        const known = new Set([...linesOf(text), ...linesOf(proposal)]);
        const own = linesOf(now).filter((line) => !known.has(line));
        const kept = linesOf(made ?? now);
        assert.deepEqual(
          own.filter((line) => !kept.includes(line)),
          [],
        );
      }),
      runs(200),
    );
  });
});

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n|\r(?!\n))/);
}
