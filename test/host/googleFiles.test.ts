import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../launch/until';
import { storedFile } from '../server/storedFile';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const manage = 'Gemini: Manage Google Files…';
const hour = 60 * 60 * 1000;
const folder = {
  'guide/basil.md': '# Basil\n\nBasil likes the sun.\n',
  'guide/mint.md': '# Mint\n\nMint likes water.\n',
  'guide/.env': 'PASSWORD=hunter2\n',
  'guide/draft.md': 'Not yet.\n',
  'guide/photo.bin': '\u0000\u0001',
  '.gitignore': 'draft.md\n',
};

describe('the files at Google in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct({}, folder);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(() => product.newChat());

  const rows = () => product.quickInput.locator('.monaco-list-row');
  const row = (name: string) => rows().filter({ hasText: name });
  const chip = (name: string) =>
    product.panel
      .getByRole('list', { name: 'Attached to the next message' })
      .getByRole('listitem')
      .filter({ hasText: name });
  async function open(): Promise<void> {
    await product.session.runCommand(manage);
    await product.quickInput.locator('.quick-input-title').getByText('Files at Google', { exact: true }).waitFor();
  }
  async function close(): Promise<void> {
    await product.page.keyboard.press('Escape');
    await product.quickInput.waitFor({ state: 'hidden' });
  }
  function put(id: string, more: Parameters<typeof storedFile>[1] = {}): void {
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const uri = `${product.server.url}/v1/files/${id}`;
    product.server.putFile(
      storedFile(id, { uri, createTime: at(-3.5 * hour), expirationTime: at(44.5 * hour), ...more }),
    );
  }
  function clear(): void {
    for (const name of [...product.server.files().keys()]) product.server.forgetFile(name);
  }

  it('are listed with type, size, age and end; an empty list says so', async () => {
    clear();
    await open();
    await row('There are no uploaded files at Google.').waitFor();
    await close();

    put('sunset', { sizeBytes: '3200000' });
    put('talk', { displayName: 'talk.mp4', mimeType: 'video/mp4', state: 'PROCESSING' });
    await open();
    await row('sunset.png').getByText('PNG · 3.2 MB · 3 hours ago').waitFor();
    await row('sunset.png').getByText('Google deletes it in 44 hours').waitFor();
    await row('talk.mp4').getByText('Google is still reading it').waitFor();
    await close();
  });

  it('go along with the next question by their address, and are then told to be in that chat', async () => {
    clear();
    put('sunset');
    await open();
    await row('sunset.png').waitFor();
    await product.enter('Files at Google', 'sunset');
    await product.quickInput.getByText('Add to Chat').click();
    await chip('sunset.png').waitFor();
    await open();
    await row('sunset.png').getByText('used in the chat').waitFor();
    await close();
    await chip('sunset.png').getByRole('button').first().press('Delete');
  });

  it('are deleted after a question whose first button is not that one', async () => {
    clear();
    put('sunset');
    put('moon');
    await open();
    await row('moon.png').waitFor();
    await product.enter('Files at Google', 'moon');
    await product.quickInput.getByText('Delete at Google…').click();
    await product.dialog.getByText('Delete “moon.png” at Google?').waitFor();
    await product.dialog.locator('.monaco-button:focus').getByText('Keep It').waitFor();
    await product.page.keyboard.press('Enter');
    await product.dialog.waitFor({ state: 'detached' });
    assert.equal(product.server.files().size, 2);

    await row('moon.png').click();
    await product.quickInput.getByText('Delete at Google…').click();
    await product.button('Delete at Google').click();
    await until('the deletion', () => product.server.files().size === 1);
    await row('moon.png').waitFor({ state: 'detached' });
    await close();
  });

  it('are read again where reading failed', async () => {
    clear();
    put('sunset');
    const busy = { error: { code: 503, status: 'UNAVAILABLE', message: 'x' } };
    product.server.answerNext({ for: 'files', status: 503, body: busy });
    await open();
    await row('Choose this line: Retry').click();
    await row('sunset.png').waitFor();
    await close();
  });

  it('are 5,000 at once', async () => {
    clear();
    for (let number = 1; number <= 5_000; number += 1) put(`f${number}`);
    await open();
    await product.page.keyboard.type('f4321');
    await row('f4321.png').waitFor();
    await close();
    clear();
  });

  const documents = () => [...product.server.stores.all.values()].flatMap((store) => [...store.documents.values()]);
  const names = () =>
    documents()
      .map(({ displayName }) => displayName)
      .sort();
  async function openStores(): Promise<void> {
    await open();
    await row('File Search Stores…').click();
    await product.quickInput.locator('.quick-input-title').getByText('File Search Stores', { exact: true }).waitFor();
  }

  /** A store of the folder `guide` as it is at first, by hand. */
  async function makeStore(): Promise<void> {
    for (const name of [...product.server.stores.all.keys()]) product.server.stores.remove(name);
    const guide = join(product.session.workspace, 'guide');
    for (const [name, text] of Object.entries(folder)) {
      if (name.startsWith('guide/')) await writeFile(join(guide, name.slice('guide/'.length)), text);
    }
    await rm(join(guide, 'thyme.md'), { force: true });
    await openStores();
    await row('Create a Store from a Folder…').click();
    await product.enter('Create a File Search Store', 'guide');
    await product.enter('Name of the Store', 'Garden guide');
    await product.dialog.getByText('Send 2 files (1 kB) of “Garden guide” to Google?').waitFor();
  }
  /** The store has what was sent. What else is said of it fails the test at once. */
  async function ready(): Promise<void> {
    const toast = product.notification(/is ready|Stopped|Google takes/);
    await toast.waitFor();
    assert.match((await toast.textContent()) ?? '', /“Garden guide” is ready: 2 files were sent\./);
  }

  it('can be whole folders in a store, which follows its folder; what is left out is said before', async () => {
    await makeStore();
    const said = (await product.dialog.textContent()) ?? '';
    for (const words of ['Left out: 3', '.env (often holds secrets)', 'draft.md (ignored)', 'photo.bin (no text']) {
      assert.ok(said.includes(words), `${words}: ${said}`);
    }
    assert.equal(product.server.stores.all.size, 0);
    await product.button('Create Store').click();
    await ready();
    assert.deepEqual(names(), ['basil.md', 'mint.md']);
    await product.clearNotifications();

    const guide = join(product.session.workspace, 'guide');
    await writeFile(join(guide, 'basil.md'), '# Basil\n\nBasil likes shade.\n');
    await writeFile(join(guide, 'thyme.md'), '# Thyme\n');
    await rm(join(guide, 'mint.md'));
    await openStores();
    await row('Garden guide').getByText('2 documents').waitFor();
    await row('Garden guide').click();
    await row('Update from guide').click();
    await product.dialog.getByText('New: 1. Changed: 1. No longer there: 1. The same: 0.').waitFor();
    await product.button('Update Store').click();
    await until('the update', () => names().join() === 'basil.md,thyme.md').catch((error: unknown) => {
      const sent = product.server.requests.slice(-9).map(({ method, path }) => `${method} ${path}`);
      throw new Error(`${String(error)} ${names().join()}\n${sent.join('\n')}`);
    });
    await product.clearNotifications();

    await openStores();
    await row('Garden guide').click();
    await row('Delete at Google…').click();
    await product.button('Delete at Google').click();
    await until('the deletion', () => product.server.stores.all.size === 0);
    await row('There are no stores at Google yet.').waitFor();
    await close();
  });

  it('tell of a full project with what helps, and keep what was sent before Cancel', async () => {
    await makeStore();
    product.server.mostStores = 0;
    await product.button('Create Store').click();
    await product.notification('Delete a store that you no longer need, or try again later.').waitFor();
    assert.equal(product.server.stores.all.size, 0);
    product.server.mostStores = 10;
    await product.clearNotifications();

    await makeStore();
    product.server.processingLooks = 1_000_000;
    await product.button('Create Store').click();
    await until('both files on their way', () => names().join() === 'basil.md,mint.md');
    await product.notification('Creating the store').getByText('Cancel', { exact: true }).click();
    await product.notification('Stopped. What is in the store already stays there').waitFor();
    assert.deepEqual(names(), ['basil.md', 'mint.md']);
    product.server.processingLooks = 0;
    await product.clearNotifications();
  });

  it('are searched for answers of a chat, and a citation opens the file at its line', async () => {
    await makeStore();
    await product.button('Create Store').click();
    await ready();
    await product.clearNotifications();
    await openStores();
    await row('Garden guide').click();
    await row('Search It in the Chat').click();
    await product.focusComposer();
    await product.ask('Basil?');
    await product.answered();
    const [store] = product.server.stores.all.keys();
    const asked = JSON.stringify(product.createRequests.at(-1)?.body);
    assert.ok(asked.includes(`"tools":[{"type":"file_search","file_search_store_names":["${store}"]}]`), asked);
    await product.lastAnswer.getByText('Searched files').waitFor();
    await product.lastAnswer.getByRole('button', { name: 'Source 1: basil.md' }).press('Enter');
    await until('the line', async () => {
      const editor = await product.session.vscode.activeEditor();
      return editor?.uri.endsWith('/guide/basil.md') === true && editor.selection.active.line === 2;
    });
    await product.closeEditors();
    await product.session.vscode.updateConfiguration('geminiInteractions.tools.fileSearchStores', undefined);
  });
});
