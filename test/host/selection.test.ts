import assert from 'node:assert/strict';
import type { ProbeSelection } from '../launch/probeProtocol';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands } from './reviewHands';
import { shareProduct } from './sharedProduct';

const source = `/** Sums up. */
export function total(prices: number[]): number {
  var sum = 0;
  for (const price of prices) sum += price;
  return sum;
}

export function mean(prices: number[]): number {
  var count = prices.length;
  return total(prices) / count;
}
`;
const css = 'a {\n  colr: red;\n}\n';
const lines = (start: number, end: number, character = 0): ProbeSelection => ({
  anchor: { line: start, character: 0 },
  active: { line: end, character },
});
const cursor = (line: number, character: number): ProbeSelection => ({
  anchor: { line, character },
  active: { line, character },
});

describe('the commands for selected code', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await shareProduct(
      {},
      { 'sum.ts': source, 'look.css': css, 'blank.ts': '\n', 'AGENTS.md': 'Prefer short names: RULE-OF-HOUSE.' },
    );
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await hands.tidy();
    await product.session.vscode.replaceText(hands.path('sum.ts'), source);
    await product.session.vscode.saveFile(hands.path('sum.ts'));
  });
  const open = (name: string, selection?: ProbeSelection) =>
    product.session.vscode.openFile(hands.path(name), selection);
  const lastBody = () => JSON.stringify(product.createRequests.at(-1)?.body);
  const menu = () => product.page.locator('.context-view .monaco-menu');
  const bulbMenu = () => product.page.locator('.action-widget');
  /** VS Code closes the menu, or opens none, while what extensions offer is just coming in: then the keys are pressed again. */
  const openBulb = (entry: string) =>
    until(`${entry} in the menu of the light bulb`, async () => {
      await product.page.locator('.lightBulbWidget').waitFor();
      await product.page.locator('.editor-instance :is(textarea, .native-edit-context)').first().focus();
      await product.page.keyboard.press('Control+.');
      const isThere = await bulbMenu()
        .getByText(entry, { exact: true })
        .waitFor({ timeout: 5_000 })
        .then(
          () => true,
          () => false,
        );
      if (!isThere) await product.page.keyboard.press('Escape');
      return isThere;
    });
  const entries = () => menu().locator('.monaco-submenu .action-label').allInnerTexts();

  it('stand in a submenu of the text and of a line number, Fix only where there is a problem', async () => {
    await open('sum.ts', lines(1, 5, 1));
    await product.page.locator('.monaco-editor .view-line').first().click({ button: 'right' });
    await menu().getByRole('menuitem', { name: 'Gemini', exact: true }).hover();
    await menu().locator('.monaco-submenu').getByRole('menuitem', { name: 'Explain', exact: true }).waitFor();
    assert.deepEqual(
      (await entries()).filter((label) => label !== ''),
      [
        'Explain',
        'Review',
        'Extract as JSON…',
        'Run It at Google…',
        'Research This…',
        'Refactor…',
        'Document',
        'Write Tests',
        'Edit…',
        'Add Selection to Chat',
        'Add File to Chat',
      ],
    );
    await product.page.keyboard.press('Escape');
    await product.page.keyboard.press('Escape');

    await open('look.css', cursor(1, 3));
    await until('the problem', async () => (await product.session.vscode.problems()).length > 0);
    // VS Code knows a moment later than its list of problems that there is one in the selection; the light bulb tells when.
    await product.page.locator('.lightBulbWidget').waitFor();
    const fix = menu().locator('.monaco-submenu').getByRole('menuitem', { name: 'Fix', exact: true });
    await until('Fix in the menu', async () => {
      await product.page
        .locator('.monaco-editor .line-numbers')
        .getByText('2', { exact: true })
        .click({ button: 'right' });
      await menu().getByRole('menuitem', { name: 'Gemini', exact: true }).hover();
      const isThere = await fix.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
      if (!isThere) await product.page.keyboard.press('Escape');
      return isThere;
    });
    await product.chooseInMenu(fix);
    await hands.ready();
    assert.match(lastBody(), /Problems:.*line 2: warning: Unknown property: 'colr' \(css/);
    assert.match(lastBody(), /"thinking_level":"low"/);
  });

  it('fix a problem from the light bulb, which offers the others for a selection', async () => {
    await open('look.css', cursor(1, 3));
    await until('the problem', async () => (await product.session.vscode.problems()).length > 0);
    await openBulb('Fix with Gemini');
    await bulbMenu().getByText('Fix with Gemini', { exact: true }).click();
    await hands.ready();
    assert.match(lastBody(), /Unknown property/);
    await hands.tidy();

    await open('sum.ts', lines(1, 5, 1));
    await openBulb('Document with Gemini');
    for (const name of ['Refactor with Gemini…', 'Edit with Gemini…', 'Explain with Gemini']) {
      await bulbMenu().getByText(name, { exact: true }).waitFor();
    }
    await bulbMenu().getByText('Document with Gemini', { exact: true }).click();
    await hands.ready();
    assert.match(lastBody(), /The selection, lines 2-6/);
  });

  it('add what is clicked in the explorer to the chat, and the code of a problem from its view', async () => {
    const { vscode } = product.session;
    await product.newChat();
    const chips = product.panel.getByRole('list', { name: 'Attached to the next message' });
    const add = menu().getByRole('menuitem', { name: 'Add to Gemini Chat', exact: true });
    await vscode.executeCommand('workbench.view.explorer');
    await product.page
      .locator('.explorer-folders-view')
      .getByText('sum.ts', { exact: true })
      .click({ button: 'right' });
    await product.chooseInMenu(add);
    await chips.getByText('sum.ts').waitFor();

    await open('look.css', cursor(0, 0));
    await until('the problem', async () => (await vscode.problems()).length > 0);
    await vscode.executeCommand('workbench.panel.markers.view.focus');
    const problem = product.page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'Unknown property' });
    // VS Code asks for it when the line is first looked at, and builds the menu of what it knows then.
    await until('the entry in the menu of the problem', async () => {
      await problem.click({ button: 'right' });
      await product.menu.waitFor();
      if (await add.isVisible()) return true;
      await product.page.keyboard.press('Escape');
      await product.menu.waitFor({ state: 'detached' });
      return false;
    });
    await product.chooseInMenu(add);
    await chips.getByText(/^look\.css/).waitFor();
    await vscode.executeCommand('workbench.action.closePanel');
    await product.ask('What is wrong?');
    await product.answered();
    assert.match(lastBody(), /function total.*colr: red/);
  });

  it('mean the function around the cursor where nothing is selected, and say so', async () => {
    await open('sum.ts', cursor(8, 4));
    await product.session.runCommand('Gemini: Document');
    await product.page.locator('.statusbar').getByText('Gemini works on mean, lines 8-11').waitFor();
    await hands.ready();
    assert.match(lastBody(), /The selection, lines 8-11/);
    assert.match(lastBody(), /RULE-OF-HOUSE/);
  });

  it('mean all selections', async () => {
    await open('sum.ts', { anchor: { line: 2, character: 2 }, active: { line: 2, character: 5 } });
    await product.page.keyboard.press('Control+d');
    await product.session.runCommand('Gemini: Document');
    await hands.ready();
    assert.match(lastBody(), /Selection 1, line 3:.*Selection 2, line 9:/);
  });

  it('ask for what to do in a box of several lines at the code', async () => {
    await open('sum.ts', lines(1, 5, 1));
    await product.session.runCommand('Gemini: Edit…');
    const box = product.page.locator('.comment-form .monaco-editor.focused');
    await box.waitFor();
    await product.page.keyboard.type('Rename sum to amount');
    await product.page.keyboard.press('Shift+Enter');
    await product.page.keyboard.type('Use const and let');
    await product.page.keyboard.press('Enter');
    await hands.ready();
    assert.match(lastBody(), /What to do: Rename sum to amount\\nUse const and let"/);
    assert.match(await hands.proposal(), /let amount = 0;/);
    assert.equal(await product.page.locator('.review-widget').count(), 0);
  });

  it('ask nothing when the box is left by Escape', async () => {
    const asked = product.createRequests.length;
    await open('sum.ts', lines(1, 5, 1));
    await product.session.runCommand('Gemini: Edit…');
    await product.page.locator('.comment-form .monaco-editor.focused').waitFor();
    await product.page.keyboard.press('Escape');
    await product.page.locator('.comment-form').waitFor({ state: 'detached' });
    await until('the selection as it was', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.selection.active.line === 5 && editor.selection.anchor.line === 1;
    });
    assert.equal(product.createRequests.length, asked);
  });

  it('add code to the next question as chips that can be removed', async () => {
    await open('sum.ts', lines(1, 5, 1));
    await product.session.runCommand('Gemini: Add Selection to Chat');
    await product.panel.locator('textarea:focus').waitFor();
    const chips = product.panel.getByRole('list', { name: 'Attached to the next message' });
    await chips.getByText('sum.ts:2-6').waitFor();
    await open('look.css');
    await product.session.runCommand('Gemini: Add File to Chat');
    await chips.getByText('look.css').waitFor();
    await chips.getByRole('button', { name: 'Remove sum.ts:2-6' }).click();
    await chips.getByText('sum.ts:2-6').waitFor({ state: 'detached' });

    await product.ask('What is wrong here?');
    await product.answered();
    await chips.waitFor({ state: 'hidden' });
    await product.panel
      .getByRole('button', { name: /look\.css/ })
      .last()
      .waitFor();
    assert.match(lastBody(), /colr: red/);
    assert.doesNotMatch(lastBody(), /export function total/);
  });

  it('refuse a document without code, and ask before they send very much', async () => {
    const asked = product.createRequests.length;
    await open('blank.ts', cursor(0, 0));
    await product.session.runCommand('Gemini: Explain');
    await product.notification('blank.ts is empty.').waitFor();

    await product.session.vscode.replaceText(hands.path('blank.ts'), 'const a = 1;\n'.repeat(320_000));
    await product.session.vscode.executeCommand('editor.action.selectAll');
    await product.session.runCommand('Gemini: Explain');
    await product.dialog.getByText('Send this to Google?').waitFor();
    await product.page.keyboard.press('Escape');
    await product.session.runCommand('Gemini: Document');
    await product.notification('Gemini can return at most').waitFor();
    assert.equal(product.createRequests.length, asked);
    await product.session.vscode.replaceText(hands.path('blank.ts'), '\n');
  });

  it('keep the file of a review out of the changes', async () => {
    await hands.review('sum.ts', undefined, lines(1, 5, 1));
    await product.session.vscode.executeCommand('geminiInteractions.document');
    await product.notification('This is a proposal. Accept or reject it first.').waitFor();
  });
});
