import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

/** Its price has no end: $1.50 for a million tokens of input. */
const model = 'gemini-4-hydrogen';
const inputTokens = (count: number) => ({
  total_tokens: count,
  total_input_tokens: count,
  total_output_tokens: 0,
  total_thought_tokens: 0,
  total_tool_use_tokens: 0,
  total_cached_tokens: 0,
});

describe('usage and cost in VS Code', () => {
  let product: Product;
  before(async () => {
    // Not shared: what other suites have spent counts as well, and their server gave out the same ids.
    product = await Product.openWithKey();
    await set('model', model);
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await product.clearNotifications();
  });

  const set = (key: string, value: unknown) =>
    product.session.vscode.updateConfiguration(`geminiInteractions.${key}`, value);
  const answer = (text: string, tokens: number) => product.server.answerNext({ text, usage: inputTokens(tokens) });
  const page = (): FrameLocator =>
    product.page
      .frameLocator(`iframe.webview[src*="extensionId=${EXTENSION_ID}"]`)
      .last()
      .frameLocator('#active-frame');
  const ledger = () => {
    const folder = join(product.session.storageDir, 'v1', 'usage');
    return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
  };

  it('stand at the foot of an answer, in the ledger without a word of it, and on the page', async () => {
    await product.newChat();
    answer('The secret word is PINEAPPLE.', 200_000);
    await product.ask('What is the MANGO?');
    await product.answered();
    await product.lastAnswer.locator('.answer-facts').filter({ hasText: 'about $0.30' }).waitFor();
    const line = await until('the line of the ledger', () => ledger().find((one) => one.includes('"in":200000')));
    assert.match(line, /"m":"gemini-4-hydrogen","k":"chat"/);
    assert.doesNotMatch(ledger().join('\n'), /PINEAPPLE|MANGO/);

    await product.session.runCommand('Gemini: Show Usage and Cost');
    await page().getByRole('heading', { level: 1, name: 'Usage and Cost' }).waitFor();
    const row = (table: string, name: string) =>
      page().getByRole('region', { name: table }).getByRole('row').filter({ hasText: name });
    assert.equal(await row('Totals', 'This chat').getByRole('cell').last().textContent(), '$0.30');
    assert.match((await row('By model, last 30 days', model).textContent()) ?? '', /200,000/);
    await row('By command, last 30 days', 'Chat').first().waitFor();
    await product.closeEditors();
  });

  it('warn at 80 % of the budget of a day, refuse at 100 % with the prompt kept, and go on for today', async () => {
    await set('budget.perDay', 1);
    await product.newChat();
    answer('Much.', 400_000);
    await product.ask('First');
    await product.answered();
    await product.notification(/About \$0\.9\d of your budget for today, \$1\.00, is used\./).waitFor();
    await product.clearNotifications();
    answer('More.', 200_000);
    await product.ask('Second');
    await product.answered();
    const asked = product.createRequests.length;

    await product.focusComposer();
    await product.composer.pressSequentially('Third');
    await product.composer.press('Enter');
    const refusal = product.notification('Your budget for today, $1.00, is used up, so the question was not sent.');
    await refusal.waitFor();
    await until('the prompt in the composer again', async () => (await product.composer.inputValue()) === 'Third');
    assert.equal(product.createRequests.length, asked);

    await refusal.getByRole('button', { name: 'Go On Today', exact: true }).click();
    await refusal.waitFor({ state: 'hidden' });
    await product.composer.press('Enter');
    await until('the question at the service', () => product.createRequests.length > asked);
    await product.answered();
  });
});
