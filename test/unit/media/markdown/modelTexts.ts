import type { SpecExample } from './specExamples';

/**
 * What models write, and what is to be drawn of it: the rules in which we differ from CommonMark and GitHub, named in
 * docs/markdown-differences.md.
 */
export interface ModelTexts {
  readonly [rule: string]: readonly SpecExample[];
}

const code = (text: string) => `<pre><code>${text.replaceAll('"', '&quot;')}</code></pre>`;

const nestedFences: readonly SpecExample[] = [
  {
    markdown: '```md\nRun\n```sh\nmake\n```\nand wait.\n```\nDone.\n',
    html: `${code('Run\n```sh\nmake\n```\nand wait.\n')}<p>Done.</p>`,
  },
  {
    markdown: '~~~markdown\n~~~js\na\n~~~\n\n~~~ts title="b.ts"\nb\n~~~\n~~~\n\n# After\n',
    html: `${code('~~~js\na\n~~~\n\n~~~ts title="b.ts"\nb\n~~~\n')}<h1>After</h1>`,
  },
  // Three deep, the inner ones in a list and longer.
  {
    markdown: '```mdx\n1. So:\n   ```md\n   ````py\n   ```\n   ````\n   ```\n2. end\n```\n\ntext\n',
    html: `${code('1. So:\n   ```md\n   ````py\n   ```\n   ````\n   ```\n2. end\n')}<p>text</p>`,
  },
  // A fence behind the mark of an item, and one that is so far in that it is no end of the outer one.
  {
    markdown: '```README.md\n- ```sh\n  x\n  ```\n\n    ```js\n    y\n    ```\n```\nend\n',
    html: `${code('- ```sh\n  x\n  ```\n\n    ```js\n    y\n    ```\n')}<p>end</p>`,
  },
  {
    markdown: '- item\n\n  ```markdown\n  ```c\n  x\n  ```\n  ```\n- next\n\n> ```md\n> ```c\n> x\n> ```\n> ```\n> q\n',
    html: `<ul><li><p>item</p>${code('```c\nx\n```\n')}</li><li><p>next</p></li></ul><blockquote>${code('```c\nx\n```\n')}<p>q</p></blockquote>`,
  },
  // Closed for good, and prose behind it.
  {
    markdown: '```md\n# T\n```\n\nSo run:\n\n```sh\nx\n```\n',
    html: `${code('# T\n')}<p>So run:</p>${code('x\n')}`,
  },
  // Shorter fences in a longer one need no partner, and other code than Markdown holds no fences.
  { markdown: '````md\n```sh\nx\n````\nend\n', html: `${code('```sh\nx\n')}<p>end</p>` },
  { markdown: '```text\n```sh\nx\n```\nend\n', html: `${code('```sh\nx\n')}<p>end</p>` },
  { markdown: '```md\n```js x`\n~~~sh\n```\nend\n', html: `${code('```js x`\n~~~sh\n')}<p>end</p>` },
  // Inside of a fence in a fence, nothing opens another one.
  {
    markdown: '```md\n```sh\ncat <<E\n```js\nE\n```\n```\nend\n',
    html: `${code('```sh\ncat &lt;&lt;E\n```js\nE\n```\n')}<p>end</p>`,
  },
  { markdown: '```md\n```sh\nnever closed', html: code('```sh\nnever closed') },
];

const cjkEmphasis: readonly SpecExample[] = [
  {
    markdown: '请先**关闭文件（重要）**再运行。\n',
    html: '<p>请先<strong>关闭文件（重要）</strong>再运行。</p>',
  },
  {
    markdown: '**「設定」**を開き、*「保存」*する。\n',
    html: '<p><strong>「設定」</strong>を開き、<em>「保存」</em>する。</p>',
  },
  { markdown: '- **옵션(필수):**값을 씁니다\n', html: '<ul><li><strong>옵션(필수):</strong>값을 씁니다</li></ul>' },
  { markdown: '~~旧的（v1）。~~新的\n', html: '<p><s>旧的（v1）。</s>新的</p>' },
  {
    markdown: '使用**`npm ci`**安装，***“全部”***完成\n',
    html: '<p>使用<strong><code>npm ci</code></strong>安装，<em><strong>“全部”</strong></em>完成</p>',
  },
  {
    markdown: '注意**：**这里，**[文档](https://a.test)。**然后\n',
    html: '<p>注意<strong>：</strong>这里，<strong><a href="https://a.test">文档</a>。</strong>然后</p>',
  },
  {
    markdown: '|**「名」**は|値|\n|-|-|\n|**𠮷（漢字）**だ|1|\n',
    html: '<table><thead><tr><th><strong>「名」</strong>は</th><th>値</th></tr></thead><tbody><tr><td><strong>𠮷（漢字）</strong>だ</td><td>1</td></tr></tbody></table>',
  },
  // As in CommonMark elsewhere: words of other languages, underscores, blanks inside.
  { markdown: '**Note:**next, 中文__（下）__文, ** 空 **\n', html: '<p>**Note:**next, 中文__（下）__文, ** 空 **</p>' },
];

const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: readonly string[]) =>
  `<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
const br = '<br>\n';

const lineBreaks: readonly SpecExample[] = [
  { markdown: '|a|b|\n|-|-|\n|x<br>y <BR> z|<br/>w<br />|\n', html: table(row(`x${br}y${br}z`, `${br}w${br}`)) },
  {
    markdown: '- one<br>two\n- **three<br/>four**<br>\n  five\n',
    html: `<ul><li>one${br}two</li><li><strong>three${br}four</strong>${br}five</li></ul>`,
  },
  {
    markdown: '1. a\n\n   > b<br>c\n\n   ## d<br>e\n',
    html: `<ol><li><p>a</p><blockquote><p>b${br}c</p></blockquote><h2>d${br}e</h2></li></ol>`,
  },
  {
    markdown: '|a|b|\n|-|-|\n|`<br>`|\\<br> &lt;br> [x<br>y](https://a.test)|\n',
    html: table(row('<code>&lt;br&gt;</code>', `&lt;br&gt; &lt;br&gt; <a href="https://a.test">x${br}y</a>`)),
  },
  // No other tag, and in no other place.
  {
    markdown: '- <b>x</b><br class="y"><hr><br\n',
    html: '<ul><li>&lt;b&gt;x&lt;/b&gt;&lt;br class=&quot;y&quot;&gt;&lt;hr&gt;&lt;br</li></ul>',
  },
  {
    markdown: '# a<br>b\n\nc<br>d\n\n> e<br/>f\n',
    html: '<h1>a&lt;br&gt;b</h1><p>c&lt;br&gt;d</p><blockquote><p>e&lt;br/&gt;f</p></blockquote>',
  },
];

const math = (tex: string) =>
  `<math>${tex.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</math>`;

const bracketFormulas: readonly SpecExample[] = [
  {
    markdown: 'So \\(a < b\\) and \\( \\vec v \\cdot w \\).\n',
    html: `<p>So ${math('a < b')} and ${math('\\vec v \\cdot w')}.</p>`,
  },
  {
    markdown: '\\[\nx_1 \\\\[2pt]\n\\begin{aligned} y &= z \\end{aligned}\n\\]\nend\n',
    html: `${math('x_1 \\\\[2pt]\n\\begin{aligned} y &= z \\end{aligned}')}<p>end</p>`,
  },
  {
    markdown: '- \\[ e^{i\\pi} = -1 \\]\n- x\n\n> \\[\n> k\n> \\]\n',
    html: `<ul><li>${math('e^{i\\pi} = -1')}</li><li>x</li></ul><blockquote>${math('k')}</blockquote>`,
  },
  {
    markdown: 'text\n\\[ f(n) =\n  2n \\]\nit holds: \\[ n \\ge 1 \\], **\\(n\\)**\n',
    html: `<p>text</p>${math('f(n) =\n  2n')}<p>it holds: ${math('n \\ge 1')}, <strong>${math('n')}</strong></p>`,
  },
  { markdown: '|a|b|\n|-|-|\n|\\(|x|\\)|\\(P(A \\mid B)\\)|\n', html: table(row(math('|x|'), math('P(A \\mid B)'))) },
  { markdown: '\\(a\nb\\) and \\(x\\)-axis\n', html: `<p>${math('a\nb')} and ${math('x')}-axis</p>` },
];

const strokes: readonly SpecExample[] = [
  { markdown: 'Match \\(\\d+ or C:\\Tools\\(x86\\)\n', html: '<p>Match \\(\\d+ or C:\\Tools\\(x86\\)</p>' },
  {
    markdown: 'The angle \\(\\theta = 1\n\nis \\[ \\frac{1}{2}\n',
    html: '<p>The angle \\(\\theta = 1</p><p>is \\[ \\frac{1}{2}</p>',
  },
  {
    markdown: '`\\(x\\)` \\(see below\\) \\[^a\\]+ a\\)\n',
    html: '<p><code>\\(x\\)</code> \\(see below\\) \\[^a\\]+ a\\)</p>',
  },
  // What keeps words from being a link is an escape.
  {
    markdown: 'Dear \\[Your Name\\], \\[1\\] \\[a](/b) [a\\](/b)\n\n- \\[ \\] x\n',
    html: '<p>Dear [Your Name], [1] [a](/b) [a](/b)</p><ul><li>[ ] x</li></ul>',
  },
  { markdown: '\\[Note\\]\n\n\\[a\\] and \\[b = c\\]\n', html: `<p>[Note]</p><p>[a] and ${math('b = c')}</p>` },
];

const falseFormulas: readonly SpecExample[] = [
  {
    markdown: 'Use $_SESSION/$_COOKIE, $.map/$.each, $this->a/$that, $$name/$$other.\n',
    html: '<p>Use $_SESSION/$_COOKIE, $.map/$.each, $this-&gt;a/$that, $$name/$$other.</p>',
  },
  {
    markdown: 'From $3, together: 12$ or $7k/$9k, US ($), Euro (€), Canada ($).\n',
    html: '<p>From $3, together: 12$ or $7k/$9k, US ($), Euro (€), Canada ($).</p>',
  },
  {
    markdown: 'Write $#/$* and $?/$!, $@,$*, $/€ and $/£, $(CC)/$(LD), $a=$1.\n',
    html: '<p>Write $#/$* and $?/$!, $@,$*, $/€ and $/£, $(CC)/$(LD), $a=$1.</p>',
  },
  {
    markdown: '共 $5，另外 10$。Pay $4 per month, or 5$; $10 plus 5% and 2$\n',
    html: '<p>共 $5，另外 10$。Pay $4 per month, or 5$; $10 plus 5% and 2$</p>',
  },
  {
    markdown: 'The pattern ^a$|^b$ and $x="1"$, $a::b$ or $A$1:$B$2.\n',
    html: '<p>The pattern ^a$|^b$ and $x=&quot;1&quot;$, $a::b$ or $A$1:$B$2.</p>',
  },
  {
    markdown: '$$a$$ and $$b$$\n\n$$a$$ b\n$$\n',
    html: `<p>${math('a')} and ${math('b')}</p><p>${math('a')} b\n$$</p>`,
  },
  {
    markdown: '|a|b|\n|-|-|\n|$5|$6|\n|$a | b$|\n|US$|CA$|\n',
    html: table(row('$5', '$6'), row('$a', 'b$'), row('US$', 'CA$')),
  },
];

const formulas: readonly SpecExample[] = [
  {
    markdown: '|a|b|\n|-|-|\n|$|x|$|$P(A|B)$|\n|$\\|v\\|$|$\\{x | x>0\\}$|\n',
    html: table(row(math('|x|'), math('P(A|B)')), row(math('|v|'), math('\\{x | x>0\\}'))),
  },
  {
    markdown: '|$|a|$|b|\n|-|-|\n|c|d|\n',
    html: table(row('c', 'd')).replace('<th>a</th>', `<th>${math('|a|')}</th>`),
  },
  {
    markdown: 'About $[0, 1)$, $]0,1[$, $5x + 3$, $2\\pi r$, $\\le$ and $=$.\n',
    html: `<p>About ${['[0, 1)', ']0,1[', '5x + 3', '2\\pi r'].map(math).join(', ')}, ${math('\\le')} and ${math('=')}.</p>`,
  },
  {
    markdown: 'At 90$^\\circ$ or 5$x$, 3$\\times$4, $f$-score, ($n$), "$k$", $x$.\n',
    html: `<p>At 90${math('^\\circ')} or 5${math('x')}, 3${math('\\times')}4, ${math('f')}-score, (${math('n')}), &quot;${math('k')}&quot;, ${math('x')}.</p>`,
  },
  {
    markdown: '$x \\text{ is even and } y$, $O(n log n)$, $\\int f dx dy$, $50\\%$\n',
    html: `<p>${['x \\text{ is even and } y', 'O(n log n)', '\\int f dx dy', '50\\%'].map(math).join(', ')}</p>`,
  },
];

const cellsBeyond: readonly SpecExample[] = [
  { markdown: '|a|b|\n|-|-|\n|1|2|3|\n|1|2|3|4|\n', html: table(row('1', '2 | 3'), row('1', '2 | 3 | 4')) },
  {
    markdown: '|a|b|\n|-|-|\n|`x | y`|z|\n|`x`|y | z|\n',
    html: table(row('<code>x | y</code>', 'z'), row('<code>x</code>', 'y | z')),
  },
  { markdown: 'a|b\n-|-\n``p|`q``|r||s|\n', html: table(row('<code>p|`q</code>', 'r |  | s')) },
  { markdown: '- |a|b|\n  |-|-|\n  |1|2|*3*|\n', html: `<ul><li>${table(row('1', '2 | <em>3</em>'))}</li></ul>` },
  {
    markdown: '|a|b|\n|:-:|-:|\n|1\\|2|`|`|3|\n',
    html: table(row('1|2', '<code>|</code> | 3'))
      .replaceAll(/<(t[hd])>(a|1)/g, '<$1 style="text-align:center">$2')
      .replaceAll(/<(t[hd])>(b|<)/g, '<$1 style="text-align:right">$2'),
  },
];

const notes = (...items: readonly string[]) =>
  `<section><ol>${items.map((item) => `<li value="">${item}</li>`).join('')}</ol></section>`;

const footnotes: readonly SpecExample[] = [
  {
    markdown: 'It is fast[^1] and small.[^size]\n\n[^1]: Measured *here*.\n[^size]: 3 kB, see <https://a.test>.\n',
    html: `<p>It is fast<sup>1</sup> and small.<sup>2</sup></p>${notes('<p>Measured <em>here</em>.</p>', '<p>3 kB, see <a href="https://a.test">https://a.test</a>.</p>')}`,
  },
  // Before the text that names them, in the middle of it, and more than once; of two with one label, the first counts.
  {
    markdown: '[^b]: Note\n    goes on\n\n# T[^B]\n\n- x[^b][^a]\n[^a]: A\n[^a]: A again\n\nend[^c]\n',
    html: `<h1>T<sup>1</sup></h1><ul><li>x<sup>1</sup><sup>2</sup></li></ul><p>end[^c]</p>${notes('<p>Note\ngoes on</p>', '<p>A</p>', '<p>A again</p>')}`,
  },
  {
    markdown:
      'x[^1]\n\n[^1]: One\n\n    - two\n\n    ```js\n    three\n    ```\n\n    > four[^2]\n\n[^2]:\n    five\n\nlast\n',
    html: `<p>x<sup>1</sup></p><p>last</p>${notes(`<p>One</p><ul><li>two</li></ul>${code('three\n')}<blockquote><p>four<sup>2</sup></p></blockquote>`, '<p>five</p>')}`,
  },
  {
    markdown: '|a[^t]|b|\n|-|-|\n|`[^t]`|[x[^t]](https://a.test)|\n[^t]: In a table\n\n> q[^t]\n[^u]: u\n',
    html: `${table(row('<code>[^t]</code>', '<a href="https://a.test">x[^t]</a>')).replace('<th>a', '<th>a<sup>1</sup>')}<blockquote><p>q<sup>1</sup></p></blockquote>${notes('<p>In a table</p>', '<p>u</p>')}`,
  },
  {
    markdown:
      'Patterns [^a-z] and \\[^1], [^1](https://a.test), [^ x], ![^1]\n\n[^1]: n\n    [d]: https://d.test\n\n> [^2]: q\n\n- [^3]: i\n\n    [^4]: c\n',
    html: `<p>Patterns [^a-z] and [^1], <a href="https://a.test">^1</a>, [^ x], !<sup>1</sup></p><blockquote><p>[^2]: q</p></blockquote><ul><li><p>[^3]: i</p><p>[^4]: c</p></li></ul>${notes('<p>n\n[d]: <a href="https://d.test">https://d.test</a></p>')}`,
  },
  {
    markdown: '[^1]: [d]: https://d.test\n\n[d] **x[^1]** ~~y[^__proto__]~~ [^constructor]\n\n[^__proto__]: p\n',
    html: `<p><a href="https://d.test">d</a> <strong>x<sup>1</sup></strong> <s>y<sup>2</sup></s> [^constructor]</p>${notes('', '<p>p</p>')}`,
  },
];

export const modelTexts: ModelTexts = {
  footnotes,
  'formulas in brackets with strokes': bracketFormulas,
  'strokes that mark no formula': strokes,
  'dollars that mark no formula': falseFormulas,
  'dollars that do': formulas,
  'cells beyond those of the head': cellsBeyond,
  'line breaks in tables and lists': lineBreaks,
  'bold text in Chinese, Japanese and Korean': cjkEmphasis,
  'fences in fences of Markdown': nestedFences,
};
