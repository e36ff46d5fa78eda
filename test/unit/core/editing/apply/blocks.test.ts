import assert from 'node:assert/strict';
import { applyBlock, applyChoice } from '../../../../../src/core/editing/apply/applyBlock';
import type { ApplyChoice } from '../../../../../src/core/editing/apply/applyTypes';
import { applied, outcome } from '../applying';

const file = 'a();\nb();\n';
const target = { path: 'src/app.ts', languageId: 'typescript', text: file };

function chosen(block: string, choice: ApplyChoice, text = file): string | undefined {
  const result = applyChoice({ text: block, language: '', fileName: '' }, { ...target, text }, choice);
  return result.kind === 'edit' ? result.proposal : undefined;
}

describe('a block to apply', () => {
  it('is taken without the blank lines at its ends, and with each kind of line break', () => {
    assert.equal(outcome({ file: '', block: '\n \r\n  c();\r\rd();\n\n' }), 'c();\n\nd();\n');
    assert.equal(outcome({ file: '', block: 'f("\ud83d");' }), 'f("\ufffd");\n');
  });

  it('goes without its first line where that says the path of the file', () => {
    assert.equal(outcome({ file: '', block: '// src/app.ts\n\nc();' }), 'c();\n');
    assert.equal(outcome({ file: '// src/app.ts\na();\n', block: '// src/app.ts\na();' }), 'unchanged');
    assert.equal(outcome({ file: '', block: '// src/app.ts\nc();', fileName: 'app.ts' }), 'c();\n');
    assert.equal(outcome({ file: '// lib/other.ts\na();\n', block: '// lib/other.ts\na();' }), 'unchanged');
    assert.equal(outcome({ file: '// lib/other.ts\na();\n', block: '  // lib/other.ts\n  a();' }), 'unchanged');
    const append: ApplyChoice = { type: 'appendToFile' };
    assert.equal(chosen('// src/app.ts\n\nc();', append), 'a();\nb();\n\nc();\n');
    assert.equal(chosen('// src/app.ts\nc();', append, '// src/app.ts\n'), '// src/app.ts\n\n// src/app.ts\nc();\n');
    assert.equal(
      chosen('  // src/app.ts\n  c();', append, '// src/app.ts\n'),
      '// src/app.ts\n\n// src/app.ts\nc();\n',
    );
    assert.equal(chosen('// is it?\nc();', append), 'a();\nb();\n\n// is it?\nc();\n');
  });

  it('is for the file that its head names rather than its first line', () => {
    assert.deepEqual(applied({ file, block: '// src/app.ts\nc();', fileName: 'src/b.ts' }), {
      kind: 'refused',
      reason: 'otherFile',
      paths: ['src/b.ts'],
    });
    assert.deepEqual(applied({ file, block: '// src/b.ts\nc();' }), {
      kind: 'refused',
      reason: 'otherFile',
      paths: ['src/b.ts'],
    });
  });

  it('is no patch in a document that holds patches, or where its fence says Markdown', () => {
    const patch = '@@ -1 +1 @@\n-a();\n+c();';
    assert.equal(outcome({ file, block: patch }), 'c();\nb();\n');
    assert.equal(outcome({ file, block: '-a();\n+c();', language: 'diff' }), 'c();\nb();\n');
    assert.equal(outcome({ file: '', block: patch, languageId: 'diff' }), `${patch}\n`);
    assert.equal(outcome({ file: '', block: patch, language: 'markdown' }), `${patch}\n`);
  });

  it('goes where it was told to', () => {
    const nested = 'f() {\n\n  a();\n}\n\n';
    assert.equal(chosen('c();', { type: 'insertAtCursor', line: 2 }, nested), 'f() {\n\n  c();\n  a();\n}\n\n');
    assert.equal(chosen('c();', { type: 'insertAtCursor', line: 5 }, nested), `${nested}c();\n`);
    assert.equal(chosen('c();', { type: 'appendToFile' }, ''), 'c();\n');
    assert.equal(chosen('c();', { type: 'appendToFile' }, '\n'), 'c();\n\n');
    assert.equal(chosen('  c();', { type: 'replaceFile', lines: 2 }), 'c();\n');
    assert.equal(chosen('c();', { type: 'replaceSelection', start: 1, end: 2 }), 'a();\nc();\n');
    const spaced = 'f() {\n      \n  a();\n}\n';
    assert.equal(chosen('c();', { type: 'replaceSelection', start: 1, end: 3 }, spaced), 'f() {\n  c();\n}\n');
    assert.equal(chosen('c();', { type: 'replaceDefinition', name: 'a', start: 0, end: 1 }), 'c();\nb();\n');
  });
});

describe('what is told of a patch', () => {
  const told = (text: string, own = file) =>
    applyBlock({ text, language: 'diff', fileName: '' }, { ...target, text: own });

  it('is the hunk that does not fit, or that fits several places', () => {
    const more = { kind: 'refused', hunk: 2, of: 3 };
    const hunks = (second: string) => `@@\n-a();\n+A();\n@@\n-${second};\n+X();\n@@\n-b();\n`;
    assert.deepEqual(told(hunks('c()')), { ...more, reason: 'patchDoesNotFit' });
    assert.deepEqual(told(hunks('x()'), 'x();\na();\nx();\nb();\nx();\n'), { ...more, reason: 'patchAmbiguous' });
  });

  it('is each other file that it is for, by its new name', () => {
    const other = '--- a/src/x.ts\n+++ b/src/y.ts\n@@\n-c\n--- a/src/z.ts\n+++ b/src/z.ts\n@@\n-c\n';
    assert.deepEqual(told(other), { kind: 'refused', reason: 'otherFile', paths: ['src/y.ts', 'src/z.ts'] });
    const result = told(`${other}--- a/old.ts\n+++ b/src/app.ts\n@@\n-a();\n`);
    assert.deepEqual(result.kind === 'edit' && [result.proposal, result.how, result.names, result.others], [
      ...['b();\n', 'patch', [], ['src/y.ts', 'src/z.ts']],
    ]);
    const gone = told('--- a/src/x.ts\n+++ /dev/null\n@@\n-c\n');
    assert.deepEqual(gone.kind === 'refused' && gone, { kind: 'refused', reason: 'otherFile', paths: ['src/x.ts'] });
  });

  it('is that there is nothing to do', () => {
    assert.deepEqual(told('see above'), { kind: 'refused', reason: 'emptyBlock' });
    assert.deepEqual(told('@@\n-a();\n+b();\n', 'b();\n'), { kind: 'unchanged' });
  });

  it('is that it makes a file that is there, or takes this one away', () => {
    const made = '--- /dev/null\n+++ b/src/app.ts\n@@ -0,0 +1 @@\n+c();\n';
    assert.deepEqual(told(made), { kind: 'refused', reason: 'newFile' });
    const result = told(made, ' \n');
    assert.equal(result.kind === 'edit' && result.proposal, ' \nc();\n');
    assert.deepEqual(told(`--- a/src/app.ts\n+++ b/src/app.ts\n@@\n-a();\n${made}`), {
      kind: 'refused',
      reason: 'newFile',
    });
    const taken = 'diff --git a/src/app.ts b/src/app.ts\ndeleted file mode 100644\n';
    assert.deepEqual(told(taken), { kind: 'refused', reason: 'deletesFile' });
    assert.deepEqual(told(`--- a/src/app.ts\n+++ b/src/app.ts\n@@\n-a();\n${taken}`), {
      kind: 'refused',
      reason: 'deletesFile',
    });
  });

  it('is the line break at the end, as the file has its own', () => {
    const proposal = (text: string, own: string) => {
      const result = told(text, own);
      return result.kind === 'edit' ? result.proposal : result.kind;
    };
    assert.equal(proposal('@@\n-b\n\\ No newline\n+b\n', 'a\r\nb'), 'a\r\nb\r\n');
    assert.equal(proposal('@@\n a\n-b\n+b\n\\ No newline\n', 'a\r\nb\r\n'), 'a\r\nb');
    assert.equal(proposal('@@\n-a\n-b\n\\ No newline\n', 'a\nb'), '');
    assert.equal(proposal('@@\n-b\n+c\n', 'a\nb'), 'a\nc');
    assert.equal(proposal('@@\n b\n-c\n+C\n\\ No newline\n', 'a\nb\nc\n'), 'a\nb\nC');
    assert.equal(proposal('@@\n-c\n\\ No newline\n+C\n', 'a\nb\nc'), 'a\nb\nC\n');
  });
});
