import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { TurnView } from '../../src/protocol/chat';
import type { PanelPage } from './panelPage';
import { answered, longText, ready, turn } from './turns';
import { usePanels } from './usePanels';

const chat = [
  answered('a', 'Where is the Needle?', 'In the **hay**stack, the needle.\n\n```ts\nconst needle = 1;\n```'),
  answered('b', 'And now?', longText),
  answered('c', 'Still?', '| a | b |\n|---|---|\n| needle | [x](https://needle.test/) |'),
];

describe('Find in chat', () => {
  const open = usePanels();

  async function openFind(turns: readonly TurnView[] = chat): Promise<{ panel: PanelPage; input: Locator }> {
    const panel = await open();
    await panel.snapshot(turns);
    await panel.tell({ type: 'findOpened' });
    return { panel, input: panel.page.getByRole('textbox', { name: 'Find' }) };
  }

  function result(panel: PanelPage): Promise<string> {
    return panel.page.evaluate<string>(`document.querySelector('.find-result').textContent`);
  }

  async function untilResult(panel: PanelPage, wanted: string): Promise<void> {
    await panel.until(`document.querySelector('.find-result').textContent === ${JSON.stringify(wanted)}`);
  }

  /** What is marked as the current match, and where it stands. It is marked in the frame after it was counted. */
  async function current(panel: PanelPage): Promise<{ text: string; message: number; top: number } | undefined> {
    await panel.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    return panel.page.evaluate(`(() => {
      const [range] = CSS.highlights.get('find-current');
      if (!range) return undefined;
      const messages = [...document.querySelectorAll('article')];
      const message = messages.findIndex((one) => one.contains(range.startContainer));
      return { text: range.toString(), message, top: range.getBoundingClientRect().top };
    })()`);
  }

  async function untilCurrentIn(panel: PanelPage, message: number): Promise<void> {
    await panel.until(`(() => {
      const [range] = CSS.highlights.get('find-current');
      const article = range?.startContainer.parentElement.closest('article');
      return article === document.querySelectorAll('article')[${message}];
    })()`);
  }

  it('shows what is found in the first message beside its box and not under it, until it is closed', async () => {
    const { panel } = await openFind([answered('a', 'Where is the needle?', 'Here.')]);
    const top = () => panel.page.evaluate<number>(`document.querySelector('.prompt').getBoundingClientRect().top`);
    const before = await top();
    await panel.page.keyboard.type('needle');
    await untilResult(panel, '1 of 1');

    await panel.until(`(() => {
      const [range] = CSS.highlights.get('find-current');
      const box = document.querySelector('.find-widget').getBoundingClientRect();
      return range?.getBoundingClientRect().top >= box.bottom;
    })()`);
    await panel.page.keyboard.press('Escape');
    assert.equal(await top(), before);
  });

  it('counts what is in questions, words and code, not in addresses, and goes through it with Enter', async () => {
    const { panel, input } = await openFind();
    await panel.page.keyboard.type('needle');

    await untilResult(panel, '4 of 4');
    await input.press('Enter');
    await untilResult(panel, '1 of 4');
    assert.deepEqual(await current(panel).then((match) => [match?.text, match?.message]), ['Needle', 0]);
    await input.press('Enter');
    await untilResult(panel, '2 of 4');
    await input.press('F3');
    await untilResult(panel, '3 of 4');
    assert.equal((await current(panel))?.message, 1);
    await input.press('Shift+Enter');
    await input.press('Shift+F3');
    await untilResult(panel, '1 of 4');
    await input.press('Shift+F3');
    await untilResult(panel, '4 of 4');
  });

  it('tells a screen reader what it found', async () => {
    const { panel, input } = await openFind();
    await input.fill('needle');
    await panel.status.getByText('4 of 4').waitFor({ state: 'attached' });

    await input.fill('nowhere');

    await panel.status.getByText('No results').waitFor({ state: 'attached' });
  });

  it('finds words across markup and line breaks, but not across paragraphs', async () => {
    const { panel, input } = await openFind([answered('a', 'x', 'one **two**\nthree\n\nfour')]);

    await input.fill('one two three');
    await untilResult(panel, '1 of 1');
    assert.equal((await current(panel))?.text, 'one two\nthree');
    await input.fill('three four');
    await untilResult(panel, 'No results');
  });

  it('takes the words as they are, whatever they mean to a pattern', async () => {
    const { panel, input } = await openFind([answered('a', 'a.b*(c) [d] \\e $f ^g {h} |i - /j', 'axb')]);

    for (const text of ['a.b', '*(c)', '[d]', '\\e', '$f', '^g', '{h}', '|i', '- /j']) {
      await input.fill(text);
      await untilResult(panel, '1 of 1');
    }
  });

  it('matches case when that is wanted, also by Alt+C', async () => {
    const { panel, input } = await openFind();
    await input.fill('Needle');
    await untilResult(panel, '4 of 4');

    await panel.button('Match Case').click();
    await untilResult(panel, '1 of 1');
    await input.press('Alt+c');
    await panel.until(`document.querySelector('.find-result').textContent.endsWith('of 4')`);
  });

  it('brings the match into view, below the box', async () => {
    const { panel, input } = await openFind([answered('a', 'x', longText), ...chat]);
    await input.fill('Paragraph 40.');

    await untilResult(panel, '2 of 2');
    await panel.until(`(() => {
      const [range] = CSS.highlights.get('find-current');
      if (!range) return false;
      const { top, bottom } = range.getBoundingClientRect();
      const box = document.querySelector('.find-widget').getBoundingClientRect();
      const view = document.querySelector('.conversation').getBoundingClientRect();
      return top > box.bottom && bottom < view.bottom;
    })()`);
  });

  it('scrolls long lines of code sideways to the match', async () => {
    const { panel, input } = await openFind([answered('a', 'x', `\`\`\`ts\n${'word '.repeat(200)}needle\n\`\`\``)]);
    await input.fill('needle');

    await panel.until(`(() => {
      const [range] = CSS.highlights.get('find-current');
      const box = document.querySelector('pre').getBoundingClientRect();
      const match = range?.getBoundingClientRect();
      return match && match.left >= box.left && match.right <= box.right;
    })()`);
  });

  it('marks the others of the same part as well, and changes no node for it', async () => {
    const { panel, input } = await openFind([answered('a', 'x', 'one two one **one**')]);
    const before = await panel.page.evaluate<string>(`document.querySelector('.conversation').innerHTML`);

    await input.fill('one');

    await untilResult(panel, '1 of 3');
    const marks = `CSS.highlights.get('find-match').size`;
    await panel.until(`${marks} === 2`);
    assert.equal(await panel.page.evaluate(`document.querySelector('.conversation').innerHTML`), before);
    await input.press('Escape');
    assert.equal(await panel.page.evaluate(marks), 0);
    assert.equal(await panel.page.evaluate(`CSS.highlights.get('find-current').size`), 0);
  });

  it('goes on counting while an answer streams, and stays where it is', async () => {
    const { panel, input } = await openFind([
      answered('a', 'x', `needle\n\n${longText}`),
      turn({ status: 'streaming', parts: [{ kind: 'text', text: 'One needle' }] }),
    ]);
    await input.fill('needle');
    // The end of the chat is in view, with the end of this answer.
    await untilResult(panel, '1 of 2');
    await untilCurrentIn(panel, 1);
    const { top } = (await current(panel)) ?? {};

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: ' and a nee' });
    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: 'dle' });
    await untilResult(panel, '1 of 3');
    assert.deepEqual(await current(panel), { text: 'needle', message: 1, top });

    await panel.tell({ type: 'turnAdded', turn: turn({ id: 't2', prompt: 'A needle?', status: 'waiting' }) });
    await untilResult(panel, '1 of 4');
  });

  it('marks what is still growing as it grows', async () => {
    const { panel, input } = await openFind([turn({ status: 'streaming', parts: [{ kind: 'text', text: 'A nee' }] })]);
    await input.fill('needle');
    await untilResult(panel, 'No results');

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: 'dle' });
    await panel.until(`document.querySelector('.find-result').textContent === '? of 1'`);
    await input.press('Enter');

    await untilResult(panel, '1 of 1');
    await untilCurrentIn(panel, 1);
  });

  it('keeps what is looked for when the chat is drawn again', async () => {
    const { panel, input } = await openFind();
    await input.fill('needle');
    await untilResult(panel, '4 of 4');

    await panel.snapshot(chat.slice(2));

    await untilResult(panel, '1 of 1');
    await untilCurrentIn(panel, 1);
  });

  it('closes at Esc, stops nothing, and gives the focus back', async () => {
    const panel = await open();
    await panel.snapshot([...chat, turn({ id: 'd', status: 'waiting' })]);
    await panel.articles.nth(3).focus();
    await panel.tell({ type: 'findOpened' });
    await panel.page.keyboard.type('needle');

    await panel.page.keyboard.press('Escape');

    assert.equal(await panel.page.getByRole('search').count(), 0);
    assert.match(await panel.page.evaluate<string>('document.activeElement.ariaLabel'), /message 4 of 8/);
    assert.deepEqual(await panel.postedOf('stop'), []);
  });

  it('begins with what is selected in a message', async () => {
    const panel = await open();
    await panel.snapshot(chat);
    await panel.articles
      .nth(1)
      .getByText('const needle')
      .dblclick({ position: { x: 70, y: 8 } });
    const selected = await panel.page.evaluate<string>('getSelection().toString().trim()');
    assert.notEqual(selected, '');

    await panel.tell({ type: 'findOpened' });

    assert.equal(await panel.page.getByRole('textbox', { name: 'Find' }).inputValue(), selected);
  });

  it('finds in a thousand messages what is typed last, however fast that was', async () => {
    const turns = Array.from({ length: 500 }, (_, index) =>
      answered(`t${index}`, `Question ${index}`, `${'Some words of an answer. '.repeat(90)}\n\nMark ${index}.`),
    );
    const { panel, input } = await openFind(turns);

    await input.pressSequentially('mark 7');

    await panel.until(`document.querySelector('.find-result').textContent.endsWith('of 11')`);
    await panel.snapshot([], ready);
  });

  it('shows which result it is in words that do not lie', async () => {
    const { panel } = await openFind([]);
    await panel.page.keyboard.type('x');

    assert.equal(await result(panel), 'No results');
    assert.equal(await panel.button('Next Match').getAttribute('aria-disabled'), 'true');
  });
});
