import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { usePanels } from './usePanels';

describe('The icons', () => {
  const open = usePanels();

  it('all have a rule and a picture in the font, which has been made of those that the code names', async () => {
    const [, union = ''] = /export type IconName =([^;]*);/.exec(readFileSync('media/base/element.ts', 'utf8')) ?? [];
    const named = [...union.matchAll(/'([\w-]+)'/g)].map(([, name]) => `.codicon-${name}::before`);
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

    assert.ok(named.length >= 25, `only ${named.length} icons were found in the code`);
    assert.deepEqual(names, named);
    assert.deepEqual(missing, []);
  });

  it('are asked for by the page itself, once, and not only when the styles are read', async () => {
    const panel = await open();
    await panel.snapshot();
    await panel.page.evaluate('document.fonts.ready.then(() => undefined)');

    const loads = await panel.page.evaluate<readonly string[]>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.ttf')).map((one) => one.initiatorType)`,
    );
    assert.deepEqual(loads, ['link']);
  });
});
