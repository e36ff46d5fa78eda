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

export const modelTexts: ModelTexts = {
  'fences in fences of Markdown': nestedFences,
};
