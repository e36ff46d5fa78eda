import assert from 'node:assert/strict';
import { applyPatch } from '../../../../../src/core/editing/patch/applyPatch';
import { hunk, patchedLines } from './patching';

const file = ['a', 'b', 'c', 'd', 'e'];

describe('the hunks of a patch', () => {
  it('each replace the lines they name, in whatever order they come', () => {
    const [first, second] = [hunk([' a', '-b', '+B', '+B2']), hunk(['-d', ' e'])];
    const changes = [
      { start: 0, end: 2, contents: ['a', 'B', 'B2'] },
      { start: 3, end: 5, contents: ['e'] },
    ];
    assert.deepEqual(applyPatch(file, [first, second], 'typescript'), { kind: 'patched', replacements: changes });
    assert.deepEqual(patchedLines(file, second, first), ['a', 'B', 'B2', 'c', 'e']);
  });

  it('may touch, but none has a line of another one', () => {
    assert.deepEqual(patchedLines(file, hunk([' a', '-b', '+B']), hunk(['-c', '+C', ' d'])), ['a', 'B', 'C', 'd', 'e']);
    assert.deepEqual(patchedLines(file, hunk(['-c', '+C', ' d']), hunk([' a', '-b', '+B'])), ['a', 'B', 'C', 'd', 'e']);
    assert.equal(patchedLines(file, hunk([' a', '-b', '+B', ' c']), hunk([' c', '-d', '+D'])), 'doesNotFit 2');
    assert.equal(patchedLines(file, hunk([' c', '-d', '+D']), hunk([' a', '-b', '+B', ' c'])), 'doesNotFit 2');
    assert.equal(patchedLines(file, hunk([' a', '-b', ' c']), hunk(['-e']), hunk(['-b', '+x'])), 'doesNotFit 3');
  });

  it('count as fitting where their lines are there already, and change nothing', () => {
    assert.deepEqual(patchedLines(file, hunk([' a', '-x', '+b']), hunk(['-d', '+D'])), ['a', 'b', 'c', 'D', 'e']);
    // What is there already counts before the hunk is tried with less context.
    assert.deepEqual(patchedLines(['a', 'c', 'z', 'b'], hunk([' a', '-b', '+c'])), ['a', 'c', 'z', 'b']);
    assert.deepEqual(patchedLines(['a', 'b', 'z', 'a', 'c'], hunk([' a', '-b', '+c'])), ['a', 'c', 'z', 'a', 'c']);
    assert.equal(patchedLines(['a', 'c', 'z', 'a', 'c'], hunk([' a', '-b', '+c'])), 'doesNotFit 1');
    assert.deepEqual(patchedLines(['a', 'c  '], hunk([' a', '-b', '+c'])), ['a', 'c  ']);
    assert.equal(patchedLines(['a', '  c'], hunk([' a', '-b', '+c'])), 'doesNotFit 1', 'indented otherwise');
    assert.equal(patchedLines(['a', '}'], hunk([' a', '-b', '+}'])), 'doesNotFit 1', 'a bracket says nothing');
  });

  it('fit by lines that have words, whatever brackets they name besides', () => {
    assert.deepEqual(patchedLines(['a {', '}', 'c'], hunk(['-a {', '-}', '+b'])), ['b', 'c']);
  });

  it('do not fit where they name lines and change none', () => {
    assert.equal(patchedLines(file, hunk([' a', ' b'])), 'doesNotFit 1');
  });

  it('fit lines that differ in white space, at their ends before that at their beginning', () => {
    const spaced = ['  a  ', '  b', 'a  ', 'b'];
    assert.deepEqual(patchedLines(spaced, hunk([' a', '-b', '+c'])), ['  a  ', '  b', 'a  ', 'c']);
    assert.deepEqual(patchedLines(spaced.slice(0, 2), hunk([' a', '-b', '+c'])), ['  a  ', '  c']);
  });

  it('indent what they add as the first line with words that the file has is indented there', () => {
    assert.deepEqual(patchedLines(['b', '    a'], hunk(['+if (c) {', '+  d', '+}', ' a'])), [
      ...['b', '    if (c) {', '        d', '    }', '    a'],
    ]);
    assert.deepEqual(patchedLines(['    a'], hunk(['+  n', ' a'])), ['        n', '    a']);
    const blank = ['{', '', '    a', '    c'];
    assert.deepEqual(patchedLines(blank, hunk([' ', ' a', '-c', '+b'])), blank.with(3, '    b'));
    assert.deepEqual(patchedLines(blank, hunk(['   ', ' a', '-c', '+b'])), blank.with(3, '    b'));
  });
});

describe('a hunk whose lines stand at several places', () => {
  const change = ['-x', '+y'];

  it('goes to the only place behind the hunks before it', () => {
    assert.deepEqual(patchedLines(['x', 'a', 'x'], hunk(['-a', '+A']), hunk(change)), ['x', 'A', 'y']);
    assert.deepEqual(patchedLines(['x', 'a', 'x'], hunk([' x', '-a', '+A']), hunk(change)), ['x', 'A', 'y']);
    assert.equal(patchedLines(['x', 'a', 'x', 'x'], hunk(['-a', '+A']), hunk(change)), 'ambiguous 2');
    assert.equal(patchedLines(['x', 'x', 'a'], hunk(['-a', '+A']), hunk(change)), 'ambiguous 2');
    assert.equal(patchedLines(['x', 'x'], hunk(change)), 'ambiguous 1');
  });

  it('goes behind the last one of the hunks before it, in whatever order they came', () => {
    const twins = ['x', 'a', 'x', 'b', 'x'];
    assert.deepEqual(patchedLines(twins, hunk(['-b', '+B']), hunk(['-a', '+A']), hunk(change)), [
      ...['x', 'A', 'x', 'B', 'y'],
    ]);
  });

  it('goes by its number, moved as far as the hunk before it was', () => {
    const twins = ['h', 'h', 'h', 'a', 'x', 'b', 'x', 'c', 'x'];
    const second = ['h', 'h', 'h', 'A', 'x', 'b', 'y', 'c', 'x'];
    assert.deepEqual(patchedLines(twins, hunk(change, { oldStart: 9 })), [...twins.slice(0, 8), 'y']);
    assert.equal(patchedLines(twins, hunk(change, { oldStart: 8 })), 'ambiguous 1');
    const [first, moved] = [hunk(['-a', '+A'], { oldStart: 1 }), hunk(change, { oldStart: 4 })];
    assert.deepEqual(patchedLines(twins, first, moved), second);
    const between = hunk(['-b', '+B']);
    assert.deepEqual(patchedLines(twins, first, between, moved), second.with(5, 'B'), 'and no number says nothing');
  });

  it('goes below the head that it names, if that is there once', () => {
    const twins = ['f() {', '  x', '}', '  g() {', '  x', '}'];
    assert.deepEqual(patchedLines(twins, hunk(['-  x', '+  y'], { section: ' g() { ' })), twins.with(4, '  y'));
    assert.deepEqual(patchedLines(twins, hunk(['-  x', '+  y'], { section: 'g(' })), twins.with(4, '  y'));
    assert.equal(patchedLines(twins, hunk(['-  x', '+  y'], { section: 'f() {' })), 'ambiguous 1');
    assert.equal(patchedLines(twins, hunk(['-  x', '+  y'], { section: 'h() {' })), 'ambiguous 1');
    assert.equal(patchedLines(['g', 'x', 'g', 'x'], hunk(change, { section: 'g' })), 'ambiguous 1');
    assert.equal(patchedLines(['x', 'g', 'x', 'g'], hunk(change, { section: 'g' })), 'ambiguous 1');
  });
});

describe('a hunk that only adds', () => {
  const added = ['+n'];

  it('goes behind the line of its number, moved as far as the hunk before it was', () => {
    assert.deepEqual(patchedLines(file, hunk(added, { oldStart: 2 })), ['a', 'b', 'n', 'c', 'd', 'e']);
    assert.deepEqual(patchedLines(file, hunk(added, { oldStart: 0 })), ['n', ...file]);
    assert.deepEqual(patchedLines(file, hunk(added, { oldStart: 5 })), [...file, 'n']);
    const [later, earlier] = [hunk(['-d', '+D'], { oldStart: 2 }), hunk(['-b', '+B'], { oldStart: 4 })];
    assert.deepEqual(patchedLines(file, later, hunk(added, { oldStart: 3 })), ['a', 'b', 'c', 'D', 'e', 'n']);
    assert.deepEqual(patchedLines(file, earlier, hunk(added, { oldStart: 2 })), ['n', 'a', 'B', 'c', 'd', 'e']);
    assert.equal(patchedLines(file, earlier, hunk(added, { oldStart: 1 })), 'doesNotFit 2');
  });

  it('does not fit behind the end of the file, or without a number', () => {
    assert.equal(patchedLines(file, hunk(added, { oldStart: 6 })), 'doesNotFit 1');
    assert.equal(patchedLines(file, hunk(added)), 'doesNotFit 1');
  });

  it('goes to the end of a file that is blank, whatever its number', () => {
    assert.deepEqual(patchedLines(['', ' '], hunk(added, { oldStart: 9 })), ['', ' ', 'n']);
    assert.deepEqual(patchedLines([], hunk(added)), ['n']);
    assert.equal(patchedLines(['', 'a'], hunk(added)), 'doesNotFit 1');
  });

  it('does not move the hunks behind it', () => {
    const twins = ['a', 'x', 'x', 'x'];
    const [insertion, change] = [hunk(added, { oldStart: 1 }), hunk(['-x', '+y'], { oldStart: 3 })];
    assert.deepEqual(patchedLines(twins, insertion, change), ['a', 'n', 'x', 'y', 'x']);
  });
});
