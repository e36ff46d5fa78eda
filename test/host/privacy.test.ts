import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

// Put together, so that no scanner takes it for one.
const token = ['gh', 'p_', 'Zk9bQ2xWv7RtY4nM1pLs8dHc6JfGaXe3UoTi'].join('');

const files = {
  '.gitignore': 'local/\n',
  '.geminiignore': 'plans/\n',
  'docs/.aiexclude': 'prices.md\n',
  // A workspace adds to what the user excludes, and takes nothing of it away.
  '.vscode/settings.json': JSON.stringify({ 'geminiInteractions.privacy.exclude': ['internal/**'] }),
  'local/notes.txt': 'LOCAL-NOTES\n',
  'plans/next.md': 'NEXT-PLANS\n',
  'docs/prices.md': 'SECRET-PRICES\n',
  'docs/public.md': 'PUBLIC-WORDS\n',
  'internal/a.txt': 'INTERNAL-TEXT\n',
  'dump.sql': 'DUMPED-ROWS\n',
  '.env': 'NAME=ENV-VALUE\n',
  'client.ts': `export function client() {\n  const name = 'shop';\n  const token = '${token}';\n  return { name, token };\n}\n`,
  'huge.txt': `${'HUGE-TEXT '.repeat(10)}\n`.repeat(2_500),
};

describe('what leaves the machine', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({}, files);
    await product.session.vscode.updateConfiguration('geminiInteractions.privacy.exclude', ['*.sql']);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.closeEditors());

  const asked = () => product.createRequests.length;
  const sent = () => JSON.stringify(product.createRequests.at(-1)?.body ?? {});
  const dialogButton = (name: string) => product.dialog.getByRole('button', { name });

  /** The chat may still show an earlier answer as the last one. */
  async function answeredAfter(before: number): Promise<void> {
    await until('the request', () => asked() === before + 1);
    await product.answered();
  }

  /** Opens a file of the workspace and selects all of it. */
  async function select(path: string): Promise<void> {
    const end = { line: 5_000, character: 0 };
    const selection = { anchor: { line: 0, character: 0 }, active: end };
    await product.session.vscode.openFile(join(product.session.workspace, path), selection);
  }

  async function explain(path: string): Promise<void> {
    await select(path);
    await product.session.runCommand('Gemini: Explain');
  }

  const reasons: readonly (readonly [path: string, why: string, text: string])[] = [
    ['local/notes.txt', 'ignored by .gitignore', 'LOCAL-NOTES'],
    ['plans/next.md', 'ignored by .geminiignore', 'NEXT-PLANS'],
    ['docs/prices.md', 'ignored by docs/.aiexclude', 'SECRET-PRICES'],
    ['internal/a.txt', 'excluded in the settings by internal/**', 'INTERNAL-TEXT'],
    ['dump.sql', 'excluded in the settings by *.sql', 'DUMPED-ROWS'],
    ['.env', 'a file that is usually kept secret', 'ENV-VALUE'],
    ['huge.txt', '252,499 characters, about 63,125 tokens', 'HUGE-TEXT'],
  ];
  for (const [path, why, text] of reasons) {
    it(`asks before it explains ${path}, and sends it only after a yes`, async () => {
      const before = asked();
      await explain(path);
      await product.dialog.getByText(why).waitFor();
      await dialogButton('Cancel').click();
      await product.dialog.waitFor({ state: 'detached' });
      assert.equal(asked(), before);

      await product.session.runCommand('Gemini: Explain');
      await product.dialog.getByText(why).waitFor();
      assert.equal(await dialogButton('Leave These Out').count(), 0);
      await dialogButton('Send Anyway').click();
      await answeredAfter(before);
      assert.ok(sent().includes(text));
    });
  }

  it('asks nothing about a file that no rule names', async () => {
    const before = asked();
    await explain('docs/public.md');
    await answeredAfter(before);
    assert.match(sent(), /PUBLIC-WORDS/);
  });

  it('explains code without the secret in it, and does not quote it', async () => {
    const before = asked();
    await explain('client.ts');
    await product.dialog.getByText('client.ts: a token or key (line 3)').waitFor();
    assert.ok(!((await product.dialog.textContent()) ?? '').includes(token));
    await dialogButton('Leave These Out').click();
    await answeredAfter(before);

    assert.match(sent(), /const token = '\[secret left out\]'/);
    assert.ok(!sent().includes(token));
    await product.panel
      .getByRole('button', { name: /client\.ts:1-5/ })
      .last()
      .waitFor();
  });

  it('asks before it refactors, also about the code around the selection', async () => {
    const before = asked();
    const tabs = async () => (await product.session.vscode.tabs()).filter(({ kind }) => kind === 'diff').length;
    const selection = { anchor: { line: 1, character: 0 }, active: { line: 1, character: 9 } };
    await product.session.vscode.openFile(join(product.session.workspace, 'client.ts'), selection);
    await product.session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', 'Use another name');

    await product.dialog.getByText('client.ts: a token or key').waitFor();
    assert.equal(await dialogButton('Leave These Out').count(), 0);
    await dialogButton('Cancel').click();
    await product.dialog.waitFor({ state: 'detached' });
    assert.equal(asked(), before);
    assert.equal(await tabs(), 0);

    await product.session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', 'Use another name');
    await dialogButton('Send Anyway').click();
    await until('the proposal', async () => (await tabs()) === 1);
    await until('the request', () => asked() === before + 1);
    assert.ok(sent().includes(token));
    await product.session.runCommand('Gemini: Reject All Changes');
  });
});
