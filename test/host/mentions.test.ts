import assert from 'node:assert/strict';
import { join } from 'node:path';
import { until } from '../launch/until';
import { isRecord } from '../server/wire';
import { keepPicturesOfFailures } from './failures';
import { GitRepository } from './gitRepository';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';
import { SourceControl } from './sourceControl';

const files = {
  'garden/src/watering.ts': 'export function waterTheBasil() {\n  return 1;\n}\n',
  'garden/src/leaf.ts': 'export const leaf = 2;\n',
  'garden/notes/secret.txt': 'GARDEN-SECRET\n',
  '.geminiignore': 'shop/prices.csv\n',
};

describe('what is mentioned in a question', () => {
  let product: Product;
  let shop: GitRepository;
  before(async () => {
    product = await shareProduct({}, files);
    shop = new GitRepository(join(product.session.workspace, 'shop'));
    shop.create(['first']);
    await new SourceControl(product).open(shop);
    await product.focusComposer();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const chips = () => product.panel.getByRole('list', { name: 'Attached to the next message' }).getByRole('listitem');
  const row = (text: string) => product.quickInput.getByRole('option').filter({ hasText: text }).first();

  /** Types a sign in the composer, and in the list that it opens. */
  async function mention(typed: string, wanted: string): Promise<void> {
    await product.composer.pressSequentially('@');
    await product.page.locator('.quick-input-title').getByText('Add Context', { exact: true }).waitFor();
    await product.page.keyboard.type(typed);
    await row(wanted).click();
  }
  /** The sign goes a moment after the chip has come, and with it the keyboard is back. */
  async function added(label: string): Promise<void> {
    await chips().filter({ hasText: label }).waitFor();
    await until('the sign to be gone', async () => (await product.composer.inputValue()) === '');
  }
  async function sentBy(question: string): Promise<string> {
    const before = product.createRequests.length;
    await product.ask(question);
    await until('the request', () => product.createRequests.length === before + 1);
    await product.answered();
    const body = product.createRequests.at(-1)?.body;
    const [step] = isRecord(body) && Array.isArray(body.input) ? body.input.slice(-1) : [];
    const [content] = isRecord(step) && Array.isArray(step.content) ? step.content : [];
    return isRecord(content) && typeof content.text === 'string' ? content.text : '';
  }

  it('is a file, found by some letters of its path, and the sign is gone from the question', async () => {
    await mention('gawatring', 'watering.ts');
    await added('garden/src/watering.ts');
    assert.match(
      await sentBy('What does it do?'),
      /^garden\/src\/watering\.ts:\n```typescript\nexport function waterTheBasil/,
    );
  });

  it('is a folder as the list of what is in it, as its chip says', async () => {
    await mention('garden/src', 'src');
    await added('garden/src/ (list of 2 paths)');
    assert.match(await sentBy('What is there?'), /```text\ngarden\/src\/leaf\.ts\ngarden\/src\/watering\.ts\n```$/);
  });

  it('is what Git has changed, staged and not, without what the user holds back', async () => {
    shop.stage('app.ts', 'export const first = 2;\n');
    shop.stage('prices.csv', 'SECRET-PRICES\n');
    shop.write('README.md', '# Shop of leaves\n');
    await product.session.vscode.executeCommand('git.refresh');
    await mention('Git, 2 files', 'Git, 2 files in shop');
    await product.dialog.getByText('ignored by .geminiignore').waitFor();
    await product.dialog.getByRole('button', { name: 'Leave These Out' }).click();
    await added('Staged Changes (shop)');
    const staged = await sentBy('Is it right?');
    assert.match(staged, /\+export const first = 2;/);
    assert.doesNotMatch(staged, /SECRET-PRICES|Shop of leaves/);

    await mention('Git, 1 file', 'Git, 1 file in shop');
    await added('Changes (shop)');
    assert.match(await sentBy('And this?'), /\+# Shop of leaves/);
  });

  it('is a function of the workspace by its name', async () => {
    await product.session.vscode.openFile(join(product.session.workspace, 'garden/src/watering.ts'));
    await product.focusComposer();
    await mention('waterTheBas', 'garden/src/watering.ts:1');
    await added('garden/src/watering.ts:1-3');
  });
});
