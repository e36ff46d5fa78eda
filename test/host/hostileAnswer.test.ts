import assert from 'node:assert/strict';
import { CanaryServer } from '../panel/canaryServer';
import { hostileAddresses } from '../panel/hostileAddresses';
import { hostileMarkdown } from '../panel/hostileMarkdown';
import { hostileTexts } from '../panel/hostileTexts';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

/** Longer ones are tried in the panel alone. */
const longestText = 3_000;

describe('an answer that wants to be loaded, run or clicked', function () {
  this.timeout(180_000);
  let canary: CanaryServer;
  let product: Product;
  before(async () => {
    canary = await CanaryServer.start();
    product = await shareProduct();
  });
  after(async () => {
    await product?.assertClean();
    await canary?.stop();
  });
  keepPicturesOfFailures(() => product);

  const links = () => product.panel.locator('.answer-body > .text a');

  it('is text that asks nobody for anything, when it comes and after a reload', async () => {
    const texts = [hostileTexts, hostileAddresses, hostileMarkdown]
      .flatMap((textsFor) => textsFor(canary.address))
      .filter(({ length }) => length < longestText);
    product.server.answerNext({
      steps: texts.flatMap((text) => [
        { type: 'thought' as const, summary: [{ type: 'text' as const, text }] },
        { type: 'model_output' as const, content: [{ type: 'text' as const, text: `${text}\n\n` }] },
      ]),
    });

    await product.newChat();
    await product.ask('Show me everything');
    await product.answered();
    await links().nth(20).waitFor({ state: 'attached' });
    const before = await product.lastAnswer.textContent();

    await product.session.reload();
    await product.setKeyAfterReload();
    await product.session.runCommand('Gemini: Focus Chat Input');
    await links().nth(20).waitFor({ state: 'attached' });

    assert.ok((before?.length ?? 0) > 10_000);
    canary.assertUnasked();
    assert.equal(canary.connections, 0);
    assert.ok(product.pageRequests.panelFiles > 3);
    assert.deepEqual(product.pageRequests.foreign, []);
  });

  it('has links to web pages alone, and none of them leads there without a question', async () => {
    const addresses = await links().evaluateAll((all) => all.map((link) => link.getAttribute('title') ?? ''));
    for (const address of addresses) assert.match(address, /^https?:\/\//);

    const link = product.panel.locator(`.answer-body > .text a[title^="${canary.address}"]`).first();
    await link.click();
    await product.dialog.getByText(new URL(canary.address).host, { exact: false }).first().waitFor();
    await product.page.keyboard.press('Escape');

    assert.equal(product.page.context().pages().length, 1);
    assert.equal(canary.connections, 0);
    canary.assertUnasked();
  });
});
