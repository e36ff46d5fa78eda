import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyBlock } from '../../../../src/core/editing/apply/applyBlock';
import { readPatch } from '../../../../src/core/editing/patch/readPatch';
import { diffLines } from '../../../../src/core/editing/text/lineDiff';
import { runs } from './randomTexts';

/** What a patch makes of a file, or why nothing. */
function patched(patch: string, text: string, path = 'src/app.ts', language = 'diff'): string {
  const result = applyBlock({ text: patch, language, fileName: '' }, { path, languageId: 'typescript', text });
  switch (result.kind) {
    case 'edit':
      assert.equal(result.how, 'patch');
      return result.proposal;
    case 'refused':
      return 'paths' in result ? `${result.reason} ${result.paths.join(' ')}` : result.reason;
    default:
      return result.kind;
  }
}

const app = "import a from 'a';\nconst port = 80;\nstart(port);\n";
const change = " import a from 'a';\n-const port = 80;\n+const port = 8080;\n start(port);\n";
const changed = app.replace('80;', '8080;');

describe('a block that is a patch', () => {
  for (const [what, patch] of [
    ['with names and numbers', `--- a/src/app.ts\n+++ b/src/app.ts\n@@ -1,3 +1,3 @@\n${change}`],
    ['with numbers that are wrong', `--- a/src/app.ts\n+++ b/src/app.ts\n@@ -40,9 +47,2 @@\n${change}`],
    [
      'with the headers of git',
      `diff --git a/src/app.ts b/src/app.ts\nindex 83db48f..bf269f4 100644\n--- a/src/app.ts\n+++ b/src/app.ts\n@@ -1,3 +1,3 @@\n${change}`,
    ],
    ['with heads without numbers', `--- src/app.ts\n+++ src/app.ts\n@@\n${change}`],
    ['with heads of dots', `@@ ... @@\n${change}`],
    ['without names and heads', change],
    ['without the space of lines that stay', change.replaceAll('\n ', '\n')],
    ['without its last line break', `@@ -1,3 +1,3 @@\n${change.trimEnd()}`],
    ['with line breaks of Windows', `@@ -1,3 +1,3 @@\n${change}`.replaceAll('\n', '\r\n')],
    ['with a line of context that is not so', `@@ -1,4 +1,4 @@\n // port\n${change}`],
    ['of another tool', `*** Begin Patch\n*** Update File: src/app.ts\n@@\n${change}*** End Patch`],
    ['as search and replace', '<<<<<<< SEARCH\nconst port = 80;\n=======\nconst port = 8080;\n>>>>>>> REPLACE'],
  ] as const) {
    it(`is applied ${what}`, () => assert.equal(patched(patch, app), changed));
  }

  it('keeps the line breaks of the file, and all that it does not change', () => {
    assert.equal(
      patched(`@@\n${change}`, `\uFEFF${app.replaceAll('\n', '\r\n')}`),
      `\uFEFF${changed.replaceAll('\n', '\r\n')}`,
    );
    assert.equal(
      patched(`@@\n${change}`, app.replace('80;', '80;').replace("'a';", "'a';   ")),
      changed.replace("'a';", "'a';   "),
    );
  });

  it('is applied wherever its lines stand, indented as they are there', () => {
    const inside = 'class A {\n\tb() {\n\t\tif (c) {\n\t\t\td();\n\t\t}\n\t}\n}\n';
    const patch = '@@ -1,3 +1,4 @@\n if (c) {\n-  d();\n+  e();\n+  if (f) {\n+    g();\n+  }\n }\n';
    assert.equal(
      patched(patch, inside),
      'class A {\n\tb() {\n\t\tif (c) {\n\t\t\te();\n\t\t\tif (f) {\n\t\t\t\tg();\n\t\t\t}\n\t\t}\n\t}\n}\n',
    );
  });

  it('says which file it is for when that is another one', () => {
    const patch = `--- a/src/watering.ts\n+++ b/src/watering.ts\n@@ -1,3 +1,3 @@\n${change}`;
    assert.equal(patched(patch, app, 'src/retry.ts'), 'otherFile src/watering.ts');
    assert.equal(patched(patch, app, 'packages/x/src/watering.ts'), changed);
  });

  it('changes its file alone when it is for several, and names the others', () => {
    const patch = `--- a/b.ts\n+++ b/b.ts\n@@\n-x\n+y\n--- a/src/app.ts\n+++ b/src/app.ts\n@@\n${change}`;
    const result = applyBlock(
      { text: patch, language: 'diff', fileName: '' },
      { path: 'src/app.ts', languageId: 'typescript', text: app },
    );
    assert.ok(result.kind === 'edit');
    assert.equal(result.proposal, changed);
    assert.deepEqual(result.others, ['b.ts']);
  });

  it('chooses between places that fit as well by its numbers and by the function it names', () => {
    const twins = 'function a() {\n  x = 1;\n}\nfunction b() {\n  x = 1;\n}\n';
    const second = 'function a() {\n  x = 1;\n}\nfunction b() {\n  x = 2;\n}\n';
    assert.equal(patched('@@ -5,1 +5,1 @@\n-  x = 1;\n+  x = 2;\n', twins), second);
    assert.equal(patched('@@ function b() { @@\n-  x = 1;\n+  x = 2;\n', twins), second);
    assert.equal(patched('@@ -7,1 +7,1 @@\n-  x = 1;\n+  x = 2;\n', twins), 'patchAmbiguous');
    assert.equal(patched('-  x = 1;\n+  x = 2;\n', twins), 'patchAmbiguous');
  });

  it('is refused as a whole when one of its hunks does not fit', () => {
    const two = `@@\n${change}@@\n-nowhere();\n+somewhere();\n`;
    const result = applyBlock(
      { text: two, language: 'diff', fileName: '' },
      { path: 'a.ts', languageId: 'typescript', text: app },
    );
    assert.deepEqual(result, { kind: 'refused', reason: 'patchDoesNotFit', hunk: 2, of: 2 });
    assert.equal(patched('@@\n-const port = 81;\n+const port = 82;\n', app), 'patchDoesNotFit');
    assert.equal(patched('@@\n }\n+// end\n', 'a {\n}\nb {\n}\n'), 'patchDoesNotFit', 'brackets alone are no place');
  });

  it('writes no line twice where a hunk only adds before the lines that a hunk above it replaces', () => {
    const [adds, replaces] = ['@@ -1,0 +2 @@\n+n\n', '@@ -2 +2 @@\n-b\n+B\n'];
    assert.equal(patched(adds + replaces, 'a\nb\nc\n'), 'a\nn\nB\nc\n');
    assert.equal(patched(replaces + adds, 'a\nb\nc\n'), 'a\nn\nB\nc\n');
  });

  it('changes nothing that was changed already', () => {
    assert.equal(patched(`@@\n${change}`, changed), 'unchanged');
    assert.equal(
      patched("@@\n import a from 'a';\n+import b from 'b';\n", "import a from 'a';\nimport b from 'b';\n"),
      'unchanged',
    );
  });

  it('tells by a line with words whether its lines are there already', () => {
    assert.equal(patched('@@ @@\n a();\n+b();\n', 'a();\nb();\n'), 'unchanged');
    assert.equal(patched('@@ @@\n a();\n+  b();\n', 'a();\n  b();\nc();\n'), 'unchanged');
    assert.equal(patched('@@ @@\n f() {\n   a();\n+}\n', 'f() {\n  a();\n}\n'), 'f() {\n  a();\n}\n}\n');
    assert.equal(patched('@@ @@\n a();\n+b();\n', 'a();\nb();\nc();\na();\nb();\n'), 'patchAmbiguous');
  });

  it('indents what it adds as the first line with words is indented there', () => {
    assert.equal(
      patched('@@ @@\n \n a();\n-c();\n+if (b) {\n+  d();\n+}\n', '    x();\n\n    a();\n    c();\n'),
      '    x();\n\n    a();\n    if (b) {\n        d();\n    }\n',
    );
  });

  it('makes a file that is empty, and no other', () => {
    const patch = '--- /dev/null\n+++ b/src/app.ts\n@@ -0,0 +1,2 @@\n+a();\n+b();\n';
    assert.equal(patched(patch, ''), 'a();\nb();\n');
    assert.equal(patched(patch, app), 'newFile');
    assert.equal(patched('--- a/src/app.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n', app), 'deletesFile');
  });

  it('adds or takes the last line break where it says so', () => {
    assert.equal(patched('@@\n-b\n\\ No newline at end of file\n+b\n', 'a\nb'), 'a\nb\n');
    assert.equal(patched('@@\n-b\n+c\n\\ No newline at end of file\n', 'a\nb\n'), 'a\nc');
  });

  it('takes lines that begin with dashes for lines', () => {
    assert.equal(
      patched('@@ -1,2 +1,1 @@\n--- old comment\n select 1;\n', '-- old comment\nselect 1;\n'),
      'select 1;\n',
    );
  });

  it('is seen without the name of a language, but is text like any other in Markdown', () => {
    const patch = `--- a/src/app.ts\n+++ b/src/app.ts\n@@ -1,3 +1,3 @@\n${change}`;
    assert.equal(patched(patch, app, 'src/app.ts', ''), changed);
    assert.equal(patched(patch, app, 'src/app.ts', 'typescript'), changed);
    assert.equal(patched('', app), 'emptyBlock');
  });

  it('makes the text it was made from, whatever that is', () => {
    const line = fc.integer({ min: 0, max: 400 }).map((number) => `line ${number}`);
    const cases = fc.uniqueArray(line, { minLength: 1, maxLength: 40 }).chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc.array(
          fc.tuple(
            fc.nat({ max: 40 }),
            fc.nat({ max: 3 }),
            fc.array(
              fc.string({ unit: fc.constantFrom('a', ' ', '-', '+', '@') }).map((text) => `new ${text}`),
              { maxLength: 3 },
            ),
          ),
          { minLength: 1, maxLength: 4 },
        ),
      ),
    );
    fc.assert(
      fc.property(cases, fc.nat({ max: 3 }), fc.boolean(), ([lines, edits], context, hasNumbers) => {
        const after = [...lines];
        for (const [at, remove, add] of edits) after.splice(at % (after.length + 1), remove, ...add);
        const patch = diffLines(lines, after).map(({ aStart, aEnd, bStart, bEnd }) => {
          // Lines that only come need a neighbour.
          const [from, to] = [
            Math.max(0, aStart - Math.max(1, context)),
            Math.min(lines.length, aEnd + Math.max(1, context)),
          ];
          const before = diffLines(lines, after).filter((change) => change.aEnd <= aStart && change.aEnd > from);
          const next = diffLines(lines, after).filter(
            (change) => change.aStart >= aEnd && change.aStart < to && change.bStart !== bStart,
          );
          const [first, last] = [before.at(-1)?.aEnd ?? from, next[0]?.aStart ?? to];
          return [
            hasNumbers ? `@@ -${first + 1},${last - first} +1,1 @@` : '@@',
            ...lines.slice(first, aStart).map((text) => ` ${text}`),
            ...lines.slice(aStart, aEnd).map((text) => `-${text}`),
            ...after.slice(bStart, bEnd).map((text) => `+${text}`),
            ...lines.slice(aEnd, last).map((text) => ` ${text}`),
          ].join('\n');
        });
        fc.pre(patch.length > 0);
        const [text, expected] = [`${lines.join('\n')}\n`, after.map((line) => `${line}\n`).join('')];
        const result = patched(patch.join('\n'), text);
        // Lines typed twice may make a hunk look applied; then nothing is written, which is no harm.
        if (result !== expected) assert.match(result, /^(?:patch|unchanged)/);
      }),
      runs(300),
    );
  });
});

describe('readPatch', () => {
  it('reads names as they are written', () => {
    const names = (text: string) => readPatch(text).map(({ from, to }) => `${from} ${to}`);
    assert.deepEqual(names('--- a/src/größe.ts\t2026-01-01\n+++ b/src/größe.ts\n@@\n-a\n+b'), [
      'src/größe.ts src/größe.ts',
    ]);
    assert.deepEqual(names('diff --git a/x.ts b/y.ts\nsimilarity index 90%\nrename from x.ts\nrename to y.ts'), [
      'x.ts y.ts',
    ]);
    assert.deepEqual(
      names('--- "a/a b.ts"\n+++ "b/a b.ts"\n@@\n-a\n+b'),
      ['a/a b.ts b/a b.ts'].map(() => 'a b.ts a b.ts'),
    );
  });
});
