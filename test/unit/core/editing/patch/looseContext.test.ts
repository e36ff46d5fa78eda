import assert from 'node:assert/strict';
import { applyPatch } from '../../../../../src/core/editing/patch/applyPatch';
import { hunk, patchedLines } from './patching';

const file = ['a', 'b', 'c', 'd', 'e'];
const changed = ['a', 'b', 'C', 'd', 'e'];
const change = ['-c', '+C'];

describe('a hunk whose context is not that of the file', () => {
  for (const [what, lines] of [
    ['one line above', [' ?', ...change, ' d']],
    ['one line below', [' b', ...change, ' ?']],
    ['two lines above', [' ?', ' ??', ...change]],
    ['two lines below', [...change, ' ?', ' ??']],
    ['two lines at each end', [' ?', ' ??', ' b', ...change, ' d', ' ?', ' ??']],
    ['a line above that is right, and one that is not', [' ?', ' b', ...change]],
  ] as const) {
    it(`fits with ${what} let go`, () => assert.deepEqual(patchedLines(file, hunk(lines)), changed));
  }

  for (const [what, lines] of [
    ['three lines above', [' ?', ' ??', ' ???', ...change]],
    ['three lines below', [...change, ' ?', ' ??', ' ???']],
    ['a line above that it takes away', ['-?', ...change]],
    ['a line below that it takes away', [...change, '-?']],
    ['a line between those it changes', ['-b', ' ?', ...change]],
    ['a line beyond one that it takes away', ['-?', ' b', ...change]],
    ['all but a bracket', [' ?', '-}', '+});']],
  ] as const) {
    it(`does not fit where that would be ${what}`, () => {
      assert.equal(patchedLines([...file, '}'], hunk(lines)), 'doesNotFit 1');
    });
  }

  it('replaces the lines that are left of it alone', () => {
    assert.deepEqual(applyPatch(file, [hunk([' ?', ' b', ...change, ' ?'])], 'typescript'), {
      kind: 'patched',
      replacements: [{ start: 1, end: 3, contents: ['b', 'C'] }],
    });
  });

  it('goes by its number to the line behind those that were let go', () => {
    const twins = ['p', 'x', 'q', 'x', 'r'];
    assert.deepEqual(patchedLines(twins, hunk([' ?', '-x', '+y'], { oldStart: 3 })), ['p', 'x', 'q', 'y', 'r']);
    assert.equal(patchedLines(twins, hunk([' ?', '-x', '+y'], { oldStart: 2 })), 'ambiguous 1');
  });

  it('does not move the hunks behind it', () => {
    const twins = ['a', 'b', 'x', 'x', 'x', 'x'];
    const [first, second] = [hunk([' ?', '-b', '+B'], { oldStart: 1 }), hunk(['-x', '+y'], { oldStart: 4 })];
    assert.deepEqual(patchedLines(twins, first, second), ['a', 'B', 'x', 'y', 'x', 'x']);
  });
});

describe('the line break at the end of a file', () => {
  const finalBreak = (contents: readonly string[], ...hunks: Parameters<typeof hunk>[0][]) => {
    const result = applyPatch(
      contents,
      hunks.map((lines) => hunk(lines)),
      'typescript',
    );
    assert.ok(result.kind === 'patched');
    return result.finalBreak;
  };

  it('goes, comes or stays as the last hunk says', () => {
    assert.equal(finalBreak(['a', 'b'], ['-b', '+c\\']), false);
    assert.equal(finalBreak(['a', 'b'], ['-b\\', '+c']), true);
    assert.equal(finalBreak(['a', 'b'], ['-b\\', '+c\\']), false);
    assert.equal(finalBreak(['a', 'b'], ['-a', ' b\\']), false);
    assert.equal(finalBreak(['a', 'b'], ['+c', '-b\\']), true);
    assert.equal(finalBreak(['a', 'b'], ['-b', '+c']), undefined);
    assert.equal(finalBreak(['a', 'b'], ['-b\\', '+c', '+d']), true);
  });

  it('is not said by a hunk that does not reach the end', () => {
    assert.equal(finalBreak(['a', 'b'], ['-a', '+c\\']), undefined);
    assert.equal(finalBreak(['a', 'b'], ['-b', '+c\\'], ['-a', '+d']), false);
    assert.ok(!('finalBreak' in applyPatch(['a'], [hunk(['-a', '+b'])], 'typescript')));
  });
});
