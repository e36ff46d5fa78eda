import assert from 'node:assert/strict';
import type { AnswerPart } from '../../src/parts/answerPart';
import { budget } from '../budget';
import { cited, turn } from './turns';
import { usePanels } from './usePanels';

const streaming = (...parts: readonly AnswerPart[]) => turn({ status: 'streaming', parts });

describe('Very large answers', function () {
  this.timeout(60_000);
  const open = usePanels();

  it('are stopped while they are still being read', async () => {
    const panel = await open();
    const texts = ['*a _b '.repeat(150_000), '['.repeat(500_000), 'word '.repeat(400_000), '- a\n'.repeat(250_000)];
    for (const [at, text] of texts.entries()) {
      await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: '' }] })]);
      const tell = await panel.prepare({ type: 'partGrew', turnId: 't1', part: 0, text });

      await tell();
      await panel.button('Stop').click();

      assert.equal((await panel.postedOf('stop')).length, at + 1);
      const shown = await panel.page.evaluate<number>(`document.querySelector('.text').textContent.length`);
      assert.ok(shown < text.length / 2, `${shown} characters were shown first`);
    }
  });

  it('show a long line of code as one line, and all of it', async () => {
    const panel = await open();
    const line = `${'const a = 1; '.repeat(15_000)}end`;
    await panel.snapshot([streaming({ kind: 'text', text: '```ts\nlet b;\n' })]);

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: `${line}\nlet c;\n\`\`\`\n` });

    const code = panel.page.locator('.code-block code');
    assert.equal(await code.textContent(), `let b;\n${line}\nlet c;`);
    const lines = `(() => {
      const code = document.querySelector('.code-block code');
      return Math.round(code.getBoundingClientRect().height / parseFloat(getComputedStyle(code).lineHeight));
    })()`;
    assert.equal(await panel.page.evaluate(lines), 3);
    assert.ok((await panel.page.locator('.line-piece').count()) > 50);
  });

  it('show all of what a tool gave back', async () => {
    const panel = await open();
    const lines = Array.from({ length: 3_000 }, (_, at) => `line ${at} of what came back\n`).join('');
    await panel.snapshot([
      streaming({
        kind: 'toolResult',
        step: 'code_execution_result',
        callId: 'c',
        name: '',
        result: lines,
        isError: false,
      }),
    ]);
    await panel.page.locator('.tool > summary').click();

    assert.equal(await panel.page.locator('.tool-output').textContent(), lines.trimEnd());
    assert.ok((await panel.page.locator('.tool-output .piece').count()) > 10);
  });

  it('name the first of thousands of sources, and how many more there are', async () => {
    const panel = await open();
    const citations = Array.from({ length: 10_000 }, (_, at) => {
      const url = `https://example.test/${at === 1 ? 'y'.repeat(1_000_000) : at}`;
      return cited(0, 5, at === 0 ? 'x'.repeat(1_000_000) : `Source ${at}`, url);
    });

    await panel.snapshot([turn({ parts: [{ kind: 'text', text: 'cited', citations }] })]);

    const items = panel.page.locator('.sources li');
    assert.equal(await items.count(), 301);
    assert.equal(await items.last().textContent(), '+ 9700');
    assert.ok(((await items.first().textContent()) ?? '').length < 400);
    // Nobody could look over where it leads.
    assert.equal(await items.nth(1).getByRole('link').count(), 0);
  });

  it('keep every cell of a table with thousands of columns readable', async () => {
    const panel = await open();
    const columns = budget(5_000, 2_000);
    const cells = Array.from({ length: columns }, (_, at) => `c${at}`);
    const text = `|${cells.join('|')}|\n|${'-|'.repeat(columns)}\n|${cells.join('|')}|\n`;

    await panel.snapshot([turn({ parts: [{ kind: 'text', text }] })]);
    await panel.until(
      `document.querySelector('.table td:last-child')?.textContent.endsWith(' | c${columns - 2} | c${columns - 1}')`,
    );

    assert.equal(await panel.page.locator('.table td').count(), 100);
    const row = await panel.page.locator('.table tbody tr').textContent();
    assert.equal(row?.replaceAll(' | ', ''), cells.join(''));
  });

  it('number the items of a long list to the end', async () => {
    const panel = await open();
    await panel.snapshot([turn({ parts: [{ kind: 'text', text: `5. first\n${'1. item\n'.repeat(349)}` }] })]);
    await panel.until(`document.querySelectorAll('.text li').length === 350`);

    const values = `[...document.querySelectorAll('.block-piece > li:first-child')].map((item) => item.value)`;
    assert.deepEqual(await panel.page.evaluate(values), [105, 205, 305]);
  });

  it('come with thousands of parts, in order', async () => {
    const panel = await open();
    const between: AnswerPart = { kind: 'media', media: 'video', mimeType: 'video/mp4' };
    const words = Array.from({ length: 2_000 }, (_, at) => `part ${at}`);
    const parts = words.flatMap((text): AnswerPart[] => [{ kind: 'text', text }, between]);
    await panel.snapshot([streaming(...parts)]);

    await panel.tell(
      { type: 'partAdded', turnId: 't1', part: { kind: 'text', text: 'the last' } },
      { type: 'partGrew', turnId: 't1', part: 4_000, text: ' one' },
    );

    const texts = await panel.page.locator('.answer-body .text').allTextContents();
    assert.deepEqual(texts, [...words, 'the last one']);
  });
});
