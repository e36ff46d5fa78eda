import assert from 'node:assert/strict';
import { parser } from '../../../src/markdown/parser';

describe('Formulas in a line of text', () => {
  const formulas: readonly (readonly [string, ...string[]])[] = [
    ['It takes $O(n \\log n)$ steps.', 'O(n \\log n)'],
    ['With $n$ and $m$: $$n + m$$.', 'n', 'm', 'n + m'],
    ['($x_1 * y_1 * z$), $(a, b)$, $-1$', 'x_1 * y_1 * z', '(a, b)', '-1'],
    ['$\\$5$ and \\$x$', '\\$5'],
    ['**$a^2$** and [$b$](https://example.com)', 'a^2', 'b'],
    ['$n!$ is $\\Gamma(n+1)$; 10$^{-3}$ of $\\{a, b\\}$', 'n!', '\\Gamma(n+1)', '^{-3}', '\\{a, b\\}'],
    ['\\(n\\)-th, \\( \\alpha \\), so \\[x^2 = y\\].', 'n', '\\alpha', 'x^2 = y'],
    ['$\\mathbb{R}$, $X \\to Y$, $|A| > 0$, $f: A \\to B$.', '\\mathbb{R}', 'X \\to Y', '|A| > 0', 'f: A \\to B'],
    ['For $1 \\le i < n$: $a_i$ ($i$ even), $\\ell$ and $ab$', '1 \\le i < n', 'a_i', 'i', '\\ell', 'ab'],
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
    ...[
      '$_POST["a"]/$_FILES',
      '$.fn.x/$.ui',
      '$store/$emit, $el/$refs',
      '$1/$2 and $&/$0',
      '$arr[$i]->$key and $$ref->$x',
      '$i++; $j--; $k',
      'echo $?/$$/$!',
      '$Env:A;$Env:B',
      'x = $a=$b=$c',
      'R$5/US$6/€7/$8',
      '$1,000.50 – $2,000.50',
      '$5 (about 4€) or 6$',
      '10$, 20$ and 30$',
      'it costs about $10, so from $3 up to 5$',
      '($), (€) and ($)',
      '$/hour, €/hour and $/day',
      '价格 $5，运费 3$',
      '\\(see below\\) and \\(name\\)',
      '\\[1\\] \\[Your Name\\] \\[a-z\\] \\[x\\](y)',
      '\\(a `b\\)` and \\(**b**\\)',
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
