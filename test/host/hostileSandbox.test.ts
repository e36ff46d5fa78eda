import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const sent = 'import sys\n\nprint(40 + 2)\nprint(sys.version)\n';
const files = { 'lab/count.py': sent, 'package.json': '{}\n' };

/** Files that would be written elsewhere, or would make something run. */
const tricks = [
  ...[
    '../over.py',
    '../outside/over.py',
    'lab/../../over.py',
    'lab\\..\\over.py',
    '%2e%2e/over.py',
    '\uFF0E\uFF0E/over.py',
  ],
  ...['.vscode/tasks.json', '.git/hooks/pre-commit', 'package.json', '.env', 'a\u202Eyp.exe'],
];
/** What the links of the workspace lead to. */
const throughLinks = ['hole.py', 'tunnel/over.py'];
/** What is listed besides plain files, by the types that a service may say. */
const others = { 'lab/link.py': 'symlink', 'lab/null.py': 'character_device', 'lab/pipe.py': 'fifo', lab: 'directory' };

describe('a hostile sandbox in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({ researchMs: 50 }, files);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.server.release());

  /** Paths and texts of all files below a folder. Links are not followed. */
  async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const plain = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const texts = await Promise.all(plain.map((path) => readFile(path, 'latin1')));
    return Object.fromEntries(plain.map((path, at) => [path.slice(folder.length + 1), texts[at] ?? '']));
  }

  it('writes nothing that leads elsewhere or makes something run; the rest is reviewed, and what is left out is named', async () => {
    const { session, server } = product;
    const { workspace, vscode } = session;
    const outside = join(session.userDataDir, 'outside');
    await mkdir(outside, { recursive: true });
    await writeFile(join(outside, 'over.py'), 'OUTSIDE\n');
    await symlink(outside, join(workspace, 'tunnel'));
    await symlink(join(outside, 'over.py'), join(workspace, 'hole.py'));

    const count = join(workspace, 'lab', 'count.py');
    const running = vscode.executeOnFiles('geminiInteractions.runAtGoogle', [count]);
    await product.enter('Run It at Google', 'Look at it');
    await product.button('Run at Google').click();
    await product.lastAnswer.getByText('You asked: ').waitFor();
    await product.answered();
    await product.notification('The agent is done in its sandbox.').waitFor();

    const sandbox = [...server.environments().values()].at(-1);
    assert.ok(sandbox);
    for (const path of [...tricks, ...throughLinks]) sandbox.files.set(`/workspace/${path}`, 'TRICK\n');
    for (const [path, type] of Object.entries(others)) sandbox.odd.set(`/workspace/${path}`, { type, status: 400 });
    sandbox.odd.set('/workspace/lab/gone.py', { type: 'file', status: 404 });
    sandbox.odd.set('/workspace/lab/closed.py', { type: 'file', status: 403 });
    // A hard link is listed like any file, and comes as its text.
    sandbox.files.set('/workspace/lab/hard.py', 'hard\n');
    sandbox.files.set('/workspace/lab/count.py', sent.replace('sys.version', 'sys.path'));
    await writeFile(count, `# mine\n${sent}`);
    await until('the change here', async () => (await vscode.documentText(count)).startsWith('# mine'));
    const [here, there] = [await contentOf(workspace), await contentOf(outside)];

    await product.button('Review Changes…').click();
    const left = product.notification(
      'Left out of the sandbox’s files: workspace/lab/gone.py (no longer in the sandbox)',
    );
    await left.getByText('workspace/lab/closed.py (cannot be read in the sandbox)').waitFor();
    await left.getByText('workspace/hole.py (not in this workspace)').waitFor();
    await left.getByText('merged with what the agent changed: lab/count.py.').waitFor();
    const rows = product.page.locator('.bulk-edit-panel .monaco-list-row');
    for (const name of ['count.py', 'hard.py']) {
      const box = rows.filter({ hasText: name }).locator('.edit-checkbox').first();
      await box.waitFor();
      await box.click();
    }
    await product.button('Apply').click();
    const merged = `# mine\n${sent.replace('sys.version', 'sys.path')}`;
    await until('the changes to be written', async () => (await vscode.documentText(count)) === merged);
    await vscode.saveFile(count);
    await running;

    assert.deepEqual(await contentOf(outside), there);
    const wanted = { ...here, 'lab/count.py': merged, 'lab/hard.py': 'hard\n' };
    await until('the new file', async () => 'lab/hard.py' in (await contentOf(workspace)));
    assert.deepEqual(await contentOf(workspace), wanted);
    const fetched = server.requests.filter(({ path }) => path.includes('alt=media')).map(({ path }) => path);
    assert.deepEqual(
      [...new Set(fetched.map((path) => /\/files\/(.*)\?/.exec(path)?.[1]))].toSorted(),
      ['closed', 'count', 'gone', 'hard'].map((name) => `workspace/lab/${name}.py`),
    );

    await product.button('Show Reasons').click();
    const text = product.page.locator('.editor-instance .view-lines');
    await text.getByText('a link or device, no plain file').first().waitFor();
    await text.getByText('- workspace/lab/pipe.py').first().waitFor();
    await product.closeEditors();
    await product.clearNotifications();
    await Promise.all(['tunnel', 'hole.py'].map((name) => rm(join(workspace, name), { force: true })));
  });
});
