import assert from 'node:assert/strict';
import { code, merged, mergedFile } from './merging';

const file = ["import a from 'a';", '', ...code('f', 1), '', ...code('g', 1), '', 'run(', '  f,', ');', 'stop();'];

describe('a block whose parts have their places in a file', () => {
  it('takes the place of the parts with the same names, which are told', () => {
    assert.deepEqual(merged(file, [...code('g', 2), '', ...code('f', 3)]), {
      kind: 'merged',
      replacements: [
        { start: 2, end: 5, contents: code('f', 3) },
        { start: 6, end: 9, contents: code('g', 2) },
      ],
      names: ['g', 'f'],
      drops: [],
    });
  });

  it('changes nothing where it says what the file says, but for white space at the ends of lines', () => {
    const nothing = { kind: 'merged', replacements: [], names: [], drops: [] };
    assert.deepEqual(merged(file, file), nothing);
    assert.deepEqual(
      merged(
        file,
        code('f', 1).map((line) => `${line}  `),
      ),
      nothing,
    );
    const spaced = code('f', 1).map((line) => `${line}  `);
    assert.deepEqual(merged(file, spaced), nothing);
    assert.deepEqual(merged(spaced, code('f', 1)), nothing);
    assert.deepEqual(merged(file, ["import  a  from 'a';"]), nothing);
    assert.deepEqual(merged(file, ['// ...', ...code('f', 1), '// ...']), nothing);
    assert.deepEqual(mergedFile(file, code('f', 2)), file.with(3, '  return 2;'));
    const plant = ['def plant():', '    dig()', '    water()'];
    assert.deepEqual(mergedFile(plant, plant.slice(0, 2), 'python'), plant.slice(0, 2), 'a line less is a change');
  });

  it('finds a statement by its first line, with what is indented below it', () => {
    assert.deepEqual(mergedFile(file, ['run(', '  g,', ');']), file.with(11, '  g,'));
    assert.deepEqual(mergedFile(['  run(', '    f,', '  );'], ['run(', '  g,', ');']), ['  run(', '    g,', '  );']);
    assert.deepEqual(merged(file, ['stop();']).kind, 'merged');
    assert.deepEqual(merged(['if (a)', '  b();'], ['if (a)']), { kind: 'unplaced' }, 'a line is not all of it');
    assert.deepEqual(merged(['x(', 'y'], ['x(', '  z', ');']), { kind: 'unplaced' }, 'of one that does not end');
  });

  it('tells which methods go that it does not have', () => {
    const garden = ['class Garden {', ...code('f', 1, '  '), ...code('g', 1, '  '), ...code('h', 1, '  '), '}'];
    const result = merged(garden, ['class Garden {', ...code('g', 2, '  '), ...code('i', 2, '  '), '}']);
    assert.deepEqual(result.kind === 'merged' && [result.names, result.drops], [['Garden'], ['f', 'h']]);
    const whole = merged(garden, ['class Garden {', '  // ...', ...code('g', 2, '  '), '  // ...', '}']);
    assert.deepEqual(whole.kind === 'merged' && whole.drops, []);
  });

  it('is not certain where it leaves out what cannot be told', () => {
    assert.deepEqual(merged(file, ['function f() {', '  log();', '  // ...', '  log();', '}']), { kind: 'unfilled' });
  });
});

describe('a block without a place in a file', () => {
  it('has a name that several parts have', () => {
    const twins = ['class A {', ...code('f', 1, '  '), '}', 'class B {', ...code('f', 2, '  '), '}'];
    const result = merged(twins, ['f() {', '}']);
    assert.deepEqual(result.kind === 'ambiguous' && result.places.map(({ name, start, end }) => [name, start, end]), [
      ['f', 1, 4],
      ['f', 6, 9],
    ]);
  });

  it('is a statement that is there several times, or nowhere', () => {
    assert.deepEqual(merged([...file, 'stop();'], ['stop();']), { kind: 'unplaced' });
    assert.deepEqual(merged(file, ['start();']), { kind: 'unplaced' });
    assert.deepEqual(merged(file, ['}']), { kind: 'unplaced' }, 'brackets stand everywhere');
    assert.deepEqual(merged(file, [...code('f', 2), 'start();']), { kind: 'unplaced' });
  });

  it('has a part of the file twice, once inside of the other', () => {
    const garden = ['class Garden {', ...code('f', 1, '  '), '}', ...code('g', 1)];
    assert.deepEqual(merged(garden, ['class Garden {', ...code('f', 2, '  '), '}', 'f() {', '}']), {
      kind: 'unplaced',
    });
    assert.deepEqual(merged(garden, ['f() {', '}', 'class Garden {', '}']), { kind: 'unplaced' });
    assert.equal(merged(garden, [...code('g', 2), 'class Garden {', '}']).kind, 'merged', 'those that touch are two');
  });
});

describe('an import that the file has', () => {
  it('comes in no second time, however it is written there', () => {
    const nothing = { kind: 'merged', replacements: [], names: [], drops: [] };
    const [one, several] = [["import { a, b } from 'c';"], ['import { a,', "b } from 'c';"]];
    assert.deepEqual(merged(several, one), nothing);
    assert.deepEqual(merged(one, several), nothing);
    assert.deepEqual(merged(["import  { a, b }  from 'c';  "], one), nothing);
    assert.deepEqual(merged(one, ["import  { a, b } from 'c';  "]), nothing);
    assert.deepEqual(merged(one, [...one, ...one]), nothing, 'twice in the block');
  });
});

describe('a new import', () => {
  it('goes behind the last one of the file, with the others that are new', () => {
    const own = ["import b from 'b';", "import a from 'a';", "import c from 'c';"];
    assert.deepEqual(merged(file, own), {
      kind: 'merged',
      replacements: [{ start: 1, end: 1, contents: ["import b from 'b';", "import c from 'c';"] }],
      names: [],
      drops: [],
    });
    assert.deepEqual(mergedFile(['import a;', 'import b;', 'x();'], ['import c;']), [
      ...['import a;', 'import b;', 'import c;', 'x();'],
    ]);
  });

  it('has no place in a file without imports', () => {
    assert.deepEqual(merged(code('f', 1), ["import b from 'b';"]), { kind: 'unplaced' });
  });
});

describe('a new definition', () => {
  const n = code('n', 9);

  it('goes behind the part that it follows in the block, with the blank lines between', () => {
    assert.deepEqual(mergedFile(file, [...code('f', 1), '', '', ...n]), file.toSpliced(5, 0, '', '', ...n));
    assert.deepEqual(mergedFile(file, ['stop();', ...n]), [...file, ...n]);
    assert.deepEqual(mergedFile(file, ['stop();', ...n, '', ...code('m', 8)]), [...file, ...n, '', ...code('m', 8)]);
    assert.deepEqual(mergedFile(file, [...code('f', 1), '', ...n, '', ...code('m', 8), '', ...code('g', 2)]), [
      ...[...file.slice(0, 5), '', ...n, '', ...code('m', 8), '', ...code('g', 2)],
      ...file.slice(9),
    ]);
    assert.deepEqual(mergedFile(file, ['// ...', ...code('f', 1), ...n, '// ...']), file.toSpliced(5, 0, ...n));
    assert.deepEqual(mergedFile(file, [...code('f', 1), ...n, ...code('g', 1), ...code('m', 8)]), [
      ...[...file.slice(0, 5), ...n, ...file.slice(5, 9), ...code('m', 8), ...file.slice(9)],
    ]);
  });

  it('goes before a part that changes and begins where it goes, whichever comes first in the block', () => {
    const dense = [...code('f', 1), ...code('g', 1)];
    const changed = [...code('f', 1), ...n, ...code('g', 2)];
    assert.deepEqual(mergedFile(dense, [...code('g', 2), ...code('f', 1), ...n]), changed);
    assert.deepEqual(mergedFile(dense, changed), changed);
  });

  it('goes before the part that follows it, where none but imports stand before', () => {
    assert.deepEqual(mergedFile(file, [...n, '', ...code('g', 1)]), file.toSpliced(6, 0, ...n, ''));
    assert.deepEqual(mergedFile(file, ["import a from 'a';", '', ...n, '', '', ...code('f', 1)]), [
      ...[...file.slice(0, 2), ...n, '', '', ...file.slice(2)],
    ]);
    assert.deepEqual(mergedFile(file, ['// ...', ...n, ...code('g', 1)]), file.toSpliced(6, 0, ...n));
    assert.deepEqual(merged(file, [...n, 'stop();']), { kind: 'unplaced' });
    assert.deepEqual(merged(file, ['// ...', ...n, 'stop();']), { kind: 'unplaced' });
  });

  it('goes to the end of the file where all before it is left out', () => {
    assert.deepEqual(mergedFile([...file, '', ' '], ['// ...', '', '', ...n]), [...file, '', '', ...n, '', ' ']);
    assert.deepEqual(mergedFile(file, ['// ...', ...n]), [...file, '', ...n]);
    assert.deepEqual(merged(file, n), { kind: 'unplaced' });
    assert.deepEqual(merged(file, [...n, '// ...']), { kind: 'unplaced' });
    assert.deepEqual(merged(file, ['// ...', ...n, '// ...']), { kind: 'unplaced' });
  });

  it('is indented as the part beside it', () => {
    const garden = ['class Garden {', ...code('f', 1, '  '), '}'];
    const method = ['n() {', '    return 9;', '}'];
    assert.deepEqual(mergedFile(garden, ['f() {', '    return 1;', '}', '', ...method]), [
      ...[...garden.slice(0, 4), '', ...code('n', 9, '  '), '}'],
    ]);
    assert.deepEqual(mergedFile(garden, [...method, '', 'f() {', '    return 1;', '}']), [
      ...[garden[0] ?? '', ...code('n', 9, '  '), '', ...garden.slice(1)],
    ]);
  });

  it('is told by its name, and leaves nothing out', () => {
    const result = merged(file, [...code('f', 1), ...n]);
    assert.deepEqual(result.kind === 'merged' && result.names, ['n']);
    assert.deepEqual(merged(file, [...code('f', 1), 'function n() {', '  // ...', '}']), { kind: 'unplaced' });
  });
});
