import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applied, outcome } from './applying';

const one = 'function one() {\n  return 1;\n}\n';
const two = 'function two() {\n  return 2;\n}\n';
const three = 'function three() {\n  return 3;\n}\n';
const header = "import a from 'a';\n\n";
const file = `${header}${one}\n${two}\n${three}`;

describe('Apply of a part of a file', () => {
  it('replaces the function of its name, and nothing else', () => {
    const block = 'function two() {\n  return 22;\n}';
    assert.equal(outcome({ file, block }), file.replace('return 2;', 'return 22;'));
    assert.equal(
      outcome({ file: file.replaceAll('\n', '\r\n'), block }),
      file.replace('return 2;', 'return 22;').replaceAll('\n', '\r\n'),
    );
  });

  it('replaces one Python function, and not the file', () => {
    const python = readFileSync('test/workspace/harvest.py', 'utf8');
    const block =
      'def first_week_with(amount: int) -> int:\n    return next(week for week in count() if harvest(week) >= amount)\n';
    const result = outcome({ file: python, block, path: 'harvest.py', languageId: 'python', language: 'python' });
    assert.match(result, /^"""How much a garden gives/);
    assert.match(result, /return next\(week for week/);
    assert.ok(!result.includes('while harvest(week)'));
    assert.match(result, /def report\(weeks: int\)[\s\S]*hundred plants/);
    assert.match(result, /count\(\) if harvest\(week\) >= amount\)\n\n\ndef report/);
  });

  it('replaces several functions, and adds new ones where they stand in the block', () => {
    const block =
      'function one() {\n  return 11;\n}\n\nfunction extra() {\n  return 4;\n}\n\nfunction three() {\n  return 33;\n}';
    assert.equal(
      outcome({ file, block }),
      `${header}function one() {\n  return 11;\n}\n\nfunction extra() {\n  return 4;\n}\n\n${two}\nfunction three() {\n  return 33;\n}\n`,
    );
  });

  it('adds new imports to the imports, and leaves those that are there', () => {
    const block = "import a from 'a';\nimport { b } from 'b';\n\nfunction two() {\n  return b(2);\n}";
    assert.equal(
      outcome({ file, block }),
      file.replace("'a';\n", "'a';\nimport { b } from 'b';\n").replace('return 2', 'return b(2)'),
    );
  });

  it('goes by the symbols of a language server where there are some', () => {
    const strange = 'weird two:\n  return 2\nother:\n  x\n';
    assert.equal(
      outcome({
        file: strange,
        block: 'def two\n  return 22',
        languageId: 'strange',
        symbols: [{ name: 'two', kind: 'Function', start: 0, end: 1 }],
      }),
      'def two\n  return 22\nother:\n  x\n',
    );
    assert.match(
      outcome({ file, block: 'function two() {\n}', symbols: [{ name: 'two', kind: 'Function', start: 70, end: 90 }] }),
      /function two\(\) \{\n\}\n/,
      'symbols of an older text do not count',
    );
  });

  it('puts a method into its class, indented as the class is', () => {
    const own = 'class Garden {\n\t/** Waters. */\n\t@log\n\twater() {\n\t\treturn 1;\n\t}\n\n\tdig() {\n\t}\n}\n';
    const block = 'water() {\n  if (this.dry) {\n    return 2;\n  }\n}';
    assert.equal(
      outcome({ file: own, block }),
      'class Garden {\n\t/** Waters. */\n\t@log\n\twater() {\n\t\tif (this.dry) {\n\t\t\treturn 2;\n\t\t}\n\t}\n\n\tdig() {\n\t}\n}\n',
    );
  });

  it('keeps a decorator the block leaves out, and takes the comment it brings', () => {
    const own = '# Old.\n@cache\ndef f():\n    return 1\n\n\nx = 2\n';
    const block = '# New.\ndef f():\n    return 3\n';
    assert.equal(
      outcome({ file: own, block, languageId: 'python' }),
      '# New.\n@cache\ndef f():\n    return 3\n\n\nx = 2\n',
    );
  });

  for (const [languageId, own, block, expected] of [
    [
      'python',
      'A = 1\n\ndef f(x):\n    return 1\n\nB = 2\n',
      'def f(x, y):\n    return y',
      'A = 1\n\ndef f(x, y):\n    return y\n\nB = 2\n',
    ],
    [
      'rust',
      'use a::b;\n\nfn f() -> u8 {\n    1\n}\n\nfn g() {}\n',
      'fn f() -> u16 {\n    2\n}',
      'use a::b;\n\nfn f() -> u16 {\n    2\n}\n\nfn g() {}\n',
    ],
    [
      'go',
      'package a\n\nfunc F() int {\n\treturn 1\n}\n\nfunc G() {}\n',
      'func F() int {\n    return 2\n}',
      'package a\n\nfunc F() int {\n\treturn 2\n}\n\nfunc G() {}\n',
    ],
    ['shellscript', '#!/bin/sh\na() {\n  b\n}\nc\n', 'a() {\n  d\n}', '#!/bin/sh\na() {\n  d\n}\nc\n'],
    ['css', '.a {\n  b: c;\n}\n.d {\n  e: f;\n}\n', '.d {\n  e: g;\n}', '.a {\n  b: c;\n}\n.d {\n  e: g;\n}\n'],
    ['yaml', 'a: 1\nb:\n  c: 2\nd: 3\n', 'b:\n  c: 4\n  e: 5', 'a: 1\nb:\n  c: 4\n  e: 5\nd: 3\n'],
    [
      'markdown',
      '# A\n\ntext\n\n## B\n\nold\n\n## C\n\nend\n',
      '## B\n\nnew\n',
      '# A\n\ntext\n\n## B\n\nnew\n\n## C\n\nend\n',
    ],
    [
      'sql',
      'create table a (\n  b int\n);\n\nselect 1;\n',
      'CREATE TABLE a (\n  b text\n);',
      'CREATE TABLE a (\n  b text\n);\n\nselect 1;\n',
    ],
    ['makefile', 'a:\n\tb\n\nc:\n\td\n', 'a:\n    e', 'a:\n\te\n\nc:\n\td\n'],
    [
      'typescript',
      "describe('a', () => {\n  x();\n});\n\nconst b = {\n  c: 1,\n};\n",
      'const b = {\n  c: 2,\n};',
      "describe('a', () => {\n  x();\n});\n\nconst b = {\n  c: 2,\n};\n",
    ],
  ] as const) {
    it(`finds the part without symbols in ${languageId}: ${block.split('\n')[0]}`, () => {
      assert.equal(outcome({ file: own, block, languageId, language: languageId }), expected);
    });
  }

  it('follows the indentation of the place in a file that mixes tabs and spaces', () => {
    const method = 'def f(self):\n    if self:\n        return 2\n    return 1\n';
    const spaced = 'def a():\n    x = 1\n    y = 2\n    return x\n\nclass A:\n';
    assert.equal(
      outcome({ file: `${spaced}\tdef f(self):\n\t\treturn 1\n`, block: method, languageId: 'python' }),
      `${spaced}\tdef f(self):\n\t\tif self:\n\t\t\treturn 2\n\t\treturn 1\n`,
    );
    const tabbed = 'def a():\n\tx = 1\n\ty = 2\n\tz = 3\n\treturn x\n\nclass A:\n';
    assert.equal(
      outcome({ file: `${tabbed}    def f(self):\n        return 1\n`, block: method, languageId: 'python' }),
      `${tabbed}    def f(self):\n        if self:\n            return 2\n        return 1\n`,
    );
  });
});

describe('Apply of a whole file', () => {
  it('replaces all when the block has all', () => {
    const block = `${header}${three}\n${one}\nconst x = 1;\n\n${two}`;
    assert.equal(outcome({ file, block }), block);
  });

  it('fills an empty file, and says nothing of one that reads like this', () => {
    assert.equal(outcome({ file: '\n', block: one }), one);
    assert.equal(outcome({ file: '', block: 'a' }), 'a\n');
    assert.equal(outcome({ file, block: file }), 'unchanged');
    assert.equal(outcome({ file, block: two }), 'unchanged');
    assert.equal(outcome({ file, block: ' \n' }), 'refused: emptyBlock');
  });

  it('refuses a block that names another file, in its head or in its first line', () => {
    assert.deepEqual(applied({ file, block: one, fileName: 'lib/other.ts' }), {
      kind: 'refused',
      reason: 'otherFile',
      paths: ['lib/other.ts'],
    });
    assert.equal(outcome({ file, block: `// lib/other.ts\n${one}` }), 'refused: otherFile');
    assert.equal(outcome({ file, block: `// src/app.ts\n\n${one}` }), 'unchanged');
    assert.equal(outcome({ file, block: one, fileName: 'app.ts' }), 'unchanged');
  });
});

describe('Apply to a selection', () => {
  it('puts the block in its place, indented as it is', () => {
    const own = 'class A {\n\tf() {\n\t\ta();\n\t\tb();\n\t}\n}\n';
    const block = 'if (c) {\n  d();\n}';
    assert.equal(
      outcome({ file: own, block, selection: { start: 2, end: 4 } }),
      'class A {\n\tf() {\n\t\tif (c) {\n\t\t\td();\n\t\t}\n\t}\n}\n',
    );
  });

  it('replaces the whole function when part of it is selected', () => {
    assert.equal(
      outcome({ file, block: two.replace('2;', '5;'), selection: { start: 7, end: 8 } }),
      file.replace('2;', '5;'),
    );
  });
});

describe('Apply of the small inputs that failed once', () => {
  it('a01: a diff is a patch', () => {
    const text = readFileSync('test/fixtures/apply/m13-diff-and-paths.md', 'utf8');
    const block = /```diff\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const app = "import a from 'a';\nconst port = 80;\nstart(port);\n";
    assert.equal(outcome({ file: app, block, language: 'diff', fileName: 'src/app.ts' }), app.replace('80', '8080'));
    assert.equal(outcome({ file: app, block, language: 'diff', path: 'src/retry.ts' }), 'refused: otherFile');
  });

  it('a02: existing code stays', () => {
    const block = '// ... existing code ...\nfunction two() {\n  return 3;\n}\n// ... existing code ...\n';
    assert.equal(outcome({ file: `${one}\n${two}`, block }), `${one}\n${two.replace('2;', '3;')}`);
  });

  it('a03: tabs stay tabs', () => {
    const python = 'class A:\n\tdef f(self):\n\t\treturn 1\n';
    const block = '    def f(self):\n        if self.a:\n            return 2\n        return 1\n';
    assert.equal(
      outcome({ file: python, block, languageId: 'python', language: 'python', selection: { start: 1, end: 3 } }),
      'class A:\n\tdef f(self):\n\t\tif self.a:\n\t\t\treturn 2\n\t\treturn 1\n',
    );
  });
});
