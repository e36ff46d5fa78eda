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

export const modelTexts: ModelTexts = {
  'line breaks in tables and lists': lineBreaks,
  'bold text in Chinese, Japanese and Korean': cjkEmphasis,
  'fences in fences of Markdown': nestedFences,
};
