import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import { canaryKey, type Product } from './product';
import { shareProduct } from './sharedProduct';

interface Document {
  readonly interaction: { readonly id: string; readonly model: string; readonly status: string };
  readonly note: string;
  readonly requests: readonly { readonly ms?: number; readonly body: Body }[];
  readonly steps: readonly { readonly type: string }[];
  readonly events: readonly { readonly ms: number; readonly event_type: string }[];
  readonly usage: { readonly total_tokens: number };
}

interface Body {
  readonly model: string;
  readonly input: unknown;
  readonly system_instruction?: string;
  readonly previous_interaction_id?: string;
  readonly generation_config?: object;
}

describe('the inspector in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
    await product.newChat();
    await product.ask('What is a monad?');
    await product.answered();
    await product.ask('And a functor?');
    await product.answered();
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.closeEditors());

  const lastBody = () => product.createRequests.at(-1)?.body as Body;
  const listed = (name: string | RegExp) => product.page.locator('.quick-input-list').getByText(name).first();
  const active = () => product.session.vscode.activeEditor();
  const titleButton = (name: string) => product.page.locator('.editor-actions').getByRole('button', { name });
  const inMenuOfAnswer = async (name: string) => {
    await product.firstWords.click({ button: 'right' });
    await product.chooseInMenu(product.menu.getByRole('menuitem', { name, exact: true }));
  };
  const shown = async (path: string) => {
    const uri = () => active().then((editor) => editor?.uri ?? '');
    await until(`a document about ${path}`, async () => (await uri()).includes(path));
    const editor = await active();
    assert.equal(editor?.languageId, 'json');
    const text = editor?.text ?? '';
    assert.ok(!text.includes(canaryKey));
    return JSON.parse(text) as Document;
  };

  it('shows a turn of the list: what was sent, the steps, the events with their times, the tokens', async () => {
    await product.session.runCommand('Gemini: Show Interaction');
    await listed('And a functor?').waitFor();
    await product.page.keyboard.type('functor');
    await product.page.keyboard.press('Enter');

    const document = await shown('And-a-functor.json');
    assert.equal(document.note, 'These requests were sent as they stand here.');
    assert.deepEqual(document.requests[0]?.body, lastBody());
    assert.match(document.requests[0]?.body.previous_interaction_id ?? '', /^v1_/);
    assert.equal(document.interaction.status, 'completed');
    assert.deepEqual(new Set(document.steps.map(({ type }) => type)), new Set(['thought', 'model_output']));
    assert.equal(document.events.at(-1)?.event_type, 'interaction.completed');
    assert.ok(document.events.every(({ ms }, at) => ms >= (document.events[at - 1]?.ms ?? 0)));
    assert.ok(document.usage.total_tokens > 0);
  });

  it('saves the document in front as a HAR file, without the key', async () => {
    await inMenuOfAnswer('Show Interaction');
    await shown('And-a-functor.json');
    const file = join(product.session.workspace, 'functor.har');
    await product.session.runCommand('Gemini: Save as HAR…');
    await product.page.locator('.quick-input-title').getByText('Save as HAR', { exact: true }).waitFor();
    const input = product.quickInput.locator('input.input');
    // It fills itself once it has read the folder.
    await product.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await until('the folder in the dialog', async () => (await input.inputValue()).includes('/'));
    await input.fill(file);
    await until('the typed path', async () => (await input.inputValue()) === file);
    await product.page.keyboard.press('Enter');
    await product.notification('Saved without your key.').waitFor();

    const text = await readFile(file, 'utf8');
    assert.ok(!text.includes(canaryKey));
    const { log } = JSON.parse(text);
    assert.deepEqual(JSON.parse(log.entries[0].request.postData.text), lastBody());
    assert.match(log.entries[0].response.content.text, /^event: interaction\.created\ndata: /);
  });

  it('copies the turn as code from the menu of its answer', async () => {
    const { vscode } = product.session;
    await vscode.setClipboard('before');
    await inMenuOfAnswer('Copy Turn as Code…');
    await listed('Python').waitFor();
    await product.page.keyboard.type('curl');
    await product.page.keyboard.press('Enter');

    await until('the code', async () => (await vscode.readClipboard()) !== 'before');
    const code = await vscode.readClipboard();
    assert.ok(code.includes(`${product.server.url}/v1/interactions`));
    assert.ok(code.includes('"text": "And a functor?"'));
    assert.ok(code.includes(lastBody().previous_interaction_id ?? 'none'));
    assert.match(code, /x-goog-api-key: \$GEMINI_API_KEY/);
    await product.notification('Copied as curl').waitFor();
  });

  it('compares two turns in VS Code’s own comparison', async () => {
    await inMenuOfAnswer('Diff Two Interactions…');
    await listed('What is a monad?').click();

    const tab = await until('the comparison', async () =>
      (await product.session.vscode.tabs()).find(({ kind }) => kind === 'diff'),
    );
    assert.equal(tab.label, 'And-a-functor ↔ What-is-a-monad');
    const [left, right] = await Promise.all(
      [tab.originalUri, tab.uri].map(async (uri) => product.session.vscode.documentText(uri ?? '')),
    );
    assert.match(left ?? '', /"previous_interaction_id": "id 1"/);
    assert.doesNotMatch(right ?? '', /previous_interaction_id/);
  });

  it('sends a request with changes, shows the answer beside it, and compares it with the first', async () => {
    const sent = product.createRequests.length;
    const before = lastBody();
    await inMenuOfAnswer('Replay with Changes…');
    const changed = await until('the request', async () => {
      const editor = await active();
      return editor?.uri.endsWith('And-a-functor.gemini-request.json') && editor.text !== '' ? editor : undefined;
    });
    assert.equal(product.createRequests.length, sent);
    const { vscode } = product.session;
    await vscode.replaceText(changed.uri, '{\n  "model": 7,\n  "input": "What is a comonad?",\n  "store": false\n}\n');
    await until('a problem that the schema finds', async () =>
      (await vscode.problems()).find(({ uri }) => uri === changed.uri),
    );

    await titleButton('Send Request (Billed by Google)').click();
    await product.notification('The request names no model.').waitFor();
    assert.equal(product.createRequests.length, sent);

    await vscode.replaceText(changed.uri, changed.text.replace('And a functor?', 'What is a comonad?'));
    await titleButton('Send Request (Billed by Google)').click();
    await product.notification('The answer is shown beside your request.').waitFor();
    assert.equal(product.createRequests.length, sent + 1);
    assert.deepEqual(lastBody(), {
      ...before,
      input: [{ type: 'user_input', content: [{ type: 'text', text: 'What is a comonad?' }] }],
    });
    const document = await shown('And-a-functor.json');
    assert.deepEqual(document.requests[0]?.body, lastBody());

    await product
      .notification('The answer is shown beside')
      .getByRole('button', { name: 'Compare with Original' })
      .click();
    await until('the comparison', async () =>
      (await vscode.tabs()).find(({ kind, label }) => kind === 'diff' && label === 'And-a-functor ↔ And-a-functor'),
    );
  });

  it('makes the request again for a turn of an earlier window, and says so', async () => {
    await product.session.reload();
    await product.setKeyAfterReload();
    await product.focusComposer();
    await product.lastAnswer.waitFor();
    await inMenuOfAnswer('Show Interaction');

    const document = await shown('And-a-functor.json');
    assert.match(document.note, /^This request was made again/);
    assert.match(document.requests[0]?.body.previous_interaction_id ?? '', /^v1_/);
    assert.deepEqual(document.events, []);
    assert.ok(document.steps.length > 0);
  });
});
