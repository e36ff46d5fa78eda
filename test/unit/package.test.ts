import assert from 'node:assert/strict';
import { appendFileSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { packIn, productionBuild } from '../bench/productionBuild';
import { execute } from '../launch/execute';

const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
const named = [
  'dist/drawDiagram.js',
  'dist/extension.js',
  'dist/genai.js',
  'dist/panel/panel.js',
  'dist/panel/drawFormula.js',
  'dist/panel/highlightChunks.js',
  'dist/panel/panelStyle.css',
  'dist/panel/usageStyle.css',
];

/** All that a user installs. */
const contents = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/ThirdPartyNotices.txt',
  ...named,
  'dist/package.json',
  'dist/panel/codicon.ttf',
  ...globSync('media/grammars/*.json'),
  'media/icon.png',
  'media/icons/gemini.svg',
  ...globSync('media/walkthrough/*.svg'),
  'package.json',
  'package.nls.json',
  'schemas/gemini-request.schema.json',
];

describe('the package', function () {
  this.timeout(180_000);
  let folder: string;
  /** The pieces of the host are named by what is in them. */
  let bundles: string[];
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  before(async () => {
    folder = await productionBuild();
    bundles = [...named, ...globSync('dist/host-*.js', { cwd: folder })];
  });

  it('holds what is on the list and nothing else', async () => {
    const listed = await execute(process.execPath, [join(process.cwd(), vsce), 'ls', '--no-dependencies'], {
      cwd: folder,
    });
    const pieces = bundles.filter((bundle) => !named.includes(bundle));
    assert.notEqual(pieces.length, 0);
    assert.deepEqual(listed.trim().split('\n').sort(), [...contents, ...pieces].sort());
  });

  it('says nothing of the machine it was built on, and has no maps to its sources', () => {
    for (const bundle of bundles) {
      assert.doesNotMatch(read(bundle), /sourceMappingURL/, bundle);
      assert.ok(!read(bundle).includes(process.cwd()), bundle);
      assert.ok(!read(bundle).includes(folder), bundle);
    }
  });

  it('is the same, byte for byte, when built again', async () => {
    const before = bundles.map(read);
    await execute(process.execPath, ['esbuild.mjs', '--production'], { cwd: folder });
    assert.deepEqual(bundles.map(read), before);
  });

  it('loads little at the start of a window, and the rest at the first use', () => {
    const start = read('dist/extension.js');
    assert.match(start, /\.then\(\(\)=>\w+\(require\("\.\/host-\w+\.js"\)\)\)/);
    assert.doesNotMatch(start, /require\("\.\/genai\.js"\)/);
  });

  it('has a short file beside its program that tells Node of its modules', () => {
    assert.deepEqual(JSON.parse(read('dist/package.json')), { type: 'commonjs' });
  });

  it('runs nothing when it is installed', () => {
    const scripts = Object.keys(manifest.scripts);
    for (const name of ['preinstall', 'install', 'postinstall', 'vscode:uninstall']) assert.ok(!scripts.includes(name));
  });

  it('names the licence of everything in it that others made', () => {
    const notices = read('dist/ThirdPartyNotices.txt');
    for (const name of [
      '@google/genai',
      '@vscode/codicons',
      'markdown-it',
      'entities',
      'highlight.js',
      'temml',
      '@dagrejs/dagre',
    ])
      assert.ok(notices.includes(`\n${name} `), name);
    assert.match(notices, /Apache License/);
  });

  // Last: it spoils the folder.
  it('cannot be made while there is a secret in it', async () => {
    // Put together here, so that this file itself holds none.
    const secret = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
    appendFileSync(join(folder, 'CHANGELOG.md'), `\n${secret}\n`);
    await assert.rejects(packIn(folder));
  });
});
