import assert from 'node:assert/strict';
import { ignoredBy } from '../../../../src/core/privacy/ignoreFiles';
import { ignoreFilesAround } from '../../../../src/core/privacy/ignoreFilesAround';

/** A disk of these files; a folder is there if its name is given. */
const disk = (files: Readonly<Record<string, string>>) => ({
  isThere: (path: string) => Promise.resolve(path in files),
  text: (path: string) => Promise.resolve(files[path]),
});

/** By which ignore file a file is ignored, as the user would be told. */
async function ignores(
  files: Readonly<Record<string, string>>,
  path: string,
  workspaceFolder?: string,
): Promise<string | undefined> {
  const { root, files: found } = await ignoreFilesAround(path, workspaceFolder, disk(files));
  return ignoredBy(path.slice(root.length + 1), found);
}

describe('the ignore files that count for a file', () => {
  it('are those of the workspace folder and of the folders in it', async () => {
    const files = { '/w/.gitignore': 'dist/', '/w/src/.aiexclude': 'keys.ts' };
    assert.equal(await ignores(files, '/w/dist/a.js', '/w'), '.gitignore');
    assert.equal(await ignores(files, '/w/src/keys.ts', '/w'), 'src/.aiexclude');
    assert.equal(await ignores(files, '/w/src/a.ts', '/w'), undefined);
  });

  it('are none from above, where there is no repository', async () => {
    assert.equal(
      await ignores({ '/.gitignore': '*', '/home/.geminiignore': '*' }, '/home/w/a.ts', '/home/w'),
      undefined,
    );
  });

  it('reach up to the repository that the workspace folder is a part of', async () => {
    const files = { '/repo/.git': '', '/repo/.gitignore': '*.local', '/.gitignore': '*.ts' };
    assert.equal(await ignores(files, '/repo/app/a.local', '/repo/app'), '.gitignore');
    assert.equal(await ignores(files, '/repo/app/a.ts', '/repo/app'), undefined);
  });

  it('do not mark all of a folder that was opened although it is ignored', async () => {
    const files = { '/repo/.git': '', '/repo/.gitignore': 'tmp/', '/repo/tmp/play/.geminiignore': 'secret.ts' };
    assert.equal(await ignores(files, '/repo/tmp/play/a.ts', '/repo/tmp/play'), undefined);
    assert.equal(await ignores(files, '/repo/tmp/play/secret.ts', '/repo/tmp/play'), 'tmp/play/.geminiignore');
    assert.equal(await ignores(files, '/repo/tmp/play/a.ts', '/repo'), '.gitignore');
    const deeper = { ...files, '/repo/tmp/play/src/.aiexclude': 'keys.ts' };
    assert.equal(await ignores(deeper, '/repo/tmp/play/src/keys.ts', '/repo/tmp/play'), 'tmp/play/src/.aiexclude');
  });

  it('leave a repository inside the workspace to its own .gitignore, and not to its own rules for Gemini', async () => {
    const files = {
      '/w/.gitignore': 'other/',
      '/w/.geminiignore': '*.key',
      '/w/other/.git': '',
      '/w/other/.gitignore': 'out/',
    };
    assert.equal(await ignores(files, '/w/other/a.ts', '/w'), undefined);
    assert.equal(await ignores(files, '/w/other/out/a.js', '/w'), 'other/.gitignore');
    assert.equal(await ignores(files, '/w/other/a.key', '/w'), '.geminiignore');
  });

  it('are those of its repository, or else of its own folder, where no workspace is open', async () => {
    const inRepository = { '/repo/.git': '', '/repo/.gitignore': '*.log', '/.gitignore': '*' };
    assert.equal(await ignores(inRepository, '/repo/deep/a.log'), '.gitignore');
    assert.equal(await ignores(inRepository, '/repo/deep/a.ts'), undefined);
    assert.equal(await ignores({ '/own/.aiexclude': 'a.ts', '/.aiexclude': '*' }, '/own/a.ts'), '.aiexclude');
    assert.equal(await ignores({ '/own/.aiexclude': 'a.ts', '/.aiexclude': '*' }, '/own/b.ts'), undefined);
    assert.equal(await ignores({ '/home/.aiexclude': '*' }, '/home/own/a.ts'), undefined);
    assert.equal(await ignores({ '/.gitignore': 'a.ts' }, '/a.ts'), '.gitignore');
  });
});
