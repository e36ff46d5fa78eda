import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

const proposed = twoVars.replace('var first', 'const first').replace('var second', 'const second');
const firstOnly = twoVars.replace('var first', 'const first');
const secondOnly = twoVars.replace('var second', 'const second');

describe('the review of a proposal', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await shareProduct({}, { 'two.ts': twoVars });
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await hands.tidy();
    await product.session.vscode.replaceText(hands.path('two.ts'), twoVars);
    await product.session.vscode.saveFile(hands.path('two.ts'));
  });
  const press = (keys: string) => product.page.keyboard.press(keys);

  it('cannot be edited while it is written, has no problems then, and can be edited when it is whole', async () => {
    // Those of earlier suites remain in the window.
    const problemsBefore = await product.session.vscode.problems();
    product.server.holdAfter(6);
    await hands.refactor('two.ts');
    await product.server.held();
    await until('a part of the proposal', async () => (await hands.proposal()) !== twoVars);
    const part = await hands.proposal();
    await hands.focused('proposal');
    await product.page.keyboard.type('typed');
    await product.page
      .getByText(/Editor is read-only/)
      .first()
      .waitFor();
    assert.equal(await hands.proposal(), part);
    assert.deepEqual(await product.session.vscode.problems(), problemsBefore);

    product.server.release();
    await hands.ready();
    await hands.proposalIs(proposed);
    assert.equal((await hands.side('proposal')).languageId, 'typescript');
    await press('Control+Home');
    await product.page.keyboard.type('// ');

    await hands.proposalIs(`// ${proposed}`);
    await hands.fileIs('two.ts', twoVars);
  });

  for (const keys of ['Control+Enter', 'Control+s']) {
    it(`is accepted by ${keys}: one edit, one undo, and the code is in front with the keyboard in it`, async () => {
      await hands.review('two.ts');
      await press(keys);

      await hands.fileIs('two.ts', proposed);
      await hands.closed();
      await product.notification('Applied 2 of 2 changes to two.ts.').waitFor();
      assert.ok((await product.session.vscode.activeEditor())?.isDirty, 'nothing saves the file');
      await product.page.locator('.monaco-editor.focused').waitFor();
      await press('Control+z');
      await hands.fileIs('two.ts', twoVars);
    });
  }

  it('takes all of it back by the button of its message', async () => {
    await hands.review('two.ts');
    await hands.acceptAll.click();
    await product.notification('Applied 2 of 2 changes').waitFor();

    await product.button('Undo').click();

    await hands.fileIs('two.ts', twoVars);
  });

  it('accepts one change and rejects one from the menus of the text and of the line numbers', async () => {
    await hands.review('two.ts');
    await hands.clickLine(2, 'right');
    await hands.choose('Accept This Change');
    await hands.fileIs('two.ts', firstOnly);
    await until('the accepted change to leave', async () => (await hands.side('base')).text === firstOnly);

    await hands.chooseAtLineNumber(9, 'Reject This Change');

    await hands.closed();
    await hands.fileIs('two.ts', firstOnly);
  });

  it('accepts and rejects by keys at the cursor, and goes to the next change', async () => {
    await hands.review('two.ts');
    await hands.clickLine(2);
    await press('Control+Alt+n');
    await hands.proposalIs(secondOnly);
    await until(
      'the cursor at the next change',
      async () => (await hands.side('proposal')).selection.active.line === 8,
    );
    await hands.clean();

    await press('Control+Alt+y');

    await hands.fileIs('two.ts', secondOnly);
    await hands.closed();
    await product.notification('Applied 1 of 2 changes to two.ts.').waitFor();
    await hands.inFront('two.ts');
  });

  it('leaves out what VS Code’s own button reverts', async () => {
    await hands.review('two.ts');
    // VS Code draws the button for the change that the cursor is at.
    await hands.clickLine(2);
    await product.page
      .getByRole('button', { name: /^Revert Block/ })
      .first()
      .click();
    await hands.proposalIs(secondOnly);
    await hands.clean();

    await hands.acceptAll.click();

    await hands.fileIs('two.ts', secondOnly);
    await product.notification('Applied 1 of 2 changes to two.ts.').waitFor();
    await hands.inFront('two.ts');
  });

  it('accepts what the user made of the proposal by hand', async () => {
    await hands.review('two.ts');
    await hands.clickLine(2);
    await press('End');
    await product.page.keyboard.type(' // by hand');
    await hands.proposalIs(proposed.replace('first = 1;', 'first = 1; // by hand'));

    await press('Control+Enter');

    await hands.fileIs('two.ts', proposed.replace('first = 1;', 'first = 1; // by hand'));
    await hands.inFront('two.ts');
  });

  it('goes to the next and to the previous change by commands', async () => {
    await hands.review('two.ts');
    const at = (line: number) =>
      until(`the cursor in line ${line}`, async () => (await hands.side('proposal')).selection.active.line === line);

    await product.session.runCommand('Gemini: Next Change');
    await at(1);
    await product.session.runCommand('Gemini: Next Change');
    await at(8);
    await product.session.runCommand('Gemini: Previous Change');
    await at(1);
    await product.session.runCommand('Gemini: Previous Change');
    await at(8);
  });

  it('leaves the bytes as they are when it is rejected, and brings the former editor back', async () => {
    await hands.review('two.ts');

    await hands.rejectAll.click();

    await hands.closed();
    await hands.fileIs('two.ts', twoVars);
    const editor = await product.session.vscode.activeEditor();
    assert.ok(editor?.uri.endsWith('/two.ts') && !editor.isDirty);
  });
});
