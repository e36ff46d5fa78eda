import assert from 'node:assert/strict';
import type { CodeSymbol } from '../../../../../src/core/editing/target/codeSymbols';
import { codeTarget } from '../../../../../src/core/editing/target/codeTarget';

const symbol = (name: string, start: number, end: number, isBlock: boolean, ...children: CodeSymbol[]): CodeSymbol => ({
  ...{ name, start, end, isBlock, children },
  label: `the ${name}`,
});
const symbols = [symbol('A', 0, 6, true, symbol('b', 1, 5, true, symbol('c', 2, 4, false))), symbol('d', 7, 9, false)];

/** Four numbers each: line and character of both ends. */
const target = (...selections: readonly (readonly [number, number, number, number])[]) =>
  codeTarget(
    selections.map(([line, character, toLine, toCharacter]) => ({
      start: { line, character },
      end: { line: toLine, character: toCharacter },
    })),
    symbols,
    9,
    () => '  abc  ',
  );

describe('what a selection means', () => {
  it('is a part of its line where text stands beside it', () => {
    assert.deepEqual(target([2, 3, 2, 5]), {
      found: 'selection',
      ranges: [{ start: 2, end: 3 }],
      fragment: { start: 3, end: 5 },
      enclosing: ['the A', 'the b', 'the c'],
    });
    assert.deepEqual(target([2, 2, 2, 4]).fragment, { start: 2, end: 4 });
    for (const [from, to] of [
      [2, 5],
      [0, 7],
      [1, 6],
    ] as const) {
      assert.ok(!('fragment' in target([2, from, 2, to])), `${from} to ${to}`);
    }
  });

  it('is whole lines, without a last one of which nothing is selected', () => {
    assert.deepEqual(target([2, 3, 4, 0]).ranges, [{ start: 2, end: 4 }]);
    assert.deepEqual(target([2, 3, 4, 1]).ranges, [{ start: 2, end: 5 }]);
    assert.deepEqual(target([2, 0, 2, 3]).ranges, [{ start: 2, end: 3 }]);
  });

  it('is one range for those that touch or lie in each other', () => {
    assert.deepEqual(target([4, 0, 6, 0], [2, 0, 4, 0]).ranges, [{ start: 2, end: 6 }]);
    assert.deepEqual(target([2, 0, 8, 0], [3, 0, 4, 0]).ranges, [{ start: 2, end: 8 }]);
    assert.deepEqual(target([2, 0, 3, 0], [4, 0, 5, 0]).ranges, [
      { start: 2, end: 3 },
      { start: 4, end: 5 },
    ]);
    // Two parts of one line are that line.
    assert.deepEqual(target([2, 2, 2, 3], [2, 4, 2, 5]), {
      found: 'selection',
      ranges: [{ start: 2, end: 3 }],
      enclosing: ['the A', 'the b', 'the c'],
    });
  });

  it('is within what is around all of it', () => {
    assert.deepEqual(target([2, 0, 3, 0], [5, 0, 6, 0]).enclosing, ['the A']);
    assert.deepEqual(target([2, 0, 3, 0], [7, 0, 8, 0]).enclosing, []);
  });
});

describe('what a cursor means', () => {
  it('is the innermost block around it', () => {
    assert.deepEqual(target([2, 1, 2, 1]), {
      found: 'symbol',
      name: 'b',
      ranges: [{ start: 1, end: 5 }],
      enclosing: ['the A'],
    });
    assert.deepEqual(target([5, 0, 5, 0]), {
      found: 'symbol',
      name: 'A',
      ranges: [{ start: 0, end: 6 }],
      enclosing: [],
    });
  });

  it('is the outermost symbol where none is a block, or the document where there is none', () => {
    assert.equal(target([8, 0, 8, 0]).name, 'd');
    assert.deepEqual(target([6, 0, 6, 0]), { found: 'file', ranges: [{ start: 0, end: 9 }], enclosing: [] });
  });

  it('is that of the first one', () => assert.equal(target([8, 0, 8, 0], [2, 0, 2, 0]).name, 'd'));
});
