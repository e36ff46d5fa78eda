import assert from 'node:assert/strict';
import { join } from 'node:path';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

describe('the composer and the page of an empty chat in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await Product.openWithKey();
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  it('begins with what it can be asked, and with the chats used last', async () => {
    await product.focusComposer();
    await product.ask('What is my name?');
    await product.answered();
    await product.session.runCommand('Gemini: New Chat');
    await product.panel.getByRole('heading', { name: 'Ask Gemini about your code' }).waitFor();
    await product.panel.getByRole('button', { name: 'Explain this workspace’s README' }).waitFor();
    const recent = product.panel.getByRole('button', { name: /^What is my name\?/ });
    assert.match((await recent.first().textContent()) ?? '', /(now|ago)$/);

    await product.panel.getByRole('button', { name: 'What can I ask?' }).click();
    // In development VS Code has no page of the extension, and its walkthrough stands in.
    await product.page.locator('.getting-started-step, .extension-editor').first().waitFor();
    await product.closeEditors();

    await product.session.vscode.openFile(join(product.session.workspace, 'src', 'watering.ts'));
    const explain = product.panel.getByRole('button', { name: 'Explain watering.ts' });
    await explain.waitFor();
    await recent.first().click();
    await product.messages.nth(1).waitFor();
    await product.session.runCommand('Gemini: New Chat');

    await explain.click();
    await product.messages.nth(1).waitFor();
    await product.answered();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /src\/watering\.ts, lines 1-/);

    await product.session.runCommand('Gemini: New Chat');
    await product.panel.getByRole('button', { name: 'Find bugs in watering.ts' }).click();
    await product.messages.nth(1).waitFor();
    await product.answered();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /reviewFindings/);
    await product.closeEditors();
  });

  it('sends the file at hand once its chip was clicked, and what was chosen with @, also after a reload', async () => {
    await product.session.runCommand('Gemini: New Chat');
    await product.session.vscode.openFile(join(product.session.workspace, 'src', 'watering.ts'));
    const chip = product.panel.getByRole('button', { name: 'watering.ts, current file' });
    await chip.waitFor();
    await product.focusComposer();
    await product.ask('Without');
    await product.answered();
    assert.doesNotMatch(JSON.stringify(product.createRequests.at(-1)?.body), /watering/);

    await chip.click();
    await product.panel.getByRole('button', { name: 'watering.ts, current file', pressed: true }).waitFor();
    await product.focusComposer();
    await product.composer.pressSequentially('@');
    await product.quickInput.getByText('Add Context').waitFor();
    await product.page.keyboard.type('plants.json');
    await product.page.locator('.quick-input-list .focused').getByText('plants.json').waitFor();
    await product.page.keyboard.press('Enter');
    const added = product.panel.getByRole('listitem').filter({ hasText: 'plants.json' });
    await added.waitFor();
    await product.panel.locator('textarea:focus').waitFor();
    assert.equal(await product.composer.inputValue(), '');

    await product.session.reload();
    await product.setKeyAfterReload();
    await product.focusComposer();
    await added.waitFor();
    await product.ask('With');
    await product.answered();
    const body = JSON.stringify(product.createRequests.at(-1)?.body);
    assert.match(body, /src\/watering\.ts:/);
    assert.match(body, /plants\.json:/);
    await product.closeEditors();
  });

  it('is renamed and deleted from the menu of its view, and can be brought back', async () => {
    await product.session.runCommand('Gemini: Rename Chat…');
    await product.quickInput.locator('input').fill('About watering');
    await product.page.keyboard.press('Enter');
    await product.page.locator('.pane-header, .composite.title').getByText('About watering').first().waitFor();

    await product.session.runCommand('Gemini: Delete Chat');
    await product.messages.first().waitFor({ state: 'detached' });
    await product.button('Undo').click();
    await product.messages.nth(1).waitFor();
    await product.page.locator('.pane-header, .composite.title').getByText('About watering').first().waitFor();
  });
});
