import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

const proposed = twoVars.replaceAll('var', 'const');
const refined = proposed.replaceAll('first', 'only');

describe('the refinement of a proposal', () => {
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
    await hands.review('two.ts');
  });

  /** Types into the box at the proposal, and sends it. */
  async function refine(instruction: string, send: 'key' | 'button' = 'key'): Promise<void> {
    await product.session.runCommand('Gemini: Refine Proposal…');
    await product.page.locator('.review-widget .monaco-editor.focused').waitFor();
    await product.page.keyboard.type(instruction);
    // The key does nothing before VS Code knows that the box is not empty.
    const box = product.page.locator('.review-widget');
    await box.locator('.view-lines').getByText(instruction, { exact: true }).waitFor();
    await box.getByRole('button', { name: 'Send to Gemini', disabled: false }).waitFor();
    if (send === 'key') await product.page.keyboard.press('Control+Enter');
    else await box.getByRole('button', { name: 'Send to Gemini' }).click();
    await box.waitFor({ state: 'detached' });
  }
  const body = (at: number) => Object(product.createRequests.at(at)?.body);

  it('continues the interaction, streams in place, and leaves nothing of it at Google at the end', async () => {
    assert.deepEqual([body(-1).store, body(-1).service_tier], [true, undefined]);
    const setTier = (tier?: string) =>
      product.session.vscode.updateConfiguration('geminiInteractions.editServiceTier', tier);
    await setTier('flex');
    await refine('Rename first to only');
    await setTier();

    await hands.proposalIs(refined);
    await hands.ready();
    assert.equal(typeof body(-1).previous_interaction_id, 'string');
    assert.equal(body(-1).service_tier, 'flex');
    assert.doesNotMatch(JSON.stringify(body(-1).input), /The selection/);
    assert.equal(await product.page.locator('.review-widget').count(), 0, 'the box is gone');
    for (let time = 0; time < 4; time += 1) await product.page.keyboard.press('Control+z');
    await hands.proposalIs(refined);

    await hands.acceptAll.click();
    await hands.fileIs('two.ts', refined);
    await product.notification('Applied 2 of 2 changes to two.ts.').waitFor();
    await until('both interactions to be deleted', () => {
      const deleted = product.server.requests.filter(({ method }) => method === 'DELETE');
      return deleted.length === 2;
    });
  });

  it('takes along what the user made of the proposal, by the button of the box as well', async () => {
    await hands.clickLine(2);
    await product.page.keyboard.press('End');
    await product.page.keyboard.type(' // by hand');
    await hands.proposalIs(proposed.replace('first = 1;', 'first = 1; // by hand'));

    await refine('Rename first to only', 'button');

    await hands.proposalIs(refined.replace('only = 1;', 'only = 1; // by hand'));
    await hands.ready();
    await hands.fileIs('two.ts', twoVars);
  });

  it('that is stopped leaves the proposal that was there', async () => {
    product.server.holdAfter(6);
    await refine('Rename first to only');
    await product.server.held();
    await hands.stop.click();

    await hands.ready();
    await hands.proposalIs(proposed);
    await hands.acceptAll.click();
    await hands.fileIs('two.ts', proposed);
    await hands.inFront('two.ts');
  });

  it('asks with all the code where Google no longer has the interaction', async () => {
    product.server.answerNext({
      status: 404,
      body: { error: { code: 'not_found', message: 'Interaction not found.' } },
    });
    await refine('Rename first to only');

    await hands.proposalIs(refined);
    assert.ok(!('previous_interaction_id' in body(-1)));
    assert.match(JSON.stringify(body(-1).input), /The selection/);
  });
});
