import assert from 'node:assert/strict';
import { researchableLine } from '../../../../src/core/research/researchableLine';

describe('a line that can be researched', () => {
  it('names a dependency and its version', () => {
    const lines = [
      ['package.json', '    "left-pad": "^1.3.0",', 'left-pad ^1.3.0'],
      ['requirements.txt', 'requests==2.31.0', 'requests ==2.31.0'],
      ['Cargo.toml', 'serde = { version = "1.0", features = ["derive"] }', 'serde 1.0'],
      ['go.mod', '\tgithub.com/gin-gonic/gin v1.9.1', 'github.com/gin-gonic/gin v1.9.1'],
      ['pyproject.toml', '  "httpx>=0.27",', 'httpx >=0.27'],
      ['package.json', '"@types/node":">=20.1"', '@types/node >=20.1'],
      ['package.json', '  "a.b_c" : "1"', 'a.b_c 1'],
      ['requirements.txt', '  zope.interface ~= 5.4.* # why', 'zope.interface ~= 5.4.*'],
      ['requirements.txt', 'a===2', 'a ===2'],
      ['requirements.txt', 'a<2', 'a <2'],
      ['Cargo.toml', '  serde_json="^1"', 'serde_json ^1'],
      ['Cargo.toml', 'a = { path = "b", version="0.2" }', 'a 0.2'],
      ['go.mod', 'require golang.org/x/net v0.1.0-pre // why', 'golang.org/x/net v0.1.0-pre'],
      ['pyproject.toml', 'django = "^4.2"', 'django ^4.2'],
      ['pyproject.toml', 'ruff ~= 0.4', 'ruff ~= 0.4'],
    ] as const;
    for (const [file, line, text] of lines) {
      assert.deepEqual(researchableLine(line, file), { kind: 'dependency', text }, line);
    }
  });

  it('holds a note to do, or the error of a stack trace', () => {
    assert.deepEqual(researchableLine('  /* TODO: cache the answer */', 'a.ts'), {
      kind: 'todo',
      text: 'cache the answer',
    });
    assert.deepEqual(researchableLine('java.lang.NullPointerException: x is null', 'log.txt'), {
      kind: 'trace',
      text: 'java.lang.NullPointerException: x is null',
    });
  });

  it('names no dependency where the line has no version, or stands in another file', () => {
    for (const [file, line] of [
      ['package.json', '"name": "x"'],
      ['package.json', 'x "left-pad": "1"'],
      ['package.json', '"left pad": "1"'],
      ['requirements.txt', 'requests'],
      ['requirements.txt', '# requests==2'],
      ['requirements.txt', '1requests==2'],
      ['Cargo.toml', '[serde] = "1"'],
      ['Cargo.toml', 'edition = "new"'],
      ['go.mod', 'go 1.22'],
      ['go.mod', 'x y.com/a v1'],
      ['go.mod', 'module y.com/a'],
      ['pyproject.toml', 'name = "x"'],
      ['pyproject.toml', '# a >=1'],
      ['a.json', '"left-pad": "^1.3.0"'],
    ] as const) {
      assert.equal(researchableLine(line, file), undefined, line);
    }
  });

  it('says what is to be done, without the signs around it', () => {
    for (const [line, text] of [
      ['// FIXME(me) later', 'me) later'],
      ['<!-- XXX: a -->', 'a'],
      ['# HACK a b  ', 'a b'],
      ['/* TODO a */ b', 'a */ b'],
      ['/* TODO a */b', 'a */b'],
      ['// TODO a', 'a'],
      ['const TODO = 1;', '= 1;'],
    ] as const) {
      assert.deepEqual(researchableLine(line, 'a.ts'), { kind: 'todo', text }, line);
    }
    for (const line of ['TODOS a', 'myTODO a', '// TODO', '// TODO: ', '/* TODO */', '<!-- TODO: -->', 'todo a']) {
      assert.equal(researchableLine(line, 'a.ts'), undefined, line);
    }
  });

  it('is the error of a trace from its beginning to its end', () => {
    for (const line of [
      'TypeError: a is no function',
      'Uncaught RangeError',
      'Caused by: java.io.IOException: closed',
      'Exception in thread "main" a.b$c.DException: x',
      'pkg.MyError',
    ]) {
      assert.deepEqual(researchableLine(`  ${line}  `, 'log.txt'), { kind: 'trace', text: line }, line);
    }
    for (const line of ['a TypeError: x', 'typeError: x', 'TypeErrors: x', 'Exception in thread main a.BError']) {
      assert.equal(researchableLine(line, 'log.txt'), undefined, line);
    }
  });

  it('has at most 500 characters', () => {
    const line = (length: number) => `TODO ${'x'.repeat(length - 5)}`;
    assert.equal(researchableLine(line(500), 'a.ts')?.text, 'x'.repeat(495));
    assert.equal(researchableLine(line(501), 'a.ts'), undefined);
  });

  it('is none of ordinary code', () => {
    for (const line of [
      'const a = 1;',
      '"name": "x"',
      'throw new TypeError(message);',
      '',
      `TODO ${'x'.repeat(600)}`,
    ]) {
      assert.equal(researchableLine(line, 'a.ts'), undefined, line);
    }
    assert.equal(researchableLine('  "version": "1.0.0",', 'package.json'), undefined);
  });
});
