import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { GitRepository } from './gitRepository';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';
import { SourceControl } from './sourceControl';

const history = [
  'feat(cart): add a filter for colours',
  'fix(cart): count empty carts',
  'docs(readme): tell how to start',
  'feat(pay): take vouchers',
  'fix(pay): round to cents',
];
// Put together, so that no scanner takes it for one.
const secret = ['gh', 'p_', 'Zk9bQ2xWv7RtY4nM1pLs8dHc6JfGaXe3UoTi'].join('');

describe('commit messages in VS Code', () => {
  let product: Product;
  let shop: GitRepository;
  let view: SourceControl;
  before(async () => {
    product = await shareProduct();
    shop = new GitRepository(join(product.session.workspace, 'shop'));
    shop.create(history);
    view = new SourceControl(product);
    await view.open(shop);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    product.server.release();
    shop.git('reset', '--quiet', '--hard', 'HEAD');
    shop.git('clean', '--quiet', '-fd');
    await product.clearNotifications();
    await view.type(shop, '');
  });

  const box = () => view.text(shop);
  const boxBecomes = (text: string) => view.becomes(shop, text);

  it('streams one into the box from the title bar, in the style of the history', async () => {
    shop.stage('app.ts', 'export const first = 2;\n');
    product.server.answerNext({
      text: '```\nfix(cart): begin to count at two, not at one\n\nThis is more than fits.\n```',
    });
    product.server.holdAfter(2);

    await view.titleButton('Generate Commit Message').click();
    await product.server.held();
    const part = await until('a part of the message', async () => (await box()) || undefined);
    await view.titleButton('Stop Generating Commit Message').waitFor();
    assert.equal(await view.titleButton('Generate Commit Message').count(), 0);
    product.server.release();

    await boxBecomes('fix(cart): begin to count at two, not at one');
    assert.ok('fix(cart): begin to count at two, not at one'.startsWith(part) && part.length < 40, part);
    await view.titleButton('Generate Commit Message').waitFor();
    const body = view.sent;
    for (const said of [
      'gemini-3.5-flash-lite',
      '"store":false',
      '"thinking_level":"minimal"',
      'Types used: fix, feat, docs',
      'Scopes used: pay, cart, readme',
      'No body',
      'first = 2',
    ]) {
      assert.ok(body.includes(said), said);
    }
  });

  it('puts back what was there when it is stopped', async () => {
    shop.stage('app.ts', 'export const first = 3;\n');
    await view.type(shop, 'my own words');
    product.server.holdAfter(2);

    await view.generate();
    await product.page.locator('.quick-input-list').getByText('Use It as a Hint').click();
    await product.server.held();
    await until('another text', async () => (await box()) !== 'my own words');
    await view.titleButton('Stop Generating Commit Message').click();

    await boxBecomes('my own words');
    assert.equal(await product.createRequests.at(-1)?.ended, 'closedByClient');
    assert.match(view.sent, /says about this commit:\\nmy own words/);
  });

  it('asks before it replaces a text, and leaves it at Escape', async () => {
    shop.stage('app.ts', 'export const first = 4;\n');
    await view.type(shop, 'secret plan');
    const before = product.createRequests.length;

    await view.generate();
    await product.page.locator('.quick-input-list').getByText('Replace It').waitFor();
    await product.page.keyboard.press('Escape');
    await view.titleButton('Generate Commit Message').waitFor();
    assert.equal(await box(), 'secret plan');
    assert.equal(product.createRequests.length, before);

    await view.generate();
    await product.page.locator('.quick-input-list').getByText('Replace It').click();
    await boxBecomes('fix(pay): change app.ts');
    assert.doesNotMatch(view.sent, /secret plan/);
  });

  it('does not ask about a message that it wrote itself', async () => {
    shop.stage('app.ts', 'export const first = 5;\n');
    await view.generate();
    await boxBecomes('fix(pay): change app.ts');
    product.server.answerNext({ text: 'fix(pay): say it in other words' });
    // Until the first is over, the palette offers to stop it.
    await view.titleButton('Generate Commit Message').waitFor();

    await view.generate();

    await boxBecomes('fix(pay): say it in other words');
  });

  it('leaves what the user types meanwhile', async () => {
    shop.stage('app.ts', 'export const first = 6;\n');
    // One piece alone: of several, the box may show some first.
    product.server.holdAfter(1);
    await view.generate();
    await product.server.held();
    const part = await until('a part of the message', async () => (await box()) || undefined);
    await product.page.locator('.scm-editor .view-lines').first().click();
    await product.page.keyboard.press('Control+End');
    await product.page.keyboard.type(' typed');
    await boxBecomes(`${part} typed`);

    product.server.release();

    await product.page.getByText('You typed in the message box').waitFor();
    assert.equal(await box(), `${part} typed`);
    await view.titleButton('Generate Commit Message').waitFor();
  });

  it('describes what is staged, and all changes with new files where nothing is', async () => {
    shop.stage('app.ts', 'export const staged = true;\n');
    shop.write('README.md', '# Not staged\n');
    shop.write('new.ts', 'export const untracked = true;\n');
    await view.generate();
    await boxBecomes('fix(pay): change app.ts');
    assert.match(view.sent, /staged = true/);
    assert.doesNotMatch(view.sent, /Not staged|untracked = true|new\.ts/);

    shop.git('reset', '--quiet');
    await view.generate();
    await boxBecomes('fix(pay): change README.md and 2 more');
    for (const said of ['staged = true', 'Not staged', '+export const untracked = true;'])
      assert.ok(view.sent.includes(said), said);
  });

  it('names pictures, lock files and what is generated, and sends nothing of them', async () => {
    shop.stage('package-lock.json', '{"lock": "LOCKED"}\n');
    shop.stage('data.bin2', 'BINARY\0BINARY');
    shop.stage('api.ts', '// Code generated by a tool. DO NOT EDIT.\nexport const GENERATED = 1;\n');
    shop.stage('app.ts', 'export const first = 7;\n');
    await view.generate();
    await boxBecomes('fix(pay): change app.ts');

    for (const said of [
      'added package-lock.json (lock file)',
      'added data.bin2 (binary)',
      'added api.ts (generated)',
    ]) {
      assert.ok(view.sent.includes(said), said);
    }
    assert.doesNotMatch(view.sent, /LOCKED|BINARY|GENERATED/);
  });

  it('says what was left out of a large change', async () => {
    const line = 'export const value = "a line of some length that counts";\n';
    shop.stage('large.ts', line.repeat(3_000));
    shop.stage('small.ts', 'export const small = 1;\n');
    await view.generate();

    await product.notification('is based on part of the changes. Files cut: 1.').waitFor();
    assert.match(view.sent, /more lines of this file are left out/);
    assert.match(view.sent, /small = 1/);
    assert.ok(view.sent.length < 90_000);
  });

  it('sends no secret without a yes', async () => {
    shop.stage('.env', 'NAME=only-in-env\n');
    shop.stage('config.ts', `export const name = '${secret}';\nexport const other = 1;\n`);
    const before = product.createRequests.length;

    await view.generate();
    await product.dialog.getByText('.env: a file that is usually kept secret').waitFor();
    await product.dialog.getByText('config.ts: a token or key').waitFor();
    await product.dialog.getByRole('button', { name: 'Cancel' }).click();
    await view.titleButton('Generate Commit Message').waitFor();
    assert.equal(product.createRequests.length, before);
    assert.equal(await box(), '');

    await view.generate();
    await product.dialog.getByRole('button', { name: 'Leave These Out' }).click();
    await boxBecomes('fix(pay): add to config.ts');
    assert.ok(view.sent.includes('other = 1') && view.sent.includes('added .env (held back by the author, not shown)'));
    assert.ok(!view.sent.includes(secret) && !view.sent.includes('only-in-env'));

    await view.generate();
    await product.dialog.getByRole('button', { name: 'Send Anyway' }).click();
    await boxBecomes('fix(pay): add to .env and 1 more');
    assert.ok(view.sent.includes(secret) && view.sent.includes('only-in-env'));
  });

  it('asks about files that are ignored or excluded, also where they were renamed', async () => {
    shop.write('.aiexclude', 'plans/\n');
    shop.write('plans/next.md', 'Buy the other shop\n'.repeat(20));
    shop.commit('fix(pay): plan');
    shop.write('prices.sql', 'insert into prices;\n');
    shop.git('mv', 'plans/next.md', 'next.md');
    shop.stage('next.md', `${'Buy the other shop\n'.repeat(20)}Soon\n`);
    shop.git('add', 'prices.sql');
    shop.stage('app.ts', 'export const first = 9;\n');
    await product.session.vscode.updateConfiguration('geminiInteractions.privacy.exclude', ['**/*.sql']);

    await view.generate();
    await product.dialog.getByText('next.md: ignored by shop/.aiexclude').waitFor();
    await product.dialog.getByText('prices.sql: excluded in the settings by **/*.sql').waitFor();
    await product.dialog.getByRole('button', { name: 'Leave These Out' }).click();

    await until('the message', async () => (await box()) || undefined);
    assert.match(view.sent, /first = 9/);
    assert.doesNotMatch(view.sent, /Soon|other shop|insert into/);
    await product.session.vscode.updateConfiguration('geminiInteractions.privacy.exclude', undefined);
  });

  it('says what went wrong, and puts back what was there', async () => {
    shop.stage('app.ts', 'export const first = 8;\n');
    product.server.answerNext({ text: 'feat(cart): half of a mess', ends: 'incomplete' });

    await view.generate();
    await product.notification('cut off').waitFor();
    await boxBecomes('');

    await product.notification('cut off').getByRole('button', { name: 'Retry' }).click();
    await boxBecomes('fix(pay): change app.ts');
  });
});
