import assert from 'node:assert/strict';
import { inPlaceOf } from '../../../../../src/core/editing/apply/preamble';
import { unitsOf } from '../../../../../src/core/editing/apply/units';
import { extentOf } from '../../../../../src/core/editing/apply/wholeFile';

describe('the units of a text', () => {
  /** Kind, lines and name of each; the line it has its name in where that is not the first. */
  const found = (lines: readonly string[], languageId = 'typescript', isOwn = (_line: string) => false) =>
    unitsOf(lines, languageId, isOwn).map(
      ({ kind, start, end, head, name }) => `${kind} ${start}${head > start ? `(${head})` : ''}-${end} ${name}`,
    );

  it('are its imports, definitions and other statements, without the blank lines between', () => {
    assert.deepEqual(
      found([
        ...['', 'import {  a,', "  b } from 'c';", 'import d;', ' '],
        ...['// F.', 'function f() {', '  a();', '}', '', 'test(() => {', '  b();', '});', '  d();'],
      ]),
      [
        "import 1-3 import { a, b } from 'c';",
        'import 3-4 import d;',
        'definition 5(6)-9 f',
        'other 10-13 test(() => {',
        'other 13-14 d();',
      ],
    );
    assert.deepEqual(found([]), []);
  });

  it('are only the outermost ones', () => {
    assert.deepEqual(found(['class A {', '  f() {', '  }', '', '  g() {', '  }', '}']), ['definition 0-7 A']);
  });

  it('are marks of what is left out, unless these are lines of the file itself', () => {
    const lines = ['// ...', 'function f() {', '  // ...', '}', '  // ...'];
    assert.deepEqual(found(lines), ['placeholder 0-1 ', 'definition 1-4 f', 'placeholder 4-5 ']);
    assert.deepEqual(
      found(lines, 'typescript', (line) => line === '// ...'),
      ['definition 0(1)-4 f', 'placeholder 4-5 '],
    );
  });

  it('are no comments of a definition where a mark stands between', () => {
    assert.deepEqual(found(['// F.', '// ...', '// G.', 'function g() {', '}']), [
      'other 0-1 // F.',
      'placeholder 1-2 ',
      'definition 2(3)-5 g',
    ]);
  });

  it('are single lines where brackets stay open', () => {
    assert.deepEqual(found(['a(', 'b();']), ['other 0-1 a(', 'other 1-2 b();']);
  });
});

describe('a definition in place of its old form', () => {
  const made = (oldLines: readonly string[], lines: readonly string[]) => {
    const headOf = (all: readonly string[]) => all.findIndex((line) => /^\s*def /.test(line));
    const old = { start: 0, head: headOf(oldLines), end: oldLines.length };
    const unit = { start: 7, head: 7 + headOf(lines), end: 7 + lines.length };
    return inPlaceOf(old, oldLines, unit, lines);
  };

  it('has the comments and decorators that it brings, and the old ones that it does not', () => {
    for (const [old, lines, contents] of [
      [['# Old.', '@a'], [], ['# Old.', '@a']],
      [['# Old.', '@a'], ['# New.'], ['# New.', '@a']],
      [['@a', '# Old.'], ['# New.'], ['@a', '# New.']],
      [['# Old.', '@a'], ['@b'], ['# Old.', '@b']],
      [
        ['@a', '# Old.'],
        ['@b', '@c'],
        ['@b', '@c', '# Old.'],
      ],
      [
        ['@a', '# Old.'],
        ['# New.', '@b'],
        ['# New.', '@b'],
      ],
      [[], ['# New.'], ['# New.']],
    ] as const) {
      assert.deepEqual(made([...old, 'def f', ' 1'], [...lines, 'def f', ' 2']).contents, [...contents, 'def f', ' 2']);
    }
  });

  it('stands where the old form stood', () => {
    const old = { start: 3, head: 4, end: 6 };
    const file = ['x', 'y', 'z', '# Old.', 'def f', '  1', 'w'];
    assert.deepEqual(inPlaceOf(old, file, { start: 0, head: 0, end: 1 }, ['def f']), {
      start: 3,
      end: 6,
      contents: ['# Old.', 'def f'],
    });
  });

  for (const decorator of ['  @a', '#[test]', '#![allow(x)]', '[Fact]', '@Ärger', '@_x']) {
    it(`takes a line for a decorator: ${decorator}`, () => {
      assert.deepEqual(made([decorator, 'def f'], ['# New.', 'def f']).contents, [decorator, '# New.', 'def f']);
    });
  }

  for (const comment of ['# [a]', '// @a', '@1', '[1]', '#!x', 'x @a']) {
    it(`takes a line for a comment: ${comment}`, () => {
      assert.deepEqual(made([comment, 'def f'], ['# New.', 'def f']).contents, ['# New.', 'def f']);
    });
  }
});

describe('how much of a file a block is', () => {
  const f = (name: string) => [`function ${name}() {`, '  return 1;', '}'];
  const file = ["import a from 'a';", ...f('f'), ...f('g'), ...f('h')];
  const extent = (lines: readonly string[], contents: readonly string[] = file) =>
    extentOf(lines, contents, 'typescript');

  it('is all of it where it has everything, in whatever order, and more', () => {
    assert.equal(extent(file), 'file');
    assert.equal(extent([...f('x'), ...f('h'), ...f('g'), ...f('f'), "import  a  from 'a';"]), 'file');
    assert.equal(extent(['x();'], []), 'file');
    assert.equal(extent(['x();'], ['', '}']), 'file');
  });

  it('is perhaps all of it from three quarters on, where it begins as the file does', () => {
    assert.equal(extent(file.slice(0, -3)), 'maybeFile');
    assert.equal(extent(file.slice(0, -6)), 'part');
    assert.equal(extent([...f('f'), ...f('g'), ...f('h')]), 'part');
    assert.equal(extent([...f('x'), ...file.slice(0, -3)]), 'part');
    assert.equal(extent([...file.slice(0, -3), ...f('x')]), 'maybeFile');
    assert.equal(extent(['import a;', ...file.slice(1)]), 'part');
  });

  it('counts methods, statements and keys', () => {
    const own = ['class A {', ...f('f').map((line) => `  ${line.replace('function ', '')}`), '}', 'run();'];
    assert.equal(extent(own, own), 'file');
    assert.equal(extent(['class A {', '}', 'run();'], own), 'part');
    assert.equal(extent(own.slice(0, -1), own), 'part');
    assert.equal(extent(['x = {', '  a: 1,', '};'], ['x = {', '  a: 1,', '  b: 2,', '};']), 'part');
    const [head, ...values] = ["import a from 'a';", 'x = {', '  a: 1,', '  b: 2,', '};'];
    assert.equal(extent([head, ...values.toSpliced(2, 1)], [head, ...values]), 'maybeFile');
    assert.equal(extentOf(['def f', '  1', 'end'], ['def f', '  1', 'end', '', 'f'], 'ruby'), 'part');
  });

  it('counts comments that stand alone, although they look like marks', () => {
    assert.equal(extent(f('f'), ['// ... existing code ...', '', ...f('f')]), 'part');
  });
});
