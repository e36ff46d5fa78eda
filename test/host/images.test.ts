import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onePixel, pdf, wav } from '../files';
import { until } from '../launch/until';
import { isRecord } from '../server/wire';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

const format = (fields: object = {}) => [
  { type: 'text' },
  { type: 'image', mime_type: 'image/jpeg', delivery: 'inline', ...fields },
];

describe('images', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
    await writeFile(join(product.session.workspace, 'dot.png'), Buffer.from(onePixel, 'base64'));
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);
  beforeEach(async () => {
    await product.closeEditors();
    await product.newChat();
  });

  const lastBody = () => {
    const body = product.createRequests.at(-1)?.body;
    assert.ok(isRecord(body));
    return body;
  };
  const images = () => product.lastAnswer.getByRole('img', { name: 'Picture made by Gemini' });
  const painted = (at = 0) =>
    until('the picture on the page', () =>
      images()
        .nth(at)
        .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
    );
  const item = (label: string) =>
    product.quickInput.locator('.quick-input-list-row').filter({ hasText: label }).first();
  const listed = (label: string) => product.quickInput.locator('.quick-input-list').getByText(label, { exact: true });
  /** Chooses a value. The list of values comes after the list of what can be changed, in the same place. */
  async function choose(what: string, value: string): Promise<void> {
    await item(what).click();
    await product.quickInput.locator('.quick-input-title').getByText(what, { exact: true }).waitFor();
    await listed(value).first().click();
    await item('Generate').waitFor();
  }
  const tabs = async () => (await product.session.vscode.tabs()).map(({ label }) => label);

  async function generate(prompt: string): Promise<void> {
    await product.session.runCommand('Gemini: Generate Image…');
    await product.enter('Generate Image', prompt);
    await item('Aspect Ratio').waitFor();
  }

  it('are made as they were asked for, open in an editor and are edited by the next message', async () => {
    await generate('A kiosk');
    await choose('Aspect Ratio', '16:9');
    await choose('Number of Images', '2');
    await product.page.keyboard.press('Enter');
    await images().nth(1).waitFor();
    await product.answered();
    await painted();
    assert.equal(await images().count(), 2);
    assert.deepEqual(lastBody().response_format, format({ aspect_ratio: '16:9' }));
    assert.equal(lastBody().model, 'gemini-nano-banana-2.1');

    await product.lastAnswer.getByRole('button', { name: 'Open in an Editor' }).first().click();
    await until('the image in a tab', async () => (await tabs()).includes('gemini-image-1.jpg'));

    await product.lastAnswer.getByRole('button', { name: 'Edit This Image…' }).nth(1).click();
    await product.panel
      .getByRole('list', { name: 'Attached to the next message' })
      .getByText('gemini-image-2.jpg')
      .waitFor();
    await product.notification('which edits images').waitFor();
    await product.clearNotifications();
    await product.ask('At night, please');
    await images().first().waitFor();
    await product.answered();
    assert.equal(lastBody().model, 'gemini-nano-banana-2.1');
    assert.deepEqual(lastBody().response_format, format());
  });

  it('come from a model of the list of models, and are there after a reload', async () => {
    await product.session.runCommand('Gemini: Select Model…');
    await listed('4 Hydrogen').first().waitFor();
    await product.page.keyboard.type('banana-2.1');
    await listed('Nano Banana 2.1').first().waitFor();
    await product.page.keyboard.press('Enter');
    await product.panel.getByRole('button', { name: 'Model: Nano Banana 2.1', exact: true }).waitFor();
    await product.ask('A harbour');
    await images().first().waitFor();
    await product.answered();
    await product.session.reload();
    await product.panel.getByRole('main').waitFor({ state: 'attached' });
    await product.setKeyAfterReload();
    await images().first().waitFor();
    await painted();
  });

  it('that are fake are named, and not opened', async () => {
    await generate('A fake picture');
    await product.page.keyboard.press('Enter');
    await product.lastAnswer.getByText('that cannot be shown here').first().waitFor();
    await product.answered();
    assert.equal(await product.lastAnswer.getByRole('button', { name: 'Open in an Editor' }).count(), 0);
    await product.lastAnswer.getByRole('button', { name: 'Save to Workspace…' }).first().waitFor();
  });

  it('and recordings, videos and documents open from a file of the kind that their bytes are; a fake is named', async () => {
    const webm = Buffer.from('\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0082\u0084webm', 'latin1');
    const made = (type: 'audio' | 'video' | 'document', mime_type: string, bytes: Buffer) => ({
      type,
      mime_type,
      data: bytes.toString('base64'),
    });
    product.server.answerNext({
      steps: [
        {
          type: 'model_output',
          content: [
            // The service may be wrong about the kind.
            made('audio', 'audio/mp3', Buffer.from(wav, 'base64')),
            made('video', 'video/mp4', webm),
            made('document', 'application/pdf', pdf(1)),
            made('document', 'application/pdf', Buffer.from('MZ this is a program')),
          ],
        },
      ],
    });
    await product.ask('Read it to me');
    await product.answered();
    const open = product.lastAnswer.getByRole('button', { name: 'Open in an Editor' });

    for (const [at, file] of ['gemini-audio-1.wav', 'gemini-video-1.webm', 'gemini-document-1.pdf'].entries()) {
      await open.nth(at).click();
      await until(`${file} in a tab`, async () => (await tabs()).includes(file));
    }
    const before = await tabs();
    await open.nth(3).click();
    await product.notification('This file is not what it says it is, so it isn’t opened.').waitFor();
    assert.deepEqual(await tabs(), before);
    await product.clearNotifications();
  });

  it('of the workspace are edited beside their file, which stays, and only after a yes', async () => {
    const folder = product.session.workspace;
    await product.session.vscode.executeCommand('workbench.action.quickOpen', 'dot.png');
    await item('dot.png').waitFor();
    await product.page.keyboard.press('Enter');
    await until('the image in front', async () => (await tabs()).includes('dot.png'));
    // Once it has read the image, the preview takes the keyboard.
    await product.page.locator('.part.statusbar').getByText('1x1', { exact: true }).waitFor();
    await product.session.runCommand('Gemini: Edit with Gemini…');
    await product.enter('Edit dot.png with Gemini', 'Make it night');
    await product.notification('Save the edited image beside the file?').waitFor();
    assert.ok((await tabs()).length > 1, 'the comparison has a tab of its own');
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('dot')),
      ['dot.png'],
    );

    await product.button('Save Beside It').click();
    await until('the new file', async () => (await readdir(folder)).includes('dot-edited.jpg'));
    assert.equal((await readFile(join(folder, 'dot.png'))).toString('base64'), onePixel);
    const [step] = Array.isArray(lastBody().input) ? (lastBody().input as readonly unknown[]).slice(-1) : [];
    assert.match(JSON.stringify(step), /"type":"image"/);
  });
});
