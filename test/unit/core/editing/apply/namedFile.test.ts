import assert from 'node:assert/strict';
import { namesFile, pathInFirstLine } from '../../../../../src/core/editing/apply/namedFile';

describe('a path that an answer names', () => {
  for (const [named, path] of [
    ['src/a.ts', 'src/a.ts'],
    ['src/a.ts', 'packages/x/src/a.ts'],
    ['x/packages/src/a.ts', 'src/a.ts'],
    ['a.ts', 'src/a.ts'],
    ['./src//a.ts', 'src/a.ts'],
    ['src\\a.ts', 'src/a.ts'],
    ['/src/a.ts', 'src/./a.ts'],
    ['gr\u00f6\u00dfe.ts', 'gro\u0308\u00dfe.ts'],
  ] as const) {
    it(`can be that of ${path}: ${named}`, () => assert.ok(namesFile(named, path)));
  }

  for (const [named, path] of [
    ['lib/a.ts', 'src/a.ts'],
    ['src/b.ts', 'src/a.ts'],
    ['src/a.ts', 'a.ts/src'],
    ['aa.ts', 'a.ts'],
    ['src', 'src/a.ts'],
    ['', 'src/a.ts'],
    ['src/a.ts', './'],
  ] as const) {
    it(`cannot be that of ${path}: ${named || 'none'}`, () => assert.ok(!namesFile(named, path)));
  }
});

describe('the path in the first line of a block', () => {
  for (const [line, path] of [
    ['// src/a.ts', 'src/a.ts'],
    ['  //src/a.ts  ', 'src/a.ts'],
    ['# a.py', 'a.py'],
    ['-- db/a.sql', 'db/a.sql'],
    ['; a.ini', 'a.ini'],
    ['/* styles/a.css */', 'styles/a.css'],
    ['<!-- a.html -->', 'a.html'],
    ['// File: src/a.ts', 'src/a.ts'],
    ['# filename:a.py', 'a.py'],
    ['// `src/a.ts`', 'src/a.ts'],
    ['// app/[id]/(main)/a.tsx', 'app/[id]/(main)/a.tsx'],
    ['// src\\a.ts', 'src\\a.ts'],
    ['// @scope/a-b+c/a.test.ts', '@scope/a-b+c/a.test.ts'],
    ['// A-1.config', 'A-1.config'],
  ] as const) {
    it(`is ${path}: ${line}`, () => assert.equal(pathInFirstLine([line, 'x']), path));
  }

  for (const line of [
    'src/a.ts',
    '// and/or',
    '// src/a',
    '// Waters.',
    '// 1.5',
    '// a.configs',
    '// a.b.c',
    '// src/a.ts is new',
    '// see src/a.ts',
    '// path: src/a.ts',
    'x // src/a.ts',
    '// src/a.ts.',
    '',
  ]) {
    it(`is none: ${line}`, () => assert.equal(pathInFirstLine([line, '// src/a.ts']), undefined));
  }

  it('is none where there is no line', () => assert.equal(pathInFirstLine([]), undefined));
});
