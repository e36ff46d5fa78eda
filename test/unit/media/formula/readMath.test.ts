import assert from 'node:assert/strict';
import { type MathNode, readMath } from '../../../../media/formula/readMath';

const text = (value: string) => ({ text: value });
const node = (type: string, children: readonly unknown[], more: Partial<Made> = {}) => ({
  ...{ type, attributes: {}, classes: [], style: {} },
  ...more,
  children,
});
const math = (...children: readonly unknown[]) => ({ classes: [], children: [node('math', children)] });

/** What the library hangs on an element. */
interface Made {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly classes: readonly unknown[];
  readonly style: Readonly<Record<string, unknown>>;
}

function read(tag: string, children: readonly unknown[] = [], more: Partial<MathNode> = {}) {
  return { tag, attributes: {}, classes: [], children, ...more };
}

describe('readMath', () => {
  it('takes over what is known of a formula, and joins its texts', () => {
    const power = node('msup', [
      node('mi', [text('x')], { attributes: { mathvariant: 'normal' } }),
      node('mn', [text('1'), { children: [text('2')] }]),
    ]);

    assert.deepEqual(
      readMath(math(node('mrow', [power], { classes: ['tml-right'], style: { paddingLeft: '0em' } }))),
      read('math', [
        read(
          'mrow',
          [read('msup', [read('mi', ['x'], { attributes: { mathvariant: 'normal' } }), read('mn', ['12'])])],
          { classes: ['tml-right', 'flush-left'] },
        ),
      ]),
    );
  });

  it('lets no element through that is not one of a formula, and nothing on one that could do something', () => {
    const more: Made = {
      attributes: {
        ...{ href: 'https://evil.test', src: 'https://evil.test/x.png', onclick: 'pwned()', style: 'color: red' },
        ...{ width: '3em', height: 'calc(100vh)', mathcolor: 'url(https://evil.test)', class: 'composer', id: 'app' },
        ...{ constructor: 'x' },
      },
      classes: ['composer', 'tml-cancel', 'tml-cancel composer', '', undefined, 7],
      style: {
        ...{ position: 'fixed', display: 'flex', width: '100%', transform: 'scale(9)', constructor: 'x' },
        ...{ padding: '9em', color: 'red', borderTop: '0.06em solid ', border: '900px', paddingTop: '100em' },
        ...{ marginLeft: '-9000em', background: 'url(https://evil.test)', fontWeight: '900' },
      },
    };
    const children = ['script', 'img', 'mglyph', 'annotation-xml', 'foreignObject', 'a'].map((type) =>
      node(type, [text('in')], more),
    );

    const [row] = readMath(math(node('mrow', [...children, node('mspace', [], more)])))?.children ?? [];

    assert.deepEqual(
      row,
      read('mrow', [
        'inininininin',
        read('mspace', [], {
          attributes: { width: '3em', mathcolor: 'red' },
          classes: ['tml-cancel', 'solid-top'],
        }),
      ]),
    );
  });

  it('reads nothing out of what is no formula, and gives up on what is nested too deep', () => {
    for (const value of [undefined, null, 1, 'math', [], {}, { children: [text('x')] }])
      assert.equal(readMath(value), undefined);
    let deep: unknown = text('x');
    for (let depth = 0; depth < 10_000; depth++) deep = node('mrow', [deep]);
    assert.throws(() => readMath(math(deep)), /nested too deep/);
  });
});
