import assert from 'node:assert/strict';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const source = `export function total(prices: number[]): number {
  var sum = 0;
  for (var i = 0; i < prices.length; i++) {
    sum += prices[i] ?? 0;
  }
  return sum;
}

export const untouched = true;
`;
const selection = { anchor: { line: 0, character: 0 }, active: { line: 6, character: 1 } };

describe('explain and refactor in VS Code', () => {
  let product: Product;
  let file: string;
  before(async () => {
    product = await shareProduct({}, { 'total.ts': source });
    file = join(product.session.workspace, 'total.ts');
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    product.server.release();
    await product.closeEditors();
    await product.session.vscode.replaceText(file, source);
    await product.session.vscode.saveFile(file);
    await product.session.vscode.openFile(file, selection);
  });

  async function refactor(wish: string): Promise<void> {
    await product.session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', wish);
  }
  const diffTab = async () => (await product.session.vscode.tabs()).find((tab) => tab.isActive && tab.kind === 'diff');
  /** The text once it is no longer the one from before. */
  const changedText = () =>
    until('the change in the document', async () => {
      const text = await product.session.vscode.documentText(file);
      return text === source ? undefined : text;
    });
  const acceptButton = () => product.page.getByRole('button', { name: /^Accept All Changes/ });
  const rejectButton = () => product.page.getByRole('button', { name: /^Reject All Changes/ });

  it('explains a selection in the chat, with a chip that leads back to the code', async () => {
    await product.session.runCommand('Gemini: Explain');
    await product.answered();

    const chip = product.panel.getByRole('button', { name: /^Open total\.ts:1-7/ });
    await chip.waitFor();
    await product.firstWords.getByText('total').waitFor();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /var sum = 0/);

    await product.closeEditors();
    await chip.click();
    await until('the code that was explained', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.uri.endsWith('total.ts') && isDeepStrictEqual(editor.selection, selection);
    });
  });

  it('offers both in the context menu of the editor', async () => {
    await product.page.locator('.monaco-editor .view-line').first().click({ button: 'right' });
    const menu = product.page.locator('.context-view .monaco-menu');
    await menu.getByRole('menuitem', { name: 'Gemini', exact: true }).hover();
    // VS Code may have an entry of the same name, outside of ours.
    const own = menu.locator('.monaco-submenu');
    await own.getByRole('menuitem', { name: 'Explain', exact: true }).waitFor();
    await own.getByRole('menuitem', { name: 'Refactor…', exact: true }).waitFor();
    await product.page.keyboard.press('Escape');
    await product.page.keyboard.press('Escape');
  });

  it('streams the proposal beside the code and leaves the file alone until Accept', async () => {
    product.server.holdAfter(3);
    await refactor('Use const and let');
    await product.server.held();
    await product.page.locator('.monaco-diff-editor').first().waitFor();
    await until('the tab of the comparison', diffTab);
    assert.equal(await product.session.vscode.documentText(file), source);
    product.server.release();
    await acceptButton().waitFor();
    assert.equal(await product.session.vscode.documentText(file), source);

    await acceptButton().click();
    const accepted = await changedText();

    assert.doesNotMatch(accepted, /\bvar\b/);
    assert.match(accepted, /export const untouched = true;\n$/);
    await until('the comparison to close', async () => (await diffTab()) === undefined);
  });

  it('takes one undo to take an accepted change back', async () => {
    await refactor('Use const and let');
    await acceptButton().click();
    await changedText();
    await until('the code in front', async () => (await diffTab()) === undefined);

    await product.page.keyboard.press('Control+z');

    await until('the undo', async () => (await product.session.vscode.documentText(file)) === source);
  });

  it('takes the wish as it was typed, to the last letter, and the usual ones by a choice', async () => {
    await refactor('Rename sum to amount');
    await acceptButton().waitFor();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /What to do: Rename sum to amount"/);
    await rejectButton().click();
    await until('the code in front', async () => (await diffTab()) === undefined);

    await product.session.vscode.openFile(file, selection);
    await product.session.runCommand('Gemini: Refactor…');
    await product.page.locator('.quick-input-list').getByText('Improve the names').click();
    await acceptButton().waitFor();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /What to do: Improve the names"/);
  });

  it('leaves the file untouched when rejected', async () => {
    await refactor('Use const and let');
    await acceptButton().waitFor();

    await rejectButton().click();

    await product.page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });
    assert.equal(await product.session.vscode.documentText(file), source);
  });

  it('stops at Stop Generating and writes nothing', async () => {
    product.server.holdAfter(3);
    await refactor('Use const and let');
    await product.server.held();

    await product.session.runCommand('Gemini: Stop Generating');

    assert.equal(await product.createRequests.at(-1)?.ended, 'closedByClient');
    assert.equal(await product.session.vscode.documentText(file), source);
  });

  it('does not write over code that changed meanwhile', async () => {
    await refactor('Use const and let');
    await acceptButton().waitFor();
    const typed = source.replace('i < prices.length', 'i < 1');
    await product.session.vscode.replaceText(file, typed);

    await acceptButton().click();

    await product.notification('The code in total.ts has changed, so the proposal wasn’t applied').waitFor();
    assert.equal(await product.session.vscode.documentText(file), typed);
  });
});
