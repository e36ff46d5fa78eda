import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { runs } from './randomTexts';
import { type Asked, outcome, read, readerFor, tagged } from './reading';

const text = "import a from 'a';\n\nfunction f() {\n  const b = a();\n  return b;\n}\n\nexport { f };\n";
const inside: Asked = { text, lines: [3, 5] };
const better = '  return a();';
const result = text.replace('  const b = a();\n  return b;\n', '  return a();\n');

describe('ReplacementReader', () => {
  it('puts the lines between the tags in place of the selection', () => {
    assert.equal(outcome(inside, tagged(better)), result);
    assert.equal(outcome(inside, tagged(`${better}\n  // more`)), result.replace('a();\n}', 'a();\n  // more\n}'));
  });

  for (const [what, answer] of [
    ['words around', `Here it is:\n\n${tagged(better)}\nTell me if it works.`],
    ['line breaks of Windows', tagged(better).replaceAll('\n', '\r\n')],
    ['tags on the lines of the code', `<edit-1>${better}</edit-1>`],
    ['tags in capitals', tagged(better).replaceAll('edit', 'EDIT')],
    ['blank lines at the ends', tagged(`\n${better}\n\n`)],
    ['a fence between the tags', tagged(`\`\`\`typescript\n${better}\n\`\`\``)],
    ['a fence around the tags', `\`\`\`\n${tagged(better)}\`\`\``],
    ['a fence in place of the tags', `Sure:\n\`\`\`ts\n${better}\n\`\`\`\nDone.`],
    ['a fence without a language', `~~~\n${better}\n~~~`],
    [
      'the old code first, in a fence',
      `\`\`\`ts\n  const b = a();\n  return b;\n\`\`\`\nbecomes\n\`\`\`ts\n${better}\n\`\`\``,
    ],
    ['the old code first, between tags', `${tagged('  const b = a();\n  return b;')}${tagged(better)}`],
    ['the same code twice', `${tagged(better)}Again:\n${tagged(better)}`],
    ['a command beside the code', `\`\`\`bash\nnpm install a\n\`\`\`\n\`\`\`ts\n${better}\n\`\`\``],
    ['a patch of the selection', '```diff\n-  const b = a();\n-  return b;\n+  return a();\n```'],
    ['a patch between the tags', tagged('@@ -4,2 +4,1 @@\n-  const b = a();\n-  return b;\n+  return a();')],
    ['the whole file', tagged(result)],
    ['the whole file in a fence', `\`\`\`ts\n${result}\`\`\``],
    ['the function around', tagged('function f() {\n  return a();\n}')],
    ['the line before', tagged(`function f() {\n${better}`)],
    ['its indentation lost', tagged('return a();')],
    ['too much indentation', tagged('      return a();')],
    ['tabs', tagged('\treturn a();')],
  ] as const) {
    it(`reads an answer with ${what}`, () => assert.equal(outcome(inside, answer), result));
  }

  for (const [what, answer, reason] of [
    ['words alone', 'I would leave this as it is, since `a()` may fail.', 'prose'],
    ['nothing', '  \n', 'empty'],
    ['nothing between the tags', tagged(''), 'empty'],
    ['two blocks', '```ts\nconst c = 1;\n```\nand\n```ts\nreturn c;\n```', 'severalBlocks'],
    ['two parts with one number', `${tagged('  return c;')}${tagged('  return d;')}`, 'severalBlocks'],
    ['two fences between the tags', tagged('```ts\nconst c = 1;\n```\nand\n```ts\nreturn c;\n```'), 'severalBlocks'],
    ['no end', '<edit-1>\n  return a();\n', 'cut'],
    ['half an end', '<edit-1>\n  return a();\n</edit-', 'cut'],
    ['a fence without end', '```ts\n  return a();\n', 'cut'],
    ['a tag inside a tag', `<edit-1>\n${tagged('x')}</edit-1>`, 'malformed'],
    ['an end without beginning', '  return a();\n</edit-1>', 'prose'],
    ['the number of another selection', tagged(better, 2), 'malformed'],
    ['another language', '```python\ndef f():\n    return 1\n```', 'wrongLanguage'],
    ['another language between the tags', tagged('```python\ndef f():\n    return 1\n```'), 'wrongLanguage'],
    ['a patch that does not fit', '```diff\n-  const c = a();\n+  return a();\n```', 'patchDoesNotFit'],
    ['the rest left out', tagged('  // ... existing code ...\n  return a();'), 'placeholder'],
  ] as const) {
    it(`refuses an answer with ${what}: ${reason}`, () => assert.equal(outcome(inside, answer), `refused: ${reason}`));
  }

  it('refuses a whole file of which the selection’s part is not certain', () => {
    assert.equal(
      outcome({ text, lines: [3, 5] }, tagged(result.replace("'a';\n", "'a';\nimport c from 'c';\n"))),
      'refused: wholeFileForPart',
    );
    const long = `${Array.from({ length: 9 }, (_, at) => `line${at}();\n`).join('')}`;
    assert.equal(
      outcome(
        { text: long, lines: [4, 5] },
        tagged(long.replace('line3();', 'changed3();').replace('line5();', 'changed5();')),
      ),
      'refused: wholeFileForPart',
    );
    assert.equal(
      outcome({ text: long, lines: [4, 5] }, tagged(long.replace('line4();', 'changed4();'))),
      long.replace('line4();', 'changed4();'),
    );
  });

  it('refuses an answer that was stopped, and takes one that has all its ends', () => {
    for (let size = 0; size < tagged(better).length - 2; size += 1) {
      assert.equal(outcome(inside, tagged(better).slice(0, size), { isWhole: false }), 'refused: cut');
    }
    assert.equal(outcome(inside, tagged(better), { isWhole: false }), result);
    assert.equal(outcome(inside, `\`\`\`ts\n${better}\n\`\`\``, { isWhole: false }), 'refused: cut');
  });

  it('needs a part for each of three selections, wherever it was stopped', () => {
    const three: Asked = {
      text: 'a\nb\nc\nd\ne\n',
      ranges: [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
        { start: 4, end: 5 },
      ],
    };
    const all = tagged('A') + tagged('C1\nC2', 2) + tagged('E', 3);
    assert.equal(outcome(three, all), 'A\nb\nC1\nC2\nd\nE\n');
    assert.equal(outcome(three, tagged('E', 3) + tagged('C', 2) + tagged('A')), 'A\nb\nC\nd\nE\n');
    assert.equal(outcome(three, tagged('A') + tagged('C', 2)), 'refused: partMissing');
    assert.equal(outcome(three, '```\nA\n```\n```\nC\n```\n```\nE\n```'), 'refused: severalBlocks');
    for (let size = 0; size < all.length - 2; size += 1)
      assert.equal(outcome(three, all.slice(0, size), { isWhole: false }), 'refused: cut');
  });

  it('takes lines away where that was asked for', () => {
    assert.equal(outcome({ ...inside, kind: 'edit' }, tagged('')), text.replace('  const b = a();\n  return b;\n', ''));
    assert.equal(outcome({ ...inside, kind: 'edit' }, ''), 'refused: empty');
  });

  it('puts new lines at a place between lines', () => {
    assert.equal(outcome({ text: 'a\nb\n', lines: [1, 1], kind: 'edit' }, tagged('new')), 'a\nnew\nb\n');
    assert.equal(outcome({ text: '', lines: [0, 0], kind: 'writeTests' }, tagged('new')), 'new\n');
    assert.equal(outcome({ text: 'a', lines: [1, 1], kind: 'edit' }, tagged('new')), 'a\nnew');
  });

  it('tells what it put right', () => {
    const answer = read(inside, tagged('```ts\nfunction f() {\nreturn a();\n```'));
    assert.deepEqual(answer.kind === 'replacement' && answer.repairs, ['fence', 'surroundings', 'indentation']);
    assert.deepEqual(answer.kind === 'replacement' && answer.parts, ['  return a();']);
  });
});

describe('ReplacementReader, of code that holds fences', () => {
  const markdown = '# Kiosk\n\nRun it:\n\n```bash\nnpx kiosk\n```\n\nEnd.\n';
  const asked: Asked = { text: markdown, lines: [0, 7], languageId: 'markdown' };
  const section = '# Kiosk\n\nStart it:\n\n```bash\nnpx kiosk\n```';

  it('takes Markdown with fences between the tags', () => {
    assert.equal(outcome(asked, tagged(section)), markdown.replace('Run', 'Start'));
    assert.equal(
      outcome(asked, tagged(`${section}\n\n~~~\ncode\n~~~`)),
      markdown.replace('Run', 'Start').replace('\nEnd', '\n~~~\ncode\n~~~\n\nEnd'),
    );
  });

  it('takes Markdown whose fences are as long as the one around', () => {
    const answer = readFileSync('test/fixtures/apply/r01-markdown-inner-fence.txt', 'utf8');
    const whole: Asked = { text: '# Old\n', lines: [0, 1], languageId: 'markdown' };
    assert.equal(outcome(whole, answer), answer.replace(/^```markdown\n/, '').replace(/```\n?$/, ''));
    assert.equal(outcome(asked, tagged(`\`\`\`markdown\n${section}\n\`\`\``)), markdown.replace('Run', 'Start'));
  });

  it('refuses Markdown of which it is not certain where it ends', () => {
    assert.equal(outcome(asked, '```markdown\n# Kiosk\n\n```\nnpx kiosk\n```\n\nEnd.\n```'), 'refused: severalBlocks');
    assert.equal(outcome(asked, '```markdown\n# Kiosk\n```\nnpx kiosk\n```\nEnd.\n```\n'), 'refused: severalBlocks');
    assert.equal(outcome(asked, '```markdown\n# Kiosk\n\n```bash\nnpx kiosk\n```\n'), 'refused: cut');
  });

  it('leaves a block of code that Markdown is asked to become', () => {
    assert.equal(
      outcome({ ...asked, lines: [2, 3], kind: 'edit' }, tagged('```bash\nnpx other\n```')),
      markdown.replace('Run it:', '```bash\nnpx other\n```'),
    );
  });

  it('takes documentation with fences for what it is', () => {
    const python = '"""One.\n\n```\nf()\n```\n"""\n\n\ndef f():\n    return 1\n';
    const documented = '"""One.\n\n```\nf()\n```\n\nTwo.\n"""';
    const whole: Asked = { text: python, lines: [0, 6], languageId: 'python', kind: 'document' };
    const expected = python.replace('```\n"""', '```\n\nTwo.\n"""');
    assert.equal(outcome(whole, tagged(documented)), expected);
    assert.equal(outcome(whole, tagged(`\`\`\`python\n${documented}\n\`\`\``)), expected);
    assert.equal(outcome(whole, `\`\`\`python\n${documented}\n\`\`\``), 'refused: severalBlocks');
    const typescript = 'function f() {\n}\n';
    const comment = '/**\n * ```ts\n * f();\n * ```\n */\nfunction f() {\n}';
    assert.equal(
      outcome({ text: typescript, lines: [0, 2], kind: 'document' }, `\`\`\`ts\n${comment}\n\`\`\``),
      `${comment}\n`,
    );
  });
});

describe('ReplacementReader, of part of a line', () => {
  const line: Asked = {
    text: '  const total = items.reduce(add, 0) + tax;\n',
    lines: [0, 1],
    fragment: { start: 16, end: 36 },
  };

  it('takes the line, and the part alone', () => {
    assert.equal(outcome(line, tagged('  const total = sum(items) + tax;')), '  const total = sum(items) + tax;\n');
    assert.equal(outcome(line, tagged('sum(items)')), '  const total = sum(items) + tax;\n');
    assert.equal(outcome(line, tagged('let total = sum(items) + tax;')), '  let total = sum(items) + tax;\n');
  });

  it('refuses what is neither', () => {
    assert.equal(outcome(line, tagged('let sum = add(items);')), 'refused: fragment');
  });
});

describe('ReplacementReader, of the style of a document', () => {
  it('keeps line breaks, byte order mark and the end of the file', () => {
    const windows = '\uFEFFa\r\nb\r\nc';
    assert.equal(outcome({ text: windows, lines: [1, 3] }, tagged('B\nB2\nC')), '\uFEFFa\r\nB\r\nB2\r\nC');
    assert.equal(outcome({ text: windows, lines: [1, 2] }, tagged('B')), '\uFEFFa\r\nB\r\nc');
    assert.equal(outcome({ text: 'a\r\nb\nc\r\n', lines: [0, 3] }, tagged('a\nb2\nc')), 'a\r\nb2\nc\r\n');
  });

  it('keeps what nobody sees in lines that stay', () => {
    assert.equal(outcome({ text: 'a\u202Eb\n\ud83d\nc\n', lines: [0, 3] }, tagged('ab\n\nd')), 'a\u202Eb\n\ud83d\nd\n');
  });

  it('writes no half of a character that the model wrote', () => {
    assert.equal(outcome({ text: 'a\n', lines: [0, 1] }, tagged("f('\ud83d')")), "f('\ufffd')\n");
    assert.equal(outcome({ text: 'a\n', lines: [0, 1] }, tagged("f('\u{1F600}')"), { size: 1 }), "f('\u{1F600}')\n");
  });

  it('indents Python as it was, and leaves strings alone', () => {
    const python = 'class A:\n    def f(self):\n        a = """\nx\n"""\n        return a\n';
    const answer = 'a = """\nx\n"""\nif a:\n    return a';
    assert.equal(
      outcome({ text: python, lines: [2, 6], languageId: 'python' }, tagged(answer)),
      'class A:\n    def f(self):\n        a = """\nx\n"""\n        if a:\n            return a\n',
    );
    assert.equal(
      outcome({ text: python, lines: [5, 6], languageId: 'python' }, tagged('if a:\n            return a')),
      python.replace('        return a', '        if a:\n            return a'),
    );
  });

  it('lets lines be indented otherwise where that is all that was asked for', () => {
    assert.equal(
      outcome({ text: '    a();\n    b();\n', lines: [0, 2], kind: 'edit' }, tagged('a();\nb();')),
      'a();\nb();\n',
    );
  });

  it('fills what an answer leaves out of the selection, where that is certain', () => {
    const whole: Asked = { text, lines: [2, 6] };
    assert.equal(outcome(whole, tagged('function f(c) {\n  // ... existing code ...\n}')), text.replace('f()', 'f(c)'));
  });
});

describe('ReplacementReader, while it streams', () => {
  it('shows the new lines, and the old ones they have not reached', () => {
    const reader = readerFor({ text: 'a\nb\nc\nd\n', lines: [0, 4] });
    reader.push('Sure.\n<edit-1>\n// doc\na\nB');
    assert.equal(reader.preview, '// doc\na\nb\nc\nd\n');
    reader.push('\nc\n');
    assert.equal(reader.preview, '// doc\na\nB\nc\nd\n');
    assert.equal(reader.lineCount, 4);
    reader.push('</edit-1>\n');
    assert.equal(reader.preview, '// doc\na\nB\nc\n');
  });

  it('reads the same however the answer is cut into pieces', () => {
    const answers = [
      tagged(better),
      `Sure:\r\n<edit-1>\r\n${better}\r\n</edit-1>`,
      `\`\`\`ts\n${better}\n\`\`\`\n`,
      'no\n',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...answers), fc.integer({ min: 1, max: 30 }), (answer, size) => {
        assert.deepEqual(read(inside, answer, { size }), read(inside, answer, { size: answer.length }));
      }),
      runs(100),
    );
  });
});
