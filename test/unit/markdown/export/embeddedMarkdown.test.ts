import assert from 'node:assert/strict';
import MarkdownIt, { type Token } from 'markdown-it';
import { embeddedMarkdown } from '../../../../src/markdown/export/embeddedMarkdown';
import { budget, runSeed } from '../../../budget';
import { modelTexts } from '../../media/markdown/modelTexts';
import { randomDocument, randomNumbers } from '../../media/markdown/snippets';
import { extensionExamples, specExamples } from '../../media/markdown/specExamples';
import { drawnAfterExport } from './drawnAfterExport';

const seed = runSeed;
const cases = Number(process.env.CASES ?? budget(10_000, 500));

/** Reads as the preview of VS Code does, which takes HTML for HTML. */
const preview = new MarkdownIt({ html: true, linkify: true });

/** What a preview would load or run. */
function harmIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ type, content, children }) => {
    const isHarm = type === 'image' || (type.startsWith('html_') && !/^<br\s*\/?>\s*$/i.test(content));
    return [...(isHarm ? [`${type} ${content}`] : []), ...harmIn(children ?? [])];
  });
}

/** Whether all of it was written as code, for what would be harmful in any other form. */
function isCode(markdown: string, exported: string): boolean {
  return /^`+markdown\n/.test(exported) && !/^`+markdown/.test(markdown);
}

/** What is drawn of it once it is part of another document, which loads nothing; nothing for what is written as code. */
function drawnOf(markdown: string, level: number, name: string): string | undefined {
  const exported = embeddedMarkdown(markdown, level, level === 0 ? '' : 'x-');
  assert.deepEqual(harmIn(preview.parse(exported, {})), [], name);
  return isCode(markdown, exported) ? undefined : drawnAfterExport(exported, 0, true);
}

describe('Markdown that becomes part of another document', () => {
  it('stays as it was written where nothing has to change', () => {
    for (const markdown of [
      '- Set `$HOME` first\n- then use `List<String>`\n',
      '- `npm run build | tee log`\n- `Map<string, number>`\n',
      '- `https://api.example.com/v1/<id>` is the address\n- `Promise<void>` is returned\n',
      'Use `vector<int>` when $n < 10$, $a<b$ or \\(a<b\\).\n',
      '$$\nf(x) = \\begin{cases} 1 & x<y \\\\ 0 & x>y \\end{cases}\n$$\n',
      '|a|b|\n|-|-|\n|`x`<br>y|$z$|\n\nIt costs $5.\n',
      '1. a\n\n   ```html\n   <b>\n   ```\n\n   - [x] <https://a.test>\n',
      'Title\n=====\n\nSub\n---\n\n# T #\n',
      '[a]: https://a.test "t"\n\n[a], [b](<c d> "e"), x[^1]\n\n[^1]: note\n',
    ]) {
      assert.equal(embeddedMarkdown(markdown, 0), markdown);
    }
  });

  it('loses what a preview would load, and no more', () => {
    const changes: readonly (readonly [markdown: string, exported: string])[] = [
      ['![a `b`](https://a.test/p.png "t") !x', '[a b](https://a.test/p.png "t") !x'],
      ['![](https://a.test/p.png)', '[https\\://a.test/p.png](https://a.test/p.png)'],
      ['<img src=x> `<i>` a<b> 1 < 2', '&lt;img src=x> `<i>` a&lt;b> 1 < 2'],
      ['[![i](p)](https://a.test)', '[i](https://a.test)'],
      ['- a<br>b <hr>', '- a<br>b &lt;hr>'],
      ['$a<b>c$ and `$x`', '$a< b>c$ and `$x`'],
      ['It is $5 or $6 <b>', 'It is \\$5 or \\$6 &lt;b>'],
      ['|a|b|\n|-|-|\n|`x|y`|z|\n|1|2|3|', '|a|b|\n|-|-|\n| `x\\|y` | z |\n| 1 | 2 \\| 3 |'],
      ['```md\n```sh\nx\n```\n```', '````md\n```sh\nx\n```\n````'],
      ['```ts\nx', '```ts\nx\n```'],
      ['\\[a\\]\n<b>', '&#91;a&#93;\n&lt;b>'],
      ['> $$`$$\n> a\n\n> $$`$$\n>', '> $$`$$\n>\n> a\n\n> $$`$$\n>'],
      ['a `|\n<`\nb\n-', '## a `| <` b'],
      ['a <b>\nb\n-', 'a &lt;b>\nb\n-'],
      ['`|\n<\n|-`', '`| < |-`'],
      ['`|\n<`\n|-', '`| <`\n\\|-'],
      ['[\\[t](/u) `[', '[&#91;t](/u) \\`['],
      ['`|\n<` `x\n|-\ny`', '`| <` `x |- y`'],
      ['`|\n<`\n|-\n:-', '`| <`\n\n|-\n:-'],
      ['> > $$`$$\n> a', '> > $$`$$\n>\n> a'],
      ['- $$`$$\n- e', '- $$`$$\n- e'],
      ['[`](\\)', '[\\`](\\\\&#41;'],
      ['[a][b]![c](/d)\n\n[a]: /u', '&#91;a&#93;&#91;b&#93;[c](/d)\n\n[a]: /u'],
    ];
    for (const [markdown, exported] of changes) assert.equal(embeddedMarkdown(markdown, 0), exported);
  });

  it('puts its headings below those of the document, and its labels apart', () => {
    assert.equal(embeddedMarkdown('# A #\n\nB\nc\n---\n\n> ##### D', 2), '### A #\n\n#### B c\n\n> ###### D');
    assert.equal(
      embeddedMarkdown('[a] [b][A] x[^1]\n\n[A]: /u\n[^1]: n', 2, 'p-').split('\n')[0],
      '[a][p-a] [b][p-A] x[^p-1]',
    );
  });

  it('draws the same for all that models write and for all examples of the specification', () => {
    const all = [...Object.values(modelTexts).flat(), ...specExamples(), ...extensionExamples];
    for (const { markdown } of all) {
      for (const level of [0, 2]) {
        const drawn = drawnOf(markdown, level, JSON.stringify(markdown));
        if (drawn !== undefined) assert.equal(drawn, drawnAfterExport(markdown, level, true), JSON.stringify(markdown));
      }
    }
  });

  it('loads nothing of any document, and draws all but very few of them the same, however little sense they make', function () {
    this.timeout(180_000);
    console.log(`      seed ${seed}, ${cases} cases`);
    let asCode = 0;
    const different: string[] = [];
    for (let count = 0; count < cases; count++) {
      const markdown = randomDocument(randomNumbers(seed + count)).replace(/\r\n?/g, '\n');
      // Below the limit of the parser, nothing is what it would be elsewhere.
      if (/[[(]{20}/.test(markdown)) continue;
      const level = count % 2 === 0 ? 2 : 0;
      const name = `seed ${seed + count}: ${JSON.stringify(markdown)}`;
      const drawn = drawnOf(markdown, level, name);
      if (drawn === undefined) asCode += 1;
      else if (drawn !== drawnAfterExport(markdown, level, true)) different.push(name);
    }
    // Of 120,000 random ones, 5 were written as code, and 4 were drawn otherwise: all heaps of marks that belong to nothing.
    const few = Math.max(1, cases / 2_000);
    assert.ok(asCode <= few, `${asCode} of ${cases} are written as code`);
    assert.ok(different.length <= few, `${different.length} of ${cases} are drawn otherwise: ${different.join('\n')}`);
  });
});
