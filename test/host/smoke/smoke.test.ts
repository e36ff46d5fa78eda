import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTENSION_ID } from '../../launch/sessionFolders';
import { until } from '../../launch/until';
import { pressCodeButton } from '../codeAnswer';
import { keepPicturesOfFailures } from '../failures';
import { canaryKey, Product } from '../product';

const source = `export function total(prices: number[]): number {
  var sum = 0;
  for (var i = 0; i < prices.length; i++) sum += prices[i] ?? 0;
  return sum;
}
`;

const answer = `A picture:

\`\`\`mermaid
flowchart TD
    A[Request] --> B[Answer]
\`\`\`

A formula: $$e^{i\\pi} = -1$$

Code:

\`\`\`ts
const one: number = 1;
\`\`\`
`;

/**
 * The way through the product that meets every file of it once. This is what the package has to stand, which is the same
 * code as the checkout in other files; all else is tried in the checkout.
 */
describe('the product in VS Code, from one end to the other', () => {
  let product: Product;
  before(async () => {
    product = await Product.open({}, { workspaceFiles: { 'total.ts': source } });
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  it('starts by itself, and asks for a key', async () => {
    const extension = await until('the extension to be active', async () => {
      const info = await product.session.vscode.extensionInfo(EXTENSION_ID);
      return info?.isActive && info;
    });
    const isInstalled = extension.path.startsWith(product.session.extensionsDir);
    assert.equal(isInstalled, Boolean(process.env.GEMINI_TEST_VSIX), extension.path);

    await product.session.runCommand('Gemini: New Chat');

    await product.panel.getByRole('button', { name: 'Set API Key' }).waitFor();
  });

  it('answers a question once it has one', async () => {
    await product.setKey(canaryKey);
    await product.ask('My name is Ada.');
    await product.answered();
    await product.ask('What is my name?');
    await product.answered();

    await product.lastAnswer.getByText('Ada').first().waitFor();
  });

  it('draws diagrams and formulas, and colours code', async () => {
    product.server.answerNext({ text: answer });
    await product.ask('Show me everything');
    await product.answered();

    const picture = product.panel.getByRole('img', { name: /^Diagram: flowchart/ });
    await picture.waitFor();
    assert.ok(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 50));
    await product.lastAnswer.locator('math').waitFor();
    await product.lastAnswer.locator('.code-block span', { hasText: /^const$/ }).waitFor();
    await product.session.vscode.setClipboard('before');
    await pressCodeButton(product, 1, 'Copy Code');
    await until('the code in the clipboard', async () => {
      return (await product.session.vscode.readClipboard()) === 'const one: number = 1;';
    });
  });

  it('refactors a selection', async () => {
    const file = join(product.session.workspace, 'total.ts');
    const selection = { anchor: { line: 0, character: 0 }, active: { line: 4, character: 1 } };
    await product.session.vscode.openFile(file, selection);
    await product.session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', 'Use const and let');

    await product.page.getByRole('button', { name: /^Accept All Changes/ }).click();

    await until('the change', async () => !/\bvar\b/.test(await product.session.vscode.documentText(file)));
    await product.session.vscode.saveFile(file);
  });

  it('lists its chats', async () => {
    await product.session.runCommand('Gemini: Show Chat History…');
    await product.quickInput.locator('.monaco-list-row').getByText('My name is Ada.').first().waitFor();
    await product.page.keyboard.press('Escape');
  });

  it('has every file that it is made of, and can load those that it has not needed yet', async () => {
    const { vscode } = product.session;
    const extension = await vscode.extensionInfo(EXTENSION_ID);
    const files = (await readdir(join(extension?.path ?? '', 'dist'))).filter((name) => name.endsWith('.js'));
    const loaded = new Set(await vscode.loadedFiles(EXTENSION_ID));
    assert.ok(loaded.has(join('dist', 'genai.js')));

    // A thread of its own loads this one: its picture was there.
    const others = files.filter((name) => name !== 'drawDiagram.js' && !loaded.has(join('dist', name)));
    for (const name of others) await vscode.loadFile(EXTENSION_ID, join('dist', name));
  });

  it('keeps the chat over a reload of the window', async () => {
    await product.focusComposer();
    const before = await product.messages.allTextContents();
    assert.equal(before.length, 6);

    await product.session.reload();
    await product.session.runCommand('Gemini: Focus Chat Input');
    // The formula is its source until what draws formulas is loaded.
    await product.lastAnswer.locator('math').waitFor();

    assert.deepEqual(await product.messages.allTextContents(), before);
  });
});
