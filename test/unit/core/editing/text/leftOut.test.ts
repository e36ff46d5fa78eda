import assert from 'node:assert/strict';
import { hasInlinePlaceholder, isPlaceholder } from '../../../../../src/core/editing/text/placeholders';

describe('a line for code that is left out', () => {
  it('is one in the comments of any language', () => {
    for (const line of [
      'REM ... existing code ...',
      '" ... rest of the settings',
      "' ... existing code ...",
      '<%-- ... existing code ... --%>',
      '<%- ... existing code ... -%>',
      '""" ... existing code ... """',
      '/** ... **/',
      '//...',
      '#…',
    ]) {
      assert.ok(isPlaceholder(`  ${line}  `, 'nothing'), line);
    }
  });

  it('is one of dots alone, where these are no code', () => {
    for (const line of ['...', '  .....  ', '…', '[ ... ]', '[… the rest]']) assert.ok(isPlaceholder(line, 'go'), line);
    for (const line of ['..', '... a', 'a ...', '….', '[ a ... ]', '[...] a'])
      assert.ok(!isPlaceholder(line, 'go'), line);
    assert.ok(!isPlaceholder('  ...  ', 'python'));
    for (const line of ['....', '…', '# ...']) assert.ok(isPlaceholder(line, 'python'), line);
  });
});

describe('code with something left out in its line', () => {
  for (const line of [
    'function f() { ... }',
    'f(…) {',
    'f({...})',
    'function f() { /* ... */ }',
    'a(); /** rest of the code */ b();',
    'a(); // ...',
    'a(); //…',
    'a() # unchanged',
    'a(); // ... existing code ...',
    'a(/* b */); // unchanged',
  ]) {
    it(`is told: ${line}`, () => assert.ok(hasInlinePlaceholder(line, 'typescript')));
  }

  for (const line of [
    'f(...args);',
    'f({ ...a });',
    'a(); // ... and so on',
    'a(); // unchanged since then',
    "const url = 'http://unchanged';",
    '// unchanged',
    'a(); /* b */',
    'a(); // wait...',
  ]) {
    it(`is not seen in ${line}`, () => assert.ok(!hasInlinePlaceholder(line, 'typescript')));
  }

  it('are no three dots in Python', () => {
    assert.ok(!hasInlinePlaceholder('f(...)', 'python'));
    assert.ok(hasInlinePlaceholder('f() # ...', 'python'));
  });
});
