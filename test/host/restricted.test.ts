import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { askForCode, codeFiles, pressCodeButton } from './codeAnswer';
import { keepPicturesOfFailures } from './failures';
import { factAfter, sendAsPanel } from './panelMessages';
import { Product } from './product';

describe('a folder that is not trusted', () => {
  const planted = 'PLANTED-INSTRUCTION';
  let product: Product;
  let turnId: string;
  before(async () => {
    const names = ['GEMINI.md', 'AGENTS.md', 'CLAUDE.md', '.cursorrules', '.github/copilot-instructions.md'];
    const mcp = { servers: { planted: { command: 'touch', args: ['planted'] } } };
    product = await Product.openWithKey(
      {},
      {
        workspaceTrust: 'restricted',
        workspaceFiles: {
          ...Object.fromEntries(names.map((name) => [name, planted])),
          '.vscode/mcp.json': JSON.stringify(mcp),
          '.gemini/settings.json': JSON.stringify({ mcpServers: mcp.servers, planted }),
          '.vscode/settings.json': JSON.stringify({
            'geminiInteractions.model': planted,
            'geminiInteractions.privacy.exclude': ['**'],
          }),
          '.geminiignore': '*\n',
          ...codeFiles,
          'code.ts': 'function first() {\n  return 1;\n}\n',
        },
      },
    );
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  it('can be chatted in; nothing in it is read or sets anything', async () => {
    assert.equal(await product.session.vscode.isTrusted(), false);
    await product.ask('What do you know about this folder?');
    await product.firstWords.waitFor();
    await product.answered();

    await product.panel.getByText('Restricted Mode').waitFor();
    const [request] = product.createRequests;
    assert.match(JSON.stringify(request?.body), /"model":"gemini-3\.8-flash"/);
    assert.doesNotMatch(JSON.stringify(request?.body), new RegExp(planted));
    assert.deepEqual(
      await readdir(product.session.workspace).then((all) => all.filter((name) => name === 'planted')),
      [],
    );
  });

  it('lets no code of an answer be applied, saved or run, and says why', async () => {
    turnId = await askForCode(product);
    for (const name of ['Apply…', 'New File', 'Run in Terminal']) {
      await pressCodeButton(product, 2, name);
      await product.notification('code from answers is not applied, saved or run here').waitFor();
      await product.clearNotifications();
    }
    assert.deepEqual(await product.session.vscode.tabs(), []);
    assert.equal(await product.page.locator('.terminal-wrapper').count(), 0);
  });

  it('lets no answer lead into it', async () => {
    const paths = ['src/basket.ts', 'notes.txt'];
    const found = await factAfter(product, { type: 'findPaths', turnId, paths }, 'pathsFound');
    assert.deepEqual(found.paths, []);

    await sendAsPanel(product, { type: 'openPath', path: 'notes.txt' });
    // VS Code pops up only so many in a second. All of them are in its list.
    await product.session.runCommand('Notifications: Show Notifications');
    await product.page.locator('.notifications-center').getByText('answers cannot lead into this folder').waitFor();
    assert.deepEqual(await product.session.vscode.tabs(), []);
    await product.clearNotifications();
  });

  it('lets code of an answer be copied', async () => {
    await product.session.vscode.setClipboard('before');
    await pressCodeButton(product, 3, 'Copy Code');
    await until('the code in the clipboard', async () => (await product.session.vscode.readClipboard()) !== 'before');
    assert.equal(await product.session.vscode.readClipboard(), 'one();\ntwo();');
  });

  it('has code explained only when it is selected', async () => {
    const file = join(product.session.workspace, 'code.ts');
    const cursor = { line: 1, character: 3 };
    const asked = product.createRequests.length;
    await product.session.vscode.openFile(file, { anchor: cursor, active: cursor });
    await product.session.runCommand('Gemini: Explain');
    await product
      .notification('Select the code first. In a folder that is not trusted, only what is selected is read.')
      .waitFor();
    assert.equal(product.createRequests.length, asked);

    await product.session.vscode.openFile(file, { anchor: { line: 0, character: 0 }, active: cursor });
    await product.session.runCommand('Gemini: Explain');
    await product.panel.getByRole('button', { name: /^Open code\.ts:1-2/ }).waitFor();
    await product.answered();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /function first/);
  });

  it('lets no data be extracted, and says why', async () => {
    const asked = product.createRequests.length;
    await product.session.vscode.executeCommand('geminiInteractions.extractJson');
    await product.notification('Trust this folder first to extract data from its files.').waitFor();
    assert.equal(product.createRequests.length, asked);
  });

  it('lets no store be made of its files, and says why', async () => {
    const rows = product.quickInput.locator('.monaco-list-row');
    await product.session.runCommand('Gemini: Manage Google Files…');
    await rows.filter({ hasText: 'File Search Stores…' }).click();
    await rows.filter({ hasText: 'Create a Store from a Folder…' }).click();
    await product.notification('Trust this folder first to make a store of its files.').waitFor();
    assert.equal(product.server.stores.all.size, 0);
    await product.clearNotifications();
  });

  it('lets no code be changed, and offers only the chat', async () => {
    const file = join(product.session.workspace, 'code.ts');
    const asked = product.createRequests.length;
    await product.session.vscode.openFile(file, {
      anchor: { line: 0, character: 0 },
      active: { line: 2, character: 1 },
    });
    await product.page.locator('.monaco-editor .view-line').first().click({ button: 'right' });
    const menu = product.page.locator('.context-view .monaco-menu');
    await menu.getByRole('menuitem', { name: 'Gemini', exact: true }).hover();
    await menu.locator('.monaco-submenu').getByRole('menuitem', { name: 'Explain', exact: true }).waitFor();
    const labels = await menu.locator('.monaco-submenu .action-label').allInnerTexts();
    assert.deepEqual(
      labels.filter((label) => label !== ''),
      ['Explain', 'Review', 'Add Selection to Chat', 'Add File to Chat'],
    );
    await product.page.keyboard.press('Escape');
    await product.page.keyboard.press('Escape');

    await product.session.vscode.executeCommand('geminiInteractions.document');
    await product.notification('Gemini can’t change code in an untrusted folder.').waitFor();
    assert.equal(product.createRequests.length, asked);
  });
});
