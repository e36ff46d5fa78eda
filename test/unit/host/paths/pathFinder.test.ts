import assert from 'node:assert/strict';
import type { FolderRoot } from '../../../../src/host/paths/namedPath';
import { type FoundFile, type OpenFolders, PathFinder } from '../../../../src/host/paths/pathFinder';

const shop: FolderRoot = { name: 'shop', path: '/ws/shop' };
const site: FolderRoot = { name: 'site', path: '/ws/site' };
const { signal } = new AbortController();

/** Folders whose files are a list, and which count how often they are looked into. */
class ListedFolders implements OpenFolders {
  readonly asked: string[] = [];
  readonly endings = new Set(['ts']);
  searches = 0;
  atOnce = 0;
  most = 0;

  constructor(
    public files: readonly string[],
    readonly roots: readonly FolderRoot[] = [shop],
  ) {}

  async isFile({ root, path }: FoundFile): Promise<boolean> {
    this.asked.push(path);
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    await Promise.resolve();
    this.atOnce -= 1;
    return this.files.includes(`${root.path}/${path}`);
  }

  async filesEndingIn(paths: readonly string[]): Promise<readonly FoundFile[]> {
    this.searches += 1;
    return this.roots.flatMap((root) =>
      this.files
        .filter((file) => file.startsWith(`${root.path}/`) && paths.some((path) => file.endsWith(`/${path}`)))
        .map((file) => ({ root, path: file.slice(root.path.length + 1) })),
    );
  }
}

describe('finding the files that an answer names', () => {
  it('tells those that are there, spelt as the answer spells them', async () => {
    const finder = new PathFinder(new ListedFolders(['/ws/shop/src/a.ts', '/ws/shop/Makefile']));
    const texts = ['src/a.ts:12', './src/a.ts', 'src/b.ts', 'Makefile', 'shop/src/a.ts#L3', '/ws/shop/src/a.ts', 'sum'];

    const found = await finder.find('t', texts, signal);

    assert.deepEqual(found, ['src/a.ts:12', './src/a.ts', 'Makefile', 'shop/src/a.ts#L3', '/ws/shop/src/a.ts']);
  });

  it('finds a file by the end of its path, looking for all of them at once', async () => {
    const folders = new ListedFolders(['/ws/shop/src/host/chat.ts', '/ws/shop/src/core/price.ts']);
    const finder = new PathFinder(folders);

    const found = await finder.find(
      't',
      ['chat.ts', 'core/price.ts', 'ice.ts', 'gone.ts', 'price', '{a,b}.ts'],
      signal,
    );

    assert.deepEqual(found, ['chat.ts', 'core/price.ts']);
    assert.equal(folders.searches, 1);
  });

  it('does not look for what does not look like a file', async () => {
    const folders = new ListedFolders([]);

    const texts = ['sum', 'a + b', 'items.map', '../x.ts', '/etc/passwd', 'C:/x.ts', '**/*.ts'];
    await new PathFinder(folders).find('t', texts, signal);

    assert.equal(folders.searches, 0);
    assert.deepEqual(folders.asked, ['sum', 'a + b', 'items.map']);
  });

  it('asks about each name of an answer once, and of another answer again', async () => {
    const folders = new ListedFolders(['/ws/shop/src/a.ts']);
    const finder = new PathFinder(folders);

    await finder.find('t', ['src/a.ts', 'src/a.ts', 'src/b.ts'], signal);
    const again = await finder.find('t', ['src/b.ts', 'src/a.ts'], signal);
    assert.deepEqual(again, ['src/a.ts']);
    assert.equal(folders.asked.length, 2);
    assert.equal(folders.searches, 1);

    folders.files = ['/ws/shop/src/b.ts'];
    assert.deepEqual(await finder.find('u', ['src/a.ts', 'src/b.ts'], signal), ['src/b.ts']);
    finder.forget();
    assert.deepEqual(await finder.find('t', ['src/a.ts', 'src/b.ts'], signal), ['src/b.ts']);
  });

  it('remembers the latest answers only', async () => {
    const folders = new ListedFolders(['/ws/shop/src/a.ts']);
    const finder = new PathFinder(folders);
    for (let turn = 0; turn < 65; turn++) await finder.find(`t${turn}`, ['src/a.ts'], signal);

    await finder.find('t64', ['src/a.ts'], signal);
    assert.equal(folders.asked.length, 65);
    await finder.find('t0', ['src/a.ts'], signal);
    assert.equal(folders.asked.length, 66);
  });

  it('stops when nobody waits for it any more, and does not take that for an answer', async () => {
    const folders = new ListedFolders(['/ws/shop/f150.ts']);
    const finder = new PathFinder(folders);
    const names = Array.from({ length: 200 }, (_, index) => `f${index}.ts`);
    const stop = new AbortController();

    const finding = finder.find('t', names, stop.signal);
    stop.abort();

    assert.deepEqual(await finding, []);
    assert.ok(folders.asked.length <= 16, `${folders.asked.length} were looked for`);
    assert.equal(folders.searches, 0);
    assert.deepEqual(await finder.find('t', names, signal), ['f150.ts']);
    assert.ok(folders.most <= 16, `${folders.most} at once`);
  });

  it('finds nothing where no folder may be looked into', async () => {
    const folders = new ListedFolders(['/ws/shop/src/a.ts'], []);

    assert.deepEqual(await new PathFinder(folders).find('t', ['src/a.ts', 'a.ts'], signal), []);
    assert.deepEqual([folders.asked.length, folders.searches], [0, 0]);
  });

  it('tells every file a name may stand for, as it is now', async () => {
    const folders = new ListedFolders(['/ws/shop/src/a.ts', '/ws/site/src/a.ts', '/ws/site/lib/b.ts'], [shop, site]);
    const finder = new PathFinder(folders);
    const located = async (text: string) => (await finder.locate(text)).map(({ root, path }) => `${root.name}:${path}`);

    assert.deepEqual(await located('src/a.ts:3'), ['shop:src/a.ts', 'site:src/a.ts']);
    assert.deepEqual(await located('site/src/a.ts'), ['site:src/a.ts']);
    assert.deepEqual(await located('b.ts'), ['site:lib/b.ts']);
    folders.files = [];
    assert.deepEqual(await located('b.ts'), []);
  });
});
