import assert from 'node:assert/strict';
import { formulaTree } from '../../../../media/formula/formulaTree';
import { type MathNode, readMath } from '../../../../media/formula/readMath';

const tree = (source: string) => readMath(formulaTree(source, true));

/** What temml is relied on for although its documents do not promise it. Read media/formula/readMath.ts before changing it. */
describe('temml', () => {
  it('still gives its tree of elements by __renderToMathMLTree (an upgrade broke formulaTree.ts)', () => {
    const made = formulaTree('x', true);

    assert.deepEqual(Object.keys(Object(made)), ['type', 'attributes', 'children', 'classes', 'style', 'label']);
  });

  it('still describes fractions, indexes, tables and letters as readMath.ts reads them (an upgrade changed the tree)', () => {
    assert.equal(drawn('\\frac{x_1^2}{2}'), 'mfrac(msubsup(mi(x) mn(1) mn(2)) mn(2))');
    assert.equal(drawn('\\mathbb{R} \\mathcal{L} \\mathfrak{g}'), 'mrow(mi(ℝ) mi(ℒ) mi(𝔤))');
    assert.equal(drawn('\\mathrm{d}'), 'mrow(mi[mathvariant=normal](d) mspace())');
    assert.equal(
      drawn('\\begin{aligned} a &= b \\end{aligned}'),
      'mtable[displaystyle=true].tml-jot(mtr(' +
        'mtd.tml-right.flush-left.flush-right(mi(a)) mtd.tml-left.flush-left.flush-right(mrow(mo(=) mi(b)))))',
    );
  });

  it('still names boxes, lines and colours as formula.css and readMath.ts know them (an upgrade changed a name)', () => {
    assert.equal(drawn('\\overline{x}'), 'menclose.tml-overline(mi(x))');
    assert.equal(drawn('\\cancel{x}'), 'menclose(mi(x) mrow.tml-cancel.upstrike())');
    assert.equal(drawn('\\boxed{x}'), 'mrow[scriptlevel=0][displaystyle=true].padded.boxed(mi(x))');
    assert.equal(drawn('{\\color{red} x}'), 'mrow(mi[mathcolor=#ff0000](x))');
    assert.match(
      drawn('\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}'),
      /mtd\.solid-bottom\.solid-right|mtd[.\w-]*\.solid-right/,
    );
  });

  it('still refuses addresses, pictures and attributes of a formula (an upgrade changed what trust means)', () => {
    for (const source of [
      '\\href{https://x.test}{x}',
      '\\includegraphics{x}',
      '\\class{a}{x}',
      '\\style{color:red}{x}',
    ]) {
      assert.throws(() => formulaTree(source, true), source);
    }
  });

  it('still stops formulas that grow without end (an upgrade changed maxExpand or maxSize)', () => {
    assert.throws(() => formulaTree('\\def\\a{\\a\\a}\\a', true));
    assert.equal(drawn('\\rule{9999em}{1em}').includes('9999'), false);
  });
});

/** A short way to write a tree: `tag[attribute].class(children)`. */
function drawn(source: string): string {
  return (tree(source)?.children ?? []).map(written).join(' ');
}

function written(node: MathNode | string): string {
  if (typeof node === 'string') return node;
  const attributes = Object.entries(node.attributes).map(([name, value]) => `[${name}=${value}]`);
  const classes = node.classes.map((name) => `.${name}`);
  return `${node.tag}${attributes.join('')}${classes.join('')}(${node.children.map(written).join(' ')})`;
}
