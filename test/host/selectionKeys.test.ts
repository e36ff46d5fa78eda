import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

const sample = "import { it } from 'mocha';\n\nit('HOUSE-STYLE', () => {\n  var kept = 1;\n});\n";

describe('the ways to the commands for code: keys, lenses and tests', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await shareProduct(
      {},
      {
        'src/two.ts': twoVars,
        'src/other.ts': twoVars,
        'test/unit/other.test.ts': sample,
        'package.json': JSON.stringify({ devDependencies: { mocha: '11.0.0' } }),
      },
    );
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => hands.tidy());
  const lastBody = () => JSON.stringify(product.createRequests.at(-1)?.body);
  const chips = () => product.panel.getByRole('list', { name: 'Attached to the next message' });
  const editorFocused = (timeout = 60_000) =>
    product.page.locator('.editor-group-container .monaco-editor.focused').waitFor({ timeout });

  it('Ctrl+Alt+X adds the selection to the chat; Alt+G goes to the chat and back', async () => {
    await product.session.vscode.openFile(hands.path('src/two.ts'), {
      anchor: { line: 0, character: 0 },
      active: { line: 3, character: 1 },
    });
    await editorFocused();
    await product.page.keyboard.press('Control+Alt+x');
    await product.panel.locator('textarea:focus').waitFor();
    await chips().getByText('src/two.ts:1-4').waitFor();
    await chips().getByRole('button', { name: 'Remove src/two.ts:1-4' }).click();

    await product.panel.locator('textarea:focus').waitFor();
    // The extension hears a moment later that the chat has the keyboard; before that the key leads to where it is.
    await until('the editor', async () => {
      await product.page.keyboard.press('Alt+g');
      return editorFocused(2_000).then(
        () => true,
        () => false,
      );
    });
    await product.page.keyboard.press('Alt+g');
    await product.panel.locator('textarea:focus').waitFor();
  });

  it('lenses stand above functions for those who want them, and for nobody else', async () => {
    const lenses = product.page.locator('.codelens-decoration');
    await product.session.vscode.openFile(hands.path('src/two.ts'));
    await editorFocused();
    assert.equal(await lenses.count(), 0);
    await product.session.vscode.updateConfiguration('geminiInteractions.codeLens.enabled', true);
    await lenses.getByText('Document', { exact: true }).nth(1).click();
    await hands.ready();
    assert.match(lastBody(), /The selection, lines 8-11/);
    await product.session.vscode.updateConfiguration('geminiInteractions.codeLens.enabled', undefined);
  });

  it('Write Tests proposes a new file where the project has its tests, with its framework, and writes nothing', async () => {
    await product.session.vscode.openFile(hands.path('src/two.ts'), {
      anchor: { line: 7, character: 0 },
      active: { line: 10, character: 1 },
    });
    await product.session.runCommand('Gemini: Write Tests');
    await hands.ready();
    const body = lastBody();
    assert.match(body, /They are in test\/unit\/two\.test\.ts\. The project tests with mocha\./);
    assert.match(body, /The code to test, from src\/two\.ts:.*var second/);
    assert.doesNotMatch(body, /var first/);
    assert.match(body, /HOUSE-STYLE/);

    await hands.acceptAll.click();
    await hands.closed();
    const editor = await until('the new file', async () => {
      const active = await product.session.vscode.activeEditor();
      return active?.uri.startsWith('untitled:') ? active : undefined;
    });
    assert.match(editor.uri, /test\/unit\/two\.test\.ts$/);
    assert.notEqual(editor.text.trim(), '');
    await assert.rejects(access(hands.path('test/unit/two.test.ts')));
  });

  it('Write Tests proposes more tests in the file that is there', async () => {
    await product.session.vscode.openFile(hands.path('src/other.ts'), {
      anchor: { line: 0, character: 0 },
      active: { line: 3, character: 1 },
    });
    await product.session.runCommand('Gemini: Write Tests');
    await hands.ready();
    assert.match(lastBody(), /Keep the tests that are there/);
    assert.equal((await hands.side('base')).text, sample);
  });
});
