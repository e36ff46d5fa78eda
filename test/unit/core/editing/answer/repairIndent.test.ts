import assert from 'node:assert/strict';
import { withIndentOf } from '../../../../../src/core/editing/answer/repairIndent';
import type { IndentUnit } from '../../../../../src/core/editing/text/textStyle';

const spaces = (width: number): IndentUnit => ({ kind: 'spaces', width });
const tabs: IndentUnit = { kind: 'tabs' };
const selected = ['    a();', '    b();'];

function indented(
  lines: readonly string[],
  old: readonly string[] = selected,
  unit: IndentUnit | undefined = spaces(2),
  languageId = 'typescript',
): readonly string[] | 'as it is' {
  const result = withIndentOf(old, lines, unit, languageId);
  return result === lines ? 'as it is' : result;
}

describe('an answer of one line', () => {
  it('is indented as the selection is, unless that is what it changes', () => {
    assert.deepEqual(indented(['c();'], ['    a();']), ['    c();']);
    assert.deepEqual(indented(['a();'], ['    a();']), 'as it is');
  });
});

describe('an answer whose first line alone has lost its indentation', () => {
  it('gets it back there', () => {
    assert.deepEqual(indented(['c();', '    d();', '', '      e();']), ['    c();', '    d();', '', '      e();']);
    assert.deepEqual(indented(['', '  c();', '    d();']), ['', '    c();', '    d();']);
    assert.deepEqual(indented(['c();', '    d();'], ['', '    a();', 'b();']), ['    c();', '    d();']);
  });

  for (const first of ['if (c) {', 'f(', 'x = [', 'if c:', 'c =>  ', 'while c; do', 'then', 'begin']) {
    it(`opens a block only of lines that are deeper than it: ${first}`, () => {
      assert.deepEqual(indented([first, '      d', '    e']), [`    ${first}`, '      d', '    e']);
      assert.deepEqual(indented([first, '    d', '    e']), [`    ${first}`, '        d', '        e']);
    });
  }

  for (const first of ['f();', 'undo', '{ c }', 'a => b', 'beginning']) {
    it(`opens no block: ${first}`, () => {
      assert.deepEqual(indented([first, '    d']), [`    ${first}`, '    d']);
    });
  }
});

describe('an answer that is indented otherwise than the selection', () => {
  it('moves as a whole', () => {
    assert.deepEqual(indented(['c();', '', '  d();']), ['    c();', '', '      d();']);
    assert.deepEqual(indented(['      c();', '      d();']), ['    c();', '    d();']);
    assert.deepEqual(indented(['\t', 'c();']), ['\t', '    c();']);
    assert.deepEqual(indented(['c();']), ['    c();']);
  });

  it('stays where the first line is right, or where others begin before it', () => {
    assert.equal(indented(['    c();', '  d();', 'e();']), 'as it is');
    assert.equal(indented(['      c();', '    d();']), 'as it is');
    assert.equal(indented(['      c();', '     d();']), 'as it is');
  });

  it('stays where nothing is written in it, or in the selection', () => {
    assert.equal(indented(['', ' ']), 'as it is');
    assert.equal(indented([]), 'as it is');
    assert.equal(indented(['c();'], ['', '    ']), 'as it is');
    assert.equal(indented(['  c();'], []), 'as it is');
  });

  it('keeps the width of its steps, but has tabs or spaces as the document has', () => {
    const block = ['  a {', '    b', '  }'];
    assert.deepEqual(indented(['c {', '    d', '}'], block), ['  c {', '      d', '  }']);
    assert.deepEqual(indented(['c {', '\td', '}'], block), ['  c {', '    d', '  }']);
    assert.deepEqual(indented(['c {', '\td', '}'], ['a {', '  b', '}']), ['c {', '  d', '}']);
    assert.deepEqual(indented(['c {', '  d', '}'], ['a {', '\tb', '}'], tabs), ['c {', '\td', '}']);
    assert.equal(withIndentOf(['a {', '}'], ['c {', '\td', '}'], undefined, 'typescript')[1], '\td');
  });

  it('stays where it has the lines of the selection, which is what was asked for', () => {
    assert.equal(indented(['a();', 'b();']), 'as it is');
    assert.equal(indented(['a {', '\tb', '}'], ['a {', '  b', '}']), 'as it is');
    assert.deepEqual(indented(['a();', 'b();', 'c();']), ['    a();', '    b();', '    c();']);
    assert.deepEqual(indented(['a();']), ['    a();']);
  });
});

describe('a string over several lines in an answer', () => {
  const old = ['    a = """', '    text', '  left', 'end"""', '    b'];

  it('stays where it was when the code around it moves', () => {
    const lines = ['a = """', '    text', 'new', 'end"""', 'c'];
    assert.deepEqual(indented(lines, old, spaces(4), 'python'), ['    a = """', '    text', 'new', 'end"""', '    c']);
  });

  it('goes back to where it was when it moved with the code', () => {
    assert.deepEqual(indented(['a = """', 'text', 'end"""', 'c'], old, spaces(4), 'python'), [
      ...['    a = """', '    text', 'end"""', '    c'],
    ]);
    const both = ['    a = """', '    text', 'text', '"""', '    b'];
    assert.deepEqual(indented(['a = """', 'text', '"""', 'c'], both, spaces(4), 'python'), [
      ...['    a = """', 'text', '"""', '    c'],
    ]);
  });

  it('may begin before the code around it', () => {
    const lines = ['  a = """', 'text', ' """', '  c'];
    assert.deepEqual(indented(lines, ['    a', '    b'], spaces(4), 'python'), [
      '    a = """',
      'text',
      ' """',
      '    c',
    ]);
  });
});
