import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { ReviewHands, twoVars } from './reviewHands';
import { shareProduct } from './sharedProduct';

const proposed = twoVars.replaceAll('var', 'const');
const line = (start: number, end: number) => ({
  anchor: { line: start, character: 0 },
  active: { line: end, character: 0 },
});

describe('accepting into a file that is not as it was', () => {
  let product: Product;
  let hands: ReviewHands;
  before(async () => {
    product = await shareProduct({}, { 'two.ts': twoVars });
    hands = new ReviewHands(product);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => hands.tidy());

  /** A file of its own for each test. */
  async function fresh(name: string, content: string | Uint8Array = twoVars): Promise<void> {
    await writeFile(hands.path(name), content);
  }
  const replace = (name: string, text: string) => product.session.vscode.replaceText(hands.path(name), text);
  const bytesOf = (name: string) => readFile(hands.path(name));
  const savedAs = (name: string, bytes: Buffer) =>
    until(`${name} on the disk`, async () => (await bytesOf(name)).equals(bytes));

  it('finds the code where it has gone, and leaves alone what was typed', async () => {
    await fresh('typed.ts');
    await hands.review('typed.ts');
    const typed = (text: string) => `// typed above\n\n${text.replace('between = true', 'between = false')}`;
    await replace('typed.ts', typed(twoVars));

    await hands.acceptAll.click();

    await hands.fileIs('typed.ts', typed(proposed));
    await product.page.locator('.monaco-editor.focused').waitFor();
    await product.page.keyboard.press('Control+z');
    await hands.fileIs('typed.ts', typed(twoVars));
    await product.page.keyboard.press('Control+z');
    await hands.fileIs('typed.ts', twoVars);
  });

  it('refuses lines that were changed, writes the others, and offers the rest to copy', async () => {
    await fresh('changed.ts');
    await hands.review('changed.ts');
    const typed = twoVars.replace('var second = 2;', 'var second = 2 + tax;');
    await replace('changed.ts', typed);

    await hands.acceptAll.click();

    await hands.fileIs('changed.ts', typed.replace('var first', 'const first'));
    await product.notification('Applied 1 of 2 changes to changed.ts. One change wasn’t applied').waitFor();
    await until(
      'the other change alone',
      async () => (await hands.side('base')).text === twoVars.replace('var first', 'const first'),
    );
    await product.session.vscode.setClipboard('before');
    await hands.acceptAll.click();
    const refused = product.notification('The code in changed.ts has changed, so the proposal wasn’t applied');
    await refused.getByRole('button', { name: 'Copy Proposal' }).click();
    await until(
      'the proposal to copy',
      async () => (await product.session.vscode.readClipboard()) === '  const second = 2;\n',
    );
    assert.ok(await hands.tab(), 'what could not be written is still under review');
  });

  it('does not take a part of a line for the line', async () => {
    await fresh('part.ts', 'var x = 1;\nvar y = 2;\n');
    await hands.review('part.ts', 'Use const and let', line(0, 1));
    await replace('part.ts', 'max = 1;\nvar y = 2;\n');

    await hands.acceptAll.click();

    await product.notification('The code in part.ts has changed, so the proposal wasn’t applied').waitFor();
    await hands.fileIs('part.ts', 'max = 1;\nvar y = 2;\n');
  });

  it('brings a change back to the comparison when its accept is undone, and takes it out again when that is', async () => {
    await fresh('undone.ts');
    await hands.review('undone.ts');
    await hands.clickLine(2);
    await product.page.keyboard.press('Control+Alt+y');
    const firstOnly = twoVars.replace('var first', 'const first');
    const baseIs = (text: string) => until('the other side', async () => (await hands.side('base')).text === text);
    await baseIs(firstOnly);

    await product.session.vscode.executeCommand('workbench.action.splitEditor');
    await product.session.vscode.openFile(hands.path('undone.ts'));
    await product.page.locator('.monaco-editor.focused').waitFor();
    await product.page.keyboard.press('Control+z');
    await hands.fileIs('undone.ts', twoVars);
    await baseIs(twoVars);

    await product.page.keyboard.press('Control+Shift+z');
    await hands.fileIs('undone.ts', firstOnly);
    await baseIs(firstOnly);
  });

  it('follows a file that was renamed', async () => {
    await fresh('before.ts');
    await hands.review('before.ts');
    await product.session.vscode.renameFile(hands.path('before.ts'), hands.path('after.ts'));

    await hands.acceptAll.click();

    await hands.fileIs('after.ts', proposed);
    await product.notification('Applied 2 of 2 changes to after.ts.').waitFor();
  });

  it('refuses a file that was deleted, shows no editor for it, and offers the proposal to copy', async () => {
    await fresh('deleted.ts');
    await hands.review('deleted.ts');
    await rm(hands.path('deleted.ts'));

    await hands.acceptAll.click();

    const refused = product.notification('deleted.ts no longer exists');
    await refused.getByRole('button', { name: 'Copy Proposal' }).click();
    await until('the proposal to copy', async () => (await product.session.vscode.readClipboard()) === proposed);
    await assert.rejects(bytesOf('deleted.ts'));
    assert.ok(await hands.tab());
  });

  it('refuses an untitled document that was closed, and opens no other one', async () => {
    const { vscode } = product.session;
    await vscode.executeCommand('workbench.action.files.newUntitledFile', { languageId: 'typescript' });
    await until('the empty document', async () => (await vscode.activeEditor())?.uri.startsWith('untitled:'));
    const untitled = (await vscode.activeEditor())?.uri ?? '';
    await vscode.replaceText(untitled, 'var first = 1;\n');
    await vscode.select(line(0, 1));
    await product.session.runCommand('Gemini: Refactor…');
    await product.enter('Refactor with Gemini', 'Use const and let');
    await hands.ready();
    await vscode.replaceText(untitled, '');
    await product.page
      .getByRole('tab', { name: /^Untitled-1|^●.*Untitled-1/ })
      .first()
      .click();
    await vscode.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the tab to close', async () => !(await vscode.tabs()).some(({ uri }) => uri === untitled));
    await hands.focused('proposal');
    const before = (await vscode.tabs()).map(({ uri }) => uri);

    await hands.acceptAll.click();

    await product.notification('Untitled-1 no longer exists').waitFor();
    assert.deepEqual(
      (await vscode.tabs()).map(({ uri }) => uri),
      before,
    );
  });

  it('keeps line breaks, byte order mark and the missing last line break', async () => {
    const original = `\uFEFF${twoVars.replaceAll('\n', '\r\n').replace(/\r\n$/, '')}`;
    await fresh('windows.ts', original);
    await hands.review('windows.ts');
    await hands.acceptAll.click();
    await hands.closed();
    await hands.fileIs('windows.ts', original.replaceAll('var', 'const').slice(1));
    await product.session.vscode.saveFile(hands.path('windows.ts'));

    await savedAs('windows.ts', Buffer.from(original.replaceAll('var', 'const')));
  });

  it('keeps the encoding, and shows the proposal in it', async () => {
    await product.session.vscode.updateConfiguration('files.encoding', 'windows1252');
    const latin = (text: string) => Buffer.from(text, 'latin1');
    const original = '// Größe\nvar first = 1;\n';
    await fresh('latin.ts', latin(original));
    await hands.review('latin.ts', 'Use const and let', line(0, 2));
    assert.match(await hands.proposal(), /Größe/);
    await hands.acceptAll.click();
    await hands.closed();
    await product.session.vscode.saveFile(hands.path('latin.ts'));
    await product.session.vscode.updateConfiguration('files.encoding', undefined);

    await savedAs('latin.ts', latin(original.replace('var', 'const')));
  });

  it('keeps UTF-16, in which VS Code itself finds the file', async () => {
    await product.session.vscode.updateConfiguration('files.encoding', 'utf16le');
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
    const original = '// Größe 🌱\nvar first = 1;\n';
    await fresh('wide.ts', utf16(original));
    await hands.review('wide.ts', 'Use const and let', line(0, 2));
    assert.match(await hands.proposal(), /Größe 🌱/);
    await hands.acceptAll.click();
    await hands.closed();
    await product.session.vscode.saveFile(hands.path('wide.ts'));
    await product.session.vscode.updateConfiguration('files.encoding', undefined);

    await savedAs('wide.ts', utf16(original.replace('var', 'const')));
  });

  it('leaves the bytes of mixed line breaks outside of the change as they are in VS Code', async () => {
    const original = 'const a = 1;\r\nvar first = 1;\r\nconst b = 2;\r\n';
    await fresh('mixed.ts', original.replace('2;\r\n', '2;\n'));
    await hands.review('mixed.ts', 'Use const and let', line(1, 2));
    await hands.rejectAll.click();
    await hands.closed();

    assert.equal((await bytesOf('mixed.ts')).toString(), original.replace('2;\r\n', '2;\n'));
  });

  it('lets format on save come after the accept, as a step of its own', async () => {
    await product.session.vscode.updateConfiguration('editor.formatOnSave', true);
    const original = 'export   const a = 1;\nvar   b = 2;\n';
    await fresh('format.ts', original);
    await hands.review('format.ts', 'Use const and let', line(1, 2));
    await hands.acceptAll.click();
    const accepted = original.replace('var', 'const');
    await hands.fileIs('format.ts', accepted);
    await hands.closed();
    await product.session.vscode.saveFile(hands.path('format.ts'));
    await hands.fileIs('format.ts', 'export const a = 1;\nconst b = 2;\n');

    await product.page.locator('.monaco-editor.focused').waitFor();
    await product.page.keyboard.press('Control+z');
    await hands.fileIs('format.ts', accepted);
    await product.page.keyboard.press('Control+z');
    await hands.fileIs('format.ts', original);
    await product.session.vscode.updateConfiguration('editor.formatOnSave', undefined);
  });
});
