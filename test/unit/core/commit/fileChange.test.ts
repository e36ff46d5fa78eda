import assert from 'node:assert/strict';
import { type NamedOnly, namedOnlyByDiff, newFileDiff } from '../../../../src/core/commit/fileChange';

const long = (length: number) => `+${'x'.repeat(length - 1)}\n`;

describe('changes that are not sent', () => {
  const cases: readonly (readonly [what: string, diff: string, why: NamedOnly | undefined])[] = [
    ['a patch of bytes', 'index 1..2\nGIT binary patch\nliteral 7\n', 'binary'],
    ['words about binary files', '+Binary files a and b differ in size\n', undefined],
    ['a line that only reads like that of git', '+Binary files a and b differ\n', undefined],
    ['half of the lines too long', `${long(2_001)}+a\n`, 'minified'],
    ['fewer than half of the lines too long', `${long(2_001)}+a\n-b\n`, undefined],
    ['lines that are just short enough', long(2_000), undefined],
    ['long lines around the change alone', ` ${'x'.repeat(3_000)}\n+a\n`, undefined],
    ['the names of the files, which are no lines', `--- a/x\n+++ b/x\n${long(2_001)}+a\n`, 'minified'],
    ['a mark of its generator near the start', `${'+a\n'.repeat(480)}+// @generated\n`, 'generated'],
    ['a mark of a generator further in', `${'+a\n'.repeat(500)}+// @generated\n`, undefined],
    ['nothing', '', undefined],
  ];
  for (const [what, diff, why] of cases) {
    it(`are told by ${what}: ${why ?? 'no, they are sent'}`, () => assert.equal(namedOnlyByDiff(diff), why));
  }
});

describe('a file that is new to git', () => {
  const head = 'diff --git a/a b/a\nnew file\n--- /dev/null\n+++ b/a\n';

  it('has its last line also without a line break, and empty lines', () => {
    assert.equal(newFileDiff('a', 'one\n\ntwo'), `${head}@@ -0,0 +1,3 @@\n+one\n+\n+two\n`);
    assert.equal(newFileDiff('a', 'one\n\n'), `${head}@@ -0,0 +1,2 @@\n+one\n+\n`);
    assert.equal(newFileDiff('a', ''), `${head}@@ -0,0 +1,0 @@\n`);
  });
});
