import { readFileSync } from 'node:fs';

export interface SpecExample {
  readonly markdown: string;
  readonly html: string;
}

/** The examples of the CommonMark specification. */
export function specExamples(): readonly SpecExample[] {
  const text = readFileSync('node_modules/commonmark-spec/spec.txt', 'utf8').replaceAll('→', '\t');
  const fence = '`'.repeat(32);
  const example = new RegExp(`^${fence} example\\n(?<markdown>[^]*?)^\\.\\n(?<html>[^]*?)^${fence}$`, 'gm');
  return [...text.matchAll(example)].map(({ groups }) => ({
    markdown: groups?.markdown ?? '',
    html: groups?.html ?? '',
  }));
}

const head = '<table><thead><tr><th>a</th><th>b</th></tr></thead>';

/** What GitHub's dialect adds to it, with the HTML that GitHub makes of it apart from boxes and white space. */
export const extensionExamples: readonly SpecExample[] = [
  { markdown: '|a|b|\n|-|-|\n', html: `${head}</table>` },
  { markdown: 'a | b\n-|-\n1 | 2\n', html: `${head}<tbody><tr><td>1</td><td>2</td></tr></tbody></table>` },
  {
    markdown: '|a|b|\n|-|-|\n|1|\n|1|2|\n',
    html: `${head}<tbody><tr><td>1</td><td></td></tr><tr><td>1</td><td>2</td></tr></tbody></table>`,
  },
  {
    markdown: '|a|b|\n|-|-|\n|`x \\| y`|**z\\|**|\n',
    html: `${head}<tbody><tr><td><code>x | y</code></td><td><strong>z|</strong></td></tr></tbody></table>`,
  },
  {
    markdown: '|a|b|\n|-|-|\n|1|2|\n> q\n',
    html: `${head}<tbody><tr><td>1</td><td>2</td></tr></tbody></table><blockquote><p>q</p></blockquote>`,
  },
  {
    markdown: '|a|b|\n|-|-|\n|1|2|\ntext\n\nafter\n',
    html: `${head}<tbody><tr><td>1</td><td>2</td></tr><tr><td>text</td><td></td></tr></tbody></table><p>after</p>`,
  },
  { markdown: '|a|b|\n|-|\n', html: '<p>|a|b|\n|-|</p>' },
  { markdown: 'text\n|a|b|\n|-|-|\n', html: `<p>text</p>${head}</table>` },
  {
    markdown: '|a|b|\n|:-:|-:|\n|1|2|\n',
    html: '<table><thead><tr><th style="text-align:center">a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td style="text-align:center">1</td><td style="text-align:right">2</td></tr></tbody></table>',
  },
  { markdown: '- |a|b|\n  |-|-|\n', html: `<ul><li>${head}</table></li></ul>` },
  { markdown: '~~gone~~ and ~~not\n\ngone~~\n', html: '<p><s>gone</s> and ~~not</p><p>gone~~</p>' },
  { markdown: '~~a *b~~ c*\n', html: '<p><s>a *b</s> c*</p>' },
  { markdown: '- [ ] a\n- [x] b\n- [X] c\n', html: '<ul><li>[ ] a</li><li>[x] b</li><li>[x] c</li></ul>' },
  { markdown: '- [x] a\n  1. [ ] b\n', html: '<ul><li>[x] a<ol><li>[ ] b</li></ol></li></ul>' },
  { markdown: '- [ ] a\n\n- [x] b\n', html: '<ul><li><p>[ ] a</p></li><li><p>[x] b</p></li></ul>' },
  { markdown: '- [ ]\n- [x]a\n- \\[ ] b\n', html: '<ul><li>[ ]</li><li>[x]a</li><li>[ ] b</li></ul>' },
  {
    markdown: 'see https://a.b/c?d=e&f#g.\n',
    html: '<p>see <a href="https://a.b/c?d=e&amp;f#g">https://a.b/c?d=e&amp;f#g</a>.</p>',
  },
  {
    markdown: '(http://a.b/c_(d)), `http://x.y`\n',
    html: '<p>(<a href="http://a.b/c_(d)">http://a.b/c_(d)</a>), <code>http://x.y</code></p>',
  },
  { markdown: 'foo.py, www.a.b and me@a.b\n', html: '<p>foo.py, www.a.b and me@a.b</p>' },
];
