import assert from 'node:assert/strict';
import { answered, turn } from './turns';
import { usePanels } from './usePanels';

const formulas = [
  '\\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}',
  '\\sum_{i=1}^{n} i^2 = \\int_0^\\infty e^{-x}\\,dx',
  '\\begin{aligned} a &= b + c \\\\ &= d \\end{aligned}',
  '\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix} \\in \\mathbb{R}^{2 \\times 2}',
  'f(x) = \\begin{cases} 1 & \\text{if } x > 0 \\\\ 0 & \\text{else} \\end{cases}',
  '\\boxed{\\vec{v} \\cdot \\hat{n}} \\color{red} x \\rule{1em}{2em} \\mathcal{L}',
];

describe('Formulas in answers', () => {
  const open = usePanels();

  it('are drawn without a style or a script, once they are whole', async () => {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Formulas', formulas.map((tex) => `$$\n${tex}\n$$`).join('\n\n'))]);

    await panel.until(`document.querySelectorAll('.formula math').length === ${formulas.length}`);

    assert.deepEqual(
      await panel.page.locator('.formula').evaluateAll((all) => all.map((each) => each.getAttribute('title'))),
      formulas,
    );
    const sizes = await panel.page
      .locator('.formula math')
      .evaluateAll((all) =>
        all.map((each) => [
          Math.round(each.getBoundingClientRect().width),
          Math.round(each.getBoundingClientRect().height),
        ]),
      );
    for (const [width = 0, height = 0] of sizes) assert.ok(width > 20 && height > 15, JSON.stringify(sizes));
    assert.equal(await panel.page.getByText('ℝ').count(), 1);
  });

  it('have their boxes, lines and colours, and columns that stand where they belong', async () => {
    const panel = await open();
    const sources = [
      '\\boxed{x}',
      '\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}',
      '\\color{red} x',
      '\\cancel{x}',
    ];
    const aligned = '\\begin{aligned} a &= bbbb \\\\ cccc &= d \\end{aligned}';
    await panel.snapshot([answered('t1', 'F', [...sources, aligned].map((tex) => `$$${tex}$$`).join('\n\n'))]);
    await panel.until(`document.querySelectorAll('.formula math').length === 5`);

    const styles = await panel.page.locator('.formula').evaluateAll((all) => {
      const styleOf = (at: number, selector: string) => {
        const found = all[at]?.querySelector(selector);
        if (!found) throw new Error(`${selector} is missing`);
        return getComputedStyle(found);
      };
      return [
        styleOf(0, 'mrow').borderTopStyle,
        styleOf(1, 'mtr mtd').borderRightStyle,
        styleOf(1, 'mtr mtd').borderBottomStyle,
        styleOf(2, 'mi').color,
        styleOf(3, '.tml-cancel').position,
      ];
    });
    assert.deepEqual(styles, ['solid', 'solid', 'solid', 'rgb(255, 0, 0)', 'absolute']);
    const cells = await panel.page
      .locator('.formula')
      .last()
      .locator('mtd > *')
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
      );
    const [first, second, third, fourth] = cells;
    assert.ok(first && second && third && fourth);
    assert.ok(Math.abs(first.right - third.right) < 1.5, 'the left column stands at the right');
    assert.ok(Math.abs(second.left - fourth.left) < 1.5, 'the right column stands at the left');
    assert.ok(Math.abs(first.right - second.left) < 8, 'no gap is between them');
  });

  it('are source while they come, and stay so where they cannot be drawn', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: '$$\nx^2 + ' }] })]);
    assert.equal(await panel.page.locator('.segment').textContent(), '$$\nx^2 +');

    await panel.tell({
      type: 'partGrew',
      turnId: 't1',
      part: 0,
      text: 'y\n$$\n\n$$ \\frac{ $$\n\nIt costs $5 or $6, and $$ is the shell.\n',
    });
    await panel.until(`document.querySelectorAll('.formula math').length === 1`);

    assert.equal(await panel.page.locator('.formula').last().textContent(), '\\frac{');
    assert.equal(await panel.page.getByText('It costs $5 or $6, and $$ is the shell.').isVisible(), true);
  });

  it('are drawn in the middle of a line as well, no higher than that needs', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: 'It takes $O(n \\log ' }] })]);
    await panel.page.getByText('It takes $O(n \\log').waitFor();

    await panel.tell({
      type: 'partGrew',
      turnId: 't1',
      part: 0,
      text: 'n)$ steps for $5, or $\\frac{ $ and $\\nosuch{x}$.\n',
    });
    await panel.until(`document.querySelectorAll('.inline-formula math').length === 1`);

    const formula = panel.page.locator('.inline-formula').first();
    assert.equal(await formula.getAttribute('title'), 'O(n \\log n)');
    const [line, drawn] = [await panel.page.locator('.text p').boundingBox(), await formula.boundingBox()];
    assert.ok(line && drawn && drawn.height < 30 && drawn.y >= line.y, JSON.stringify({ line, drawn }));
    assert.equal(await panel.page.locator('.inline-formula').last().textContent(), '\\nosuch{x}');
    assert.match((await panel.page.locator('.text p').textContent()) ?? '', / steps for \$5, or \$\\frac\{ \$ and/);
  });

  it('stay inside of their place and load nothing, whatever they ask for', async () => {
    const panel = await open();
    const hostile = [
      '\\includegraphics{https://evil.test/x.png}',
      '\\href{javascript:alert(1)}{x} \\url{https://evil.test}',
      '\\htmlStyle{position: fixed; inset: 0}{x} \\htmlClass{composer}{x} \\htmlId{app}{x}',
      '\\raisebox{-9000em}{x} \\hspace{9999em} \\rule{9999em}{9999em}',
      '\\def\\a{\\a\\a}\\a',
      `${'{'.repeat(2_400)}x${'}'.repeat(2_400)}`,
      `\\fcolorbox{red}{blue}{x} ${'\\sqrt{'.repeat(300)}x${'}'.repeat(300)}`,
      '\\text{<img src=x onerror=alert(1)>}',
      '\\unicode{x} \\char"110000',
    ];
    await panel.snapshot([
      answered('t1', 'Formulas', `${hostile.map((tex) => `$$\n${tex}\n$$`).join('\n\n')}\n\n$$1$$`),
    ]);

    await panel.until(`document.querySelectorAll('.formula')[${hostile.length}]?.querySelector('math')`);

    const outside = await panel.page
      .locator('.formula')
      .evaluateAll((all) =>
        all
          .filter(
            (each) =>
              each.scrollHeight > 3_000 || each.clientHeight > 3_000 || getComputedStyle(each).overflowY === 'visible',
          )
          .map((each) => each.getAttribute('title')),
      );
    assert.deepEqual(outside, []);
    assert.equal(
      await panel.page.locator('.formula a, .formula img, .formula [class=composer], .formula [id]').count(),
      0,
    );
  });
});
