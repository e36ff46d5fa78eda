import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

const proposed = twoVars.replaceAll('var', 'const');
const notebook = {
  cells: ['var first = 1;\n', 'var second = 2;\n'].map((source) => ({
    cell_type: 'code',
    source: source.split(/(?<=\n)/),
    metadata: { language_info: { name: 'typescript' }, vscode: { languageId: 'typescript' } },
    outputs: [],
    execution_count: null,
  })),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 2,
};

describe('a proposal that the user has in hand', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    const workspaceFiles = { 'two.ts': twoVars, 'cells.ipynb': JSON.stringify(notebook) };
    product = await shareProduct({}, workspaceFiles);
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  const changed: string[] = [];
  const set = async (key: string, value: unknown) => {
    changed.push(key);
    await product.session.vscode.updateConfiguration(key, value);
  };
  beforeEach(async () => {
    await hands.tidy();
    for (const key of changed.splice(0)) await product.session.vscode.updateConfiguration(key, undefined);
    await product.session.vscode.replaceText(hands.path('two.ts'), twoVars);
    await product.session.vscode.saveFile(hands.path('two.ts'));
  });

  /** Types behind the first change of the proposal. */
  async function typeByHand(text: string): Promise<string> {
    await hands.clickLine(2);
    await product.page.keyboard.press('End');
    await product.page.keyboard.type(text);
    const edited = proposed.replace('first = 1;', `first = 1;${text}`);
    await hands.proposalIs(edited);
    return edited;
  }

  it('asks nothing when it is closed, and comes back as it was when it is opened again', async () => {
    await hands.review('two.ts');
    const edited = await typeByHand(' /* mine */');
    await hands.clean();

    await product.page.keyboard.press('Control+w');
    await hands.closed();
    assert.equal(await product.dialog.count(), 0);
    await product.session.runCommand('View: Reopen Closed Editor');

    await hands.ready();
    await hands.proposalIs(edited);
    await product.page.keyboard.press('Control+Enter');
    await hands.fileIs('two.ts', edited);
    await hands.inFront('two.ts');
  });

  it('is a draft, whatever saves it: nothing is accepted, and nothing is formatted', async () => {
    await set('files.autoSave', 'afterDelay');
    await set('files.autoSaveDelay', 100);
    await set('editor.formatOnSave', true);
    await hands.review('two.ts');
    const edited = await typeByHand('   /* mine */');
    await hands.clean();

    await product.session.vscode.executeCommand('workbench.action.files.saveWithoutFormatting');

    await hands.clean();
    await hands.proposalIs(edited);
    await hands.fileIs('two.ts', twoVars);
    await product.page.keyboard.press('Control+s');
    await hands.fileIs('two.ts', edited);
    await hands.inFront('two.ts');
  });

  it('tells of changes that the comparison leaves out, and shows them', async () => {
    await hands.refactor('two.ts', 'Indent with tabs');
    const told = product.notification('All changes of this proposal (2) are whitespace only');
    await told.waitFor();
    // VS Code counts the changes a moment after the text has come.
    const marks = product.page.locator('.monaco-diff-editor .line-insert');
    await until('no marks', async () => (await marks.count()) === 0);

    await told.getByRole('button', { name: 'Show Them' }).click();

    await product.page.locator('.monaco-diff-editor .line-insert').first().waitFor();
    changed.push('diffEditor.ignoreTrimWhitespace');
    await hands.acceptAll.click();
    await hands.fileIs('two.ts', twoVars.replaceAll('  ', '\t'));
    await hands.inFront('two.ts');
  });

  it('asks again before it writes characters that nobody sees', async () => {
    await hands.review('two.ts', 'Trojan');
    await product.page.keyboard.press('Control+Enter');
    await product.dialog.getByText('invisible characters (3)').waitFor();

    await product.page.keyboard.press('Escape');
    await hands.fileIs('two.ts', twoVars);
    await hands.acceptAll.click();
    await product.dialog.getByRole('button', { name: 'Accept', exact: true }).click();

    await until(
      'the change',
      async () => (await product.session.vscode.documentText(hands.path('two.ts'))) !== twoVars,
    );
    await hands.inFront('two.ts');
  });

  it('has lenses at its changes for those who have them in comparisons', async () => {
    await hands.review('two.ts');
    const lenses = product.page.locator('.monaco-diff-editor .codelens-decoration');
    assert.equal(await lenses.count(), 0);
    await set('diffEditor.codeLens', true);

    await lenses.getByText('Reject This Change').last().click();

    await hands.proposalIs(twoVars.replace('var first', 'const first'));
    const accept = lenses.getByText('Accept This Change');
    await until('the lenses of one change', async () => (await accept.count()) === 1);
    await accept.click();
    await hands.fileIs('two.ts', twoVars.replace('var first', 'const first'));
    await hands.inFront('two.ts');
  });

  it('is for a cell of a notebook, too: in its language, and the notebook comes back', async () => {
    const { vscode } = product.session;
    await vscode.executeCommand('workbench.view.explorer');
    await product.page.locator('.explorer-folders-view').getByText('cells.ipynb').dblclick();
    const cell = product.page.locator('.notebookOverlay .cell .view-line').getByText('second');
    await cell.click();
    await until('the cell', async () => (await vscode.activeEditor())?.uri.startsWith('vscode-notebook-cell:'));
    // Else the comparison may take the place of a notebook that was only looked at.
    await vscode.executeCommand('workbench.action.keepEditor');
    const uri = (await vscode.activeEditor())?.uri ?? '';
    await vscode.select({ anchor: { line: 0, character: 0 }, active: { line: 0, character: 15 } });
    await product.session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', 'Use const and let');
    await hands.ready();
    assert.equal((await hands.side('proposal')).languageId, 'typescript');

    await product.page.keyboard.press('Control+Enter');

    await hands.closed();
    await until('the cell to change', async () => (await vscode.documentText(uri)).startsWith('const second = 2;'));
    await product.page.locator('.notebookOverlay').waitFor();
    assert.deepEqual(
      (await vscode.tabs()).map(({ label }) => label),
      ['cells.ipynb'],
    );
  });
});
