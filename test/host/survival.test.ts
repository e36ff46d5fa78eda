import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChat } from '../../src/core/storage/log/readChat';
import { budget, runSeed } from '../budget';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { keptOfWindow } from './keptOfWindow';
import { Product } from './product';

/** What was shown this long before a crash is on disk. Milliseconds. */
const mostLost = 250;
const rounds = budget(20, 4);

/** What one moment showed of the last answer. */
interface Sample {
  readonly at: number;
  readonly paragraphs: readonly string[];
}

describe('an answer in VS Code that goes away', () => {
  let product: Product;
  before(async () => {
    product = await Product.openWithKey({ paceMs: 25 }, { extension: 'linked' });
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  it(`survives ${rounds} crashes of the extension host in mid-answer`, async function () {
    this.timeout(600_000);
    const seed = runSeed;
    const random = numbersFrom(seed);
    let compared = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const note = `round ${round} of seed ${seed}`;
      await product.newChat();
      const before = product.createRequests.length;
      const question = `Write a long essay, number ${round}`;
      await product.ask(question);
      // In mid-answer: before its first event nobody knows whether the service has the question.
      await product.firstWords.waitFor();
      // Some early, some late in the answer.
      const samples = await watch(product, ((round - random()) / rounds) * 1_500);

      await crash(product);

      const shownAt = (samples.at(-1)?.at ?? 0) - mostLost;
      const shown = samples.findLast(({ at }) => at <= shownAt)?.paragraphs ?? [];
      const kept = plain(await keptAnswer(product, question));
      const missing = shown.filter((paragraph) => !kept.includes(plain(paragraph)));
      assert.deepEqual(missing, [], `${note}: shown and not kept`);
      if (shown.length > 0) compared += 1;

      await product.focusComposer();
      await product.panel.locator('.prompt').getByText(question, { exact: true }).waitFor();
      await product.answered();
      await until(
        'the end of the answer on disk',
        async () => (await keptAnswer(product, question)) === wholeText(product),
      );
      assert.equal(product.createRequests.length, before + 1, `${note}: asked again`);
      const end = plain(wholeText(product)).slice(-80);
      // The page draws what has come in its own time.
      await until(`the end of the answer on the page, in ${note}`, async () =>
        plain((await product.lastAnswer.textContent()) ?? '').includes(end),
      );
    }
    assert.ok(compared > rounds / 4, `only ${compared} of the crashes came long enough after the first words`);
  });

  it('goes on by itself after the window was reloaded', async () => {
    await product.newChat();
    product.server.holdAfter(5);
    const question = 'Write a long essay about reloading';
    await product.ask(question);
    await product.server.held();
    await product.firstWords.waitFor();
    const before = product.createRequests.length;

    await product.session.reload();
    product.server.release();
    // The answer waits for the key.
    await product.setKeyAfterReload();
    await product.focusComposer();
    await product.panel.locator('.prompt').getByText(question, { exact: true }).waitFor();
    await product.answered();

    assert.equal(await keptAnswer(product, question), wholeText(product));
    assert.equal(product.createRequests.length, before);
  });

  it('is followed by the question that waited for it, and leaves the draft alone, over a reload', async () => {
    await product.newChat();
    product.server.holdAfter(5);
    const question = 'Write a long essay about waiting';
    await product.ask(question);
    await product.server.held();
    await product.firstWords.waitFor();
    await product.composer.pressSequentially('What did I ask first?');
    await product.composer.press('Enter');
    const row = product.panel.getByRole('list', { name: 'Questions that wait' }).getByText('What did I ask first?');
    await row.waitFor();
    await product.composer.pressSequentially('half a thought');
    await until('the draft and what waits on disk', () => keptOfWindow(product).includes('half a thought'));
    const before = product.createRequests.length;

    await product.session.reload();
    await product.setKeyAfterReload();
    await product.focusComposer();
    await row.waitFor();
    await until('the draft', async () => (await product.composer.inputValue()) === 'half a thought');
    assert.equal(product.createRequests.length, before);
    product.server.release();

    await product.messages.nth(3).waitFor();
    await row.waitFor({ state: 'detached' });
    await product.answered();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /What did I ask first\?/);
    assert.equal(product.createRequests.length, before + 1);
    await product.composer.fill('');
  });

  it('takes no question away about which the user was just asked', async () => {
    await product.newChat();
    // Put together, so that no scanner takes it for one.
    const token = ['gh', 'p_', 'Zk9bQ2xWv7RtY4nM1pLs8dHc6JfGaXe3UoTi'].join('');
    const question = `Why is this refused? ${token}`;
    const chips = product.panel.getByRole('list', { name: 'Attached to the next message' }).getByRole('listitem');
    const chip = chips.filter({ hasText: 'docs.example' });
    await product.session.vscode.executeCommand('geminiInteractions.attach', 'https://docs.example/refused');
    await chip.waitFor();
    const before = product.createRequests.length;
    await product.composer.fill(question);
    await product.composer.press('Enter');
    await product.dialog.getByText('Your question: a token or key').waitFor();
    await until('the question on disk', () => /"asked":\[\{[^}]*Why is this refused/.test(keptOfWindow(product)));

    await product.session.reload();
    await product.setKeyAfterReload();
    await product.focusComposer();
    await until('the question', async () => (await product.composer.inputValue()) === question);
    await chip.waitFor();
    assert.equal(product.createRequests.length, before);
    await product.composer.fill('');
    await chip.getByRole('button').first().press('Delete');
  });

  it('goes on by itself when the connection breaks, and shows nothing twice', async () => {
    await product.newChat();
    product.server.holdAfter(5);
    const question = 'Write a long essay about networks';
    await product.ask(question);
    await product.server.held();
    await product.firstWords.waitFor();

    product.server.breakConnections();
    product.server.release();

    await product.answered();
    await until(
      'the end of the answer on disk',
      async () => (await keptAnswer(product, question)) === wholeText(product),
    );
    const [last] = wholeText(product).split('\n').slice(-1);
    const times = async () => plain((await product.lastAnswer.textContent()) ?? '').split(plain(last ?? '')).length - 1;
    // The page draws what has come in its own time.
    await until('the end of the answer on the page', async () => (await times()) > 0);
    assert.equal(await times(), 1);
  });
});

/** VS Code starts the next host by itself but a few times, and then asks. */
async function crash(product: Product): Promise<void> {
  const restarted = product.session.killExtensionHost();
  const restart = product.page.getByRole('button', { name: /^Restart.* Extension Host$/ });
  await Promise.race([restarted, restart.waitFor({ timeout: 60_000 }).catch(() => undefined)]);
  if (await restart.isVisible()) await restart.click();
  await restarted;
}

/** Looks at the last answer for about this long. Milliseconds. */
async function watch(product: Product, ms: number): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const end = performance.now() + ms;
  do {
    // When it was looked at, not when the answer came: by then more may have been written.
    const at = performance.now();
    const paragraphs = await product.lastAnswer.locator('p').filter({ visible: true }).allTextContents();
    samples.push({ at, paragraphs });
  } while (performance.now() < end);
  return samples;
}

/** The text of the answer to a question, as the files of this product have it. */
async function keptAnswer(product: Product, question: string): Promise<string> {
  const chats = join(product.session.storageDir, 'v1', 'chats');
  const files = readdirSync(chats, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  for (const name of files) {
    const { chat } = await readChat('any', readFileSync(join(chats, name)), () => Promise.resolve(undefined));
    const turn = chat.turns.find(({ prompt }) => prompt === question);
    if (turn) return turn.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  }
  assert.fail(`The question is not on disk: ${question}`);
}

/** The last answer as the service has it. */
function wholeText(product: Product): string {
  const live = [...product.server.interactions().values()].at(-1);
  return (live?.steps ?? [])
    .flatMap((step) => (step.type === 'model_output' ? (step.content ?? []) : []))
    .map((content) => ('text' in content ? content.text : ''))
    .join('');
}

/** Letters and digits only: what is shown has no Markdown, and breaks lines in its own way. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Numbers between 0 and 1 that follow from the seed. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
