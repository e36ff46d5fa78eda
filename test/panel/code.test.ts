import assert from 'node:assert/strict';
import { codeBlocksOf } from '../../src/markdown/codeBlocks';
import { markdownScript } from './markdownScript';
import type { PanelPage } from './panelPage';
import { answered, turn } from './turns';
import { usePanels } from './usePanels';

const program = Array.from({ length: 60 }, (_, line) => `const line${line} = 'text'; // ${line}`).join('\n');
const answer = [
  'In `src/a.ts`:',
  '',
  '```ts src/a.ts',
  'export const one = 1;',
  '```',
  '- in a list',
  '  ```sh',
  '  echo two',
  '  ```',
  '> ~~~',
  '> three',
  '> ~~~',
  '',
  '    four',
].join('\n');

describe('Code in answers', () => {
  const open = usePanels();
  let script: string;

  before(async () => {
    script = await markdownScript();
  });

  async function show(text: string): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([answered('t1', 'Code', '')]);
    await panel.page.evaluate(script);
    await panel.page.evaluate(`showMarkdown(${JSON.stringify(text)})`);
    return panel;
  }

  it('has its buttons, and says which block they are for as the host counts them', async () => {
    const panel = await show(answer);
    const names = ['Copy Code', 'Insert at Cursor', 'Apply…', 'New File', 'Run in Terminal', 'Wrap Lines'];
    const toolbars = panel.page.getByRole('toolbar', { name: 'Code' });
    const namesIn = (block: number) =>
      toolbars
        .nth(block)
        .getByRole('button')
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));

    assert.deepEqual(
      await namesIn(0),
      names.filter((name) => name !== 'Run in Terminal'),
    );
    assert.deepEqual(await namesIn(1), names);
    for (const [block, { text }] of codeBlocksOf(answer).entries()) {
      await toolbars.nth(block).getByRole('button', { name: 'Copy Code' }).click();
      assert.equal(`${await panel.page.locator('.code-block pre').nth(block).textContent()}\n`, text);
    }
    await panel.button('Run in Terminal').click();

    assert.deepEqual(await panel.page.evaluate('codeActs'), [
      ...[0, 1, 2, 3].map((block) => ({ action: 'copyCode', block })),
      { action: 'runInTerminal', block: 1 },
    ]);
  });

  it('is reached by the keyboard, with one stop for all buttons of a block', async () => {
    const panel = await show('```sh\necho one\n```');
    const focused = () =>
      panel.page.evaluate<string>(`document.activeElement.ariaLabel ?? document.activeElement.localName`);
    await panel.articles.nth(1).focus();

    const walked: string[] = [];
    for (const key of ['Tab', 'ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home', 'Tab']) {
      await panel.page.keyboard.press(key);
      walked.push(await focused());
    }

    assert.deepEqual(walked, [
      ...['Copy Code', 'Insert at Cursor', 'Apply…', 'Wrap Lines', 'Copy Code', 'Wrap Lines', 'Copy Code', 'pre'],
    ]);
    await panel.page.keyboard.press('Shift+Tab');
    assert.equal(await panel.page.locator('.code-toolbar').evaluate((bar) => getComputedStyle(bar).opacity), '1');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.page.evaluate('codeActs'), [{ action: 'copyCode', block: 0 }]);
  });

  it('wraps its lines when told to', async () => {
    const panel = await show(`\`\`\`\n${'long '.repeat(100)}\n\`\`\``);
    const scrolls = () => panel.page.locator('.code-block pre').evaluate((pre) => pre.scrollWidth > pre.clientWidth);
    const wrap = panel.button('Wrap Lines');

    assert.equal(await scrolls(), true);
    await wrap.click();
    assert.deepEqual([await scrolls(), await wrap.getAttribute('aria-pressed')], [false, 'true']);
    await wrap.click();
    assert.deepEqual([await scrolls(), await wrap.getAttribute('aria-pressed')], [true, 'false']);
  });

  it('is folded behind its fortieth line, also while it still grows', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: '' }] })]);
    const height = () => panel.page.locator('.code-block').evaluate((block) => block.clientHeight);
    const lines = program.split('\n');
    const grow = (text: string) => panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text });

    await grow(`\`\`\`js\n${lines.slice(0, 40).join('\n')}`);
    assert.equal(await panel.page.getByRole('button', { name: /Show/ }).count(), 0);
    await grow(`\n${lines[40]}`);
    await panel.button('Show All 41 Lines').waitFor();
    const folded = await height();
    await grow(`\n${lines.slice(41).join('\n')}\n\`\`\`\n`);
    await panel.button('Show All 60 Lines').waitFor();
    assert.equal(await height(), folded);

    await panel.button('Show All 60 Lines').click();
    assert.ok((await height()) > folded * 1.3);
    assert.equal(await panel.button('Show Fewer Lines').getAttribute('aria-expanded'), 'true');
    await panel.button('Show Fewer Lines').click();
    assert.equal(await height(), folded);
  });

  it('gets its colours when it is whole, and keeps every character', async () => {
    const panel = await open();
    const text = `\`\`\`js\n${program}\n\`\`\`\n\n\`\`\`nothing-known\nlet a = 1\n\`\`\``;
    await panel.snapshot([answered('t1', 'Code', text)]);

    await panel.until(`document.querySelectorAll('.code-block .tok-keyword').length === 60`);

    assert.deepEqual(await panel.page.locator('.code-block pre').allTextContents(), [program, 'let a = 1']);
    const colours = await panel.page
      .locator('.tok-keyword, .tok-string, .tok-comment')
      .evaluateAll((spans) => spans.map((span) => `${span.className} ${getComputedStyle(span).color}`));
    assert.equal(new Set(colours).size, 3);
  });

  it('leaves a selection alone, and is coloured when that is gone', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: '```js\nlet a = 1;\n' }] })]);
    await panel.page.evaluate(`(() => {
      const text = document.querySelector('.code-block .lines').firstChild;
      getSelection().setBaseAndExtent(text, 0, text, 10);
    })()`);

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: 'let b = 2;\n```\n\nEnd' });
    await panel.until(`document.querySelector('.segment > p')?.textContent === 'End'`);
    await panel.page.evaluate('new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))');
    assert.equal(await panel.page.evaluate(`getSelection().toString()`), 'let a = 1;');
    assert.equal(await panel.page.locator('.tok-keyword').count(), 0);

    await panel.page.evaluate('getSelection().removeAllRanges()');
    await panel.until(`document.querySelectorAll('.tok-keyword').length === 2`);
  });
});
