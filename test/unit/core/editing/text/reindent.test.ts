import assert from 'node:assert/strict';
import { codeUnitOf, reindented } from '../../../../../src/core/editing/text/reindent';
import type { IndentUnit } from '../../../../../src/core/editing/text/textStyle';

const tabs: IndentUnit = { kind: 'tabs' };
const spaces = (width: number): IndentUnit => ({ kind: 'spaces', width });
const moved = (text: string, indent: string, unit: IndentUnit | undefined, languageId = 'typescript') =>
  reindented(text.split('\n'), { indent, unit }, languageId).join('\n');

describe('code in its new place', () => {
  for (const [what, text, indent, unit, expected] of [
    ['is moved by tabs', 'a {\n\tb\n}', '\t\t', tabs, '\t\ta {\n\t\t\tb\n\t\t}'],
    ['is moved to the left by tabs', '\t\ta {\n\t\t\tb\n\t\t}', '\t', tabs, '\ta {\n\t\tb\n\t}'],
    ['goes no further left than the margin', '\t\ta\nb', '', tabs, 'a\nb'],
    ['goes no further left than the margin with spaces', '    a\n  b\nc', '', spaces(2), 'a\nb\nc'],
    ['keeps its tabs where nothing around is indented', 'a {\n\tb\n}', '', undefined, 'a {\n\tb\n}'],
    ['keeps its own steps where nothing around is indented', 'a {\n   b\n}', '  ', undefined, '  a {\n     b\n  }'],
    ['is moved without a step to be seen', 'a\nb', '    ', undefined, '    a\n    b'],
    ['is moved by a tab without a step to be seen', 'a\nb', '\t', undefined, '\ta\n\tb'],
    ['gets spaces for tabs, and what aligns stays', '\ta(b,\n\t  c)', '', spaces(2), 'a(b,\n  c)'],
    [
      'gets tabs for spaces, and what aligns stays',
      'f {\n    a(b,\n      c)\n}\ng {\n    d\n}',
      '',
      tabs,
      'f {\n\ta(b,\n\t  c)\n}\ng {\n\td\n}',
    ],
    ['gets two spaces for four', 'a {\n    b {\n        c\n', '', spaces(2), 'a {\n  b {\n    c\n'],
    ['stays where it is', '  a {\n    b\n  }', '  ', spaces(2), '  a {\n    b\n  }'],
    ['is moved as far as its first line with text', '\n  a\n    b', '    ', spaces(2), '\n    a\n      b'],
    ['keeps spaces that no tab stands for', '\ta\n  c', '', tabs, 'a\n  c'],
    ['counts a tab between spaces as one step', 'a {\n  b\n  c\n\td\n}', '', spaces(4), 'a {\n    b\n    c\n    d\n}'],
    // Files that mix both: the place itself tells.
    ['has tabs where its place has', 'a {\n  b\n}', '\t', spaces(2), '\ta {\n\t\tb\n\t}'],
    ['has a tab alone where its place has', 'a\nb', '\t', spaces(4), '\ta\n\tb'],
    ['has spaces where its place has', 'a {\n  b\n}', '    ', tabs, '    a {\n      b\n    }'],
    ['has four spaces for its tabs where its place has spaces', 'a {\n\tb\n}', '  ', tabs, '  a {\n      b\n  }'],
    ['is nothing of nothing', '', '  ', spaces(2), ''],
  ] as const) {
    it(what, () => assert.equal(moved(text, indent, unit), expected));
  }

  it('goes by lines that are no part of a string', () => {
    assert.equal(moved('f(`\n\t\tx\n\ty`, {\n  a\n})', '\t', tabs), '\tf(`\n\t\tx\n\ty`, {\n\t\ta\n\t})');
    assert.deepEqual(codeUnitOf(['a = `', '\tb', '\tc', '`;', 'f {', '  d'], 'typescript'), spaces(2));
    assert.deepEqual(codeUnitOf(['a = `', '\tb', '\tc', '`;', 'f {', '  d'], 'plaintext'), tabs);
    assert.equal(codeUnitOf(['a'], 'typescript'), undefined);
  });
});
