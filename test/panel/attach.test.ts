import assert from 'node:assert/strict';
import type { AttachmentView } from '../../src/protocol/attachment';
import { onePixel } from '../files';
import type { PanelPage } from './panelPage';
import { ready, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

const pictureView: AttachmentView = { id: 'p', label: 'p.png', sort: 'image', details: '1 kB, about 1,120 tokens' };

/** A file made in the page, as a browser hands one over. */
const made = (bytes: number, name: string) => `new File([new Uint8Array(${bytes})], '${name}')`;
/** What is dragged or pasted. */
const transfer = (fill: string) => `(() => { const data = new DataTransfer(); ${fill}; return data; })()`;

describe('Files that go along', () => {
  const open = usePanels();

  async function begin(attached: readonly AttachmentView[] = []): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([], { ...ready, attached });
    return panel;
  }
  const paste = (panel: PanelPage, fill: string) =>
    panel.page.evaluate<boolean>(`(() => {
      const event = new ClipboardEvent('paste', { clipboardData: ${transfer(fill)}, bubbles: true, cancelable: true });
      return document.querySelector('.composer textarea').dispatchEvent(event);
    })()`);
  const drag = (panel: PanelPage, type: 'dragover' | 'drop', fill: string) =>
    panel.page.evaluate<boolean>(`document.querySelector('main').dispatchEvent(
      new DragEvent('${type}', { dataTransfer: ${transfer(fill)}, bubbles: true, cancelable: true }))`);
  const posted = (panel: PanelPage) => panel.postedOf('attachPiece');

  it('are asked for by a button', async () => {
    const panel = await begin();
    await panel.button('Attach').click();
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }, { type: 'attach' }]);
    assert.match((await panel.button('Attach').getAttribute('title')) ?? '', /pasted.*Shift/);
  });

  it('come by paste, in pieces, the next one when the one before was taken', async () => {
    const panel = await begin();
    const isUsual = await paste(panel, `data.items.add(${made(2_500_000, 'shot.png')})`);
    assert.equal(isUsual, false);
    await panel.until('hostSide.messages.filter(({ type }) => type === "attachPiece").length === 1');
    const [first] = await posted(panel);
    assert.deepEqual([first?.name, first?.size, first?.at], ['shot.png', 2_500_000, 0]);

    const uploadId = first?.uploadId ?? '';
    await panel.tell({ type: 'pieceTaken', uploadId, isWanted: true });
    await panel.until('hostSide.messages.filter(({ type }) => type === "attachPiece").length === 2');
    await panel.tell({ type: 'pieceTaken', uploadId, isWanted: true });
    await panel.until('hostSide.messages.filter(({ type }) => type === "attachPiece").length === 3');
    await panel.tell({ type: 'pieceTaken', uploadId, isWanted: false });
    const pieces = await posted(panel);
    assert.deepEqual(
      pieces.map(({ at }) => at),
      [0, 1_048_576, 2_097_152],
    );
    assert.deepEqual(
      pieces.map(({ bytes }) => bytes.byteLength),
      [1_048_576, 1_048_576, 402_848],
    );
  });

  it('are sent no further when the host wants no more of them', async () => {
    const panel = await begin();
    await paste(panel, `data.items.add(${made(2_500_000, 'a.png')}); data.items.add(${made(3, 'b.png')})`);
    await panel.until('hostSide.messages.some(({ type }) => type === "attachPiece")');
    const [first] = await posted(panel);
    await panel.tell({ type: 'pieceTaken', uploadId: first?.uploadId ?? '', isWanted: false });
    await panel.until('hostSide.messages.some(({ name }) => name === "b.png")');
    assert.deepEqual(
      (await posted(panel)).map(({ name }) => name),
      ['a.png', 'b.png'],
    );
  });

  it('leave a text in the composer where one is pasted with its picture', async () => {
    const panel = await begin();
    const isUsual = await paste(panel, `data.setData('text/plain', 'A1'); data.items.add(${made(9, 'table.png')})`);
    assert.equal(isUsual, true);
    assert.deepEqual(await posted(panel), []);
  });

  it('are dropped anywhere on the page, which shows it while they are held there', async () => {
    const panel = await begin();
    const box = panel.page.locator('.composer-box');
    const fill = `data.items.add(${made(9, 'dropped.pdf')})`;
    assert.equal(await drag(panel, 'dragover', fill), false);
    assert.match((await box.getAttribute('class')) ?? '', /takes-files/);
    assert.equal(await drag(panel, 'drop', fill), false);
    assert.doesNotMatch((await box.getAttribute('class')) ?? '', /takes-files/);
    await panel.until('hostSide.messages.some(({ name }) => name === "dropped.pdf")');
  });

  it('are dropped from the explorer of VS Code by their addresses', async () => {
    const panel = await begin();
    const [a, b] = ['file:///w/a.png', 'file:///w/b.ts'];
    const lists = [
      `data.setData('application/vnd.code.uri-list', '${a}\\r\\n${b}'); data.setData('text/uri-list', '${a}')`,
      `data.setData('text/uri-list', '# of VS Code\\n${a}\\n${b}')`,
      `data.setData('ResourceURLs', '["${a}","${b}"]')`,
    ];
    for (const fill of lists) assert.equal(await drag(panel, 'drop', fill), false, fill);
    assert.deepEqual(
      await panel.postedOf('attachUris'),
      lists.map(() => ({ type: 'attachUris', uris: [a, b] })),
    );
  });

  it('stay out of it when a text is dragged, or a list that is none', async () => {
    const panel = await begin();
    assert.equal(await drag(panel, 'dragover', `data.setData('text/plain', 'words')`), true);
    assert.equal(await drag(panel, 'drop', `data.setData('ResourceURLs', 'no list')`), true);
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
  });

  it('become small pictures, which the host keeps', async () => {
    const panel = await begin([pictureView]);
    assert.deepEqual(await panel.postedOf('fetchPicture'), [{ type: 'fetchPicture', attachmentId: 'p' }]);
    await panel.tell({
      type: 'pictureArrived',
      attachmentId: 'p',
      mimeType: 'image/png',
      bytes: new Uint8Array(Buffer.from(onePixel, 'base64')),
    });
    await panel.until('hostSide.messages.some(({ type }) => type === "keepThumbnail")');
    const [kept] = await panel.postedOf('keepThumbnail');
    const thumbnail = kept?.thumbnail ?? '';
    assert.match(thumbnail, /^\/9j\//);

    const shown = [{ ...pictureView, thumbnail }];
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, attached: shown }) });
    const image = panel.page.getByRole('listitem').locator('img');
    assert.equal(await image.evaluate((it: HTMLImageElement) => it.decode().then(() => it.naturalHeight)), 36);
    assert.deepEqual(await panel.postedOf('fetchPicture'), [{ type: 'fetchPicture', attachmentId: 'p' }]);
  });

  it('keep a sign where the picture cannot be read', async () => {
    const panel = await begin([pictureView]);
    const bytes = new Uint8Array([1, 2, 3]);
    await panel.tell({ type: 'pictureArrived', attachmentId: 'p', mimeType: 'image/png', bytes });
    await panel.tell({ type: 'pictureArrived', attachmentId: 'p', mimeType: 'image/svg+xml', bytes });
    await panel.rest();
    assert.deepEqual(await panel.postedOf('keepThumbnail'), []);
    assert.equal(await panel.page.getByRole('listitem').locator('.codicon-file-media').count(), 1);
  });

  it('show how far their upload is without taking the focus, and are cancelled', async () => {
    const coming: AttachmentView = { id: 'v', label: 'v.mp4', sort: 'video', details: 'uploading: 0 %', percent: 0 };
    const panel = await begin([coming]);
    const bar = panel.page.getByRole('progressbar', { name: 'Upload of v.mp4' });
    const cancel = panel.button('Cancel the upload of v.mp4');
    await cancel.focus();
    const tell = (percent: number, details: string) =>
      panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, attached: [{ ...coming, percent, details }] }) });
    await tell(40, 'uploading: 40 %');
    assert.equal(await bar.getAttribute('value'), '40');
    assert.equal(await panel.page.getByRole('listitem').getAttribute('title'), 'v.mp4 (uploading: 40 %)');
    await tell(100, 'Google is reading it');
    assert.equal(await bar.getAttribute('value'), null);
    assert.equal(await cancel.evaluate((it) => it === it.ownerDocument.activeElement), true);
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('removeAttachment'), [{ type: 'removeAttachment', attachmentId: 'v' }]);
  });

  it('are opened and removed by keyboard, and say what they take', async () => {
    const panel = await begin([pictureView, { id: 'u', label: 'https://e.example', sort: 'page' }]);
    const chip = panel.button('p.png');
    assert.equal(
      await panel.page.getByRole('listitem').first().getAttribute('title'),
      'p.png (1 kB, about 1,120 tokens)',
    );
    assert.equal(await panel.descriptionOf('button', 'p.png'), '1 kB, about 1,120 tokens');
    await chip.focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('openPending'), [{ type: 'openPending', attachmentId: 'p' }]);
    await panel.page.keyboard.press('Delete');
    await panel.button('Remove https://e.example').click();
    assert.deepEqual(
      (await panel.postedOf('removeAttachment')).map(({ attachmentId }) => attachmentId),
      ['p', 'u'],
    );
  });

  it('go without words once all of them are there, also while an answer is on its way', async () => {
    const panel = await begin([{ ...pictureView, percent: 40 }]);
    await panel.composer.press('Enter');
    assert.equal(await panel.button('Send').getAttribute('aria-disabled'), 'true');
    assert.deepEqual(await panel.postedOf('send'), []);

    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, attached: [pictureView] }) });
    assert.equal(await panel.button('Send').getAttribute('aria-disabled'), 'false');
    await panel.composer.press('Enter');
    await panel.tell({ type: 'turnAdded', turn: turn({ prompt: '', status: 'streaming' }) });
    await panel.button('Send After This Answer').click();
    assert.deepEqual(await panel.postedOf('send'), [
      { type: 'send', prompt: '' },
      { type: 'send', prompt: '' },
    ]);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.button('Send After This Answer').isVisible(), false);
    await panel.composer.press('ArrowUp');
    assert.equal(await panel.composer.inputValue(), '');
  });

  it('show as a question without an empty text, which may be given one', async () => {
    const panel = await open();
    await panel.snapshot([turn({ prompt: '', attachments: [pictureView] })]);
    const question = panel.articles.first();
    assert.equal(await question.locator('.prompt').isVisible(), false);
    assert.equal(await question.getByRole('button', { name: 'Open p.png' }).isVisible(), true);
    assert.equal(await question.getByRole('button', { name: 'Copy' }).count(), 0);

    await question.getByRole('button', { name: 'Edit & Resend' }).press('Enter');
    await panel.page.keyboard.press('Escape');
    assert.equal(await question.locator('.prompt').isVisible(), false);
    await question.getByRole('button', { name: 'Edit & Resend' }).press('Enter');
    await panel.page.keyboard.type('What is it?');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('askInstead'), [{ type: 'askInstead', turnId: 't1', prompt: 'What is it?' }]);
  });

  it('go to the host in pieces of one megabyte, each once the last one was taken, while the user types', async () => {
    const panel = await begin([pictureView]);
    const sent = await panel.page.evaluate<number[]>(`(async () => {
      const input = document.querySelector('.composer textarea');
      input.focus();
      const event = new ClipboardEvent('paste', {
        clipboardData: ${transfer(`data.items.add(${made(15_000_000, 'large.png')})`)}, bubbles: true, cancelable: true });
      input.dispatchEvent(event);
      const pieces = () => hostSide.messages.filter(({ type }) => type === 'attachPiece');
      const sent = [];
      for (let taken = 0; taken < 15; taken += 1) {
        while (pieces().length === taken) await new Promise(requestAnimationFrame);
        document.execCommand('insertText', false, 'k');
        await new Promise(requestAnimationFrame);
        sent.push(pieces().length);
        const { uploadId, at, size } = pieces()[taken];
        const data = { type: 'pieceTaken', uploadId, isWanted: at + 1048576 < size };
        dispatchEvent(new MessageEvent('message', { data, origin: window.origin }));
      }
      return sent;
    })()`);
    assert.deepEqual(
      sent,
      Array.from({ length: 15 }, (_, taken) => taken + 1),
    );
    assert.equal(await panel.composer.inputValue(), 'k'.repeat(15));
  });
});
