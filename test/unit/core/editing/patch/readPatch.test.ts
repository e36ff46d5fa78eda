import assert from 'node:assert/strict';
import { isPatch, readPatch } from '../../../../../src/core/editing/patch/readPatch';
import { hunk, patchLines } from './patching';

const read = (...lines: readonly string[]) => readPatch(lines.join('\n'));
const file = { from: undefined, to: undefined, isNew: false, isDeleted: false };
const change = ['-a', '+b'];

describe('text that begins as patches do', () => {
  for (const text of [
    'diff --git a/x b/x',
    '\n  diff --git a/x b/x',
    '*** Begin Patch',
    '@@ -1 +1 @@\n-a\n+b',
    '@@ ... @@',
    '<<<<< SEARCH',
    '<<<<<<<<< SEARCH',
    '--- a/x\n+++ b/x',
    '--- a/x\r\n+++ b/x',
  ]) {
    it(`is a patch: ${JSON.stringify(text)}`, () => assert.ok(isPatch(text)));
  }

  for (const text of [
    'x\ndiff --git a/x b/x',
    '@@',
    '@@ -1 +1',
    '<<<< SEARCH',
    '<<<<<<<<<< SEARCH',
    '<<<<<<< SEARCHES',
    '<<<<<<< HEAD',
    '--- a/x\n\n+++ b/x',
    '---\n+++ b/x',
    '-a\n+b',
  ]) {
    it(`is none: ${JSON.stringify(text)}`, () => assert.ok(!isPatch(text)));
  }
});

describe('a hunk that is read from a patch', () => {
  it('has the lines behind its head, with what becomes of each', () => {
    assert.deepEqual(read('@@ -3,2 +3,3 @@', ' a', '-b', '+c', '+', '-', ' \td'), [
      { ...file, hunks: [{ oldStart: 3, section: '', lines: patchLines(' a', '-b', '+c', '+', '-', ' \td') }] },
    ]);
  });

  for (const [head, oldStart, section] of [
    ['@@ -5 +6 @@', 5, ''],
    ['@@ -50,2 +60,12 @@ class A {', 50, 'class A {'],
    ['@@-7,2 +8,12@@ f() ', 7, 'f()'],
    ['@@   -7,2   +8,12   @@', 7, ''],
    ['@@ f() { @@', undefined, 'f() {'],
    ['@@ f() {', undefined, 'f() {'],
    ['@@@ f() { @@@', undefined, 'f() {'],
    ['@@', undefined, ''],
    ['@@ @@', undefined, ''],
    ['@@ ... @@', undefined, ''],
    ['@@ -x,1 +1 @@', undefined, '-x,1 +1'],
  ] as const) {
    it(`begins where its head says: ${head}`, () => {
      const more = oldStart === undefined ? { section } : { oldStart, section };
      assert.deepEqual(read(head, ...change), [{ ...file, hunks: [hunk(change, more)] }]);
    });
  }

  it('needs no head, and begins with the first line that has a mark', () => {
    assert.deepEqual(read('Here it is:', '', ' a', 'b', '', '+c'), [
      { ...file, hunks: [hunk([' a', ' b', ' ', '+c'])] },
    ]);
    for (const first of [' a', '-a', '+a']) assert.deepEqual(read('a', first)[0]?.hunks, [hunk([first])]);
    assert.deepEqual(read('Here it is:', 'a'), []);
  });

  it('has no blank lines at its end, but those that a mark makes part of it', () => {
    assert.deepEqual(read('@@', '', ...change, '', '', '@@', '+c', '+', '', '-', '', ' '), [
      { ...file, hunks: [hunk([' ', ...change]), hunk(['+c', '+', ' ', '-'])] },
    ]);
    assert.deepEqual(read('@@', '+c', '  ')[0]?.hunks, [hunk(['+c', '  '])]);
    assert.deepEqual(read('@@', '', '@@', ...change)[0]?.hunks, [hunk([]), hunk(change)]);
  });

  it('says which line ends the file without a line break', () => {
    assert.deepEqual(read('@@', '-a', '\\ No newline at end of file', '+b', ' c', '\\ Kein Zeilenumbruch'), [
      { ...file, hunks: [hunk(['-a\\', '+b', ' c\\'])] },
    ]);
    assert.deepEqual(read('\\ No newline at end of file', ...change)[0]?.hunks, [hunk(change)]);
    assert.deepEqual(read('@@', '\\ No newline at end of file', ...change)[0]?.hunks, [hunk(change)]);
    assert.deepEqual(read('@@', '\\d', '+b')[0]?.hunks, [hunk([' \\d', '+b'])]);
  });

  it('is read with each kind of line break', () => {
    assert.deepEqual(readPatch('@@\r\n-a\r+b\n c'), [{ ...file, hunks: [hunk(['-a', '+b', ' c'])] }]);
  });
});

describe('the file that a patch is for', () => {
  const x = { ...file, from: 'x.ts', to: 'x.ts' };

  it('is named before its hunks, and another one behind them', () => {
    assert.deepEqual(read('--- a/x.ts', '+++ b/x.ts', '@@', ...change, '@@', '+c', '--- y', '+++ z', '@@', '+d'), [
      { ...x, hunks: [hunk(change), hunk(['+c'])] },
      { ...file, from: 'y', to: 'z', hunks: [hunk(['+d'])] },
    ]);
    assert.deepEqual(read('--- a/x.ts', '+++ b/x.ts', '--- y', '+++ z', '@@', '+d'), [
      { ...file, from: 'y', to: 'z', hunks: [hunk(['+d'])] },
    ]);
  });

  it('is the one of the headers of git, which are no lines of it', () => {
    const git = ['index 83db48f..bf269f4 100644', 'old mode 100644', 'new mode 100755', 'similarity index 90%'];
    const more = [
      'dissimilarity index 9%',
      'rename from x',
      'rename to y',
      'copy from x',
      'copy to y',
      'Binary files a',
    ];
    assert.deepEqual(read('diff --git a/x.ts b/x.ts', ...git, ...more, '--- a/x.ts', '+++ b/x.ts', '@@', ...change), [
      { ...x, hunks: [hunk(change)] },
    ]);
    assert.deepEqual(read('diff --git "a/ä b" "b/ä c"', 'diff --git a/y b/z', '@@', '+d'), [
      { ...file, from: 'ä b', to: 'ä c', hunks: [] },
      { ...file, from: 'y', to: 'z', hunks: [hunk(['+d'])] },
    ]);
    // These only begin like such headers.
    assert.deepEqual(read('@@', '+a', 'index of all', 'renames', 'new files')[0]?.hunks, [
      hunk(['+a', ' index of all', ' renames', ' new files']),
    ]);
  });

  it('is new or goes where the patch says so', () => {
    const created = { ...file, from: undefined, to: 'x.ts', isNew: true };
    assert.deepEqual(read('--- /dev/null', '+++ b/x.ts', '@@ -0,0 +1 @@', '+a'), [
      { ...created, hunks: [hunk(['+a'], { oldStart: 0 })] },
    ]);
    assert.deepEqual(read('--- /dev/null', '+++ b/x.ts', '--- a/y', '+++ b/y', '@@', ...change), [
      { ...created, hunks: [] },
      { ...file, from: 'y', to: 'y', hunks: [hunk(change)] },
    ]);
    assert.deepEqual(read('diff --git a/x.ts b/x.ts', 'new file mode 100644', 'index 0..1')[0], {
      ...x,
      isNew: true,
      hunks: [],
    });
    assert.deepEqual(read('diff --git a/x.ts b/x.ts', 'new file mode 100644', '--- a/x.ts', '+++ b/x.ts')[0], {
      ...x,
      isNew: true,
      hunks: [],
    });
    assert.deepEqual(read('--- a/x.ts', '+++ /dev/null', '@@', '-a'), [
      { ...file, from: 'x.ts', isDeleted: true, hunks: [hunk(['-a'])] },
    ]);
    assert.deepEqual(read('diff --git a/x.ts b/x.ts', 'deleted file mode 100644')[0], {
      ...x,
      isDeleted: true,
      hunks: [],
    });
    assert.equal(
      read('diff --git a/x.ts b/x.ts', 'deleted file mode 1', '--- a/x.ts', '+++ b/x.ts')[0]?.isDeleted,
      true,
    );
  });

  it('is named as other tools do', () => {
    assert.deepEqual(
      read(
        ...['*** Begin Patch', '*** Update File: x.ts', '@@ f()', ...change, '*** Add File: y', '+c'],
        ...['*** Delete File: z', '*** End of File', '*** End Patch'],
      ),
      [
        { ...x, hunks: [hunk(change, { section: 'f()' })] },
        { ...file, from: 'y', to: 'y', isNew: true, hunks: [hunk(['+c'])] },
        { ...file, from: 'z', to: 'z', isDeleted: true, hunks: [] },
      ],
    );
    assert.deepEqual(read('*** Update File: x.ts', '@@', ...change, '*** End of File', '*** End Patch'), [
      { ...x, hunks: [hunk(change)] },
    ]);
    assert.deepEqual(read('@@', '+a', '*** Move File: x')[0]?.hunks, [hunk(['+a', ' *** Move File: x'])]);
  });

  it('is named without times, quotes and spaces', () => {
    assert.deepEqual(read('--- "a/x.ts"\t2026-01-01', '+++  b/x.ts \t2026-01-01 10:00', '@@', ...change), [
      { ...x, hunks: [hunk(change)] },
    ]);
    const names = (from: string, to: string) => read(from, to).map((one) => [one.from, one.to]);
    assert.deepEqual(names('--- a/x.ts', '+++ /dev/null'), [['x.ts', undefined]]);
    assert.deepEqual(names('--- /dev/null', '+++ b/x.ts'), [[undefined, 'x.ts']]);
    assert.deepEqual(names('--- b/x.ts', '+++ a/x.ts'), [['b/x.ts', 'a/x.ts']]);
    assert.deepEqual(names('--- ', '+++ '), []);
    assert.deepEqual(names('--- a/the "x"', '+++ "x" y'), [['the "x"', '"x" y']]);
  });

  it('is not named by lines that begin with dashes', () => {
    assert.deepEqual(read('@@', '--- a', ' b', '+++ c', '--- d')[0]?.hunks, [hunk(['--- a', ' b', '+++ c', '--- d'])]);
    const added = ['+diff --git a/x b/x', '+*** Update File: y', '+new file mode 1'];
    assert.deepEqual(read('@@', ...added), [{ ...file, hunks: [hunk(added)] }]);
  });
});

describe('a patch of blocks to search and to replace', () => {
  it('has a hunk for each, with all lines as they are', () => {
    assert.deepEqual(
      read(
        ...['<<<<<<< SEARCH', '-a', '', '@@ b', '=======', '+c', '>>>>>>> REPLACE', 'Then:'],
        ...['<<<<<ORIGINAL', 'd', '=====', '>>>>>UPDATED', '<<<<<<<<< SEARCH', '=========', 'e', '>>>>>>>>> REPLACE'],
      ),
      [
        {
          ...file,
          hunks: [hunk(['--a', '-', '-@@ b', '++c', ' Then:']), hunk(['-d']), hunk(['+e'])],
        },
      ],
    );
  });

  it('keeps what only looks like its marks', () => {
    const inside = [
      '====',
      '======== ',
      'a =====',
      '>>>> REPLACE',
      'a >>>>> REPLACE',
      '>>>>>>> REPLACED',
      ' <<<<<<< SEARCH',
    ];
    assert.deepEqual(read('<<<<<<< SEARCH', ...inside, '=======', '==', '>>>>>>> REPLACE')[0]?.hunks, [
      hunk([...inside.map((line) => `-${line}`), '+==']),
    ]);
    assert.deepEqual(read('@@', '+a', '=======', '>>>>>>> REPLACE', '<<<< SEARCH')[0]?.hunks, [
      hunk(['+a', ' =======', ' >>>>>>> REPLACE', ' <<<< SEARCH']),
    ]);
  });

  it('may be for a file that is named', () => {
    assert.deepEqual(read('--- x.ts', '+++ x.ts', '<<<<<<< SEARCH', 'a', '=======', 'b', '>>>>>>> REPLACE'), [
      { ...file, from: 'x.ts', to: 'x.ts', hunks: [hunk(change)] },
    ]);
  });
});
