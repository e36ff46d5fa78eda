import assert from 'node:assert/strict';
import { definitionsIn } from '../../../../src/core/editing/text/definitions';

/** Name, first line and last line of each definition, counted from 1. */
function found(text: string, languageId: string): readonly string[] {
  return definitionsIn(text.split('\n'), languageId).map(({ name, start, end }) => `${name} ${start + 1}-${end}`);
}

describe('definitionsIn', () => {
  for (const [languageId, text, expected] of [
    [
      'typescript',
      'export function a(x: {\n  y: 1;\n}) {\n  return `\n`;\n}\n\nconst b = () => {\n  c();\n};',
      ['a 1-6', 'b 8-10'],
    ],
    [
      'typescript',
      'class A {\n  /** Doc. */\n  @dec()\n  private async b(c: string): Promise<void> {\n    if (c) {\n    }\n  }\n  get d() {\n    return 1;\n  }\n}',
      ['A 1-11', 'b 2-7', 'd 8-10'],
    ],
    ['typescript', 'function a() {\nif (b) {\nc();\n}\n}\nd();', ['a 1-5']],
    [
      'typescript',
      'interface A {\n  b: string;\n}\nexport type C =\n  | 1\n  | 2;\nfoo(() => {\n  x();\n});',
      ['A 1-3', 'C 4-6'],
    ],
    [
      'python',
      '# One\n@cache\ndef a(\n    b: int,\n) -> int:\n    """Doc."""\n    return b\n\n\nclass C:\n    x = 1\n\n    def d(self):\n        return """\nx\n"""\n\nE = [\n    1,\n]',
      ['a 1-7', 'C 10-16', 'd 13-16', 'E 18-20'],
    ],
    [
      'go',
      'func (g *Garden) Water(l int) error {\n\treturn nil\n}\n\ntype Bed struct {\n\tname string\n}',
      ['Water 1-3', 'Bed 5-7'],
    ],
    [
      'rust',
      '#[test]\npub async fn a<T>(b: T) -> T\nwhere\n    T: Copy,\n{\n    b\n}\nimpl Show for A {\n    fn s(&self) {}\n}',
      ['a 1-7', 'impl Show for A 8-10', 's 9-9'],
    ],
    [
      'java',
      'public class A {\n    @Override\n    public List<String> b(int c) throws X {\n        return d(c);\n    }\n}',
      ['A 1-6', 'b 2-5'],
    ],
    [
      'csharp',
      'namespace N\n{\n    public class A\n    {\n        public int B(int c)\n        {\n            return c;\n        }\n    }\n}',
      ['N 1-10', 'A 3-9', 'B 5-8'],
    ],
    [
      'cpp',
      'int A::b(int c) const {\n#ifdef X\n  return 1;\n#endif\n}\n\nclass D {\npublic:\n  int e;\n};',
      ['A::b 1-5', 'D 7-10'],
    ],
    ['shellscript', 'a() {\n  cat <<EOF\nb\nEOF\n}\nfunction c {\n  d\n}', ['a 1-5', 'c 6-8']],
    ['ruby', 'class A\n  def b?(c)\n    d\n  rescue E\n    f\n  end\nend', ['A 1-7', 'b? 2-6']],
    ['lua', 'local function a(b)\n  return b\nend\nfunction M.c()\nend', ['a 1-3', 'M.c 4-5']],
    ['php', '<?php\nfunction a($b) {\n  return $b;\n}', ['a 2-4']],
    ['kotlin', 'fun a(b: Int): Int {\n    return b\n}\ndata class C(val d: Int)', ['a 1-3', 'C 4-4']],
    ['sql', 'CREATE TABLE beds (\n  id int\n);\nselect 1;', ['beds 1-3']],
    [
      'css',
      '.a > .b {\n  color: red;\n}\n@media print {\n  .c {\n    x: y;\n  }\n}',
      ['.a > .b 1-3', '@media print 4-8', '.c 5-7'],
    ],
    ['yaml', 'name: x\non:\n  push:\n    a: 1\njobs:\n  b: 2', ['name 1-1', 'on 2-4', 'jobs 5-6']],
    ['toml', 'a = 1\n[b]\nc = [\n  1,\n]', ['a 1-1', '[b] 2-5', 'c 3-5']],
    ['makefile', 'CC = gcc\nall: a b\n\tgcc a\n\nclean:\n\trm a', ['CC 1-1', 'all 2-3', 'clean 5-6']],
    ['markdown', '# A\n\ntext\n\n## B\n\n```sh\n# no heading\n```\n\n## C\n', ['A 1-11', 'B 5-9', 'C 11-11']],
    ['typescript', 'if (a) {\n  b();\n}\nreturn c(d);\nfor (const e of f) {\n}\nx.y(z, () => {\n});', []],
  ] as const) {
    it(`finds those of ${languageId}: ${expected.join(', ') || 'none'}`, () => {
      assert.deepEqual(found(text, languageId), expected);
    });
  }

  it('leaves out what does not end', () => {
    assert.deepEqual(found('function a() {\n  b(/[{]/);\n}\nfunction c() {\n}', 'typescript'), ['c 4-5']);
  });
});
