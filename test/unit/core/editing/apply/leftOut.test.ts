import assert from 'node:assert/strict';
import { filled, hasPlaceholder } from '../../../../../src/core/editing/apply/fillPlaceholders';
import { code } from './merging';

const dots = '  // ...';
const [f, g, h] = ['f', 'g', 'h'].map((name) => code(name, 1, '  '));
const n = code('n', 9, '  ');
const h2 = code('h', 2, '  ');

type Lines = readonly (string | readonly string[] | undefined)[];
const garden = (...body: Lines) => ['class Garden {', ...body.flatMap((lines) => lines ?? []), '}'];
const made = (body: Lines, old: Lines) => filled(garden(...body), garden(...old), 'typescript');

describe('the blank lines around what a block leaves out', () => {
  const spaced = [f, '', g, '', h];
  const dense = [f, g, h];

  it('are those of the file between parts that are there', () => {
    assert.deepEqual(made([f, '', dots, '', h2], spaced), garden(f, '', g, '', h2));
    assert.deepEqual(made([f, '', dots, '', h2], dense), garden(f, g, h2));
    assert.deepEqual(made([f, dots, h2], spaced), garden(f, '', g, '', h2));
    assert.deepEqual(made(['', dots, h2], dense), garden(f, g, h2));
    assert.deepEqual(made([dots, '', g, '', dots], spaced), garden(f, '', g, '', h));
  });

  it('are those of the block around what is new, and none twice', () => {
    assert.deepEqual(made([dots, '', n, '', h2], spaced), garden(f, '', g, '', n, '', h2));
    assert.deepEqual(made([dots, '', n, '', h2], dense), garden(f, g, '', n, '', h2));
    assert.deepEqual(made([f, '', dots, '', n], spaced), garden(f, '', g, '', h, '', n));
    assert.deepEqual(made([n, '', dots], spaced), garden(n, '', f, '', g, '', h));
    assert.deepEqual(made([n, '', dots], ['', f, g]), garden(n, '', f, g));
    assert.deepEqual(made(['', n, dots, ''], dense), garden('', n, f, g, h));
    assert.deepEqual(made([n, '', dots, h2], dense), garden(n, '', f, g, h2));
    assert.deepEqual(made([f, n, '', dots, g], [f, g]), garden(f, n, '', g), 'nothing is left out');
    assert.deepEqual(made([n, '', dots], ['  ', f, g]), garden(n, '  ', f, g));
    assert.deepEqual(made([dots, '', n], [f, '  ']), garden(f, '  ', n));
  });

  it('stay at the end of the block', () => {
    assert.deepEqual(made([dots, h2, ''], dense), garden(f, g, h2, ''));
    assert.deepEqual(made([f, dots, h2, ''], dense), garden(f, g, h2, ''));
    assert.deepEqual(made([dots, h2], [...dense, '']), garden(f, g, h2));
  });
});

describe('what a block leaves out', () => {
  const old = ['function f() {', '  const a = 1;', '  if (a) {', '    b();', '    c();', '  }', '  return a;', '}'];
  const body = (...lines: readonly string[]) => filled(['function f() {', ...lines, '}'], old, 'typescript');

  it('is found by the statements beside it', () => {
    assert.deepEqual(body('  const a = 1;', dots), old);
    assert.deepEqual(body(dots, '  return a;'), old);
    assert.deepEqual(body('  const a = 1;', '  log();', dots, '  return a;'), undefined);
    assert.deepEqual(body('  log();', '  const a = 1;', dots), old.toSpliced(1, 0, '  log();'));
    assert.deepEqual(body(dots, '  return a;', '  log();'), old.toSpliced(7, 0, '  log();'));
    assert.deepEqual(body(dots, '  log();', '  return a;'), undefined);
  });

  it('is told apart from a comment of the file that only looks like a mark', () => {
    const own = '  // ... existing plants ...';
    assert.deepEqual(
      filled(['f() {', '  log();', own, '  a();', dots, '}'], ['f() {', own, '  a();', '  b();', '}'], 'typescript'),
      ['f() {', '  log();', own, '  a();', '  b();', '}'],
    );
    const inMiddle = ['f() {', '  a();', own, '  b();', '  c();', '}'];
    assert.deepEqual(
      filled(['f() {', dots, own, '  log();', '  b();', dots, '}'], inMiddle, 'typescript'),
      inMiddle.toSpliced(3, 0, '  log();'),
    );
  });

  it('is found beside a statement that reads as the name of a definition', () => {
    const ruby = ['class Garden', '  def water', '  end', '  water', 'end'];
    assert.deepEqual(filled(['class Garden', '  # ...', '  water', '  log', 'end'], ruby, 'ruby'), [
      ...[...ruby.slice(0, 4), '  log', 'end'],
    ]);
  });

  it('may be deeper, in a statement that the file has', () => {
    const inner = ['  const a = 1;', '  if (a) {', '    log();', '    b();', '    // ...', '  }', '  return a;'];
    assert.deepEqual(body(...inner), old.toSpliced(3, 0, '    log();'));
    assert.equal(body('  while (a) {', '    // ...', '  }'), undefined);
    for (const mark of ['    // ...', '    ...', '    plant({ ... });']) {
      assert.equal(made([dots, [...n.slice(0, 1), mark, '  }']], [f, g]), undefined, mark);
    }
  });

  it('keeps the comments and decorators of a method that is given without them', () => {
    const own = ['  // F.', '  @logged', ...(f ?? [])];
    assert.deepEqual(made([code('f', 2, '  '), dots], [own, g]), garden('  // F.', '  @logged', code('f', 2, '  '), g));
  });

  it('is not told where a mark stands beside code, or alone', () => {
    assert.equal(filled(['function f() { // ...', '  return a;', '}'], old, 'typescript'), undefined);
    assert.equal(body('  const a = { ... };', dots), undefined);
    assert.equal(body('  log(); // rest of the code unchanged', dots), undefined);
    assert.equal(filled(['// ...', ...old], old, 'typescript'), undefined);
    assert.equal(filled(['', '// ...'], old, 'typescript'), undefined);
    assert.equal(filled(['f() {', dots, '}'], [''], 'typescript'), undefined);
    assert.equal(filled(['function n() {', dots, '}'], [...code('f', 1), ...code('g', 2)], 'typescript'), undefined);
  });

  it('ends before the line that closes all', () => {
    for (const [languageId, head, mark, end] of [
      ['ruby', 'def f', '  # ...', 'end'],
      ['shellscript', 'if a; then', '  # ...', 'fi'],
      ['shellscript', 'for a in b; do', '  # ...', 'done'],
      ['shellscript', 'case a in', '  # ...', 'esac'],
      ['html', '<ul class="a">', '  <!-- ... -->', '</ul>'],
      ['typescript', 'test(() => {', '  // ...', '});'],
      ['typescript', 'const a = f([', '  // ...', ']),'],
    ] as const) {
      const whole = [head, '  a', '  b', end];
      assert.deepEqual(filled([head, '  a', mark, end], whole, languageId), whole, head);
      assert.deepEqual(filled([head, mark, '  b', end, ''], whole, languageId), [...whole, ''], head);
      assert.deepEqual(filled([head, '  a', mark, end, '  '], whole, languageId), [...whole, '  '], head);
      assert.deepEqual(filled([head, '  a', mark, end], [...whole, '  '], languageId), whole, head);
    }
    const arrow = ['const f = () => {', '  a();', '};'];
    assert.deepEqual(filled(['const f = () => {', dots, '}'], arrow, 'typescript'), arrow.with(2, '}'));
    assert.deepEqual(filled(['def f():', '    # ...', '    c()'], ['def f():', '    b()', '    c()'], 'python'), [
      ...['def f():', '    b()', '    c()'],
    ]);
  });

  it('is seen by a mark that the file does not have', () => {
    assert.ok(hasPlaceholder(['a', '  // ...'], ['a'], 'typescript'));
    assert.ok(hasPlaceholder(['f({ ... });'], [], 'typescript'));
    assert.ok(!hasPlaceholder(['a', '  // ...'], ['// ... '], 'typescript'));
    assert.ok(!hasPlaceholder(['a'], [], 'typescript'));
  });
});
