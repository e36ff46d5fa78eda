import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LineRange } from '../../../../src/core/editing/ask/editTarget';
import { movedRanges } from '../../../../src/core/editing/review/movedRanges';
import { SourceText } from '../../../../src/core/editing/text/sourceText';
import { changedText, runs, texts } from './randomTexts';

const from = 'a\nb\nc\nd\ne\n';
const moved = (range: LineRange, to: string) => movedRanges([range], SourceText.of(from), SourceText.of(to))[0];

describe('ranges of a text that was changed', () => {
  it('move with the lines above them, and grow and shrink with their own', () => {
    assert.deepEqual(moved({ start: 1, end: 3 }, from), { start: 1, end: 3 });
    assert.deepEqual(moved({ start: 1, end: 3 }, 'x\ny\na\nb\nc\nd\ne\n'), { start: 3, end: 5 });
    assert.deepEqual(moved({ start: 1, end: 3 }, 'a\nB\nB2\nB3\nc\nd\ne\n'), { start: 1, end: 5 });
    assert.deepEqual(moved({ start: 1, end: 3 }, 'a\nd\ne\n'), { start: 1, end: 1 });
  });

  it('take in what was put at their ends, and leave alone what replaced their neighbours', () => {
    assert.deepEqual(moved({ start: 1, end: 3 }, 'a\nx\nb\nc\ny\nd\ne\n'), { start: 1, end: 5 });
    assert.deepEqual(moved({ start: 1, end: 3 }, 'A\nA2\nb\nc\nD\nD2\ne\n'), { start: 2, end: 4 });
  });

  it('take in all of a change that crosses their end', () => {
    assert.deepEqual(moved({ start: 1, end: 3 }, 'a\nb\nX\nY\nZ\ne\n'), { start: 1, end: 5 });
  });

  it('stand for a place that is empty', () => {
    assert.deepEqual(moved({ start: 2, end: 2 }, 'a\nb\nx\ny\nc\nd\ne\n'), { start: 2, end: 4 });
  });

  it('leave outside of them what was outside', () => {
    const cases = texts.chain((text) => fc.tuple(fc.constant(text), changedText(text), fc.nat(), fc.nat()));
    fc.assert(
      fc.property(cases, ([before, after, at, size]) => {
        const [source, result] = [SourceText.of(before), SourceText.of(after)];
        const start = at % (source.lines.length + 1);
        const end = Math.min(source.lines.length, start + (size % 6));
        const [range] = movedRanges([{ start, end }], source, result);
        assert.ok(range && 0 <= range.start && range.start <= range.end && range.end <= result.lines.length);
        // The range alone may differ where only the range was changed.
        const lines = [...source.lines.slice(0, start), 'new\n', 'newer\n', ...source.lines.slice(end)];
        const changed = source.withLines(lines);
        const [own] = movedRanges([{ start, end }], source, changed);
        assert.ok(own);
        assert.equal(changed.slice(0, own.start), source.slice(0, own.start));
        assert.ok(own.start <= start && own.end >= start + 2 - (end - start));
      }),
      runs(300),
    );
  });
});
