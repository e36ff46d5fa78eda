import assert from 'node:assert/strict';
import { hasInlinePlaceholder, isPlaceholder } from '../../../../src/core/editing/text/placeholders';
import { outcome } from './applying';

const header = "import a from 'a';\n\n";
const one = 'function one() {\n  return 1;\n}\n';
const two = 'function two() {\n  const b = a();\n  const c = b + 1;\n  return c;\n}\n';
const three = 'function three() {\n  return 3;\n}\n';
const file = `${header}${one}\n${two}\n${three}`;

describe('isPlaceholder', () => {
  for (const line of [
    '// ... existing code ...',
    '// …',
    '  # ... rest of file',
    '# ... (unchanged)',
    '/* ... */',
    '<!-- ... existing markup ... -->',
    '-- ... other columns',
    '; ... rest of the configuration ...',
    '% ... remaining sections ...',
    '{/* ... other props ... */}',
    '(* ... *)',
    '{# ... rest of the template ... #}',
    '// existing code here',
    '// rest of the class remains unchanged',
    '// (rest of the file)',
    '# remaining methods unchanged',
    '// other methods...',
    '# previous code…',
    '...',
    '[... rest of the document ...]',
    '[...existing code...]',
    '[...rest of the list]',
    '[...omitted]',
    '[… beds]',
    '// unchanged',
    '// Keep the existing imports',
  ]) {
    it(`takes ${line} for one`, () => assert.ok(isPlaceholder(line, 'typescript')));
  }

  for (const line of [
    '// Waits ... for what?',
    '// the rest is history',
    'return [...other];',
    'const all = [...beds, ...pots]',
    '[...beds]',
    '[...beds, ...pots]',
    '[...rest, 1]',
    '[...garden.beds]',
    '[...new Set(beds)]',
    '[...beds.values()]',
    '[...(beds ?? [])]',
    '[...beds[0]]',
    '[.5, 1]',
    '// existing users are kept',
    '# TODO: remove the remaining plants',
    '// See the rest of RFC 2119.',
    'f(...args);',
    '// Other',
    '// returns the same code as before it was called',
  ]) {
    it(`takes ${line} for none`, () => assert.ok(!isPlaceholder(line, 'typescript')));
  }

  it('takes a list for one where the language has no such lists', () => {
    assert.ok(isPlaceholder('[...beds, pots]', 'markdown'));
    assert.ok(isPlaceholder('[...beds]', 'python'));
  });

  it('takes dots alone for code in Python', () => {
    assert.ok(!isPlaceholder('    ...', 'python'));
    assert.ok(!hasInlinePlaceholder('def f(): ...', 'python'));
    assert.ok(hasInlinePlaceholder('function f() { ... }', 'typescript'));
    for (const comment of ['/* unchanged */', '/*unchanged*/', '/* unchanged*/', '/** unchanged **/']) {
      assert.ok(hasInlinePlaceholder(`function f() { ${comment} }`, 'typescript'), comment);
    }
    assert.ok(!hasInlinePlaceholder('f(...a); // sum of the rest', 'typescript'));
  });
});

describe('Apply of a block that leaves code out', () => {
  const rest = '// ... existing code ...';

  it('keeps what is left out around a function', () => {
    assert.equal(
      outcome({ file, block: `${rest}\n\n${one.replace('1;', '11;')}\n${rest}` }),
      file.replace('return 1;', 'return 11;'),
    );
    assert.equal(
      outcome({ file, block: `${header}${rest}\n${three.replace('3;', '33;')}` }),
      file.replace('return 3;', 'return 33;'),
    );
  });

  it('fills what is left out at the start of a function, in the middle and at the end', () => {
    const at = (body: string) => outcome({ file, block: `function two() {\n${body}\n}` });
    assert.equal(at(`  ${rest}\n  return c;`), 'unchanged');
    assert.equal(
      at(`  const b = a();\n  log(b);\n  const c = b + 1;\n  ${rest}`),
      file.replace('a();\n', 'a();\n  log(b);\n'),
    );
    assert.equal(
      at(`  const b = a(2);\n  const c = b + 1;\n  // ... rest of the function`),
      file.replace('b = a()', 'b = a(2)'),
    );
    assert.equal(at(`  const b = a();\n  // ...\n  return c;`), 'unchanged');
    assert.equal(at(`  const b = a(2);\n  ${rest}`), file.replace('b = a()', 'b = a(2)'));
  });

  it('refuses where it is not certain what is left out', () => {
    const at = (body: string) => outcome({ file, block: `function two() {\n${body}\n}` });
    assert.equal(at(`  ${rest}\n  return b;`), 'refused: placeholder');
    assert.equal(at(`  a(2);\n  ${rest}`), 'refused: placeholder');
    assert.equal(at(`  return c;\n  ${rest}\n  const b = a();`), 'refused: placeholder');
    assert.equal(outcome({ file, block: 'function two() { /* unchanged */ }' }), 'refused: placeholder');
    assert.equal(outcome({ file, block: `function four() {\n  ${rest}\n}` }), 'refused: placeholder');
    assert.equal(outcome({ file, block: `${rest}\ncors();\n${rest}` }), 'refused: placeholder');
  });

  it('keeps the methods that are left out, and puts a new one where it stands', () => {
    const own = 'class A {\n  x = 1;\n\n  f() {\n    a();\n  }\n\n  /** G. */\n  g() {\n    b();\n  }\n}\n';
    assert.equal(
      outcome({ file: own, block: 'class A {\n  // ... existing methods ...\n\n  h() {\n    c();\n  }\n}' }),
      own.replace('    b();\n  }\n', '    b();\n  }\n\n  h() {\n    c();\n  }\n'),
    );
    assert.equal(
      outcome({ file: own, block: 'class A {\n  // ...\n  g() {\n    d();\n  }\n}' }),
      own.replace('b();', 'd();'),
    );
    assert.equal(
      outcome({ file: own, block: 'class A extends B {\n  // ...\n  f() {\n    // ...\n    a();\n  }\n  // ...\n}' }),
      own.replace('class A {', 'class A extends B {'),
    );
  });

  it('fills nested statements', () => {
    const own =
      'def f(x):\n    if x:\n        a()\n        b()\n    for y in x:\n        c()\n    return x\n\n\ndef g():\n    pass\n';
    const block = 'def f(x):\n    if x:\n        # ... same as before\n    for y in x:\n        c(y)\n    return x\n';
    assert.equal(outcome({ file: own, block, languageId: 'python' }), own.replace('c()', 'c(y)'));
  });

  it('follows the indentation of the file', () => {
    const own = 'class A:\n\tdef f(self):\n\t\ta()\n\t\tb()\n\n\tdef g(self):\n\t\tc()\n';
    const block = 'class A:\n    # ... other methods ...\n    def g(self):\n        if d:\n            c()\n';
    assert.equal(outcome({ file: own, block, languageId: 'python' }), own.replace('\t\tc()', '\t\tif d:\n\t\t\tc()'));
  });

  it('leaves out nothing where a list has all of another one', () => {
    const own = 'const f = (a) =>\n  a\n';
    const block = 'const f = (a) =>\n  [...a, 1]\n';
    assert.equal(outcome({ file: own, block, languageId: 'javascript' }), block);
  });

  it('takes a comment of the file itself for a comment', () => {
    const own = `// ... existing code ...\n${one}\n${two}`;
    assert.equal(
      outcome({ file: own, block: own.replace('return 1', 'return 5') }),
      own.replace('return 1', 'return 5'),
    );
  });

  it('adds a new function at the end of the file when all before it is left out', () => {
    assert.equal(outcome({ file, block: `${rest}\n\nfunction four() {\n}` }), `${file}\nfunction four() {\n}\n`);
  });

  it('leaves strings over several lines as they are', () => {
    const own = 'function f() {\n\treturn `\n  a\n    b`;\n}\n\nfunction g() {\n}\n';
    const block = 'function f() {\n    const c = 1;\n    return `\n  a\n      b`;\n}';
    assert.equal(
      outcome({ file: own, block }),
      'function f() {\n\tconst c = 1;\n\treturn `\n  a\n      b`;\n}\n\nfunction g() {\n}\n',
    );
    const shell = 'f() {\n\tcat <<EOF\n  a\nEOF\n}\ng\n';
    assert.equal(
      outcome({ file: shell, block: 'f() {\n    b\n    cat <<EOF\n  a\n    c\nEOF\n}', languageId: 'shellscript' }),
      'f() {\n\tb\n\tcat <<EOF\n  a\n    c\nEOF\n}\ng\n',
    );
  });

  it('refuses to fill a selection that does not have what is left out, and fills one that has', () => {
    const selection = { start: 6, end: 11 };
    assert.equal(outcome({ file, block: `  ${rest}\n  log();`, selection }), 'refused: placeholder');
    assert.equal(
      outcome({ file, block: `function two() {\n  log();\n  const b = a();\n  ${rest}\n}`, selection }),
      file.replace('  const b', '  log();\n  const b'),
    );
  });
});
