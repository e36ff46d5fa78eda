import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { canaryKey, Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';

const firstOnly = twoVars.replace('var first', 'const first');

describe('a review after a reload of the window', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await Product.openWithKey({}, { workspaceFiles: { 'two.ts': twoVars, 'other.ts': twoVars } });
    hands = new ReviewHands(product);
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);
  /** VS Code in a browser keeps secrets no longer than its page. */
  let isReloaded = false;
  beforeEach(async () => {
    await hands.tidy();
    if (isReloaded) await product.setKey(canaryKey);
    isReloaded = true;
    await product.session.vscode.replaceText(hands.path('two.ts'), twoVars);
    await product.session.vscode.saveFile(hands.path('two.ts'));
  });

  /** The folders that hold the reviews of this workspace. */
  async function reviewFolders(): Promise<readonly string[]> {
    const storage = join(product.session.userDataDir, 'User', 'workspaceStorage');
    const found = await readdir(storage, { recursive: true });
    return found.filter((path) => path.endsWith('review.json')).map((path) => join(storage, path, '..'));
  }

  it('goes on: what was accepted, what was edited by hand, and what is left', async () => {
    await hands.review('two.ts');
    await hands.clickLine(2);
    await product.page.keyboard.press('Control+Alt+y');
    await until('the accepted change to leave', async () => (await hands.side('base')).text === firstOnly);
    await hands.clickLine(9);
    await product.page.keyboard.press('End');
    await product.page.keyboard.type(' // by hand');
    const edited = firstOnly.replace('var second = 2;', 'const second = 2; // by hand');
    await hands.proposalIs(edited);
    await hands.clean();
    await product.session.vscode.saveFile(hands.path('two.ts'));

    await product.session.reload();

    await hands.proposalIs(edited);
    assert.equal((await hands.side('base')).text, firstOnly);
    assert.equal((await hands.side('proposal')).languageId, 'typescript');
    await hands.acceptAll.click();
    await hands.fileIs('two.ts', edited);
    await product.notification('Applied 2 of 2 changes to two.ts.').waitFor();
    await hands.closed();
    await until('nothing of it to be kept', async () => (await reviewFolders()).length === 0);
  });

  it('shows what had come of a proposal that was being written, and says that it is incomplete', async () => {
    product.server.holdAfter(6);
    await hands.refactor('two.ts');
    await product.server.held();
    await until('a part of the proposal', async () => (await hands.proposal()) !== twoVars);
    const part = await hands.proposal();
    await until('what has come to be on the disk', async () => {
      const [folder = ''] = await reviewFolders();
      return (await readFile(join(folder, 'proposal.txt'), 'utf8')) === part;
    });

    await product.session.reload();

    await hands.ready();
    await hands.proposalIs(part);
    await hands.says('Gemini’s proposal ends here: it is incomplete');
  });

  it('closes the tab of a review that is gone', async () => {
    await hands.review('two.ts');
    await hands.clean();
    for (const folder of await reviewFolders()) await rm(folder, { recursive: true });

    await product.session.reload();

    await hands.closed();
  });

  it('loads nothing until its tab is looked at', async () => {
    await hands.review('two.ts');
    await hands.clean();
    await product.session.vscode.openFile(hands.path('other.ts'));

    await product.session.reload();
    await until('the file in front', async () =>
      (await product.session.vscode.activeEditor())?.uri.endsWith('other.ts'),
    );
    await product.page.getByRole('tab', { name: /Gemini’s proposal/ }).click();

    await hands.ready();
    await hands.rejectAll.click();
    await hands.closed();
  });
});
