import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { keptOfWindow } from './keptOfWindow';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

const longText = Array.from({ length: 400 }, (_, at) => `line ${at}\n`).join('');
const proposed = twoVars.replaceAll('var', 'const');

describe('a proposal that is being written', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await shareProduct({}, { 'two.ts': twoVars, 'other.ts': twoVars, 'long.txt': longText });
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await hands.tidy();
    for (const name of ['two.ts', 'other.ts']) {
      await product.session.vscode.replaceText(hands.path(name), twoVars);
      await product.session.vscode.saveFile(hands.path(name));
    }
  });

  async function hold(name = 'two.ts', deltas = 6): Promise<void> {
    product.server.holdAfter(deltas);
    await hands.refactor(name);
    await product.server.held();
  }
  async function holdPart(): Promise<string> {
    await hold();
    await until('a part of the proposal', async () => (await hands.proposal()) !== twoVars);
    return hands.proposal();
  }

  it('closes when it is stopped before anything has come', async () => {
    await hold('two.ts', 1);
    await hands.focused('proposal');

    await hands.stop.click();

    await hands.closed();
    assert.equal(await product.createRequests.at(-1)?.ended, 'closedByClient');
    await until('the code in front', async () =>
      (await product.session.vscode.activeEditor())?.uri.endsWith('/two.ts'),
    );
    await hands.fileIs('two.ts', twoVars);
  });

  it('is brought into sight where VS Code shows the top of the document in its place', async () => {
    const { vscode } = product.session;
    product.server.answerNext({ text: '<edit-1>\nwritten here\n</edit-1>\n' });
    product.server.holdAfter(0);
    const middle = { anchor: { line: 200, character: 0 }, active: { line: 210, character: 0 } };
    await hands.refactor('long.txt', 'Do it', middle);
    await product.server.held();
    await hands.focused('proposal');
    await vscode.executeCommand('scrollEditorTop');
    await until('the top', async () => (await vscode.activeEditor())?.topLine === 0);

    product.server.release();

    await hands.ready();
    await product.page.locator('.editor.modified .view-line').getByText('written here').waitFor();
  });

  it('keeps what has come when it is stopped, and asks before all of that is accepted', async () => {
    const part = await holdPart();
    await hands.stop.click();
    await hands.ready();
    await hands.proposalIs(part);
    await hands.says('Gemini’s proposal ends here: it is incomplete');

    await hands.acceptAll.click();
    await product.dialog.getByText('This proposal is incomplete').waitFor();
    await product.page.keyboard.press('Escape');
    await hands.fileIs('two.ts', twoVars);
    await hands.acceptAll.click();
    await product.dialog.getByRole('button', { name: 'Accept', exact: true }).click();

    await hands.fileIs('two.ts', part);
    await hands.inFront('two.ts');
  });

  it('has its instruction on disk before it is asked for, and no longer once it is there', async () => {
    product.server.holdAfter(6);
    await hands.refactor('two.ts', 'Use const, please');
    await product.server.held();
    assert.ok(keptOfWindow(product).includes('Use const, please'));

    product.server.release();
    await hands.ready();
    await until('the draft to go', () => !keptOfWindow(product).includes('Use const, please'));
  });

  it('is forgotten when its tab is closed', async () => {
    await holdPart();

    await product.session.vscode.executeCommand('workbench.action.closeActiveEditor');

    await hands.closed();
    assert.equal(await product.createRequests.at(-1)?.ended, 'closedByClient');
    await hands.fileIs('two.ts', twoVars);
  });

  it('does not take the keyboard when it is whole', async () => {
    await holdPart();
    await product.session.vscode.openFile(hands.path('other.ts'), {
      anchor: { line: 5, character: 0 },
      active: { line: 5, character: 0 },
    });
    await product.page.keyboard.type('// one ');
    product.server.release();
    await until('the whole answer', () => product.createRequests.at(-1)?.ended.then((ended) => ended === 'finished'));
    await until('the work to end', async () => !(await product.statusItem.innerHTML()).includes('loading'));
    await product.page.keyboard.type('two');

    await hands.fileIs('other.ts', twoVars.replace('export const between', '// one twoexport const between'));
    await product.page.getByRole('tab', { name: /Gemini’s proposal/ }).click();
    await hands.ready();
    await hands.proposalIs(proposed);
  });

  it('does not go back into its stream by undo, however fast that is pressed and wherever it comes from', async () => {
    await holdPart();
    product.server.release();
    await hands.ready();
    await hands.proposalIs(proposed);
    for (let time = 0; time < 6; time += 1) await product.page.keyboard.press('Control+z');
    await hands.proposalIs(proposed);

    // As the menu does, for which no key and no state of keys counts.
    const { vscode } = product.session;
    await Promise.all(Array.from({ length: 6 }, () => vscode.executeCommand('undo')));
    await hands.proposalIs(proposed);

    await hands.clickLine(2);
    await product.page.keyboard.press('End');
    await product.page.keyboard.type('/');
    await hands.proposalIs(proposed.replace('first = 1;', 'first = 1;/'));
    // The key rests where there is nothing to undo, and VS Code knows a moment later that there is something again.
    await until('the typed character to go', async () => {
      await product.page.keyboard.press('Control+z');
      return (await hands.proposal()) === proposed;
    });
    for (let time = 0; time < 3; time += 1) await product.page.keyboard.press('Control+z');
    await hands.proposalIs(proposed);
    await hands.clean();
  });

  it('is one of several: each has a proposal of its own', async () => {
    await holdPart();
    await hands.refactor('other.ts', 'Remove comments, and rename first to only');
    await until('two comparisons', async () => {
      const tabs = await product.session.vscode.tabs();
      return tabs.filter(({ kind }) => kind === 'diff').length === 2;
    });
    product.server.release();
    await hands.ready();
    await until('the one proposal', async () => (await hands.proposal()).includes('var only = 1'));
    await hands.acceptAll.click();
    await hands.fileIs('other.ts', twoVars.replaceAll('first', 'only'));
    await hands.fileIs('two.ts', twoVars);
    await hands.inFront('other.ts');

    await product.page.getByRole('tab', { name: /two\.ts \(Gemini’s proposal\)/ }).click();
    await hands.ready();
    await hands.acceptAll.click();
    await hands.fileIs('two.ts', proposed);
    await hands.inFront('two.ts');
  });
});
