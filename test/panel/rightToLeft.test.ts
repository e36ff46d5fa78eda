import assert from 'node:assert/strict';
import { everyday, runSeed } from '../budget';
import { randomCuts, randomNumbers } from '../unit/media/markdown/snippets';
import type { PanelPage } from './panelPage';
import { answered, turn } from './turns';
import { usePanels } from './usePanels';

const seed = runSeed;

/** Texts with what runs which way in them: each element by its name, in the order of the page. */
const texts: readonly (readonly [markdown: string, ways: readonly string[]])[] = [
  ['שלום עולם (hello).\n\nHello עולם.\n\n## כותרת\n', ['p rtl', 'p ltr', 'h2 rtl']],
  [
    '- ראשון\n- second\n  - שלישי\n- `code` رابع\n',
    ['li rtl', 'p rtl', 'li ltr', 'p ltr', 'li rtl', 'p rtl', 'li rtl', 'p rtl'],
  ],
  ['7. שבע\n\n   ```js\n   let x;\n   ```\n8. eight\n', ['li rtl', 'p rtl', 'pre ltr', 'li ltr', 'p ltr']],
  [
    '> اقتباس\n> > quote\n\n> Text\n',
    ['blockquote rtl', 'p rtl', 'blockquote ltr', 'p ltr', 'blockquote ltr', 'p ltr'],
  ],
  [
    '| שם ארוך מאוד | a long heading |\n|--|--|\n| 5 | Hello. |\n\n| a long heading | שם ארוך מאוד |\n|--|--|\n| אב | 7 |\n',
    ['table rtl', 'td rtl', 'td ltr', 'table ltr', 'td rtl', 'td ltr'],
  ],
  ['$x$ נוסחה `a` ועוד $$y$$\n\n$$\nz\n$$\n', ['p rtl', 'formula ltr', 'formula ltr', 'formula ltr']],
  // What begins with a list, a quote or a table runs the way the first words in that do.
  [
    '1. - ראשון\n   - second\n2. > ציטוט\n3. - third\n',
    ['li rtl', 'li rtl', 'p rtl', 'li ltr', 'p ltr', 'li rtl', 'blockquote rtl', 'p rtl', 'li ltr', 'li ltr', 'p ltr'],
  ],
  [
    '> - قائمة\n> - list\n\n> | שם ארוך | a long heading |\n> |-|-|\n> | 1 | 2 |\n',
    ['blockquote rtl', 'li rtl', 'p rtl', 'li ltr', 'p ltr', 'blockquote rtl', 'table rtl', 'td rtl', 'td rtl'],
  ],
  ['- [x] משימה\n- ```sh\n  x\n  ```\n  אחרי\n', ['li rtl', 'p rtl', 'li rtl', 'pre ltr', 'p rtl']],
];

/**
 * Where it shows: in which way texts are set, on which side the mark or the bar is, and in which order columns are. Texts
 * in a paragraph may run another way than their element, so that a letter of each is measured.
 */
const waysOnPage = `(() => {
  const way = (element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    switch (element.localName) {
      case 'li': {
        const list = element.closest('ul, ol').getBoundingClientRect();
        return list.right - box.right === 24 && box.left === list.left ? 'rtl' : box.left - list.left === 24 ? 'ltr' : '?';
      }
      case 'blockquote':
        return style.borderRightWidth === '3px' ? 'rtl' : 'ltr';
      case 'table': {
        const [first, second] = element.rows[0].cells;
        return first.getBoundingClientRect().left > second.getBoundingClientRect().left ? 'rtl' : 'ltr';
      }
      case 'pre':
        return style.direction;
      default: {
        if (element.matches('.inline-formula, .formula')) return style.direction;
        const words = document.createRange();
        words.selectNodeContents(element);
        const text = words.getBoundingClientRect();
        const padding = parseFloat(style.paddingLeft) + 1;
        return text.left - box.left <= padding + 1 ? 'ltr' : 'rtl';
      }
    }
  };
  const shown = document.querySelectorAll('.text :is(p, h2, li, blockquote, table, td, pre, .inline-formula, .formula)');
  return [...shown].map((e) => (e.matches('.inline-formula, .formula') ? 'formula' : e.localName) + ' ' + way(e));
})()`;

describe('Text from right to left in answers', function () {
  this.timeout(60_000);
  const open = usePanels();
  const ways = (panel: PanelPage) => panel.page.evaluate<readonly string[]>(waysOnPage);

  it('has its marks, bars and columns on its side, block by block; code and formulas do not turn', async () => {
    const panel = await open({ width: 600 });
    for (const [markdown, expected] of texts) {
      await panel.snapshot([answered('t1', 'Hi', markdown)], undefined, markdown);
      assert.deepEqual(await ways(panel), expected, markdown);
    }
  });

  it('has them there as well when it came in pieces', async () => {
    console.log(`      seed ${seed}`);
    const panel = await open({ width: 600 });
    const random = randomNumbers(seed);
    for (const [markdown, expected] of everyday(texts, 4)) {
      await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: '' }] })], undefined, markdown);
      const grown = randomCuts(markdown, random).map(
        (text) => [{ type: 'partGrew', turnId: 't1', part: 0, text }] as const,
      );
      await panel.tellInFrames([...grown, [{ type: 'turnChanged', turnId: 't1', status: 'done' }]]);
      await panel.until(`${waysOnPage}.length === ${expected.length}`);
      assert.deepEqual(await ways(panel), expected, markdown);
    }
  });
});
