import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { until } from '../launch/until';
import { askForCode, basket, codeFiles, pressCodeButton } from './codeAnswer';
import { keepPicturesOfFailures } from './failures';
import { factAfter, sendAsPanel } from './panelMessages';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

describe('code blocks of answers in VS Code', () => {
  let product: Product;
  let file: string;
  let turnId: string;
  before(async () => {
    product = await shareProduct({}, codeFiles);
    file = join(product.session.workspace, 'src/basket.ts');
    turnId = await askForCode(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await product.closeEditors();
    await product.session.vscode.replaceText(file, basket);
    await product.session.vscode.saveFile(file);
  });

  const press = (block: number, name: string) => pressCodeButton(product, block, name);
  const textOf = (path: string) => product.session.vscode.documentText(path);
  const choose = (name: string) => product.page.locator('.quick-input-list').getByText(name).first().click();
  const acceptButton = () => product.page.getByRole('button', { name: /^Accept All Changes/ });

  it('copies the code without its last line break', async () => {
    await product.session.vscode.setClipboard('before');

    await press(3, 'Copy Code');

    await until('the code in the clipboard', async () => (await product.session.vscode.readClipboard()) !== 'before');
    assert.equal(await product.session.vscode.readClipboard(), 'one();\ntwo();');
  });

  it('copies and opens from the context menu of an answer', async () => {
    const chooseAt = async (place: Locator, name: string) => {
      await place.click({ button: 'right' });
      await product.chooseInMenu(product.menu.getByRole('menuitem', { name, exact: true }));
    };
    const copied = async (place: Locator, name: string) => {
      await product.session.vscode.setClipboard('before');
      await chooseAt(place, name);
      await until(`${name} in the clipboard`, async () => (await product.session.vscode.readClipboard()) !== 'before');
      return product.session.vscode.readClipboard();
    };
    const code = product.lastAnswer.locator('.code-block pre').nth(3);
    await code.scrollIntoViewIfNeeded();

    assert.equal(await copied(code, 'Copy Code'), 'one();\ntwo();');
    assert.match(await copied(code, 'Copy Answer'), /^Change \*\*src\/basket\.ts\*\*:/);
    assert.match(await copied(code, 'Copy as Markdown'), /^Change \*\*src\/basket\.ts\*\*:/);
    await chooseAt(code, 'Open as Text');
    await product.page.locator('.tab.active').getByText('Answer').waitFor();
  });

  it('inserts at the cursor of the last editor although the chat has the focus; one undo takes it out', async () => {
    const cursor = { line: 1, character: 0 };
    await product.session.vscode.openFile(join(product.session.workspace, 'notes.txt'), {
      anchor: cursor,
      active: cursor,
    });
    await product.composer.click();
    await press(3, 'Insert at Cursor');

    const notes = join(product.session.workspace, 'notes.txt');
    await until('the code in the file', async () => (await textOf(notes)) === 'a\none();\ntwo();b\n');
    const editor = await product.session.vscode.activeEditor();
    assert.deepEqual(editor?.selection.active, { line: 2, character: 6 });

    // The keyboard follows a moment later.
    await product.page.locator('.monaco-editor.focused').waitFor();
    await product.page.keyboard.press('Control+z');
    await until('the undo', async () => (await textOf(notes)) === 'a\nb\n');
  });

  it('says what to do where nothing can be inserted', async () => {
    await press(3, 'Insert at Cursor');

    await product.notification('Open a file and place the cursor where the code should go.').waitFor();
    await product.clearNotifications();
  });

  it('applies to the file that the answer names, at what the code states again, after Accept and not before', async () => {
    await press(0, 'Apply…');
    await acceptButton().waitFor();
    assert.equal(await textOf(file), basket);

    await acceptButton().click();

    const applied = await until('the change', async () => {
      const text = await textOf(file);
      return text !== basket && text;
    });
    assert.equal(
      applied,
      `export class Basket {
  total(prices: readonly number[]): number {
    return prices.reduce((sum, price) => sum + price, 0);
  }
}
`,
    );
    assert.equal(await readFile(file, 'utf8'), basket, 'it is not saved either');
  });

  it('creates a file at the name that the answer gives only after a yes, and never over another', async () => {
    const created = join(product.session.workspace, 'data/new.json');
    await press(1, 'New File');
    await product.dialog.getByText('Create data/new.json?').waitFor();
    assert.equal(existsSync(created), false);
    await product.dialog.getByRole('button', { name: 'Create File' }).click();
    await until('the file', () => existsSync(created));
    assert.equal(await readFile(created, 'utf8'), '{ "a": 1 }\n');
    // It is opened, and takes the focus with it.
    await until('the file in the editor', async () => {
      return (await product.session.vscode.activeEditor())?.uri.endsWith('/data/new.json');
    });

    await writeFile(created, '{ "mine": true }\n');
    await press(1, 'New File');
    await product.dialog.getByText('data/new.json already exists.').waitFor();
    await product.dialog.getByRole('button', { name: 'Open as Untitled' }).click();

    const editor = await until('an untitled file', async () => {
      const active = await product.session.vscode.activeEditor();
      return active?.uri.startsWith('untitled:') && active;
    });
    assert.deepEqual([editor.languageId, editor.text], ['json', '{ "a": 1 }\n']);
    assert.equal(await readFile(created, 'utf8'), '{ "mine": true }\n');
    await product.session.vscode.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('gives code without a name, or for elsewhere, an untitled file in its language', async () => {
    for (const block of [3, 4]) {
      await press(block, 'New File');
      const editor = await until('an untitled file', async () => {
        const active = await product.session.vscode.activeEditor();
        return active?.uri.startsWith('untitled:') && active;
      });
      assert.equal(editor.languageId, 'javascript');
      // Else the next one would be taken for this one.
      await product.closeEditors();
      await until('it to be gone', async () => (await product.session.vscode.activeEditor()) === undefined);
    }
  });

  it('puts a command at the prompt and runs nothing', async () => {
    await product.session.vscode.executeCommand('workbench.action.terminal.killAll');
    await press(2, 'Run in Terminal');
    await choose('All 2 commands in sequence');
    const terminal = product.page.locator('.terminal-wrapper.active');
    await terminal.waitFor();
    const ran = join(product.session.workspace, 'ran-by-itself');
    // Typed behind it, this runs and shows that the shell has read all before; what comes first is only a word to it.
    // Typed before its shell reads, a new terminal shows it twice.
    await until('the command at the prompt, once', async () => {
      return (await terminalText(product)).split('ran-by-itself-too').length - 1 === 1;
    });
    assert.equal(existsSync(ran), false);

    // The keyboard comes to the terminal a moment later than the command.
    await terminal.locator('.xterm.focus').waitFor();
    await product.page.keyboard.press('Enter');
    await until('what the user ran', () => existsSync(`${ran}-too`));
  });

  it('links the files of the workspace that an answer names, and opens them at the line', async () => {
    const paths = ['src/basket.ts:2', 'basket.ts', 'src/gone.ts', '../outside.ts', '/etc/hostname', 'notes.txt#L2'];
    const found = await factAfter(product, { type: 'findPaths', turnId, paths }, 'pathsFound');
    assert.deepEqual(found.paths, ['src/basket.ts:2', 'basket.ts', 'notes.txt#L2']);

    await product.panel.getByRole('link', { name: 'src/basket.ts:2' }).press('Enter');
    await until('the file at its line', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.uri.endsWith('src/basket.ts') && editor.selection.active.line === 1;
    });
    await sendAsPanel(product, { type: 'openPath', path: 'src/gone.ts' });
    await product.notification('src/gone.ts no longer exists in this workspace').waitFor();
    await product.clearNotifications();
  });

  it('goes to the declaration of a name', async () => {
    await product.session.vscode.openFile(file);
    await until('the language server', async () => {
      const symbols = await product.session.vscode.executeCommand('vscode.executeWorkspaceSymbolProvider', 'Basket');
      return Array.isArray(symbols) && symbols.length > 0;
    });
    // It answers only while a file of its language is open.
    await product.session.vscode.openFile(join(product.session.workspace, 'src/priceList.ts'));

    await sendAsPanel(product, { type: 'openSymbol', name: 'Basket.total()' });

    await until('the declaration', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.uri.endsWith('src/basket.ts') && editor.selection.active.line === 1;
    });
  });

  it('tells the panel the colours of the theme, and again when the theme changes', async () => {
    const colors = async () => (await factAfter(product, { type: 'ready' }, 'snapshot')).state.window.tokenColors;
    const before = await until('the colours', colors);
    assert.match(before.keyword ?? '', /^#[\da-f]{6}$/);
    assert.match(before.comment ?? '', /^#[\da-f]{6}$/);

    await product.session.vscode.updateConfiguration('editor.tokenColorCustomizations', { comments: '#123456' });
    await until('the own colour', async () => (await colors())?.comment === '#123456');
    await product.session.vscode.updateConfiguration('workbench.colorTheme', 'Monokai');
    await until('the other theme', async () => (await colors())?.keyword === '#f92672');
    assert.equal((await colors())?.comment, '#123456');
  });
});

/** What the terminal shows, which it draws as a picture: a copy of all of it. */
async function terminalText(product: Product): Promise<string> {
  await product.session.vscode.executeCommand('workbench.action.terminal.selectAll');
  await product.session.vscode.executeCommand('workbench.action.terminal.copySelection');
  return product.session.vscode.readClipboard();
}
