import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { CanaryServer } from '../panel/canaryServer';
import { keepPicturesOfFailures } from './failures';
import { filesWith } from './filesWith';
import { Product } from './product';
import { variablesOfOthers } from './variablesOfOthers';

/** Words that nothing but the request to the service may carry. */
const key = 'AIzaCANARYkey00000000000000000000000000';
const asked = 'canaryquestion';
const answered = 'canaryanswer';

describe('a chat among settings and variables that want the key elsewhere', () => {
  let canary: CanaryServer;
  let product: Product;
  before(async () => {
    canary = await CanaryServer.start();
    const workspaceSettings = { 'geminiInteractions.baseUrl': canary.address, 'http.proxy': '' };
    product = await Product.open(
      {},
      {
        // As an installed extension, which does not look at the variables of `npm start`.
        extension: 'linked',
        env: variablesOfOthers(canary.address),
        workspaceFiles: { '.vscode/settings.json': JSON.stringify(workspaceSettings) },
      },
    );
  });
  after(async () => {
    await product?.close();
    await canary?.stop();
  });
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.server.release());

  it('asks the address of the user’s own settings, with the key for it, and nobody else', async () => {
    const { vscode, userDataDir, kind } = product.session;
    const machine = { 'geminiInteractions.baseUrl': canary.address, 'editor.tabSize': 7 };
    await mkdir(join(userDataDir, 'Machine'), { recursive: true });
    await writeFile(join(userDataDir, 'Machine', 'settings.json'), JSON.stringify(machine));
    // Only a remote has settings of its machine; the tab size tells when they are in force.
    const hasMachine = kind === 'server';
    if (hasMachine) await until('the settings of the machine', async () => (await tabSize(product)) === 7);
    assert.equal(await vscode.isTrusted(), true);

    await product.setKey(key);
    await product.ask(`What is a ${asked}?`);
    await product.firstWords.waitFor();
    await product.answered();

    assert.equal(canary.connections, 0);
    assert.equal(product.createRequests.length, 1);
    for (const { headers, path } of product.server.requests) {
      assert.equal(headers['x-goog-api-key'], key);
      assert.equal(headers['x-goog-user-project'], undefined);
      assert.match(path, /^\/v1\/(models|interactions)/);
    }
  });

  it('shows the whole of a link in ASCII and opens nothing unless told to', async () => {
    const url = `https://gооgle.example/${'path/'.repeat(60)}?carried=${encodeURIComponent('a b&c')}`;
    const annotation = { type: 'url_citation' as const, url, title: 'The source', start_index: 0, end_index: 5 };
    product.server.answerNext({
      steps: [{ type: 'model_output', content: [{ type: 'text', text: answered, annotations: [annotation] }] }],
    });
    await product.ask('Where is that from?');
    await product.answered();

    await product.lastAnswer.getByRole('link', { name: 'The source' }).click();
    await product.dialog.getByText('Open this xn--ggle-55da.example page').waitFor();
    const shown = (await product.dialog.textContent()) ?? '';
    assert.ok(shown.includes(new URL(url).href), shown);
    await product.button('Copy Address').click();

    await until('the address', async () => (await product.session.vscode.readClipboard()) === new URL(url).href);
    assert.equal(product.page.context().pages().length, 1);
  });

  it('goes through a failure that quotes the key, a refactoring and research', async () => {
    const message = `API key not valid: ${key}. You asked: ${asked}`;
    product.server.answerNext({ status: 400, body: { error: { code: 'invalid_request', message } } });
    await product.ask(`Again, what is a ${asked}?`);
    await product.lastAnswer.getByRole('alert').waitFor();

    const file = join(product.session.workspace, 'src', 'watering.ts');
    await product.session.vscode.openFile(file, {
      anchor: { line: 0, character: 0 },
      active: { line: 5, character: 0 },
    });
    await product.session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', asked);
    await product.page.getByRole('button', { name: /^Accept All Changes/ }).waitFor();
    await product.page.getByRole('button', { name: /^Reject All Changes/ }).click();
    await product.page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });

    await product.session.runCommand('Gemini: Start Deep Research…');
    await product.enter('Deep Research', asked);
    await product.enter('How should it be researched?', 'Deep Research at once');
    await product.button('Start Research').click();
    const preview = product.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await preview.getByRole('heading', { name: 'Sources' }).waitFor();
    await product.closeEditors();
  });

  it('writes a problem report without questions, answers and keys, and sends it nowhere', async () => {
    const requests = product.server.requests.length;
    await product.session.runCommand('Gemini: Report a Problem…');

    const editor = await until('the report', async () => {
      const active = await product.session.vscode.activeEditor();
      return active?.uri.startsWith('untitled:') ? active : undefined;
    });
    assert.equal(editor.languageId, 'markdown');
    assert.match(editor.text, /Interactions for Gemini \d+\.\d+\.\d+/);
    assert.match(editor.text, new RegExp(`Base URL: ${product.server.url}`));
    assert.match(editor.text, /API key: saved/);
    assert.match(editor.text, /turn\.ended .*status=done/);
    assert.match(editor.text, /turn\.failed .*reason=\w+/);
    assert.match(editor.text, /research\.changed .*state=done/);
    assert.doesNotMatch(editor.text, /canary/i);
    assert.ok(!editor.text.includes(product.session.workspace));

    await product.notification('Nothing was sent').getByRole('button', { name: 'Copy' }).click();
    await until('the copy', async () => (await product.session.vscode.readClipboard()) === editor.text);
    assert.equal(product.server.requests.length, requests);
  });

  it('opens the issue page with the report in it, after a yes', async () => {
    await product.closeEditors();
    await product.session.vscode.executeCommand('notifications.clearAll');
    await product.session.runCommand('Gemini: Report a Problem…');
    const told = product.notification('Nothing was sent');
    await told.waitFor();
    await product.page.keyboard.press('Control+Home');
    await product.page.keyboard.type('A & B are #1. ');
    await told.getByRole('button', { name: 'Open Issue Page' }).click();

    // VS Code asks before it opens a page, and shows the address.
    const page = product.dialog.getByText(/github\.com\/open-interactions\/gemini-interactions\/issues\/new/);
    await page.first().waitFor();
    await product.dialog.getByRole('button', { name: 'Cancel' }).click();
    await product.dialog.waitFor({ state: 'detached' });
  });

  it('has the key nowhere but in the header of its requests', async () => {
    assert.deepEqual(await filesWith(key, product.session.userDataDir), []);
    // The search does find what is kept on disk: the question is.
    assert.notEqual((await filesWith(asked, product.session.storageDir)).length, 0);
    const logs = await filesWith(asked, join(product.session.userDataDir, 'logs'));
    assert.deepEqual(logs, []);

    const panel = await product.panel.locator('html').evaluate((page) => page.outerHTML);
    assert.ok(panel.includes(asked));
    assert.ok(!panel.includes(key));
    assert.ok(!(await product.page.content()).includes(key));
    assert.ok(!product.session.output().includes(key));

    for (const { headers, path, body } of product.server.requests) {
      const { 'x-goog-api-key': sent, ...others } = headers;
      assert.equal(sent, key);
      assert.ok(!JSON.stringify([path, others, body]).includes(key));
    }
    assert.equal(canary.connections, 0);
  });

  it('listens on no port', async () => {
    const open = await product.session.vscode.activeResources();
    assert.equal(open.filter((kind) => kind === 'TCPServerWrap').length, 0, open.join());
  });
});

async function tabSize(product: Product): Promise<unknown> {
  return product.session.vscode.getConfiguration('editor.tabSize');
}
