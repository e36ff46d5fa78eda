import assert from 'node:assert/strict';
import { guessedSymbols } from '../../../../../src/core/editing/target/codeSymbols';
import { codeTarget } from '../../../../../src/core/editing/target/codeTarget';

const lines = [
  '/** Keeps beds. */', // 0
  'class Garden {', // 1
  '  private beds = 1;', // 2
  '', // 3
  '  // Waters.', // 4
  '  water(litres: number) {', // 5
  '    const sum = litres + 1;', // 6
  '    return sum;', // 7
  '  }', // 8
  '}', // 9
  '', // 10
  'const sizes = [', // 11
  '  1,', // 12
  '];', // 13
];

/** `from` and `to` are `line:character`, counted from 0. */
function target(...selections: readonly (readonly [from: string, to: string])[]) {
  const place = (text: string) => {
    const [line = 0, character = 0] = text.split(':').map(Number);
    return { line, character };
  };
  const lineAt = (line: number) => lines[line] ?? '';
  const cursor = place(selections[0]?.[0] ?? '0:0').line;
  const symbols = guessedSymbols(lines.length, lineAt, 'typescript', cursor);
  return codeTarget(
    selections.map(([from, to]) => ({ start: place(from), end: place(to) })),
    symbols,
    lines.length,
    lineAt,
  );
}

describe('codeTarget', () => {
  it('takes whole lines of a selection, without one that it only touches the start of', () => {
    assert.deepEqual(target(['5:4', '8:0']), {
      found: 'selection',
      ranges: [{ start: 5, end: 8 }],
      enclosing: ['Garden', 'water'],
    });
  });

  it('names the columns where less than one line is selected', () => {
    assert.deepEqual(target(['6:10', '6:13']).fragment, { start: 10, end: 13 });
    assert.equal(target(['6:4', '6:27']).fragment, undefined);
    assert.equal(target(['6:10', '7:4']).fragment, undefined);
  });

  it('takes all selections, in order, joins those that touch, and leaves cursors out', () => {
    const found = target(['11:0', '13:2'], ['2:0', '2:5'], ['3:0', '3:0'], ['1:0', '2:2']);
    assert.deepEqual(found.ranges, [
      { start: 1, end: 3 },
      { start: 11, end: 14 },
    ]);
    assert.equal(found.fragment, undefined);
    assert.deepEqual(found.enclosing, []);
  });

  it('takes the innermost block around a cursor with the comments above it, and not a value inside', () => {
    assert.deepEqual(target(['6:12', '6:12']), {
      found: 'symbol',
      name: 'water',
      ranges: [{ start: 4, end: 9 }],
      enclosing: ['Garden'],
    });
    assert.equal(target(['2:3', '2:3']).name, 'Garden');
    assert.equal(target(['0:0', '0:0']).name, 'Garden');
    // At the outermost level a value is all there is to mean.
    assert.equal(target(['12:0', '12:0']).name, 'sizes');
  });

  it('takes the whole document where nothing stands around, or nothing is known of a cursor', () => {
    const whole = { found: 'file', ranges: [{ start: 0, end: 14 }], enclosing: [] };
    assert.deepEqual(target(['10:0', '10:0']), whole);
    assert.deepEqual(target(), whole);
  });
});
