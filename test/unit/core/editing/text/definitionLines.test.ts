import assert from 'node:assert/strict';
import { definitionsIn, membersIn } from '../../../../../src/core/editing/text/definitions';

/** Name, first line and last line of each definition, counted from 1. */
const found = (languageId: string, ...contents: string[]) =>
  definitionsIn(contents, languageId).map(({ name, start, end }) => `${name} ${start + 1}-${end}`);

describe('the end of a definition', () => {
  for (const [what, languageId, contents, expected] of [
    ['is behind a comment at the margin', 'python', ['def a():', '    b()', '# c', '', '    d()', 'e()'], ['a 1-5']],
    ['is before a comment that follows', 'python', ['def a():', '    b()', '', '# c', 'e()'], ['a 1-2']],
    [
      'is behind a string at the margin',
      'python',
      ['def a():', '    b = """', 'x', '"""', '    c()', 'd()'],
      ['a 1-5'],
    ],
    [
      'is where its last bracket closes',
      'typescript',
      ['const a = f(() => {', '  b();', '}, [', '  c,', ']);'],
      ['a 1-5'],
    ],
    ['is behind a blank line that holds spaces', 'python', ['  def a():', '    b()', '  ', '    c()'], ['a 1-4']],
    ['is before a blank line that holds spaces', 'python', ['def a():', '    b()', '    ', 'c()'], ['a 1-2']],
    [
      'is where brackets close behind it, whatever opens and closes there',
      'typescript',
      ['const a = f(() => {', '  b();', '}, [c]);', '{', '  d();', '}'],
      ['a 1-3'],
    ],
    ['is the first line that closes it', 'typescript', ['function a() {', '  b();', '}', '}'], ['a 1-3']],
    ['is behind what goes on at its indentation', 'ruby', ['def a', '  b', 'ensure', '  c', 'end', 'end'], ['a 1-5']],
    ['is that of a shell function', 'shellscript', ['a() {', '  if b; then', '    c', '  fi', '}', 'd'], ['a 1-5']],
    ['is before a line that is indented less', 'python', ['  def a():', '    b()', 'else', '    c()'], ['a 1-2']],
    ['counts a tab as four spaces', 'python', ['    def a():', '\t\tb()', '\tc()'], ['a 1-2']],
    ['is that of the text', 'python', ['def a():', '    b()'], ['a 1-2']],
    ['is that of its own line', 'python', ['def a(): pass', 'b()'], ['a 1-1']],
  ] as const) {
    it(what, () => assert.deepEqual(found(languageId, ...contents), expected));
  }
});

describe('the beginning of a definition', () => {
  for (const [what, languageId, contents, expected] of [
    [
      'has all kinds of comments above it',
      'typescript',
      ['/*', ' * a', ' */', '// b', 'function c() {', '}'],
      ['c 1-6'],
    ],
    [
      'has a comment with stars, indented by tabs',
      'typescript',
      ['\t/**', '\t * a', '\t */', '\tb() {', '\t}'],
      ['b 1-5'],
    ],
    ['has its decorators', 'python', ['@a', '@b.c(1)', 'def d():', '    e()'], ['d 1-4']],
    ['has comments of two dashes, and no line of dashes', 'lua', ['---', '-- a', 'function b()', 'end'], ['b 2-4']],
    ['has attributes', 'rust', ['#[test]', '# a', 'fn b() {', '}'], ['b 1-4']],
    [
      'has no instruction of the preprocessor',
      'cpp',
      ['# pragma once', '#ifdef A', '// b', 'int c() {', '}'],
      ['c 3-5'],
    ],
    ['has no first line of a script', 'shellscript', ['#!/bin/sh', '# a', 'b() {', '}'], ['b 2-4']],
    ['has no comment behind a blank line', 'typescript', ['// a', '', 'function b() {', '}'], ['b 3-4']],
    ['has no comment that is indented less', 'typescript', ['// a', '  // b', '  function c() {', '  }'], ['c 2-4']],
    ['has no line of a string', 'python', ['a = """', '# b', '# c"""', 'def d():', '    e()'], ['a 1-3', 'd 4-5']],
  ] as const) {
    it(what, () => assert.deepEqual(found(languageId, ...contents), expected));
  }

  it('is known with the line of its name and its indentation', () => {
    assert.deepEqual(definitionsIn(['class A {', '  // b', '  c() {', '  }', '}'], 'typescript'), [
      { name: 'A', start: 0, head: 0, end: 5, indent: '' },
      { name: 'c', start: 1, head: 2, end: 4, indent: '  ' },
    ]);
    assert.deepEqual(definitionsIn(['', '# A', 'b'], 'quarto'), [{ name: 'A', start: 1, head: 1, end: 3, indent: '' }]);
  });
});

describe('the tables of a file of settings', () => {
  it('go up to the next one, among the settings', () => {
    assert.deepEqual(found('ini', 'a=1', '[b]', 'c=2', '', '', '[d]; e', 'f=3'), [
      ...['a 1-1', '[b] 2-3', 'c 3-3', '[d] 6-7', 'f 7-7'],
    ]);
    assert.deepEqual(found('toml', '[[bin]] # one', 'name = "a"', '[b.c]  ', '[d] e'), [
      ...['[[bin]] 1-2', 'name 2-2', '[b.c] 3-4'],
    ]);
    assert.deepEqual(found('properties', '[a]', 'b=1'), ['b 2-2']);
    assert.deepEqual(found('toml', '[a]', 'b = [1, 2]', '  ', '[c]'), ['[a] 1-2', 'b 2-2', '[c] 4-4']);
  });
});

describe('the members of a text', () => {
  const members = (...contents: string[]) => membersIn(contents, 'typescript');

  it('are its methods, classes and functions, and no values', () => {
    assert.deepEqual(
      members(
        'class A {',
        '  b: string;',
        '  c() {',
        '    const d = () => {',
        '    };',
        '  }',
        '}',
        'export let e = 1;',
      ),
      ['A', 'c'],
    );
    assert.deepEqual(members('function f() { const a = 1; }', 'g() { let b = 2; }'), ['f', 'g']);
    assert.deepEqual(
      members('export  const a = 1;', 'static  let b = 1;', 'pub  const c = 1;', 'pub const d = 1;'),
      [],
    );
    assert.deepEqual(members('static const a = 1;', 'pub static b = 1;', 'var c = {};', 'val d = 1'), ['b']);
  });

  it('are the keys of the object that it is', () => {
    const keys = ['  a: 1,', "  'b-c': 2,", '  "d" : 3,', '  $e: 4,', '  f::g,', '  h() {', '  },', '};'];
    for (const first of ['export const x = {', 'export default {', '  return {', 'f({', 'x = [ ']) {
      assert.deepEqual(members('', '  ', first, ...keys).slice(-5), ['h', 'a', 'b-c', 'd', '$e'], first);
    }
    assert.deepEqual(members('export default {', '  a() {', '    return b ? c : d;', '  },', '};'), ['a']);
    assert.deepEqual(members('g() {', ...keys), ['g', 'h']);
    assert.deepEqual(members('const x = { y: 1,', ...keys), ['h']);
    assert.deepEqual(members(), []);
  });
});
