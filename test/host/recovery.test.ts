import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

describe('chats whose folder is lost', () => {
  let product: Product;
  before(async () => {
    product = await Product.openWithKey();
    for (const [question, answer] of [
      ['How do heat pumps work?', 'They move heat.'],
      ['Sort a list', 'Use sort().'],
    ] as const) {
      await product.newChat();
      product.server.answerNext({ text: answer });
      await product.ask(question);
      await product.answered();
    }
    await product.newChat();
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  const rows = () => product.page.locator('.quick-input-widget .monaco-list-row');

  it('come back from Google by one line in the history', async () => {
    const { storageDir } = product.session;
    const chats = join(storageDir, 'v1', 'chats');
    await until('the chats on disk', () => existsSync(chats) && files(chats) === 2);
    // As when a container is built again.
    rmSync(join(storageDir, 'v1'), { recursive: true, force: true });
    const asked = product.createRequests.length;

    await product.session.runCommand('Gemini: Show Chat History…');
    await rows().getByText('Recover 2 Chats from Google…').click();

    await product.notification('2 chats were restored.').waitFor();
    await rows().getByText('How do heat pumps work?').waitFor();
    assert.equal(files(chats), 2);
    await rows().getByText('Sort a list').click();
    await product.lastAnswer.getByText('Use sort().').waitFor();
    assert.equal(product.createRequests.length, asked);
  });

  it('are offered no more once they are back', async () => {
    await product.session.runCommand('Gemini: Show Chat History…');
    await rows().getByText('How do heat pumps work?').waitFor();

    assert.equal(await rows().count(), 3 - 1);
    await product.page.keyboard.press('Escape');
  });

  it('go on where they were', async () => {
    await product.ask('What did I just ask?');
    await product.answered();

    await product.lastAnswer.getByText('Sort a list').waitFor();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /previous_interaction_id/);
  });
});

function files(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.jsonl')).length;
}
