import assert from 'node:assert/strict';
import { excludingGlob } from '../../../../src/core/privacy/globs';

describe('globs of files that are not sent', () => {
  const cases: readonly (readonly [glob: string, matching: readonly string[], others: readonly string[]])[] = [
    ['**/*.sql', ['a.sql', 'db/a.sql', 'db/old/a.SQL'], ['a.sqlite', 'sql/a.ts']],
    ['*.sql', ['a.sql', 'db/a.sql'], ['a.sql.ts']],
    ['internal/**', ['internal/a.ts', 'internal/deep/a.ts'], ['src/internal/a.ts', 'internal.ts']],
    ['**/internal', ['internal/a.ts', 'src/internal/deep/a.ts'], ['src/internals/a.ts']],
    ['internal//', ['internal/a.ts'], ['internals/a.ts']],
    ['internal/', ['internal/a.ts', 'src/internal/a.ts'], ['internals/a.ts']],
    ['/src/a.ts', ['src/a.ts'], ['lib/src/a.ts']],
    ['./src/*.ts', ['src/a.ts'], ['src/deep/a.ts']],
    ['**/*.{pem,key}', ['a.pem', 'keys/b.key'], ['a.pem.ts']],
    ['**/{notes,plans}/**', ['notes/a.md', 'docs/plans/b.md'], ['notes.md']],
    ['**/.config/**', ['.config/a', 'home/.config/deep/.a'], ['config/a']],
    ['*.cfg', ['.cfg', 'a/.b.cfg'], ['a.cfgs']],
    ['keys/**/*.txt', ['keys/.old/a.txt', 'keys/b/.c.txt'], ['a/keys/b.txt']],
    ['data[[:digit:]].csv', ['data1.csv'], ['data:.csv', 'datad.csv']],
    ['data[0-9].csv', ['data1.csv', 'x/data2.csv'], ['data.csv', 'data12.csv']],
    ['data[!0-9].csv', ['datax.csv'], ['data1.csv']],
    ['Secret*', ['secret-plan.md', 'docs/SECRETS/a.md'], ['my-secret.md']],
    [' spaced.md ', ['spaced.md'], ['other.md']],
  ];
  for (const [glob, matching, others] of cases) {
    it(`${glob} matches what it says`, () => {
      for (const path of matching) assert.equal(excludingGlob(path, [glob]), glob, path);
      for (const path of others) assert.equal(excludingGlob(path, [glob]), undefined, path);
    });
  }

  it('names the first that matches, and passes over blank ones', () => {
    assert.equal(excludingGlob('a.sql', ['', ' / ', '*.ts', '*.sql', '**/*']), '*.sql');
    assert.equal(excludingGlob('a.sql', []), undefined);
  });
});
