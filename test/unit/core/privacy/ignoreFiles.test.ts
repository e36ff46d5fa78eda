import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type IgnoreFile, ignoredBy } from '../../../../src/core/privacy/ignoreFiles';
import { budget } from '../../../budget';

const git = (text: string, folder = ''): IgnoreFile => ({ name: '.gitignore', folder, text });

describe('ignore files', () => {
  it('name files and all that is in folders', () => {
    const files = [git('dist/\n*.log\n/root.ts\n')];
    for (const path of ['dist/a.js', 'src/dist/deep/a.js', 'a.log', 'src/a.log', 'root.ts']) {
      assert.equal(ignoredBy(path, files), '.gitignore', path);
    }
    for (const path of ['dist', 'src/a.ts', 'src/root.ts', 'a.logs'])
      assert.equal(ignoredBy(path, files), undefined, path);
  });

  it('say by which file, those of Gemini too', () => {
    const gemini = { name: '.geminiignore', folder: '', text: 'plans/\n' } as const;
    const code = { name: '.aiexclude', folder: 'src', text: 'keys.ts\n' } as const;
    const files = [git('dist/\n'), gemini, code];

    assert.equal(ignoredBy('plans/a.md', files), '.geminiignore');
    assert.equal(ignoredBy('src/keys.ts', files), 'src/.aiexclude');
    assert.equal(ignoredBy('keys.ts', files), undefined);
  });

  it('do not take back what another kind says', () => {
    const gemini = { name: '.geminiignore', folder: '', text: '!out.js\n' } as const;
    assert.equal(ignoredBy('out.js', [git('out.js\n'), gemini]), '.gitignore');
  });

  it('count for their own folder, the inner one first', () => {
    const files = [git('*.json\n'), git('!keep.json\nlocal.ts\n', 'src')];

    assert.equal(ignoredBy('src/a.json', files), '.gitignore');
    assert.equal(ignoredBy('src/keep.json', files), undefined);
    assert.equal(ignoredBy('keep.json', files), '.gitignore');
    assert.equal(ignoredBy('src/local.ts', files), 'src/.gitignore');
    assert.equal(ignoredBy('src2/local.ts', files), undefined);
  });

  it('hold a whole folder, whatever is said inside it', () => {
    assert.equal(ignoredBy('build/keep.ts', [git('build/\n'), git('!keep.ts\n', 'build')]), '.gitignore');
  });

  it('are asked about folders by a slash at the end', () => {
    assert.equal(ignoredBy('tmp/', [git('tmp/\n')]), '.gitignore');
    assert.equal(ignoredBy('tmp', [git('tmp/\n')]), undefined);
    assert.equal(ignoredBy('tmp/', [git('/*\n!/tmp/\n')]), undefined);
    // What a folder says is about what lies in it.
    for (const all of ['*', '**', '/', '.']) assert.equal(ignoredBy('src/', [git(all, 'src')]), undefined, all);
  });

  it('may begin with a byte order mark and end their lines as Windows does', () => {
    assert.equal(ignoredBy('a.log', [git('\uFEFF*.log\r\n*.tmp\r\n')]), '.gitignore');
    assert.equal(ignoredBy('a.tmp', [git('\uFEFF*.log\r\n*.tmp\r\n')]), '.gitignore');
    // Further on it is a letter of a name.
    assert.equal(ignoredBy('a\uFEFFb', [git('a\uFEFFb\n')]), '.gitignore');
  });

  it('make nothing fail, whatever is in them', () => {
    const characters = fc.constantFrom(...'*?[]!#\\/ \n\r\t-^{}()|+.a~$é\u0000\uD800');
    const text = fc.array(characters, { maxLength: 40 }).map((all) => all.join(''));
    const path = fc.constantFrom('a', '.', '..a/a', 'a/*/[', '~/a', ' /\\', '!a/#', 'é/\n');
    fc.assert(
      fc.property(text, path, (rules, file) => {
        ignoredBy(file, [git(rules), { name: '.aiexclude', folder: '', text: rules }]);
      }),
      { numRuns: 2_000 },
    );
  });

  describe('beside git', () => {
    let root: string;
    before(() => {
      root = mkdtempSync(join(tmpdir(), 'gemini-ignore-'));
      execFileSync('git', ['init', '--quiet'], { cwd: root });
      mkdirSync(join(root, 'a', 'b'), { recursive: true });
    });
    after(() => rmSync(root, { recursive: true, force: true }));

    const paths = ['x.log', 'keep.log', 'a/x.log', 'a/keep.log', 'a/b/x.log', 'a/b/c.ts', 'a/c.ts', 'b/c.ts', 'c.ts'];
    const lines = fc.array(
      fc.constantFrom(
        '*.log',
        '!keep.log',
        'a/b/',
        '/b',
        'b/',
        'c.ts',
        '!c.ts',
        'a/**',
        '**/b/c.ts',
        '/*.log',
        '# no',
        '*',
        '',
      ),
      { maxLength: 4 },
    );

    function ignoredByGit(): readonly string[] {
      try {
        const input = paths.join('\n');
        const options = { cwd: root, input, encoding: 'utf8' } as const;
        return execFileSync('git', ['check-ignore', '--no-index', '--stdin'], options).trim().split('\n');
      } catch {
        // Its way of saying that none is ignored.
        return [];
      }
    }

    it('never let a file through that git ignores, and ignore no other', function () {
      this.timeout(20_000);
      fc.assert(
        fc.property(lines, lines, (outer, inner) => {
          writeFileSync(join(root, '.gitignore'), outer.join('\n'));
          writeFileSync(join(root, 'a', '.gitignore'), inner.join('\n'));
          const files = [git(outer.join('\n')), git(inner.join('\n'), 'a')];
          assert.deepEqual(
            paths.filter((path) => ignoredBy(path, files) !== undefined),
            ignoredByGit(),
          );
        }),
        { numRuns: budget(150, 40) },
      );
    });
  });
});
