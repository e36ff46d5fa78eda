import assert from 'node:assert/strict';
import { allSymbols, guessedSymbols, withPreamble } from '../../../../../src/core/editing/target/codeSymbols';

describe('guessedSymbols', () => {
  it('finds what is near a line of 100,000, with its number in the document', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => ['function f() {', '  return 1;', '}', ''][at % 4] ?? '');
    const found = guessedSymbols(lines.length, (line) => lines[line] ?? '', 'typescript', 50_001);
    assert.ok(allSymbols(found).some(({ start, end }) => start === 50_000 && end === 50_003));
    assert.ok(allSymbols(found).every(({ start }) => Math.abs(start - 50_001) <= 2_000));
  });

  it('finds nothing in one line of 5 MB, and does not look long', () => {
    const line = `const a=${'x=1;'.repeat(1_250_000)}`;
    assert.deepEqual(
      guessedSymbols(1, () => line, 'javascript', 0),
      [],
    );
  });
});

describe('the guessed symbols of a document', () => {
  const guessed = (lines: readonly string[], languageId: string) =>
    guessedSymbols(lines.length, (line) => lines[line] ?? '', languageId, 0);

  it('have those inside of them that end where they do', () => {
    const [garden, ...others] = guessed(['class Garden:', '    def water(self):', '        pass'], 'python');
    assert.deepEqual([garden?.name, garden?.children.map(({ name }) => name), others], ['Garden', ['water'], []]);
  });

  it('are blocks where they are functions, and not where they are values', () => {
    const isBlock = (...lines: readonly string[]) => guessed(lines, 'typescript').map((symbol) => symbol.isBlock);
    assert.deepEqual(isBlock('const beds = [', '  1,', '];'), [false]);
    assert.deepEqual(isBlock('  const beds = [', '    1,', '  ];'), [false]);
    assert.deepEqual(isBlock('export const beds = [', '  1,', '];'), [false]);
    assert.deepEqual(isBlock('const water = () => {', '  dig();', '};'), [true]);
    assert.equal(guessed(['def val():', '    dig()', '    water()'], 'python')[0]?.isBlock, true);
  });
});

describe('withPreamble', () => {
  it('adds comments and decorators that stand right above, and nothing from above an empty line', () => {
    const lines = ['// licence', '', '/** Doc. */', '@dec()', 'class A {', '}'];
    assert.deepEqual(
      withPreamble({ start: 4, end: 6 }, (line) => lines[line] ?? ''),
      { start: 2, end: 6 },
    );
    assert.deepEqual(
      withPreamble({ start: 0, end: 1 }, (line) => lines[line] ?? ''),
      { start: 0, end: 1 },
    );
  });
});
