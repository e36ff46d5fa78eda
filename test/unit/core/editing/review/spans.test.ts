import assert from 'node:assert/strict';
import { followed, healed, refound, type Span } from '../../../../../src/core/editing/review/spans';

/** Each span as `base>file×length`. */
const shown = (spans: readonly Span[]) => spans.map(({ base, file, length }) => `${base}>${file}×${length}`);
const span = (base: number, file: number, length: number): Span => ({ base, file, length });

describe('text that stays in a file, after a change', () => {
  const left = (spans: readonly Span[], offset: number, length: number, text: string, before = 'abcdefghij') =>
    shown(followed(spans, { offset, length, text }, before));
  const whole = [span(0, 0, 10)];

  it('is what lies before it and behind it', () => {
    assert.deepEqual(left(whole, 4, 0, 'XY'), ['0>0×4', '4>6×6']);
    assert.deepEqual(left(whole, 3, 2, ''), ['0>0×3', '5>3×5']);
    assert.deepEqual(left(whole, 0, 2, 'Q'), ['2>1×8']);
    assert.deepEqual(left(whole, 8, 2, 'Q'), ['0>0×8']);
    assert.deepEqual(left(whole, 0, 10, 'Q'), []);
    assert.deepEqual(left(whole, 0, 0, 'Q'), ['0>1×10']);
    assert.deepEqual(left(whole, 10, 0, 'Q'), ['0>0×10']);
  });

  it('moves only behind the change', () => {
    const two = [span(20, 0, 4), span(0, 4, 6)];
    assert.deepEqual(left(two, 4, 0, 'XYZ'), ['20>0×4', '0>7×6']);
    assert.deepEqual(left(two, 3, 2, 'X'), ['20>0×3', '1>4×5']);
    assert.deepEqual(left(two, 4, 6, ''), ['20>0×4']);
  });

  it('is not the same text in one line that was typed once more', () => {
    assert.deepEqual(left(whole, 3, 2, 'de'), ['0>0×3', '5>5×5']);
    // Nor where one line becomes several, or several become one.
    assert.deepEqual(left([span(0, 0, 6)], 3, 2, 'X\nb2', 'a1\nb2\n'), ['0>0×3', '5>7×1']);
    assert.deepEqual(left([span(0, 0, 6)], 0, 5, 'b2', 'a1\nb2\n'), ['5>2×1']);
  });

  it('is not a copy of lines that is pasted', () => {
    assert.deepEqual(left([span(0, 0, 9)], 6, 0, 'a1\nb2\n', 'a1\nb2\nc3\n'), ['0>0×6', '6>12×3']);
    assert.deepEqual(left([span(0, 0, 9)], 6, 2, 'a1\nb2\n', 'a1\nb2\nc3\n'), ['0>0×6', '8>12×1']);
  });

  it('is each line that is certainly the same where lines took the place of lines', () => {
    const text = 'a1\nb2\nc3\nd4\n';
    assert.deepEqual(left([span(0, 0, 12)], 0, 12, 'new\na1\nb2\nc3\nd4\n', text), ['0>4×12']);
    assert.deepEqual(left([span(100, 0, 12)], 0, 12, 'a1\nb2\nX\nd4\n', text), ['100>0×6', '109>8×3']);
    // A part of the lines alone is known.
    assert.deepEqual(left([span(103, 3, 6)], 0, 12, 'a1\nb2\nc3\nd4\nnew\n', text), ['103>3×6']);
    assert.deepEqual(left([span(0, 0, 12)], 3, 6, 'b2\r\nX\n', text), ['0>0×3', '9>9×3']);
    assert.deepEqual(left([span(0, 0, 12)], 3, 6, 'b2', text), ['0>0×3', '9>5×3']);
  });

  it('is found again after changes that nobody saw', () => {
    const [before, now] = ['a1\nb2\nc3\n', 'a1\nnew\nc3\n'];
    assert.deepEqual(shown(refound([span(50, 0, 9)], before, now)), ['50>0×3', '56>7×3']);
    assert.deepEqual(shown(refound([span(50, 1, 4), span(54, 7, 2)], before, now)), ['50>1×2', '54>8×2']);
  });
});

describe('spans that are neighbours again', () => {
  it('are one where the same text is between them on both sides', () => {
    assert.deepEqual(shown(healed([span(0, 0, 2), span(4, 4, 2)], 'abcdef', 'abcdef')), ['0>0×6']);
    assert.deepEqual(shown(healed([span(4, 4, 2), span(0, 0, 4)], 'abcdef', 'abcdef')), ['0>0×6']);
    assert.deepEqual(shown(healed([span(2, 2, 2)], 'abcdef', 'abcdef')), ['0>0×6']);
    assert.deepEqual(shown(healed([], 'ab', 'ab')), ['0>0×2']);
  });

  it('stay two where the text is another one', () => {
    assert.deepEqual(shown(healed([span(0, 0, 2), span(4, 4, 2)], 'abcdef', 'abXYef')), ['0>0×2', '4>4×2']);
    assert.deepEqual(shown(healed([span(0, 0, 2), span(2, 3, 2)], 'abcd', 'abXcd')), ['0>0×2', '2>3×2']);
    assert.deepEqual(shown(healed([span(0, 0, 2), span(3, 2, 1)], 'abcd', 'abd')), ['0>0×2', '3>2×1']);
    assert.deepEqual(shown(healed([], 'ab', 'cd')), []);
  });

  it('do not take lines that were moved away', () => {
    const spans = [span(0, 0, 2), span(4, 4, 2), span(2, 6, 2)];
    assert.deepEqual(shown(healed(spans, 'a\nb\nc\n', 'a\nb\nc\nb\n')), ['0>0×2', '4>4×2', '2>6×2']);
  });
});
