import assert from 'node:assert/strict';
import type { MediaPart } from '../../src/parts/mediaPart';
import { onePixel } from '../files';
import type { PanelPage } from './panelPage';
import { turn } from './turns';
import { usePanels } from './usePanels';

// A Buffer would be other JSON.
const png = new Uint8Array(Buffer.from(onePixel, 'base64'));

function picture(kept: NonNullable<MediaPart['kept']> = { width: 1, height: 1 }): MediaPart {
  return { kind: 'media', media: 'image', mimeType: 'image/png', kept };
}

describe('Pictures and files of answers', () => {
  const open = usePanels();
  const image = (panel: PanelPage) => panel.page.getByRole('img', { name: 'Picture made by Gemini' });
  const arrive = (panel: PanelPage, mimeType: string | undefined, bytes: Uint8Array) =>
    panel.tell({ type: 'mediaArrived', turnId: 'a', part: 0, bytes, ...(mimeType !== undefined && { mimeType }) });
  const isPainted = (panel: PanelPage) => panel.until('document.querySelector("img.image")?.naturalWidth > 0');
  const names = (panel: PanelPage) =>
    panel.page.locator('.media-toolbar button').evaluateAll((all) => all.map((one) => one.ariaLabel));

  async function begin(part: MediaPart = picture()): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([turn({ id: 'a', parts: [part] })]);
    return panel;
  }

  it('are fetched once, and shown from their bytes', async () => {
    const panel = await begin();
    await panel.until('hostSide.messages.some(({ type }) => type === "fetchMedia")');
    await arrive(panel, 'image/png', png);
    await isPainted(panel);

    assert.match((await image(panel).getAttribute('src')) ?? '', /^blob:/);
    assert.deepEqual(await panel.postedOf('fetchMedia'), [{ type: 'fetchMedia', turnId: 'a', part: 0 }]);
  });

  it('are fetched when the reader comes near to them, and not before', async () => {
    const panel = await open();
    const text = { kind: 'text', text: 'A line.\n\n'.repeat(400) } as const;
    await panel.snapshot([turn({ id: 'a', parts: [picture(), text] })]);
    await panel.until('document.querySelector("img.image") !== null');
    await panel.rest();
    assert.deepEqual(await panel.postedOf('fetchMedia'), []);

    await panel.page.evaluate('document.querySelector("img.image").scrollIntoView()');
    await panel.until('hostSide.messages.some(({ type }) => type === "fetchMedia")');
  });

  it('are there at once when the same chat is drawn again, and let go with it', async () => {
    const panel = await begin();
    await panel.until('hostSide.messages.some(({ type }) => type === "fetchMedia")');
    await arrive(panel, 'image/png', png);
    await isPainted(panel);
    const address = await image(panel).getAttribute('src');

    await panel.snapshot([turn({ id: 'a', parts: [picture()] })]);
    await isPainted(panel);
    assert.equal(await image(panel).getAttribute('src'), address);
    assert.equal((await panel.postedOf('fetchMedia')).length, 1);

    await panel.snapshot([turn({ id: 'a', parts: [picture()] })], undefined, 'another');
    await panel.until('hostSide.messages.filter(({ type }) => type === "fetchMedia").length === 2');
  });

  it('keep their place before they are there', async () => {
    const panel = await begin(picture({ width: 1_000, height: 2_000 }));
    const box = await image(panel).boundingBox();
    assert.deepEqual([box?.width, box?.height], [240, 480]);
    // The browser shows the sign of a broken picture until there is one.
    const opacity = (of: PanelPage) =>
      of.page.evaluate('getComputedStyle(document.querySelector("img.image")).opacity');
    assert.equal(await opacity(panel), '0');
    await arrive(panel, 'image/png', png);
    await isPainted(panel);
    await panel.until('getComputedStyle(document.querySelector("img.image")).opacity === "1"');
    const small = await begin(picture({ width: 16, height: 8 }));
    const smallBox = await image(small).boundingBox();
    assert.deepEqual([smallBox?.width, smallBox?.height], [16, 8]);
    const wide = await begin(picture({ width: 4_000, height: 1_000 }));
    const wideBox = await image(wide).boundingBox();
    assert.equal(Math.round((wideBox?.width ?? 0) / (wideBox?.height ?? 1)), 4);
    assert.equal(await wide.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
  });

  it('are opened, saved and edited by buttons that are one stop for the Tab key', async () => {
    const panel = await begin();
    assert.deepEqual(await names(panel), ['Open in an Editor', 'Save to Workspace…', 'Copy Image', 'Edit This Image…']);
    await panel.button('Open in an Editor').focus();
    await panel.page.keyboard.press('Enter');
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('Enter');
    await panel.page.keyboard.press('End');
    await panel.page.keyboard.press('Enter');
    await image(panel).click();

    const acts = (await panel.postedOf('actOnMedia')).map(({ turnId, part, action }) => [turnId, part, action]);
    assert.deepEqual(acts, [
      ['a', 0, 'openMedia'],
      ['a', 0, 'saveMedia'],
      ['a', 0, 'editPicture'],
      ['a', 0, 'openMedia'],
    ]);
    assert.equal(await panel.page.locator('.media-toolbar [tabindex="0"]').count(), 1);
  });

  it('are copied as PNG, and it is said where they cannot be', async () => {
    const panel = await begin();
    await panel.until('hostSide.messages.some(({ type }) => type === "fetchMedia")');
    await arrive(panel, 'image/png', png);
    await isPainted(panel);

    // This page has no clipboard, as it does not come over TLS.
    await panel.button('Copy Image').click();
    await panel.status.getByText('The image could not be copied.').waitFor();
    await panel.page.evaluate(`
      window.ClipboardItem = class { constructor(types) { this.types = types; } };
      const write = async ([item]) => { window.copied = await item.types['image/png']; };
      Object.defineProperty(navigator, 'clipboard', { value: { write } });
    `);
    await panel.button('Copy Image').click();
    await panel.page.locator('.media-toolbar .codicon-check').waitFor();
    assert.equal(await panel.page.evaluate('copied.type'), 'image/png');
    const size = 'createImageBitmap(copied).then(({ width, height }) => [width, height])';
    assert.deepEqual(await panel.page.evaluate(size), [1, 1]);
    assert.equal(await panel.status.textContent(), 'Copied');
  });

  it('that are fake, broken or of no type for the page are words, with what can be done', async () => {
    const words = /cannot be shown here/;
    const cases: readonly (readonly [string | undefined, Uint8Array, readonly string[]])[] = [
      [undefined, new Uint8Array(), ['Save to Workspace…']],
      ['image/png', png.subarray(0, 40), ['Save to Workspace…']],
      [
        'image/tiff',
        new TextEncoder().encode('II*\0'),
        ['Open in an Editor', 'Save to Workspace…', 'Edit This Image…'],
      ],
      [
        'image/svg+xml',
        new TextEncoder().encode('<svg/>'),
        ['Open in an Editor', 'Save to Workspace…', 'Edit This Image…'],
      ],
    ];
    for (const [mimeType, bytes, expected] of cases) {
      const panel = await begin();
      await panel.until('hostSide.messages.some(({ type }) => type === "fetchMedia")');
      await arrive(panel, mimeType, bytes);
      await panel.page.getByText(words).waitFor();
      assert.deepEqual(await names(panel), expected);
      assert.equal(await image(panel).count(), 0);
    }
  });

  it('that are sound, videos or documents have a line and buttons, and are not fetched', async () => {
    const panel = await begin({ kind: 'media', media: 'audio', mimeType: 'audio/wav', kept: {} });
    await panel.page.getByRole('toolbar', { name: 'Recording made by Gemini (audio/wav)' }).waitFor();
    await panel.button('Open in an Editor').click();
    assert.deepEqual(await names(panel), ['Open in an Editor', 'Save to Workspace…']);
    assert.deepEqual((await panel.postedOf('actOnMedia')).length, 1);
    assert.deepEqual(await panel.postedOf('fetchMedia'), []);
  });

  it('have buttons that the arrow keys walk through, and not together with Alt', async () => {
    const panel = await begin();
    const focused = () => panel.page.evaluate<string>('document.activeElement.ariaLabel');
    await panel.button('Open in an Editor').focus();

    await panel.page.keyboard.press('Alt+ArrowRight');
    assert.equal(await focused(), 'Open in an Editor');
    await panel.page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Save to Workspace…');
  });
});
