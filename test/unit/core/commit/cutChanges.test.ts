import assert from 'node:assert/strict';
import { cutChanges } from '../../../../src/core/commit/cutChanges';
import type { ChangeStatus, FileChange } from '../../../../src/core/commit/fileChange';

/** A diff of lines of ten characters each. */
const tens = (count: number) => '+23456789\n'.repeat(count);
const file = (path: string, diff: string, status: ChangeStatus = 'changed'): FileChange => ({ path, status, diff });
/** How long each shown file is, and how many of its lines are missing. */
const cut = (changes: readonly FileChange[], budget?: number) =>
  cutChanges(changes, budget).shown.map(({ file: { path }, text, linesLeftOut }) => [path, text.length, linesLeftOut]);

describe('changes cut to size', () => {
  it('are whole where they just fit', () => {
    assert.deepEqual(cut([file('a', tens(30))], 300), [['a', 300, 0]]);
    assert.deepEqual(cut([file('a', tens(30))], 299), [['a', 290, 1]]);
  });

  it('are cut after the last line that fits', () => {
    for (const [budget, length, missing] of [
      [250, 250, 5],
      [249, 240, 6],
      [251, 250, 5],
    ] as const) {
      assert.deepEqual(cut([file('a', tens(30))], budget), [['a', length, missing]], String(budget));
    }
  });

  it('share evenly what small ones leave', () => {
    assert.deepEqual(cut([file('a', tens(100)), file('b', tens(10)), file('c', tens(100))], 1_000), [
      ['a', 450, 55],
      ['b', 100, 0],
      ['c', 450, 55],
    ]);
    assert.deepEqual(cut([file('a', tens(40)), file('b', tens(100))], 1_000), [
      ['a', 400, 0],
      ['b', 600, 40],
    ]);
  });

  it('are only named where less than 200 characters could be shown', () => {
    assert.deepEqual(cut([file('a', tens(30))], 200), [['a', 200, 10]]);
    assert.deepEqual(cutChanges([file('a', tens(30))], 199), {
      shown: [],
      named: [{ path: 'a', status: 'changed', why: 'tooMany' }],
    });
    assert.deepEqual(cut([file('a', tens(3))], 199), [['a', 30, 0]]);
  });

  it('of a file that is gone have 600 characters', () => {
    assert.deepEqual(cut([file('a', tens(60), 'deleted'), file('b', tens(61), 'deleted')]), [
      ['a', 600, 0],
      ['b', 600, 1],
    ]);
  });

  it('have lines of up to 1,000 characters', () => {
    const [shown] = cutChanges([file('a', `+${'x'.repeat(999)}\n-${'y'.repeat(1_000)}\n`)]).shown;
    assert.equal(shown?.text, `+${'x'.repeat(999)}\n-[a line of 1001 characters]\n`);
  });

  it('keep the order, and name what is only named', () => {
    const image: FileChange = { path: 'b.png', status: 'added', namedOnly: 'binary' };
    assert.deepEqual(cutChanges([file('c', '+a\n'), image, file('a', '+b\n')]), {
      shown: [
        { file: { path: 'c', status: 'changed' }, text: '+a\n', linesLeftOut: 0 },
        { file: { path: 'a', status: 'changed' }, text: '+b\n', linesLeftOut: 0 },
      ],
      named: [{ path: 'b.png', status: 'added', why: 'binary' }],
    });
  });
});
