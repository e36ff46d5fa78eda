import assert from 'node:assert/strict';
import fc from 'fast-check';
import { literalLines } from '../../../../src/core/editing/text/literalLines';
import { reindented } from '../../../../src/core/editing/text/reindent';
import { replaced } from '../../../../src/core/editing/text/restyled';
import { contentOf, SourceText } from '../../../../src/core/editing/text/sourceText';
import type { IndentUnit } from '../../../../src/core/editing/text/textStyle';
import { lineContents, runs, texts } from './randomTexts';

const tabs: IndentUnit = { kind: 'tabs' };
const spaces = (width: number): IndentUnit => ({ kind: 'spaces', width });
const lines = (text: string) => text.split('\n');

describe('literalLines', () => {
  for (const [what, languageId, text, inside] of [
    ['a template literal', 'typescript', 'const a = `\n  b\n  c`;\n  d', [1, 2]],
    ['code in a hole, and text after it', 'typescript', `f(\`\${\n  a({ b: "}" })\n  }\n  text\n\`);\nend`, [3, 4]],
    [
      'no literal after a backtick in a comment',
      'typescript',
      "// a ` here\n  b\n/* and ` here\n */\n  it's(`c`);",
      [],
    ],
    ['no literal that never ends', 'typescript', 'a(/`/);\n  b\n  c', []],
    ['a string of three quotes', 'python', 'a = """\n  b\n"""\n  c', [1, 2]],
    ['no documentation', 'python', 'def f():\n    """One.\n\n    Two.\n    """\n    return 1', []],
    ['documentation of a file, and a string after it', 'python', '"""One.\nTwo."""\na = f("""\n  b""")', [3]],
    ['a heredoc', 'shellscript', 'cat <<EOF\n  a\nEOF\n  b', [1, 2]],
    ['an indented heredoc', 'ruby', 'a = <<~SQL\n  b\n  SQL\n  c', [1, 2]],
    ['a shift to the left', 'shellscript', 'a=$((1 <<b))\n  c', []],
    ['a raw string of Go', 'go', 'a := `\n\tb`\n\tc', [1]],
    ['a raw string of Rust', 'rust', 'let a = r#"\n  "b"\n"#;\n  c', [1, 2]],
    ['a text block', 'java', 'a = """\n  b\n  """;\n  c', [1, 2]],
    ['a long string of Lua', 'lua', 'a = [==[\n b ]]\n]==]\n c', [1, 2]],
    ['nothing in an unknown language', 'nothing', 'a = `\n  b`', []],
  ] as const) {
    it(`finds ${what} (${languageId})`, () => {
      const found = literalLines(lines(text), languageId).flatMap((isInside, at) => (isInside ? [at] : []));
      assert.deepEqual(found, inside);
    });
  }
});

describe('reindented', () => {
  const place = (indent: string, unit: IndentUnit | undefined) => ({ indent, unit });

  for (const [what, text, where, expected] of [
    ['moves all lines as far as the first', 'a {\n  b\n}', place('    ', spaces(2)), '    a {\n      b\n    }'],
    ['moves to the left', '    a {\n      b\n    }', place('', spaces(2)), 'a {\n  b\n}'],
    [
      'makes tabs of spaces',
      'a {\n    b {\n        c\n    }\n}',
      place('\t', tabs),
      '\ta {\n\t\tb {\n\t\t\tc\n\t\t}\n\t}',
    ],
    ['makes spaces of tabs', '\ta {\n\t\tb\n\t}', place('', spaces(2)), 'a {\n  b\n}'],
    [
      'makes four spaces of two',
      'a {\n  b {\n    c\n  }\n}',
      place('', spaces(4)),
      'a {\n    b {\n        c\n    }\n}',
    ],
    [
      'keeps what is aligned',
      '/**\n * a\n */\nf {\n    b\n}',
      place('\t', tabs),
      '\t/**\n\t * a\n\t */\n\tf {\n\t\tb\n\t}',
    ],
    ['leaves blank lines blank', 'a {\n\n  b\n}', place('  ', spaces(2)), '  a {\n\n    b\n  }'],
    [
      'leaves strings alone',
      'f {\n    a = `\n  x\n    y`;\n}',
      place('\t', tabs),
      '\tf {\n\t\ta = `\n  x\n    y`;\n\t}',
    ],
    ['keeps lines that are less indented than the first', '  b\n}', place('    ', spaces(2)), '    b\n  }'],
    ['goes without a style to follow', 'a {\n  b\n}', place('', undefined), 'a {\n  b\n}'],
  ] as const) {
    it(what, () => assert.equal(reindented(lines(text), where, 'typescript').join('\n'), expected));
  }

  it('indents the documentation of Python with its function', () => {
    const text = 'def f():\n    """One.\n\n    Two.\n    """\n    return 1';
    assert.equal(
      reindented(lines(text), place('\t', tabs), 'python').join('\n'),
      '\tdef f():\n\t\t"""One.\n\n\t\tTwo.\n\t\t"""\n\t\treturn 1',
    );
  });
});

describe('replaced', () => {
  const changed = (text: string, start: number, end: number, contents: readonly string[]) =>
    replaced(SourceText.of(text), [{ start, end, contents }]).text;

  it('gives new lines the line break of those they replace', () => {
    assert.equal(changed('a\r\nb\nc\r\n', 1, 2, ['B', 'B2']), 'a\r\nB\nB2\nc\r\n');
    assert.equal(changed('a\r\nb\r\n', 2, 2, ['c']), 'a\r\nb\r\nc\r\n');
  });

  it('ends as the text ended', () => {
    assert.equal(changed('a\nb', 1, 2, ['B', 'C']), 'a\nB\nC');
    assert.equal(changed('a\nb', 2, 2, ['c']), 'a\nb\nc');
    assert.equal(changed('a\nb', 1, 2, []), 'a');
    assert.equal(changed('a\nb\n', 1, 2, ['B']), 'a\nB\n');
    assert.equal(changed('', 0, 0, ['a']), 'a\n');
  });

  it('takes lines that stay as they are, with what was not sent of them', () => {
    const source = SourceText.of('a\u202Eb\r\nc\n');
    const result = replaced(source, [{ start: 0, end: 2, contents: ['ab', 'd'], known: ['ab', 'c'] }]);
    assert.equal(result.text, 'a\u202Eb\r\nd\n');
  });

  it('changes nothing outside, and nothing at all for the same lines', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 5 }), fc.array(lineContents), (text, at, count, contents) => {
        const source = SourceText.of(text);
        const start = at % (source.lines.length + 1);
        const end = Math.min(start + count, source.lines.length);
        assert.equal(changed(text, start, end, source.lines.slice(start, end).map(contentOf)), text);
        const result = changed(text, start, end, contents);
        assert.ok(result.startsWith(source.bom + source.slice(0, Math.max(0, start - 1))));
        if (end < source.lines.length) assert.ok(result.endsWith(source.slice(end, source.lines.length)));
      }),
      runs(500),
    );
  });
});
