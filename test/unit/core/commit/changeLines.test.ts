import assert from 'node:assert/strict';
import { changeTexts } from '../../../../src/core/commit/changeLines';
import type { ChangedFile, NamedOnly } from '../../../../src/core/commit/fileChange';

const shown = (file: ChangedFile, text = '', linesLeftOut = 0) => ({ file, text, linesLeftOut });
const listed = (...files: readonly ChangedFile[]) =>
  changeTexts({ shown: files.map((file) => shown(file)), named: [] });
const named = (path: string, why: NamedOnly = 'binary') => ({ path, status: 'changed' as const, why });

describe('the changes as texts', () => {
  it('say what happened to each file', () => {
    assert.deepEqual(
      listed(
        { path: 'a.ts', status: 'added' },
        { path: 'b.ts', status: 'untracked' },
        { path: 'c.ts', status: 'deleted' },
        { path: 'd.ts', status: 'renamed', oldPath: 'old.ts' },
        { path: 'e.ts', status: 'copied', oldPath: 'old.ts' },
        { path: 'f.ts', status: 'changed' },
        { path: 'g.ts', status: 'typeChanged' },
      ),
      [
        'All changed files:\nadded a.ts\nadded b.ts\ndeleted c.ts\nrenamed old.ts to d.ts\ncopied old.ts to e.ts\nchanged f.ts\nchanged the type of g.ts',
      ],
    );
  });

  it('name the others after those that are shown, each with its reason', () => {
    const why = [
      'binary',
      'heldBack',
      'tooMany',
      'lockFile',
      'generated',
      'minified',
      'large',
      'link',
      'unreadable',
    ] as const;
    const [list = ''] = changeTexts({
      shown: [shown({ path: 'a', status: 'added' })],
      named: why.map((one) => named(one, one)),
    });
    const [, first, binary, heldBack, ...others] = list.split('\n');
    assert.deepEqual(
      [first, binary, heldBack],
      ['added a', 'changed binary (binary)', 'changed heldBack (held back by the author, not shown)'],
    );
    const reasons = others.map((line) => /\(([^()]{5,})\)$/.exec(line)?.[1]);
    assert.equal(new Set(reasons).size, why.length - 2);
    assert.ok(!reasons.includes(undefined));
  });

  it('have each diff in a fence, with the number of lines that are missing', () => {
    assert.deepEqual(
      changeTexts({
        shown: [
          shown({ path: 'a.ts', status: 'changed' }, '+a\n'),
          shown({ path: 'b.ts', status: 'renamed', oldPath: 'c.ts' }, ' \n'),
          shown({ path: 'd.ts', status: 'changed' }, '+```\n', 3),
        ],
        named: [],
      }).slice(1),
      ['a.ts:\n```diff\n+a\n```', 'd.ts:\n````diff\n+```\n````\n[3 more lines of this file are left out]'],
    );
  });

  it('name 150 files, and count the rest by folder, those with most first', () => {
    const paths = Array.from({ length: 150 }, (_, at) => `src/${at}.png`);
    const [all] = changeTexts({ shown: [], named: paths.map((path) => named(path)) });
    assert.ok(all?.endsWith('\nchanged src/149.png (binary)'));

    const more = [...paths, 'README.md', 'docs/a/b.md', 'docs/c.md', 'LICENSE', 'docs/d/e.md', 'test/a'];
    const [list] = changeTexts({ shown: [], named: more.map((path) => named(path)) });
    assert.ok(list?.endsWith('src/149.png (binary)\nand 6 more: 3 in docs, 2 in the root, 1 in test'), list);
  });

  it('count the files that are shown as well', () => {
    const files = Array.from({ length: 151 }, (_, at) => ({ path: `src/${at}.ts`, status: 'added' as const }));
    assert.match(listed(...files)[0] ?? '', /\nadded src\/149\.ts\nand 1 more: 1 in src$/);
  });

  it('name 20 folders of the rest', () => {
    const files = Array.from({ length: 171 }, (_, at) => named(`f${at}/a`));
    const [list = ''] = changeTexts({ shown: [], named: files });
    assert.match(list, /and 21 more: 1 in f150, .*, 1 in f169$/);
  });
});
