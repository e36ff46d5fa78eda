import assert from 'node:assert/strict';
import { parser } from '../../../src/markdown/parser';

describe('Formulas in a line of text', () => {
  const formulas: readonly (readonly [string, ...string[]])[] = [
    ['It takes $O(n \\log n)$ steps.', 'O(n \\log n)'],
    ['With $n$ and $m$: $$n + m$$.', 'n', 'm', 'n + m'],
    ['($x_1 * y_1 * z$), $(a, b)$, $-1$', 'x_1 * y_1 * z', '(a, b)', '-1'],
    ['$\\$5$ and \\$x$', '\\$5'],
    ['**$a^2$** and [$b$](https://example.com)', 'a^2', 'b'],
  ];
  for (const [text, ...expected] of formulas) {
    it(`are seen: ${text}`, () => assert.deepEqual(formulasIn(text), expected));
  }

  const texts = [
    ...['It costs $5 and $6.', 'US$5/A$6', '$5-$10', '$ x $', 'between $100 and$200'],
    ...[
      '$HOME/$USER',
      '$' + '{HOME}/$' + '{USER}',
      '$PATH:$(pwd)',
      'echo $$ and $$',
      '$name$',
      '$$',
      '$$$$',
      '$$$x$$$',
    ],
    ...['`$x$`', '$a `b$` c$', '\\$x\\$', '$x\ny$', `$${'x+'.repeat(200)}$`],
  ];
  for (const text of texts) {
    it(`are not seen where dollars mean something else: ${text.slice(0, 30)}`, () => {
      assert.deepEqual(formulasIn(text), []);
    });
  }
});

function formulasIn(text: string): readonly string[] {
  const tokens = parser.parse(text, {}).flatMap(({ children }) => children ?? []);
  return tokens.filter(({ type }) => type === 'inline_formula').map(({ content }) => content);
}
