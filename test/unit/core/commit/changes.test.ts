import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeTexts } from '../../../../src/core/commit/changeLines';
import { cutChanges, diffBudget } from '../../../../src/core/commit/cutChanges';
import { type FileChange, namedOnlyByDiff, namedOnlyByPath, newFileDiff } from '../../../../src/core/commit/fileChange';
import { isOnlyRenames, situationLines } from '../../../../src/core/commit/situation';

function changed(path: string, lines: number, width = 40): FileChange {
  const text = Array.from({ length: lines }, (_, i) => `+${`${i} `.padEnd(width, 'x')}`).join('\n');
  return { path, status: 'changed', diff: `--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n${text}\n` };
}

const anyChange: fc.Arbitrary<FileChange> = fc.oneof(
  fc
    .record({ path: fc.string({ minLength: 1 }), diff: fc.string({ unit: 'binary', maxLength: 3_000 }) })
    .map((file) => ({ ...file, status: 'changed' as const })),
  fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 1_500 }))
    .map(([lines, width]) => changed('a.ts', lines, width)),
  fc
    .record({ path: fc.string({ minLength: 1 }) })
    .map((file) => ({ ...file, status: 'added' as const, namedOnly: 'binary' as const })),
  fc
    .record({ path: fc.string({ minLength: 1 }), diff: fc.string({ maxLength: 3_000 }) })
    .map((file) => ({ ...file, status: 'deleted' as const })),
);

describe('which changes are sent', () => {
  it('all of them, when they are few', () => {
    const files = [changed('a.ts', 10), changed('b.ts', 20)];
    const { shown, named } = cutChanges(files);

    assert.deepEqual(
      shown.map(({ text }) => text),
      files.map((file) => 'diff' in file && file.diff),
    );
    assert.deepEqual(named, []);
  });

  it('small files whole, and large ones in part with a note of what is missing', () => {
    const { shown } = cutChanges([changed('large.ts', 5_000), changed('small.ts', 10)]);
    const [large, small] = shown;

    assert.equal(small?.linesLeftOut, 0);
    assert.ok(large && large.linesLeftOut > 3_000 && large.text.length > diffBudget / 2);
    assert.match(
      changeTexts({ shown, named: [] }).join('\n'),
      new RegExp(`\\[${large.linesLeftOut} more lines of this file are left out\\]`),
    );
  });

  it('little of a file that is gone', () => {
    const gone = { ...changed('gone.ts', 500), status: 'deleted' as const };
    const [shown] = cutChanges([gone]).shown;
    assert.ok(shown && shown.text.length <= 600 && shown.linesLeftOut > 400);
  });

  it('no line that no person wrote', () => {
    const [shown] = cutChanges([{ path: 'a', status: 'changed', diff: `+short\n+${'x'.repeat(3_000)}\n` }]).shown;
    assert.equal(shown?.text, '+short\n+[a line of 3001 characters]\n');
  });

  it('within the budget, each file once and in order, and every cut at the end of a line', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), fc.integer({ min: 0, max: 20_000 }), (changes, budget) => {
        const { shown, named } = cutChanges(changes, budget);

        assert.ok(shown.reduce((sum, { text }) => sum + text.length, 0) <= budget);
        assert.equal(shown.length + named.length, changes.length);
        const paths = changes.map(({ path }) => path);
        let at = -1;
        for (const { file } of shown) {
          at = paths.indexOf(file.path, at + 1);
          assert.ok(at >= 0);
        }
        for (const { text, linesLeftOut } of shown) if (linesLeftOut > 0) assert.match(text, /(?:^|\n)$/);
        assert.ok(shown.every(({ text }) => text.split('\n').every((line) => line.length <= 1_000)));
      }),
      { numRuns: 500 },
    );
  });

  it('names every file, and counts those beyond the list by folder', () => {
    const files = Array.from(
      { length: 400 },
      (_, i): FileChange => ({ path: `${i % 2 ? 'src' : 'test'}/${i}.png`, status: 'added', namedOnly: 'binary' }),
    );
    const [list = ''] = changeTexts(cutChanges(files));

    assert.match(list, /^All changed files:\nadded test\/0\.png \(binary\)\nadded src\/1\.png \(binary\)\n/);
    assert.match(list, /and 250 more: 125 in test, 125 in src$/);
  });
});

describe('what is only named', () => {
  for (const [path, why] of [
    ['package-lock.json', 'lockFile'],
    ['web/yarn.lock', 'lockFile'],
    ['go.sum', 'lockFile'],
    ['bun.lockb', 'lockFile'],
    ['logo.PNG', 'binary'],
    ['a/b.woff2', 'binary'],
    ['jquery.min.js', 'minified'],
    ['dist/main.js', 'generated'],
    ['src/api.pb.go', 'generated'],
    ['__snapshots__/a.snap', 'generated'],
    ['src/blocks.ts', undefined],
    ['src/lock.ts', undefined],
    ['docs/distance.md', undefined],
    ['build.gradle', undefined],
  ] as const) {
    it(`${path}: ${why ?? 'no, it is shown'}`, () => assert.equal(namedOnlyByPath(path), why));
  }

  it('what git calls binary, and what holds bytes', () => {
    assert.equal(namedOnlyByDiff('diff --git a/x b/x\nBinary files a/x and b/x differ\n'), 'binary');
    assert.equal(namedOnlyByDiff('+a\0b'), 'binary');
  });

  it('lines as only a program writes them', () => {
    assert.equal(namedOnlyByDiff(`@@ -1 +1 @@\n-${'a;'.repeat(5_000)}\n+${'b;'.repeat(5_000)}\n`), 'minified');
    assert.equal(namedOnlyByDiff(`@@ @@\n+one\n+two\n+three\n+${'b;'.repeat(5_000)}\n`), undefined);
  });

  it('what says that it is generated', () => {
    assert.equal(namedOnlyByDiff('@@ @@\n+// Code generated by protoc-gen-go. DO NOT EDIT.\n'), 'generated');
    assert.equal(namedOnlyByDiff('@@ @@\n /* @generated */\n+x\n'), 'generated');
    assert.equal(namedOnlyByDiff('@@ @@\n+const generated = make();\n'), undefined);
  });
});

describe('a file that git does not track', () => {
  it('looks as git shows it once it is added', () => {
    assert.equal(
      newFileDiff('a.txt', 'one\r\ntwo\n'),
      'diff --git a/a.txt b/a.txt\nnew file\n--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1,2 @@\n+one\n+two\n',
    );
  });
});

describe('where the repository stands', () => {
  const usual = { source: 'staged', branch: 'main', isFirst: false, merging: undefined } as const;
  const renamed = { path: 'b', oldPath: 'a', status: 'renamed', diff: 'similarity index 100%\n' } as const;

  it('is told in a sentence each', () => {
    assert.deepEqual(situationLines(usual, []), ['The branch is called main.']);
    assert.match(situationLines({ ...usual, isFirst: true }, []).join(), /first commit/);
    assert.match(situationLines({ ...usual, merging: 'feat: x' }, []).join(), /concludes a merge.*"feat: x"/);
    assert.match(situationLines(usual, [renamed]).join(), /only renamed/);
    assert.equal(situationLines({ ...usual, isFirst: true, merging: 'feat: x' }, [renamed]).length, 4);
    assert.deepEqual(situationLines({ ...usual, branch: undefined }, []), []);
  });

  it('is only renames if nothing inside a file changes', () => {
    assert.ok(isOnlyRenames([renamed]));
    assert.ok(!isOnlyRenames([renamed, { ...renamed, diff: '@@ -1 +1 @@\n' }]));
    assert.ok(!isOnlyRenames([]));
    assert.ok(!isOnlyRenames([{ ...renamed, status: 'copied' }]));
    assert.ok(!isOnlyRenames([{ ...renamed, diff: 'index 1..2\n@@ -1 +1 @@\n' }]));
    assert.ok(isOnlyRenames([{ ...renamed, diff: 'rename to a@@ b\n' }]));
    assert.ok(!isOnlyRenames([{ path: 'b', oldPath: 'a', status: 'renamed' }]));
  });
});
