import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { GitRepository, gitEnvironment } from './gitRepository';
import { Product } from './product';
import { SourceControl } from './sourceControl';

const usual = ['Add a cart', 'Add vouchers', 'Fix the total', 'Move the tests', 'Rename the shop'];

describe('commit messages wherever a repository stands', () => {
  let product: Product;
  let shop: GitRepository;
  let view: SourceControl;
  before(async () => {
    product = await Product.openWithKey({}, { env: gitEnvironment });
    shop = new GitRepository(join(product.session.workspace, 'shop'));
    view = new SourceControl(product);
    await product.session.vscode.executeCommand('workbench.view.scm');
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await product.clearNotifications();
    if ((await view.text(shop)) !== undefined) await view.type(shop, '');
  });
  afterEach(() => {
    if (!shop.hasCommits) return;
    shop.git('reset', '--quiet', '--hard');
    shop.git('switch', '--quiet', 'main');
  });

  const asked = () => product.createRequests.length;

  /** Generates a message and resolves with it once it is whole. */
  async function message(): Promise<string> {
    const before = asked();
    await view.generate();
    await until('the request', () => asked() > before);
    await product.createRequests.at(-1)?.ended;
    await view.titleButton('Generate Commit Message').waitFor();
    return until('the message', async () => (await view.text(shop)) || undefined);
  }

  it('says that there is no repository', async () => {
    await view.generate();
    await product.notification('There is no Git repository in this window.').waitFor();
    assert.equal(asked(), 0);
  });

  it('writes the first message of an empty repository', async () => {
    shop.create();
    await view.open(shop);
    shop.stage('app.ts', 'export const first = 1;\n');

    assert.equal(await message(), 'Add to app.ts\n\n- app.ts\n\n1 lines added, 0 removed.');

    await product.page.getByText('The first commit: there is no history').waitFor();
    assert.match(view.sent, /This is the first commit of the repository/);
    shop.commit(...usual);
  });

  it('says that there is nothing to commit', async () => {
    const before = asked();
    await view.generate();
    await product.notification('Nothing to commit: no files have changed.').waitFor();
    assert.equal(asked(), before);
  });

  it('tells the branch, and begins with the ticket in its name where that is usual', async () => {
    shop.commit(...Array.from({ length: 30 }, (_, i) => `SHOP-${i} Add part ${i}`));
    shop.git('switch', '--quiet', '--create', 'feature/shop-77-cart');
    shop.stage('app.ts', 'export const first = 2;\n');

    assert.match(await message(), /^SHOP-77 /);
    assert.match(view.sent, /branch is called feature\/shop-77-cart/);
  });

  it('says that HEAD is detached, and tells no branch', async () => {
    shop.git('switch', '--quiet', '--detach');
    shop.stage('app.ts', 'export const first = 3;\n');

    await message();

    await product.page.getByText('HEAD is detached').waitFor();
    assert.doesNotMatch(view.sent, /branch is called/);
  });

  it('tells that files are only renamed', async () => {
    shop.git('mv', 'app.ts', 'shop.ts');

    await message();

    assert.match(view.sent, /renamed app\.ts to shop\.ts/);
    assert.match(view.sent, /only renamed or moved; nothing inside them changes/);
    assert.doesNotMatch(view.sent, /first = 1/);
  });

  it('sends what changed inside a file that was renamed, and not all of it', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `export const line${i} = ${i};\n`);
    shop.write('lines.ts', lines.join(''));
    shop.commit('Add lines');
    shop.git('mv', 'lines.ts', 'moved.ts');
    shop.stage('moved.ts', [...lines, 'export const more = 1;\n'].join(''));

    await message();

    assert.match(view.sent, /renamed lines\.ts to moved\.ts[\s\S]*\+export const more = 1/);
    assert.doesNotMatch(view.sent, /line3 = 3;|only renamed/);
  });

  it('waits until the conflicts of a merge are resolved, then writes for the merge', async () => {
    shop.git('switch', '--quiet', '--create', 'topic');
    shop.write('app.ts', 'export const first = "topic";\n');
    shop.commit('Change on the topic');
    shop.git('switch', '--quiet', 'main');
    shop.write('app.ts', 'export const first = "main";\n');
    shop.commit('Change on main');
    assert.throws(() => shop.git('merge', '--quiet', 'topic'));
    const before = asked();
    await view.generate();
    await product.notification('There are conflicts in 1 file.').waitFor();
    assert.equal(asked(), before);

    shop.stage('app.ts', 'export const first = "both";\n');
    await view.generate();
    // Git's own words for the merge are in the box.
    await product.page.locator('.quick-input-list').getByText('Use It as a Hint').click();

    await product.page.getByText('The message is written for the merge.').waitFor();
    assert.match(view.sent, /concludes a merge\. The last commit that is merged in: \\"Change on the topic\\"/);
    assert.match(view.sent, /says about this commit:\\nMerge branch 'topic'/);
  });

  it('keeps to the rules of the project, and takes its template for no text of the user', async () => {
    shop.write(
      'commitlint.config.js',
      "module.exports = { rules: { 'type-enum': [2, 'always', ['mend', 'make']] } };\n",
    );
    shop.write('.gitmessage', '# Say why.\nWhy:\n');
    shop.commit('Add rules');
    shop.git('config', 'commit.template', '.gitmessage');
    await product.session.vscode.executeCommand('git.refresh');
    await view.becomes(shop, 'Why:');
    shop.stage('app.ts', 'export const first = 4;\n');
    const before = asked();

    await view.generate();

    await until('the request', () => asked() > before);
    await until('the message', async () => /mend: /.test((await view.text(shop)) ?? ''));
    for (const said of [
      'Types allowed: mend, make',
      'from commitlint.config.js',
      'lines that begin with # explain it',
      '# Say why',
    ]) {
      assert.ok(view.sent.includes(said), said);
    }
    shop.git('config', '--unset', 'commit.template');
  });

  it('asks which repository is meant, but not in the title bar of one', async () => {
    const docs = new GitRepository(join(product.session.workspace, 'docs'));
    docs.create(usual);
    await view.open(docs);
    docs.stage('README.md', '# Docs\n');
    shop.stage('app.ts', 'export const first = 5;\n');

    await view.generate();
    const pick = product.page.locator('.quick-input-list');
    await pick.getByText('shop', { exact: true }).waitFor();
    await pick.getByText('docs', { exact: true }).click();
    await until('a message', async () => /^Change README\.md/.test((await view.text(docs)) ?? ''));

    const before = asked();
    const row = product.page.locator('.scm-provider').filter({ hasText: 'docs' });
    await row.hover();
    await row.getByRole('button', { name: /More Actions/ }).click();
    await product.chooseInMenu(product.page.getByRole('menuitem', { name: 'Generate Commit Message' }));
    await until('a second request', () => asked() > before);
    assert.match(view.sent, /# Docs/);
  });
});

describe('commit messages in a folder that is not trusted', () => {
  let product: Product;
  before(async () => {
    product = await Product.openWithKey({}, { env: gitEnvironment, workspaceTrust: 'restricted' });
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  it('are offered, and say why there is nothing to describe', async () => {
    new GitRepository(product.session.workspace).create(usual);
    await product.session.runCommand('Gemini: Generate Commit Message');

    await product.notification('Git is turned off in untrusted folders').waitFor();
    assert.equal(product.createRequests.length, 0);
  });
});
