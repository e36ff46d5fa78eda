import assert from 'node:assert/strict';
import { SourceText } from '../../../../../src/core/editing/text/sourceText';
import { indentOf, indentUnitOf, isTelling, styleOf } from '../../../../../src/core/editing/text/textStyle';

const spaces = (width: number) => ({ kind: 'spaces', width });

describe('how a text is indented', () => {
  for (const [what, contents, expected] of [
    ['tabs as often as spaces are tabs', ['a', '\tb', '  c'], { kind: 'tabs' }],
    ['more spaces than tabs are spaces', ['a', '\tb', '  c', '  d', 'e', '  f'], spaces(2)],
    ['blank lines say nothing', ['a', '    ', '\t', '  b', '', 'c'], spaces(2)],
    ['of widths as frequent, the smaller one counts', ['a', '    b', '  c', '    d', 'e'], spaces(2)],
    ['eight spaces are a step, and nine are not', ['a', '        b'], spaces(8)],
    ['a width that no step shows is 4', ['a', '         b'], spaces(4)],
    ['one space is none', ['a', ' b', ' c'], undefined],
    ['lines of a tab and spaces are no step of spaces', ['a', '   b', '\t  c', '   d'], spaces(3)],
    ['spaces before a tab are spaces', ['a', '  \tb'], spaces(4)],
    ['steps count to the left too', ['      a', '   b', 'c'], spaces(3)],
  ] as const) {
    it(what, () => assert.deepEqual(indentUnitOf(contents), expected));
  }

  it('is looked for in the first 10,000 lines', () => {
    const style = (blank: number) => styleOf(SourceText.of(`${'\n'.repeat(blank)}  a\n`)).indent;
    assert.deepEqual(style(9_999), spaces(2));
    assert.equal(style(10_000), undefined);
  });

  it('is what a line begins with', () => {
    assert.deepEqual(
      ['\t  a \t', 'a  ', '', '  ', '\u00a0a'].map((line) => indentOf(line)),
      ['\t  ', '', '', '  ', ''],
    );
  });
});

describe('the line breaks of a text', () => {
  it('are those that most lines have, and line feeds where there are none', () => {
    const breaks = (text: string) => {
      const { lineBreak, hasMixedBreaks, hasFinalBreak } = styleOf(SourceText.of(text));
      return [lineBreak, hasMixedBreaks, hasFinalBreak];
    };
    assert.deepEqual(breaks('a\nb\r\nc\r\n'), ['\r\n', true, true]);
    assert.deepEqual(breaks('a\r\nb\nc\n'), ['\n', true, true]);
    assert.deepEqual(breaks('a\rb\rc'), ['\r', false, false]);
    assert.deepEqual(breaks('a'), ['\n', false, false]);
    assert.deepEqual(breaks(''), ['\n', false, false]);
  });
});

describe('a line that says enough to be recognised', () => {
  it('has a letter or a digit of any script', () => {
    for (const line of ['  a', '{ 1', 'é', '変', '}); // ٣']) assert.ok(isTelling(line), line);
    for (const line of ['', '  ', '});', '// ---', '/**', '_ $']) assert.ok(!isTelling(line), line);
  });
});
