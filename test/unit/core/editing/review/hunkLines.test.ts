import assert from 'node:assert/strict';
import { type Hunk, hunkAt, hunksBetween, remainingHunks } from '../../../../../src/core/editing/review/hunks';
import { rangeOfHunks } from '../../../../../src/core/editing/review/movedRanges';
import { SourceText } from '../../../../../src/core/editing/text/sourceText';

const between = (base: string, proposal: string) => hunksBetween(SourceText.of(base), SourceText.of(proposal));
/** Each hunk as the lines of both sides: `b1-b2>p1-p2`. */
const shown = (hunks: readonly Hunk[]) =>
  hunks.map((hunk) => `${hunk.baseStart}-${hunk.baseEnd}>${hunk.proposalStart}-${hunk.proposalEnd}`);

const hunks = between('a\nb\nc\nd\ne\nf\n', 'a\nB\nB2\nc\ne\nnew\nf\n');
const [changed, gone, come] = hunks;

describe('the lines of hunks', () => {
  it('are counted on both sides', () => {
    assert.deepEqual(shown(hunks), ['1-2>1-3', '3-4>4-4', '5-5>5-6']);
    assert.deepEqual(rangeOfHunks(hunks), { start: 1, end: 5 });
    assert.deepEqual(rangeOfHunks([]), { start: 0, end: 0 });
  });

  it('lead to their hunk, on each side', () => {
    const found = (side: 'base' | 'proposal', count: number) =>
      Array.from({ length: count }, (_, line) => hunkAt(hunks, side, line)?.baseStart);
    const no = undefined;
    // Lines that only go or only come are found by both of their neighbours.
    assert.deepEqual(found('base', 7), [no, 1, no, 3, 5, 5, no]);
    assert.deepEqual(found('proposal', 8), [no, 1, 1, 3, 3, 5, no, no]);
  });

  it('move in the base with what was accepted, and in the proposal with what was rejected', () => {
    assert.ok(changed && gone && come);
    assert.deepEqual(shown(remainingHunks(hunks, [changed], 'accepted')), ['4-5>4-4', '6-6>5-6']);
    assert.deepEqual(shown(remainingHunks(hunks, [changed], 'rejected')), ['3-4>3-3', '5-5>4-5']);
    assert.deepEqual(shown(remainingHunks(hunks, [changed, gone], 'accepted')), ['5-5>5-6']);
    assert.deepEqual(shown(remainingHunks(hunks, [gone], 'rejected')), ['1-2>1-3', '5-5>6-7']);
    assert.deepEqual(shown(remainingHunks(hunks, [come], 'accepted')), ['1-2>1-3', '3-4>4-4']);
    assert.deepEqual(remainingHunks(hunks, hunks, 'rejected'), []);
  });

  it('change white space alone where all else is the same', () => {
    const isSpace = (base: string, proposal: string) => between(base, proposal).map((hunk) => hunk.whitespaceOnly);
    assert.deepEqual(isSpace('a b\n', 'a  b\t\n'), [true]);
    assert.deepEqual(isSpace('a b\n', 'a\nb\n'), [true]);
    assert.deepEqual(isSpace('a\n', 'a\n\n'), [true]);
    assert.deepEqual(isSpace('a\nb\n', 'a\n'), [false]);
  });
});
