import assert from 'node:assert/strict';
import { usePanels } from './usePanels';

describe('The icons', () => {
  const open = usePanels();

  it('are all in the font, which has been made of those that the style sheets name', async () => {
    const panel = await open();
    await panel.snapshot();

    const { names, missing } = await panel.page.evaluate<{ names: readonly string[]; missing: readonly string[] }>(
      `(async () => {
        const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
        const icons = rules.flatMap(({ selectorText, style }) =>
          /^\\.codicon-[\\w-]+::before$/.test(selectorText ?? '') ? [[selectorText, style.content.charAt(1)]] : []);
        await document.fonts.load('16px codicon', icons[0][1]);
        const context = new OffscreenCanvas(32, 32).getContext('2d', { willReadFrequently: true });
        const drawn = (character) => {
          context.clearRect(0, 0, 32, 32);
          context.font = '16px codicon';
          context.fillText(character, 4, 20);
          return context.getImageData(0, 0, 32, 32).data.join();
        };
        // No font has anything for this one.
        const nothing = drawn('\\uf8fe');
        const names = icons.map(([name]) => name);
        return { names, missing: names.filter((name, at) => drawn(icons[at][1]) === nothing) };
      })()`,
    );

    assert.deepEqual(missing, []);
    assert.ok(names.length >= 25, `only ${names.length} icons were looked at`);
  });
});
