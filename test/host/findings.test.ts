import assert from 'node:assert/strict';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

describe('the findings of a review', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await shareProduct({}, { 'two.ts': twoVars });
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const lastBody = () => JSON.stringify(product.createRequests.at(-1)?.body);
  const findings = () => product.page.locator('.review-widget');

  it('show in the chat as text and at their lines as comments, and are asked for in a form of their own', async () => {
    await product.session.vscode.openFile(hands.path('two.ts'), {
      anchor: { line: 6, character: 0 },
      active: { line: 10, character: 0 },
    });
    await product.session.runCommand('Gemini: Review');
    await product.panel.getByRole('button', { name: /^Open two\.ts:7-10/ }).waitFor();
    await findings().first().waitFor();
    assert.equal(await findings().count(), 1);
    await findings().getByText('Error').waitFor();
    assert.match(lastBody(), /"response_format":\{"type":"text","mime_type":"application\/json"/);
    const answer = (await product.lastAnswer.textContent()) ?? '';
    assert.match(answer, /two\.ts/);
    assert.doesNotMatch(answer, /reviewFindings|\{"/);
  });

  it('are fixed by a proposal for the code around', async () => {
    await findings().getByRole('button', { name: 'Fix', exact: true }).click();
    await hands.ready();
    assert.match(lastBody(), /Problems:.*line 8: error: /);
    assert.match(lastBody(), /The selection, lines 8-11/);
    await hands.tidy();
  });

  it('go when they are dismissed', async () => {
    await product.session.vscode.openFile(hands.path('two.ts'));
    await findings().getByRole('button', { name: 'Dismiss', exact: true }).click();
    await findings().waitFor({ state: 'detached' });
  });
});
