import assert from 'node:assert/strict';
import { codeBlocksOf } from '../../../src/markdown/codeBlocks';

const only = (markdown: string) => {
  const blocks = codeBlocksOf(markdown);
  assert.equal(blocks.length, 1, markdown);
  return blocks[0] ?? assert.fail();
};
const named = (before: string, info = 'ts') => only(`${before}\n\n\`\`\`${info}\nx\n\`\`\``).fileName;

describe('the blocks of code in an answer', () => {
  it('come in the order of the page, also out of lists, quotes and longer fences', () => {
    const markdown = [
      '```ts\none\n```',
      '- item\n\n  ```py\n  two\n    three\n  ```\n\n  1. inner\n\n     ~~~sh\n     four\n     ~~~',
      '> ````md\n> ```js\n> five\n> ```\n> ````',
      '    indented\n',
      '`not` one',
      '```\nnever closed\n',
    ].join('\n\n');

    assert.deepEqual(
      codeBlocksOf(markdown).map(({ language, text }) => [language, text]),
      [
        ['ts', 'one\n'],
        ['py', 'two\n  three\n'],
        ['sh', 'four\n'],
        ['md', '```js\nfive\n```\n'],
        ['', 'indented\n'],
        ['', 'never closed\n'],
      ],
    );
  });

  it('are one for a README with code in it, and go on after it', () => {
    const readme = '```markdown\n# Kiosk\n\n```sh\nnpm i\n```\n\nRun:\n\n```sh\nnpx kiosk\n```\n```';
    const blocks = codeBlocksOf(`Here:\n\n${readme}\n\nThat is all.\n\n\`\`\`js\nx\n\`\`\`\n`);
    assert.deepEqual(
      blocks.map(({ language, text }) => [language, text.split('\n').length]),
      [
        ['markdown', 12],
        ['js', 2],
      ],
    );
  });

  it('take the language and the file from what stands behind the fence', () => {
    const readings: readonly (readonly [info: string, language: string, fileName: string])[] = [
      ['ts', 'ts', ''],
      ['TypeScript', 'typescript', ''],
      ['ts src/a.ts', 'ts', 'src/a.ts'],
      ['src/a.ts', 'ts', 'src/a.ts'],
      ['ts:src/a.ts', 'ts', 'src/a.ts'],
      ['ts title="src/a b.ts"', 'ts', 'src/a b.ts'],
      ["ts {1,3} filename='src/a.ts'", 'ts', 'src/a.ts'],
      ['ts file=src/a.ts', 'ts', 'src/a.ts'],
      ['ts showLineNumbers', 'ts', ''],
      ['c++', 'c++', ''],
      ['7:9:lib/main.dart', 'dart', 'lib/main.dart'],
      ['12-34:src/a.py', 'py', 'src/a.py'],
      ['src/a.rs:12-34', 'rs', 'src/a.rs'],
      ['go:cmd/main.go:5', 'go', 'cmd/main.go'],
      ['java src/A.java#L3-L9', 'java', 'src/A.java'],
      ['startLine:endLine:web/index.html', 'html', 'web/index.html'],
      ['startLine:endLine:filepath', '', ''],
      ['10:20', '', ''],
      ['title="web/größe.css"', 'css', 'web/größe.css'],
      ["file='Makefile'", 'makefile', 'Makefile'],
      ['path=данные/отчёт.py', 'py', 'данные/отчёт.py'],
      ['js {"title": "a b.js"}', 'js', 'a b.js'],
      ['ts filepath: src/a.ts', 'ts', 'src/a.ts'],
      ['js [nuxt.config.js]', 'js', 'nuxt.config.js'],
      ['ts // src/größe.ts', 'ts', 'src/größe.ts'],
      ['tsx app/(home)/[id]/page.tsx', 'tsx', 'app/(home)/[id]/page.tsx'],
      ['ｐａｔｈ/資料.json', 'json', 'ｐａｔｈ/資料.json'],
      ['C:\\src\\a.cs', 'cs', 'C:\\src\\a.cs'],
      ['Dockerfile', 'dockerfile', 'Dockerfile'],
      ['deploy/Dockerfile.dev', 'dockerfile', 'deploy/Dockerfile.dev'],
      ['dockerfile', 'dockerfile', ''],
      ['Gemfile', 'ruby', 'Gemfile'],
      ['CMakeLists.txt', 'cmake', 'CMakeLists.txt'],
      ['.env.local', 'env', '.env.local'],
      ['.gitignore', 'ignore', '.gitignore'],
      ['yaml .github/workflows/ci.yml', 'yaml', '.github/workflows/ci.yml'],
      ['{.python .numberLines}', 'python', ''],
      ['{r, echo=FALSE}', 'r', ''],
      ['vb.net', 'vb.net', ''],
      ['python3.12', 'python3.12', ''],
      ['diff a/x b', 'diff', ''],
      ['', '', ''],
    ];
    for (const [info, language, fileName] of readings) {
      const block = only(`\`\`\`${info}\nx\n\`\`\``);
      assert.deepEqual([block.language, block.fileName], [language, fileName], info);
    }
  });

  it('take no file for a diagram from the words before, which say what it is about', () => {
    for (const info of ['mermaid', 'MMD']) assert.equal(named('How `src/a.ts` works:', info), '');
    assert.equal(named('How it works:', 'mermaid docs/a.mmd'), 'docs/a.mmd');
  });

  it('take the file from the words before, if these name one file alone', () => {
    for (const before of [
      '### src/a.ts',
      '**src/a.ts**',
      '**`src/a.ts`**:',
      '`src/a.ts`:',
      'src/a.ts',
      'File: src/a.ts',
      'Now this.\n`src/a.ts`',
      'In `src/a.ts`, replace `total` with:',
      'Change **src/a.ts** so:',
      'Write `src/a.ts`, all of `src/a.ts`:',
    ]) {
      assert.equal(named(before), 'src/a.ts', before);
    }
    for (const name of ['Dockerfile', 'ops/Makefile', 'src/größe.ts', '.env', '.github/a.yml', 'web/資料.md']) {
      assert.equal(named(`**\`${name}\`**`, ''), name);
      assert.equal(named(`Put this into \`${name}\`:`, ''), name);
    }
    for (const before of [
      'Replace `total` with:',
      'Move it from `src/a.ts` to `src/b.ts`:',
      'See src/a.ts for more:',
      'Call `.map` or **.btn.primary**:',
      'The **Dockerfiles** follow:',
      '**Note**',
      '`src/a.ts`\n\nAnd so on:',
      `\`src/a.ts\` ${'long '.repeat(200)}`,
      '- `src/a.ts`',
    ]) {
      assert.equal(named(before), '', before);
    }
  });

  it('believe the fence more than the words before it', () => {
    assert.equal(named('In `src/b.ts`:', 'ts src/a.ts'), 'src/a.ts');
  });
});
