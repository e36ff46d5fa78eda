import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { drawDiagram } from '../../src/diagrams/drawDiagram';
import type { PanelPage } from './panelPage';
import { answered, longText, turn } from './turns';
import { usePanels } from './usePanels';

const wideRow = `| ${Array.from({ length: 30 }, (_, at) => `column ${at}`).join(' | ')} |`;
const wideTable = `${wideRow}\n${wideRow.replace(/column \d+/g, '---')}\n${wideRow}`;

describe('What is too large for the view', () => {
  const open = usePanels();

  async function show(text: string, width = 400): Promise<PanelPage> {
    const panel = await open({ width });
    await panel.snapshot([answered('a', 'Show it', text)]);
    return panel;
  }

  /** So many frames may pass until something that was out of view is laid out, looked at, and drawn as it was found. */
  const mostFrames = 30;

  /** Checks how far the ends of an element fade, in pixels. Nothing: it has no mask. */
  async function assertFades(panel: PanelPage, selector: string, expected: readonly string[]): Promise<void> {
    let found: readonly string[] = [];
    for (let frame = 0; frame < mostFrames; frame += 1) {
      // What is cut is looked at after the next layout, and shown with the one after it.
      await panel.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const mask = await panel.page.locator(selector).evaluate((element) => getComputedStyle(element).maskImage);
      const [, start, end = '0px'] =
        /rgb\(0, 0, 0\) (\d+px), rgb\(0, 0, 0\) (?:calc\()?100%(?: - (\d+px))?/.exec(mask) ?? [];
      found = start === undefined ? [] : [start, end];
      if (isDeepStrictEqual(found, expected)) return;
    }
    assert.deepEqual(found, expected);
  }

  it('fades out where it goes on, if it is a table', async () => {
    const panel = await show(wideTable);
    await assertFades(panel, '.table', ['0px', '28px']);

    await panel.page.locator('.table').evaluate((table) => table.scrollTo({ left: table.scrollWidth }));

    await assertFades(panel, '.table', ['28px', '0px']);
  });

  it('does not fade where all of it is in view', async () => {
    const panel = await show('| a | b |\n| - | - |\n| c | d |');

    await assertFades(panel, '.table', []);
  });

  it('fades out once it has grown too wide, and no longer when there is room', async () => {
    const panel = await open({ width: 400 });
    await panel.snapshot([turn({ parts: [{ kind: 'text', text: 'So: ' }], status: 'streaming' })]);
    const grow = (text: string) => panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text });
    await grow('\n\n| a | b |\n| - | - |\n| c | d |\n');
    await assertFades(panel, '.table', []);
    await grow(`| c | ${'wide'.repeat(15)} |\n`);
    await assertFades(panel, '.table', ['0px', '28px']);

    await panel.page.setViewportSize({ width: 1_000, height: 600 });

    await assertFades(panel, '.table', []);
  });

  it('fades out where it comes into view long after it was written', async () => {
    // Enough for segments of its own between the tables, which are not laid out at first.
    const far = Array.from({ length: 12 }, () => longText).join('\n\n');
    const panel = await show([wideTable, far, wideTable, far, wideTable].join('\n\n'));
    const tables = panel.page.locator('.table');
    for (const at of [2, 1, 0]) {
      await tables.nth(at).scrollIntoViewIfNeeded();
      await assertFades(panel, `.table >> nth=${at}`, ['0px', '28px']);
    }
  });

  it('fades out at the left where it begins at the right', async () => {
    const panel = await show(wideTable.replaceAll('column', 'עמודה'));
    await assertFades(panel, '.table', ['0px', '28px']);
    const mask = await panel.page.locator('.table').evaluate((table) => getComputedStyle(table).maskImage);
    assert.match(mask, /^linear-gradient\(to left/);

    await panel.page.locator('.table').evaluate((table) => table.scrollTo({ left: -table.scrollWidth }));

    await assertFades(panel, '.table', ['28px', '0px']);
  });

  it('fades out as well if it is a formula', async () => {
    const panel = await show(`$$\n${Array.from({ length: 40 }, (_, at) => `x_{${at}}`).join(' + ')}\n$$`);
    await panel.page.locator('.formula math').waitFor();

    await assertFades(panel, '.formula', ['0px', '28px']);
  });

  it('opens larger by click and by key if it is a diagram that was made smaller', async () => {
    const source = `flowchart LR\n${Array.from({ length: 7 }, (_, at) => `  n${at}[Number ${at}] --> n${at + 1}`).join('\n')}\n`;
    const panel = await show(`\`\`\`mermaid\n${source}\`\`\`\n`);
    await panel.until(`hostSide.messages.some(({ type }) => type === 'drawDiagram')`);
    const drawing = drawDiagram(source);
    assert.ok(drawing);
    await panel.tell({ type: 'diagramDrawn', source, drawing });
    const picture = panel.page.getByRole('img', { name: /^Diagram: / });
    await picture.waitFor();
    const width = async () => (await picture.boundingBox())?.width ?? 0;
    const small = await width();
    assert.ok(small < drawing.width, `${small} of ${drawing.width}`);
    await assertFades(panel, '.diagram', ['0px', '28px']);

    await picture.click();
    assert.equal(await width(), drawing.width);
    await panel.page.locator('.diagram').focus();
    await panel.page.keyboard.press('Enter');

    assert.equal(await width(), small);
  });

  it('is folded if it is a question, and shown by its button and by what is found in it', async () => {
    const lines = Array.from({ length: 2_000 }, (_, at) => `line ${at}`).join('\n');
    const panel = await open();
    await panel.snapshot([turn({ prompt: lines }), answered('b', 'A short one', 'Yes.')]);
    const prompt = panel.page.locator('.prompt').first();
    const height = async () => (await prompt.boundingBox())?.height ?? 0;
    assert.ok((await height()) < 300, `${await height()} px`);
    assert.equal(await panel.page.locator('.prompt-fold').count(), 1);

    await panel.button('Show All 2000 Lines').click();
    assert.ok((await height()) > 10_000);
    await panel.button('Show Less').click();
    assert.ok((await height()) < 300);
    await panel.tell({ type: 'findOpened' });
    await panel.page.getByRole('textbox', { name: 'Find' }).fill('line 1500');

    await panel.until(`(() => {
      const [range] = CSS.highlights.get('find-current');
      const box = range?.getBoundingClientRect();
      return box?.height > 0 && box.top > 0 && box.bottom < innerHeight;
    })()`);
    assert.ok((await height()) > 10_000);
  });

  it('never makes the page itself scroll, whatever keys are pressed', async () => {
    const panel = await open();
    await panel.snapshot([
      answered('a', 'One', longText),
      answered('b', 'Two', wideTable),
      answered('c', 'Three', 'So.'),
    ]);
    const offsets = () =>
      panel.page.evaluate<readonly number[]>(
        `[document.documentElement, document.body, document.querySelector('#app'), document.querySelector('.content')]
          .flatMap((e) => [e.scrollTop, e.scrollHeight - e.clientHeight])`,
      );
    await panel.articles.last().focus();
    for (const key of ['Alt+ArrowUp', 'Tab', 'PageDown', 'End', ' ', 'Home', 'Alt+ArrowDown', 'ArrowDown']) {
      await panel.page.keyboard.press(key);
    }

    assert.deepEqual(await offsets(), [0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
