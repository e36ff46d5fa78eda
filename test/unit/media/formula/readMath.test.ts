import assert from 'node:assert/strict';
import { type MathNode, readMath } from '../../../../media/formula/readMath';

const text = (value: string) => ({ text: value });
const node = (type: string, children: readonly unknown[], attributes = {}) => ({ type, attributes, children });
const math = (...children: readonly unknown[]) => ({ classes: ['katex'], children: [node('math', children)] });

describe('readMath', () => {
  it('takes over what is known of a formula, without its source', () => {
    const annotation = node('annotation', [text('x^2')], { encoding: 'application/x-tex' });
    const power = node('msup', [node('mi', [text('x')]), node('mn', [text('2')])]);

    assert.deepEqual(readMath(math(node('semantics', [node('mrow', [power]), annotation]))), {
      tag: 'math',
      attributes: {},
      children: [
        {
          tag: 'mrow',
          attributes: {},
          children: [
            {
              tag: 'msup',
              attributes: {},
              children: [
                { tag: 'mi', attributes: {}, children: ['x'] },
                { tag: 'mn', attributes: {}, children: ['2'] },
              ],
            },
          ],
        },
      ],
    });
  });

  it('lets no element through that is not one of a formula, and no attribute that could do something', () => {
    const attributes = {
      ...{
        href: 'https://evil.test',
        src: 'https://evil.test/x.png',
        onclick: 'pwned()',
        style: 'color: red',
        id: 'app',
      },
      ...{
        width: '3em',
        height: 'calc(100vh)',
        mathcolor: 'url(https://evil.test)',
        constructor: 'x',
        class: 'composer',
      },
    };
    const children = ['script', 'img', 'mglyph', 'annotation-xml', 'foreignObject', 'a'].map((type) =>
      node(type, [text('in')], attributes),
    );

    const [row] = readMath(math(node('mrow', [...children, node('mspace', [], attributes)])))?.children ?? [];

    assert.deepEqual(row, {
      tag: 'mrow',
      attributes: {},
      children: ['inininininin', { tag: 'mspace', attributes: { width: '3em' }, children: [] }],
    });
  });

  it('writes letters of other alphabets as Unicode has them', () => {
    const letters = (variant: string, value: string) =>
      lettersIn(readMath(math(node('mi', [text(value)], { mathvariant: variant }))));

    assert.equal(letters('double-struck', 'RaZ1'), 'ℝ𝕒ℤ𝟙');
    assert.equal(letters('fraktur', 'Cg'), 'ℭ𝔤');
    assert.equal(letters('script', 'LA'), 'ℒ𝒜');
    assert.equal(letters('bold', 'x0∑'), '𝐱𝟎∑');
    assert.equal(letters('normal', 'd'), 'd');
    assert.equal(letters('constructor', 'd'), 'd');
  });

  it('reads nothing out of what is no formula, and gives up on what is nested too deep', () => {
    for (const value of [undefined, null, 1, 'math', [], {}, { children: [text('x')] }])
      assert.equal(readMath(value), undefined);
    let deep: unknown = text('x');
    for (let depth = 0; depth < 10_000; depth++) deep = node('mrow', [deep]);
    assert.throws(() => readMath(math(deep)), /nested too deep/);
  });
});

function lettersIn(formula: MathNode | undefined): string {
  return (formula?.children ?? []).map((child) => (typeof child === 'string' ? child : lettersIn(child))).join('');
}
