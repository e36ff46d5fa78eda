import assert from 'node:assert/strict';
import {
  allSymbols,
  type CodeSymbol,
  guessedSymbols,
  symbolsAround,
  withPreamble,
} from '../../../../../src/core/editing/target/codeSymbols';
import { placeFinding } from '../../../../../src/core/editing/target/placeFinding';
import { unfitText } from '../../../../../src/core/editing/target/unfitText';

const symbol = (name: string, start: number, end: number, children: readonly CodeSymbol[] = []): CodeSymbol => ({
  name,
  label: `class ${name}`,
  start,
  end,
  isBlock: true,
  children,
});
const guessed = (lines: readonly string[], near = 0) =>
  guessedSymbols(lines.length, (line) => lines[line] ?? '', 'typescript', near);

describe('symbols of a document', () => {
  const symbols = [symbol('A', 0, 2), symbol('B', 2, 9, [symbol('c', 3, 5), symbol('d', 5, 8, [symbol('e', 6, 7)])])];
  const around = (start: number, end: number) => symbolsAround(symbols, { start, end }).map(({ name }) => name);

  it('are around the lines that all of them hold, from the outside', () => {
    assert.deepEqual(around(6, 7), ['B', 'd', 'e']);
    assert.deepEqual(around(5, 8), ['B', 'd']);
    assert.deepEqual(around(4, 6), ['B']);
    assert.deepEqual(around(2, 9), ['B']);
    assert.deepEqual(around(1, 3), []);
    assert.deepEqual(around(8, 10), []);
  });

  it('are listed with those inside of them', () => {
    assert.deepEqual(
      allSymbols(symbols).map(({ name }) => name),
      ['A', 'B', 'c', 'd', 'e'],
    );
  });

  it('are guessed with what is inside of them, and lists and single lines are no blocks', () => {
    const lines = [
      ...['class A {', '  // b', '  b() {', '    c();', '  }', '  d() { return 1; }', '}'],
      ...[
        'export const e = [',
        '  1,',
        '];',
        'const f = () => {',
        '  g();',
        '};',
        'let h = function () {',
        '  g();',
        '};',
      ],
    ];
    const shown = (all: readonly CodeSymbol[]): readonly unknown[] =>
      all.map(({ name, label, start, end, isBlock, children }) => {
        assert.equal(label, name);
        return [name, start, end, isBlock, ...shown(children)];
      });
    assert.deepEqual(shown(guessed(lines)), [
      ['A', 0, 7, true, ['b', 1, 5, true], ['d', 5, 6, false]],
      ['e', 7, 10, false],
      ['f', 10, 13, true],
      ['h', 13, 16, true],
    ]);
  });

  it('are guessed up to 2,000 lines away', () => {
    const lines = Array.from({ length: 4_002 }, (_, at) => (at % 2_000 === 1 || at === 0 ? `const a${at} = 1;` : ''));
    const names = (near: number) => guessed(lines, near).map(({ name }) => name);
    assert.deepEqual(names(2_000), ['a0', 'a1', 'a2001']);
    assert.deepEqual(names(2_001), ['a1', 'a2001']);
    assert.deepEqual(names(2_002), ['a2001', 'a4001']);
    assert.deepEqual(guessed(lines, 2_002)[1], {
      ...{ name: 'a4001', label: 'a4001', start: 4_001, end: 4_002, isBlock: false, children: [] },
    });
  });

  it('have up to 200 lines of comments above them', () => {
    const lines = ['', ...Array.from({ length: 201 }, () => '  // a'), '  b() {'];
    const start = (from: number, count: number) =>
      withPreamble({ start: from, end: from + 1 }, (line) => [...lines.slice(0, count), '  b() {'][line] ?? '').start;
    assert.equal(start(201, 201), 1);
    assert.equal(start(202, 202), 2);
    // A comment that is indented less belongs to something else.
    assert.deepEqual(
      withPreamble({ start: 1, end: 4 }, (line) => ['// a', '  b() {'][line] ?? ''),
      { start: 1, end: 4 },
    );
  });
});

describe('the line of a finding', () => {
  const lines = ['a();', '', 'b();', 'a();', '  ', 'a();'];
  const at = (line: number, code: string, ...ranges: readonly { readonly start: number; readonly end: number }[]) =>
    placeFinding({ line, code }, lines.length, (number) => lines[number] ?? 'beyond', ranges);

  it('is the nearest one that reads so, and of two the one above', () => {
    assert.equal(at(1, 'b();'), 2);
    assert.equal(at(5, 'a();'), 3);
    assert.equal(at(2, 'a();'), 0);
    assert.equal(at(0, 'a();'), 0);
    assert.equal(at(6, 'b();'), 2);
    assert.equal(at(6, 'beyond'), 5);
  });

  it('is its number where that was asked about, with both ends', () => {
    assert.equal(at(3, 'gone', { start: 2, end: 4 }), 2);
    assert.equal(at(4, 'gone', { start: 0, end: 1 }, { start: 2, end: 4 }), 3);
    assert.equal(at(5, 'gone', { start: 3, end: 4 }), 3);
    assert.equal(at(2, 'gone', { start: 2, end: 4 }), 2);
  });

  it('is the first one with text that was asked about, else its number', () => {
    assert.equal(at(1, 'gone', { start: 1, end: 3 }), 2);
    assert.equal(at(1, 'gone', { start: 4, end: 6 }, { start: 2, end: 3 }), 5);
    assert.equal(at(1, 'gone', { start: 4, end: 5 }, { start: 6, end: 9 }), 0);
    assert.equal(at(9, 'gone'), 5);
  });
});

describe('a text that is no code', () => {
  it('has more than a tenth of characters that nobody reads', () => {
    const share = (bad: string, count: number) => unfitText(bad.repeat(count) + 'a'.repeat(100 - count));
    for (const bad of ['\ufffd', '\u007f', '\u0001', '\u0006', '\u000e', '\u001a', '\u001c', '\u001f']) {
      assert.equal(share(bad, 10), undefined, JSON.stringify(bad));
      assert.equal(share(bad, 11), 'binary', JSON.stringify(bad));
    }
    for (const good of ['\u0007', '\b', '\t', '\n', '\v', '\f', '\r', '\u001b', ' ', '~', '\u0080', '\ufffc']) {
      assert.equal(share(good, 90), undefined, JSON.stringify(good));
    }
  });

  it('is judged by its first 8,000 characters', () => {
    assert.equal(unfitText(`${'a'.repeat(7_999)}\0`), 'binary');
    assert.equal(unfitText(`${'a'.repeat(8_000)}\0`), undefined);
    assert.equal(unfitText(`${'a'.repeat(8_000)}${'\u0001'.repeat(8_000)}`), undefined);
  });
});
