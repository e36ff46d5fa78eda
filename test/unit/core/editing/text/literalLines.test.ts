import assert from 'node:assert/strict';
import { literalLines, scanLines } from '../../../../../src/core/editing/text/literalLines';

/** The lines that begin inside a string, counted from 0. */
const inside = (languageId: string, text: string) =>
  literalLines(text.split('\n'), languageId).flatMap((isInside, at) => (isInside ? [at] : []));

describe('strings over several lines', () => {
  for (const [languageId, text, expected] of [
    ['javascript', `a = \`\n b \${\`\n c\`} d\n\`;\ne`, [1, 2, 3]],
    ['javascriptreact', 'a = `\n \\` b\n`;\nc', [1, 2]],
    ['typescriptreact', 'a = `\n\\`;\n`;\nc', [1, 2]],
    ['vue', 'a = `\n b`;\nc', [1]],
    ['svelte', 'a = `\n b`;\nc', [1]],
    ['python', 'a = """\n \\"""\n"""\nb', [1, 2]],
    ['python', "a = '''\n \"\"\"\n'''\nb", [1, 2]],
    ['python', 'a = 1\n"""B.\nC."""', [2]],
    ['shellscript', "a='b\n \\'\nc", [1]],
    ['shellscript', 'a="b\n \\"\n c"\nd', [1, 2]],
    ['shellscript', 'a=$# b="c\n d"\ne', [1]],
    ['shellscript', 'a#"b\n c"\nd', [1]],
    ['shellscript', "cat <<-'EOF'\n a '\n\tEOF\nb", [1, 2]],
    ['shellscript', 'cat << "end_1"\n end_1 a\nend_1\nb', [1, 2]],
    ['dockerfile', 'RUN <<EOF\n a "\nEOF\nb', [1, 2]],
    ['perl', 'a = <<"EOF"\n b\nEOF\nc', [1, 2]],
    ['php', '$a = <<<SQL\n b\nSQL;\nc', [1, 2]],
    ['php', "f(<<<'SQL'\n b\n SQLite\n  SQL, 1);\nc", [1, 2, 3]],
    ['go', 'a := `\\\n b`\nc', [1]],
    ['rust', 'let a = "b\n \\" c";\nd', [1]],
    ['rust', 'let a = r##"\n "# b\n"##;\nc', [1, 2]],
    ['kotlin', 'a = """\n "b"\n"""\nc', [1, 2]],
    ['scala', 'a = """\n b"""\nc', [1]],
    ['swift', 'a = """\n b\n"""\nc', [1, 2]],
    ['dart', "a = '''\n b''';\nc", [1]],
    ['dart', 'a = """\n b""";\nc', [1]],
    ['groovy', "a = '''\n b'''\nc", [1]],
    ['csharp', 'a = @"b\n c\\";\nd', [1]],
    ['csharp', 'a = """\n b\n""";\nc', [1, 2]],
    ['cpp', 'a = R"x(\n )"\n)x";\nb', [1, 2]],
    ['cpp', 'a = R"(\n b)";\nc', [1]],
    ['lua', 'a = [[\n ]=]\n]]\nb', [1, 2]],
    ['elixir', 'a = """\n b\n"""\nc', [1, 2]],
    ['julia', 'a = """\n b"""\nc', [1]],
    ['toml', "a = '''\n b'''\nc = 1", [1]],
    // What looks like the beginning of another one is inside of it.
    ['shellscript', 'a="b <<EOF\n c"\n d\nEOF\ne', [1]],
    ['typescript', `a = \`\${\`\${{}}\n\`}\n\`;\nb`, [1, 2]],
    // What never ends was none, wherever its word stands before.
    ['shellscript', 'cat <<EOF\na="b\n c"\nd', [2]],
    ['shellscript', 'EOF\ncat <<EOF\na="b\n c"\nd', [3]],
    // No documentation: there is code before it, or it is a value.
    ['python', 'a = 1\n\n"""B.\nC."""', [3]],
    ['python', 'a = 1\n  \n"""B.\nC."""', [3]],
    ['swift', 'f(a:\n"""\n b\n"""\n)', [2, 3]],
    ['toml', 'a = """\n b"""\nc = 1', [1]],
  ] as const) {
    it(`keep their white space in ${languageId}: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(inside(languageId, text), expected);
    });
  }

  for (const [languageId, text] of [
    ['typescript', 'a = "`";\n b'],
    ['typescript', "a = '`\n b`';\n c"],
    ['typescript', "a = 'it\\'s `';\n b"],
    ['typescript', 'a; // `\n b'],
    ['typescript', '/* `\n ` " */ b;\n c'],
    ['python', '# """\n b'],
    ['python', 'def f():  \n\n    """One.\n    Two."""'],
    ['python', 'def f():\n    r"""One.\n    Two."""'],
    ['python', "def f():\n    U'''One.\n    Two.'''"],
    ['shellscript', "a # it's\n b"],
    ['shellscript', 'cat <<EOF\n a\n EOF b'],
    ['shellscript', 'cat <<EOF\n a\nEOF;'],
    ['shellscript', 'cat "<<EOF"\n# <<EOF'],
    ['ruby', "a # it's <<b\n b"],
    ['php', "# it's\n b // <<<A\n/* '\n */"],
    ['php', '$a = <<<SQL\n b\n SQLite;\n'],
    ['go', 'a := `\\`\n b'],
    ['c', 'a = R"(\n)";\n b'],
    ['csharp', 'a = @"\\";\n b'],
    ['lua', '--[==[ [[\n a\n]==]\nb'],
    ['lua', '-- [[\n b'],
    ['elixir', '# """\n b'],
    ['toml', '# """\n b = "\\""'],
    ['css', '/* "\n */ a { b: "\n'],
    ['scss', '// "\n/* `\n` */'],
  ] as const) {
    it(`are none in ${languageId}: ${JSON.stringify(text)}`, () => assert.deepEqual(inside(languageId, text), []));
  }

  it('are known up to one that never ends', () => {
    assert.deepEqual(inside('typescript', 'a = `\n b`;\nc = `\n d\n e'), [1]);
  });
});

describe('open brackets', () => {
  const depth = (languageId: string, ...contents: string[]) => scanLines(contents, languageId).depth;

  it('are counted where each line begins, and after the last one', () => {
    assert.deepEqual(depth('typescript', 'f(', '  { a: [1,', '  2] }', ')'), [0, 1, 3, 1, 0]);
    assert.deepEqual(depth('nothing', '"("', ')'), [0, 1, 0]);
    assert.deepEqual(depth('typescript'), [0]);
  });

  it('are not those in strings and comments', () => {
    assert.deepEqual(depth('typescript', 'f(\'(\', "[") // {', '/* (', ' */ g(', ')'), [0, 0, 0, 1, 0]);
    assert.deepEqual(depth('css', 'a { /* } */', '}'), [0, 1, 0]);
    assert.deepEqual(depth('python', 'a = """(', '"""; b(', ')'), [0, 0, 1, 0]);
    assert.deepEqual(depth('php', 'f(<<<SQL', '(b', 'SQL);', 'g();'), [0, 1, 1, 0, 0]);
  });

  it('are those of code within a string', () => {
    const text = ['a = `( ${f({ b: [', '  1] }', ')} )`;', 'g('];
    assert.deepEqual(depth('typescript', ...text), [0, 3, 1, 0, 1]);
    assert.deepEqual(depth('typescript', `\`\${{ a: 1 }} (\`; (`, ')'), [0, 1, 0]);
    assert.deepEqual(depth('typescript', `a = \`\${f({ b: \`\${c}\` })}\`; (`, ')'), [0, 1, 0]);
  });
});
