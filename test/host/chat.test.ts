import assert from 'node:assert/strict';
import { keepPicturesOfFailures } from './failures';
import { canaryKey, Product } from './product';

describe('the chat in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await Product.open();
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.server.release());

  it('asks for a key first and says what leaves the machine', async () => {
    await product.session.runCommand('Gemini: Focus Chat Input');

    await product.panel.getByRole('button', { name: 'Set API Key' }).waitFor();
    await product.panel.getByText('55 days').waitFor();
    assert.equal(await product.composer.isVisible(), false);
    assert.equal(product.server.requests.length, 0);
  });

  it('explains a refused key where it asks for one, and lets the user enter another', async () => {
    await product.panel.getByRole('button', { name: 'Set API Key' }).click();
    await product.confirmAddress();
    await product.quickInput.getByPlaceholder('Paste your API key').waitFor();
    await product.quickInput.getByRole('button', { name: 'Get a Key from Google AI Studio' }).waitFor();
    await product.enter('Gemini API Key', 'bad-key');

    await product.panel.getByText('Gemini did not accept the API key').waitFor();
    await product.panel.getByText('55 days').waitFor();
    await product.panel.getByRole('button', { name: 'Enter Again' }).click();
    await product.page.getByText('Kept in your system’s secret storage').waitFor();
  });

  it('goes on in the composer once the key is right', async () => {
    await product.enter('Gemini API Key', canaryKey);

    await product.notification('Your API key works and was saved.').waitFor();
    await product.panel.locator('textarea:focus').waitFor();
    assert.equal(product.server.requests.at(-1)?.headers['x-goog-api-key'], canaryKey);
    await product.clearNotifications();
  });

  it('streams an answer', async () => {
    product.server.holdAfter(3);
    await product.ask('My name is Ada.');
    await product.server.held();
    await product.firstWords.waitFor();
    await product.stopButton.waitFor();
    product.server.release();

    await product.answered();

    assert.equal(await product.messages.count(), 2);
    await product.panel.getByRole('status').getByText('Answer ready').waitFor({ state: 'attached' });
  });

  it('remembers the first question in the second, sending only the new turn', async () => {
    await product.ask('What is my name?');
    await product.answered();

    await product.lastAnswer.getByText('Ada').first().waitFor();
    const body = JSON.stringify(product.createRequests.at(-1)?.body);
    assert.match(body, /previous_interaction_id/);
    assert.doesNotMatch(body, /My name is/);
  });

  it('says so when Google had forgotten the chat, and gives it all of it once more', async () => {
    for (const id of product.server.interactions().keys()) product.server.forget(id);
    const before = product.createRequests.length;

    await product.ask('And what is it now?');
    await product.answered();

    await product.lastAnswer.getByText('Google had deleted the earlier messages').waitFor();
    assert.equal(product.createRequests.length, before + 2);
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /My name is Ada/);
  });

  it('stops at Esc, keeps what came and closes the connection', async () => {
    product.server.holdAfter(3);
    await product.ask('Write a long essay');
    await product.server.held();
    await product.firstWords.waitFor();

    await product.page.keyboard.press('Escape');

    await product.answered();
    assert.notEqual((await product.firstWords.textContent())?.trim(), '');
    assert.equal(await product.createRequests.at(-1)?.ended, 'closedByClient');
  });

  it('recalls the last question with Up in the empty composer', async () => {
    await product.composer.focus();
    await product.page.keyboard.press('ArrowUp');

    assert.equal(await product.composer.inputValue(), 'Write a long essay');
    await product.composer.fill('');
  });

  it('goes on with what was stopped, and sends what had come of it', async () => {
    product.server.release();
    await product.lastAnswer.getByRole('button', { name: 'Continue', exact: true }).click();

    await product.messages.getByText('Go on exactly where your answer broke off.').first().waitFor();
    await product.answered();
    const sent = JSON.stringify(product.createRequests.at(-1)?.body);
    assert.match(sent, /Write a long essay.*"model_output".*"text":"\S.*Go on exactly where/);
  });

  it('loses and doubles nothing when the view is hidden and shown in mid-stream', async () => {
    product.server.holdAfter(4);
    await product.ask('Write a long essay about rivers');
    await product.server.held();
    await product.firstWords.waitFor();
    await product.session.runCommand('View: Show Explorer');
    await product.composer.waitFor({ state: 'detached' });
    product.server.release();
    await product.createRequests.at(-1)?.ended;

    await product.session.runCommand('Gemini: Focus Chat Input');
    await product.answered();

    const shown = (await product.lastAnswer.textContent()) ?? '';
    const whole = wholeText(product);
    for (const line of whole.split('\n').filter((text) => text.trim().length > 20)) {
      const words = line
        .replace(/[#*`>|-]/g, '')
        .trim()
        .slice(0, 30);
      assert.equal(shown.split(words).length - 1, whole.split(words).length - 1, words);
    }
  });

  it('keeps the chat over a reload of the window', async () => {
    await product.messages.first().waitFor();
    const before = await product.messages.allTextContents();

    await product.session.reload();
    await product.session.runCommand('Gemini: Focus Chat Input');
    await product.messages.nth(before.length - 1).waitFor();

    assert.deepEqual(await product.messages.allTextContents(), before);
    // A window in the browser keeps secrets no longer than its page.
    await product.setKey(canaryKey);
    await product.composer.waitFor();
  });

  it('shows a failure where it happened, with the button that helps', async () => {
    product.server.answerNext({ drop: true });
    await product.ask('Hello again');
    const alert = product.lastAnswer.getByRole('alert');
    await alert.waitFor();
    assert.match((await alert.textContent()) ?? '', /The connection was lost before an answer arrived/);

    await alert.getByRole('button', { name: 'Retry' }).click();
    await alert.waitFor({ state: 'detached' });
    await product.answered();

    assert.notEqual((await product.firstWords.textContent())?.trim(), '');
  });

  it('counts down to the next try when the service asks for a pause, and Stop ends the wait', async () => {
    const details = [{ retryDelay: '30s' }];
    product.server.answerNext({ status: 429, body: { error: { code: 429, message: 'Slow down', details } } });
    const before = product.createRequests.length;
    await product.ask('Hello once more');
    await product.lastAnswer.getByText(/Retrying in (3\d|2\d) s/).waitFor();

    await product.stopButton.click();

    await product.answered();
    assert.equal(await product.lastAnswer.getByText(/Retrying in/).count(), 0);
    assert.equal(product.createRequests.length, before + 1);
  });

  it('asks before it sends what is very large, and gives it back uncut when told not to', async () => {
    const before = product.createRequests.length;
    await product.composer.evaluate(pasteLarge);
    const pasted = product.panel.getByText('characters pasted');
    await pasted.waitFor();
    await product.composer.press('Enter');
    await product.page.locator('.monaco-dialog-box').getByText('899,999 characters (about 225,000 tokens)').waitFor();
    assert.equal(await pasted.isVisible(), false);

    await product.button('Cancel').click();

    await pasted.waitFor();
    assert.equal(product.createRequests.length, before);
    await product.panel.getByRole('button', { name: 'Remove the Pasted Text' }).click();
  });

  it('says how many hidden characters it left out of a question', async () => {
    await product.composer.fill(`Hello${String.fromCodePoint(0xe0041, 0xe0042)}`);
    await product.composer.press('Enter');

    await product.lastAnswer.getByText('2 hidden characters were left out').waitFor();
    await product.firstWords.waitFor();
    await product.answered();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /"Hello"/);
  });

  it('starts over with New Chat', async () => {
    await product.session.runCommand('Gemini: New Chat');
    await product.messages.first().waitFor({ state: 'detached' });

    await product.ask('What is my name?');
    await product.answered();

    assert.doesNotMatch((await product.lastAnswer.textContent()) ?? '', /Ada/);
    assert.doesNotMatch(JSON.stringify(product.createRequests.at(-1)?.body), /previous_interaction_id/);
  });

  it('says in words which host is asked and with what result', async () => {
    await product.session.runCommand('Gemini: Check Connection');

    await product.notification(new URL(product.server.url).host).filter({ hasText: 'The key works' }).waitFor();
  });

  it('has the status-bar item with a short menu', async () => {
    await product.page.locator('.statusbar-item').filter({ hasText: 'Gemini' }).click();
    await product.page.locator('.quick-input-list').getByText('Show Chat History…').waitFor();
    await product.page.locator('.quick-input-list').getByText('Start Deep Research…').waitFor();
    await product.page.keyboard.press('Escape');
  });

  it('forgets the key when asked to', async () => {
    await product.session.runCommand('Gemini: Remove API Key');
    await product.button('Remove').click();

    await product.panel.getByRole('button', { name: 'Set API Key' }).waitFor();
  });
});

/** What the browser does when 810,000 characters are pasted. Runs in the panel, whose names Node does not know. */
const pasteLarge = new Function(
  'input',
  `const data = 'all of it '.repeat(90_000);
   const pasting = { inputType: 'insertFromPaste', data, bubbles: true, cancelable: true };
   input.dispatchEvent(new InputEvent('beforeinput', pasting));`,
) as (input: unknown) => void;

/** The text the service stored for the last answer. */
function wholeText(product: Product): string {
  const stored = [...product.server.interactions().values()].at(-1);
  const text = JSON.stringify(stored?.steps ?? []);
  return [...text.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => JSON.parse(`"${part}"`)).join('');
}
