import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeInside } from '../../../../src/host/platform/nodeFilePlace';

describe('the place of a file in a folder', () => {
  let base: string;
  let folder: string;
  before(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'gemini-place-')));
    folder = join(base, 'work');
    await mkdir(join(folder, 'docs'), { recursive: true });
    await mkdir(join(base, 'work-other'));
    await writeFile(join(folder, 'docs', 'rules.md'), 'inside');
    await writeFile(join(base, 'secret.md'), 'outside');
    await writeFile(join(base, 'work-other', 'rules.md'), 'outside');
    await writeFile(join(folder, '..rules.md'), 'inside');
    await symlink(join('docs', 'rules.md'), join(folder, 'within.md'));
    await symlink(join('..', 'secret.md'), join(folder, 'out.md'));
    await symlink(join('..', 'work-other'), join(folder, 'other'));
    await symlink('nowhere.md', join(folder, 'broken.md'));
    await symlink(folder, join(base, 'link'));
  });
  after(() => rm(base, { recursive: true, force: true }));

  it('is known for a file, and for a link to one that stays in it', async () => {
    const rules = join(folder, 'docs', 'rules.md');
    assert.equal(await placeInside(folder, rules), rules);
    assert.equal(await placeInside(folder, join(folder, 'within.md')), rules);
    assert.equal(await placeInside(folder, join(folder, '..rules.md')), join(folder, '..rules.md'));
  });

  it('is known where the folder itself is a link', async () => {
    const link = join(base, 'link');
    assert.equal(await placeInside(link, join(link, 'within.md')), join(folder, 'docs', 'rules.md'));
  });

  it('is none for a link that leads out, for one that leads nowhere, and for the folder', async () => {
    for (const path of ['out.md', join('other', 'rules.md'), 'broken.md', 'missing.md', '.', join('..', 'secret.md')]) {
      assert.equal(await placeInside(folder, join(folder, path)), undefined, path);
    }
  });
});
