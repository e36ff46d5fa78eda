import assert from 'node:assert/strict';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onePixel, pdf } from '../files';
import { until } from '../launch/until';
import { isRecord } from '../server/wire';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const attach = 'geminiInteractions.attach';
const image = { type: 'image', data: onePixel, mime_type: 'image/png' };

describe('files that go along with a question', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
    await writeFile(join(product.session.workspace, 'dot.png'), Buffer.from(onePixel, 'base64'));
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.newChat());

  const chips = () => product.panel.getByRole('list', { name: 'Attached to the next message' }).getByRole('listitem');
  const chip = (name: string) => chips().filter({ hasText: name });
  const uriOf = (name: string) => pathToFileURL(join(product.session.workspace, name)).href;
  const attachFile = (name: string) => product.session.vscode.executeCommand(attach, uriOf(name));

  /** What the last question had in it, without its words. */
  function sent(): readonly unknown[] {
    const body = product.createRequests.at(-1)?.body;
    const [step] = isRecord(body) && Array.isArray(body.input) ? body.input.slice(-1) : [];
    return isRecord(step) && Array.isArray(step.content) ? step.content.slice(0, -1) : [];
  }
  async function asked(question: string): Promise<void> {
    const before = product.createRequests.length;
    await product.ask(question);
    await until('the request', () => product.createRequests.length === before + 1);
    await product.answered();
  }
  async function putIn(name: string, bytes: Uint8Array | string): Promise<void> {
    await writeFile(join(product.session.workspace, name), bytes);
  }
  /** What is in the clipboard, or dragged, as the page gets it. */
  async function bring(event: 'paste' | 'drop', { base64 = '', name = '', uri = '' }): Promise<void> {
    await product.composer.evaluate(
      (input, { event, base64, name, uri }) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        if (uri === '') data.items.add(new File([bytes], name));
        else data.setData('application/vnd.code.uri-list', uri);
        const options = { bubbles: true, cancelable: true };
        const made =
          event === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, ...options })
            : new DragEvent('drop', { dataTransfer: data, ...options });
        input.dispatchEvent(made);
      },
      { event, base64, name, uri },
    );
  }

  it('are there after a reload, are sent, and are sent again by Retry', async () => {
    await attachFile('dot.png');
    await chip('dot.png').locator('img').waitFor();
    await product.session.reload();
    // The page is there once the extension runs again.
    await product.panel.getByRole('main').waitFor({ state: 'attached' });
    await product.setKeyAfterReload();
    await chip('dot.png').locator('img').waitFor();

    await asked('What is in this picture?');
    assert.deepEqual(sent(), [image]);
    await chips().first().waitFor({ state: 'detached' });
    await product.panel.getByRole('button', { name: 'Open dot.png' }).locator('img').waitFor();

    const before = product.createRequests.length;
    await product.lastAnswer.hover();
    await product.lastAnswer.getByRole('button', { name: 'Retry', exact: true }).click();
    await until('the request', () => product.createRequests.length === before + 1);
    await product.answered();
    assert.deepEqual(sent(), [image]);
  });

  it('come by paste and by drop, and open as files', async () => {
    await bring('paste', { base64: onePixel, name: 'image.png' });
    await chip('image.png').locator('img').waitFor();
    await bring('drop', { base64: pdf(2).toString('base64'), name: 'paper.pdf' });
    await chip('paper.pdf').waitFor();
    assert.match((await chip('paper.pdf').getAttribute('title')) ?? '', /about 1,120 tokens/);

    await product.panel.getByRole('button', { name: 'image.png', exact: true }).click();
    await until('the picture in a tab', async () =>
      (await product.session.vscode.tabs()).some(({ label }) => label === 'image.png'),
    );
    await product.closeEditors();

    await asked('Compare them.');
    assert.deepEqual(sent(), [
      image,
      { type: 'document', data: pdf(2).toString('base64'), mime_type: 'application/pdf' },
    ]);
  });

  it('come from the explorer as what they are: a text with its path', async () => {
    await putIn('notes.md', 'Water the basil.\n');
    await bring('drop', { uri: uriOf('notes.md') });
    await chip('notes.md').waitFor();
    await asked('What is to do?');
    assert.deepEqual(sent(), [{ type: 'text', text: 'notes.md:\n```markdown\nWater the basil.\n```' }]);
  });

  it('are asked about where a link leads out of the workspace', async () => {
    const outside = join(product.session.userDataDir, 'outside.txt');
    await writeFile(outside, 'OUTSIDE-WORDS\n');
    const link = join(product.session.workspace, 'link.txt');
    await rm(link, { force: true });
    await symlink(outside, link);
    await bring('drop', { uri: uriOf('link.txt') });
    await product.dialog.getByText('a link to a file outside of the workspace').waitFor();
    await product.dialog.getByRole('button', { name: 'Cancel' }).click();
    await product.dialog.waitFor({ state: 'detached' });
    assert.equal(await chips().count(), 0);

    await bring('drop', { uri: pathToFileURL(outside).href });
    await product.notification('Only files of this workspace').waitFor();
    assert.equal(await chips().count(), 0);
    await rm(link, { force: true });
    await product.session.vscode.executeCommand('notifications.clearAll');
  });

  it('are pages and videos by their addresses', async () => {
    await product.panel.getByRole('button', { name: 'Attach', exact: true }).click();
    await product.enter('Attach', 'https://docs.example/watering');
    await chip('https://docs.example/watering').waitFor();
    await product.session.vscode.executeCommand(attach, 'https://youtu.be/9hE5-98ZeCg');
    await chip('https://youtu.be/9hE5-98ZeCg').waitFor();
    await asked('Do they agree?');
    assert.deepEqual(sent(), [
      { type: 'text', text: 'Web page: https://docs.example/watering' },
      { type: 'video', uri: 'https://youtu.be/9hE5-98ZeCg' },
    ]);
    const { body } = product.createRequests.at(-1) ?? {};
    assert.deepEqual(isRecord(body) && body.tools, [{ type: 'url_context' }]);
  });

  it('are offered by the list of context', async () => {
    await product.panel.getByRole('button', { name: 'Add Context… (Ctrl+/)' }).click();
    await product.enter('Add Context', 'Image or File');
    await product.enter('Attach', 'https://docs.example/basil');
    await chip('https://docs.example/basil').waitFor();
    await chip('https://docs.example/basil').getByRole('button').first().press('Delete');
    await chips().first().waitFor({ state: 'detached' });
  });

  const refused: readonly (readonly [name: string, bytes: Uint8Array | undefined, words: string])[] = [
    ['fake.png', Buffer.from('<html></html>'), 'fake.png is damaged, or not what its name says'],
    ['cut.png', Buffer.from(onePixel, 'base64').subarray(0, 9), 'cut.png is damaged, or not what its name says'],
    ['nothing.pdf', Buffer.alloc(0), 'nothing.pdf is empty'],
    ['program', Buffer.from('7f454c4602010100', 'hex'), 'Gemini can’t read program'],
    ['gone.png', undefined, 'gone.png is not there any more'],
    ['long.txt', Buffer.alloc(15_000_000, 'a'), 'long.txt is too long'],
  ];
  for (const [name, bytes, words] of refused) {
    it(`are refused in words: ${words}`, async () => {
      if (bytes) await putIn(name, bytes);
      await attachFile(name);
      // VS Code lets the fourth notification within a second come into its list only.
      await product.session.vscode.executeCommand('notifications.showList');
      await product.page.locator('.notifications-center').getByText(words).waitFor();
      assert.equal(await chips().count(), 0);
      await rm(join(product.session.workspace, name), { force: true });
      await product.session.vscode.executeCommand('notifications.clearAll');
    });
  }

  it('are uploaded where a request is too small for them, go along by their address, come again once they are gone, and are named where they cannot', async () => {
    const { server } = product;
    server.processingLooks = 1_000;
    await putIn('long.mp4', Buffer.concat([Buffer.from('\0\0\0\x18ftypisom'), Buffer.alloc(20_000_000, 7)]));
    await attachFile('long.mp4');
    await product.panel.getByRole('button', { name: 'Cancel the upload of long.mp4' }).press('Enter');
    await chips().first().waitFor({ state: 'detached' });

    const known = new Set(server.files().keys());
    await attachFile('long.mp4');
    await product.panel.getByRole('progressbar', { name: 'Upload of long.mp4' }).waitFor();
    const uploaded = () => [...server.files().values()].find(({ name }) => !known.has(name));
    await until('the bytes', () => uploaded() !== undefined);
    for (const question of ['/research What happens in it?', 'What happens in it?']) {
      await product.composer.fill(question);
      await product.composer.press('Enter');
      await product.notification('A file is still being uploaded').waitFor();
      await until('the question back', async () => (await product.composer.inputValue()) === question);
      await product.session.vscode.executeCommand('notifications.clearAll');
    }

    const file = uploaded();
    assert.ok(file);
    file.state = 'ACTIVE';
    await product.panel.getByRole('button', { name: 'Remove long.mp4' }).waitFor();
    await product.composer.fill('');
    await asked('What happens in it?');
    assert.deepEqual(sent(), [{ type: 'video', uri: file.uri, mime_type: 'video/mp4' }]);

    const uploads = server.files().size;
    await attachFile('long.mp4');
    await product.panel.getByRole('button', { name: 'Remove long.mp4' }).waitFor();
    assert.equal(server.files().size, uploads, 'what is there already is not sent again');

    server.forgetFile(file.name);
    server.processingLooks = 0;
    await product.ask('And then?');
    await product.answered();
    const again = uploaded();
    assert.ok(again);
    assert.deepEqual(sent(), [{ type: 'video', uri: again.uri, mime_type: 'video/mp4' }]);

    server.forgetFile(again.name);
    await rm(join(product.session.workspace, 'long.mp4'), { force: true });
    await product.lastAnswer.hover();
    await product.lastAnswer.getByRole('button', { name: 'Retry', exact: true }).click();
    await product.lastAnswer.getByText('Google no longer has an attached file').waitFor();
  });

  it('go without words, and are asked about first where the model does not take them', async () => {
    await putIn('tune.mp3', Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'));
    await product.session.runCommand('Gemini: Select Model…');
    // What is typed before the list is there goes elsewhere.
    await product.quickInput.locator('.monaco-list-row.focused').getByText('3.8 Flash').waitFor();
    await product.page.keyboard.type('gemma-4-31b-it');
    await product.quickInput.locator('.monaco-list-row.focused').getByText('Gemma 4 31B IT').waitFor();
    await product.page.keyboard.press('Enter');
    await product.panel.getByRole('button', { name: /Model: .*Gemma/i }).waitFor();
    await attachFile('tune.mp3');
    await chip('tune.mp3').waitFor();
    const before = product.createRequests.length;
    await product.composer.press('Enter');
    await product.dialog.getByText('doesn’t take tune.mp3').waitFor();
    assert.equal(product.createRequests.length, before);
    await product.dialog.getByRole('button', { name: 'Choose Another Model' }).click();
    await product.quickInput.locator('.monaco-list-row.focused').getByText('Gemma 4 31B IT').waitFor();
    await product.page.keyboard.type('gemini-3.6-flash');
    await product.quickInput.locator('.monaco-list-row.focused').getByText('3.6 Flash').waitFor();
    await product.page.keyboard.press('Enter');

    await until('the request', () => product.createRequests.length === before + 1);
    await product.answered();
    const body = product.createRequests.at(-1)?.body;
    const [step] = isRecord(body) && Array.isArray(body.input) ? body.input.slice(-1) : [];
    assert.deepEqual(isRecord(step) && step.content, [
      { type: 'audio', data: 'SUQzBAAAAAAAAA==', mime_type: 'audio/mp3' },
    ]);
    assert.deepEqual(isRecord(body) && body.model, 'gemini-3.6-flash');
    assert.equal(await product.panel.getByRole('button', { name: 'Open tune.mp3' }).isVisible(), true);
    await rm(join(product.session.workspace, 'tune.mp3'), { force: true });
  });

  it('stay here where they would have to be uploaded from a private chat', async () => {
    await putIn('long.mp4', Buffer.concat([Buffer.from('\0\0\0\x18ftypisom'), Buffer.alloc(20_000_000, 7)]));
    await product.panel.getByRole('switch', { name: 'Don’t Store at Google', exact: true }).click();
    await attachFile('long.mp4');
    await product.notification('this chat leaves nothing there').waitFor();
    assert.equal(await chips().count(), 0);
    await product.panel.getByRole('switch', { name: 'Don’t Store at Google', exact: true }).click();
    await rm(join(product.session.workspace, 'long.mp4'), { force: true });
    await product.session.vscode.executeCommand('notifications.clearAll');
  });

  it('are named where the service cannot open one, and the question stays', async () => {
    await putIn('locked.pdf', pdf(1, '/Encrypt 4 0 R'));
    await attachFile('locked.pdf');
    await chip('locked.pdf').waitFor();
    await product.ask('What does it say?');
    await product.lastAnswer.getByText('Gemini can’t open a document that needs a password').waitFor();
    await product.panel.getByRole('button', { name: 'Open locked.pdf' }).waitFor();
  });
});
