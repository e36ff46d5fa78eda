import assert from 'node:assert/strict';
import type { PanelPage } from './panelPage';
import { answered } from './turns';
import { usePanels } from './usePanels';

interface Copied {
  readonly plain: string;
  readonly html: string;
}

/** Script that gives the text node which holds these words, and where they begin or end in it. */
const place = (words: string, edge: 'start' | 'end') => `(() => {
  const walker = document.createTreeWalker(document.querySelector('.answer'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(${JSON.stringify(words)});
    if (at >= 0) return [node, at + ${edge === 'end' ? words.length : 0}];
  }
  throw new Error('not on the page: ' + ${JSON.stringify(words)});
})()`;

describe('Copying from an answer by mouse', function () {
  this.timeout(60_000);
  const open = usePanels();

  /** Selects from the beginning of the first words to the end of the others, and presses the keys. */
  async function copied(panel: PanelPage, from: string, to: string): Promise<Copied> {
    await panel.page.evaluate(`getSelection().setBaseAndExtent(...${place(from, 'start')}, ...${place(to, 'end')})`);
    await panel.page.evaluate(`document.addEventListener('copy', ({ clipboardData }) => {
      window.copied = { plain: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    }, { once: true })`);
    await panel.page.keyboard.press('Control+c');
    return panel.page.evaluate<Copied>('window.copied');
  }

  async function show(markdown: string): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Hi', `Begin.\n\n${markdown}\n\nEnd.`)]);
    await panel.page.getByText('End.', { exact: true }).waitFor();
    return panel;
  }

  const cases: readonly (readonly [name: string, markdown: string, plain: string, html: string])[] = [
    [
      'paragraphs, with breaks where they are seen',
      '# Title\n\none\ntwo **bold** `co  de`  \nthree',
      'Title\n\none two bold co  de\nthree',
      '<h1>Title</h1><p>one two <strong>bold</strong> <code>co  de</code><br>three</p>',
    ],
    [
      'code without the words of its buttons',
      '```sh title="a.sh"\nif x; then\n\ty  \n\n  z\nfi\n```',
      'if x; then\n\ty  \n\n  z\nfi',
      '<pre><code>if x; then\n\ty  \n\n  z\nfi</code></pre>',
    ],
    [
      'lists with their marks, one in another',
      '- a\n  - b\n  - [x] c\n- d\n\n7. e\n8. f\n   ```\n   g\n     h\n   ```\n9. i',
      '- a\n  - b\n  - [x] c\n- d\n7. e\n8. f\n\ng\n  h\n9. i',
      '<ul><li><p>a</p><ul><li>b</li><li>☑ c</li></ul></li><li>d</li></ul><ol start="7"><li>e</li><li><p>f</p><pre><code>g\n  h</code></pre></li><li>i</li></ol>',
    ],
    [
      'tables with tabs between their cells',
      '| a | `b` |\n|---|:-:|\n| 1<br>2 | [c](https://a.test) |\n|  | x \\| y |',
      'a\tb\n1 2\tc\n\tx | y',
      '<table><tbody><tr><th>a</th><th><code>b</code></th></tr><tr><td>1<br>2</td><td><a href="https://a.test/">c</a></td></tr><tr><td></td><td>x | y</td></tr></tbody></table>',
    ],
    [
      'formulas as their TeX',
      'So $\\frac{a}{b}$ and\n\n\\[\nx^2\n= y\n\\]\n\n> $n$ holds',
      'So $\\frac{a}{b}$ and\n\n$$\nx^2\n= y\n$$\n\n$n$ holds',
      '<p>So $\\frac{a}{b}$ and</p><p>$$x^2\n= y$$</p><blockquote><p>$n$ holds</p></blockquote>',
    ],
    ['footnotes with their numbers', 'x[^n]\n\n[^n]: note *it*', 'x[1]', '<p>x<sup>[1]</sup></p>'],
    [
      'what looks like HTML as text',
      '<img src=x> &amp; [x](javascript:alert(1)) ![p](https://a.test/p.png)',
      '<img src=x> & [x](javascript:alert(1)) p',
      '<p>&lt;img src=x&gt; &amp; [x](javascript:alert(1)) <a href="https://a.test/p.png">p</a></p>',
    ],
  ];
  for (const [name, markdown, plain, html] of cases) {
    it(`gives ${name}`, async () => {
      const panel = await show(markdown);
      if (markdown.includes('frac')) await panel.until(`document.querySelectorAll('.answer math').length === 3`);
      const all = await copied(panel, 'Begin.', 'End.');
      assert.deepEqual(all, {
        plain: `Begin.\n\n${plain}\n\nEnd.`.replace('\n\n- a', '\n- a'),
        html: `<p>Begin.</p>${html}<p>End.</p>`,
      });
    });
  }

  it('gives a part of a block as that part, without a mark', async () => {
    const panel = await show(
      'one two three\n\n- four five\n- six\n\n```\nseven\n  eight nine\n```\n\n|ten|elf|\n|-|-|\n|x y|z|',
    );
    const plain = async (from: string, to: string) => (await copied(panel, from, to)).plain;

    assert.equal(await plain('two', 'two'), 'two');
    assert.equal(await plain('four', 'four'), 'four');
    assert.equal(await plain('five', 'si'), 'five\n- si');
    assert.equal(await plain('four', 'six'), '- four five\n- six');
    assert.equal(await plain('even', 'eight'), 'even\n  eight');
    assert.equal(await plain('x y', 'x y'), 'x y');
    assert.equal(await plain('elf', 'x y'), '\telf\nx y\t');
    assert.equal(await plain('three', 'four'), 'three\n- four');
  });

  it('leaves a box to type in alone', async () => {
    const panel = await show('x');
    await panel.composer.fill('typed  text');
    await panel.composer.selectText();
    await panel.page.evaluate(
      `document.addEventListener('copy', (event) => { window.wasLeft = !event.defaultPrevented; })`,
    );
    await panel.page.keyboard.press('Control+c');
    assert.equal(await panel.page.evaluate('window.wasLeft'), true);
  });
});
