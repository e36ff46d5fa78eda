import assert from 'node:assert/strict';
import fc from 'fast-check';
import { breakOf, contentOf, SourceText } from '../../../../src/core/editing/text/sourceText';
import { styleOf } from '../../../../src/core/editing/text/textStyle';
import { runs, texts } from './randomTexts';

describe('SourceText', () => {
  it('gives back the same text, byte for byte', () => {
    fc.assert(
      fc.property(texts, (text) => assert.equal(SourceText.of(text).text, text)),
      runs(500),
    );
  });

  it('knows where each line begins', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = SourceText.of(text);
        for (const [at, line] of source.lines.entries()) assert.ok(text.startsWith(line, source.offsetOf(at)));
        assert.equal(source.offsetOf(source.lines.length), text.length);
      }),
      runs(200),
    );
  });

  it('keeps each line with its own line break', () => {
    const { bom, lines } = SourceText.of('\uFEFFa\r\nb\nc\rd');

    assert.equal(bom, '\uFEFF');
    assert.deepEqual(lines, ['a\r\n', 'b\n', 'c\r', 'd']);
    assert.deepEqual(lines.map(breakOf), ['\r\n', '\n', '\r', '']);
    assert.deepEqual(lines.map(contentOf), ['a', 'b', 'c', 'd']);
  });

  it('has no line for an empty text, and none after the last line break', () => {
    assert.deepEqual(SourceText.of('').lines, []);
    assert.deepEqual(SourceText.of('a\n').lines, ['a\n']);
  });

  it('takes a line of 5 MB', () => {
    const text = `${'x'.repeat(5_000_000)}\nb`;
    assert.equal(SourceText.of(text).lines.length, 2);
  });
});

describe('styleOf', () => {
  const style = (text: string) => styleOf(SourceText.of(text));

  it('tells line breaks, and whether they are mixed', () => {
    assert.equal(style('a\r\nb\r\nc\n').lineBreak, '\r\n');
    assert.ok(style('a\r\nb\r\nc\n').hasMixedBreaks);
    assert.ok(!style('a\nb\n').hasMixedBreaks);
    assert.ok(style('a\n').hasFinalBreak);
    assert.ok(!style('a\nb').hasFinalBreak);
  });

  for (const [what, text, indent] of [
    ['tabs', 'a\n\tb\n\t\tc\n', { kind: 'tabs' }],
    ['two spaces', 'a {\n  b {\n    c\n  }\n}\n', { kind: 'spaces', width: 2 }],
    ['four spaces', 'def a():\n    b\n    if c:\n        d\n', { kind: 'spaces', width: 4 }],
    ['spaces with comments of stars', '/**\n * a\n */\nf {\n    b\n    c\n}\n', { kind: 'spaces', width: 4 }],
    [
      'spaces with aligned lines',
      'f(a,\n  b);\nif (c) {\n    d;\n}\nif (c) {\n    d;\n}\n',
      { kind: 'spaces', width: 4 },
    ],
    ['nothing', 'a\nb\n', undefined],
  ] as const) {
    it(`measures an indentation of ${what}`, () => assert.deepEqual(style(text).indent, indent));
  }
});
