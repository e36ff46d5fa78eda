import assert from 'node:assert/strict';
import { utf8Length } from '../../src/core/base/utf8';
import type { Citation } from '../../src/parts/citation';
import { citing, sites } from './citing';
import type { PanelPage } from './panelPage';
import { cited, turn } from './turns';
import { usePanels } from './usePanels';

/** Copies all of the answer, and returns the text. */
const copyAnswer = `(() => {
  getSelection().selectAllChildren(document.querySelector('.answer'));
  const data = new DataTransfer();
  document.querySelector('.answer p').dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData('text/plain');
})()`;

describe('Sources of an answer', () => {
  const open = usePanels();

  async function show(text: string, ...citations: readonly Citation[]): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([turn({ parts: [{ kind: 'text', text, citations }] })]);
    await panel.page.locator('.citation').first().waitFor();
    await panel.rest();
    return panel;
  }

  const texts = async (panel: PanelPage) => (await panel.page.locator('.answer-body .text').allInnerTexts()).join('\n');

  it('are numbered links where the words end that they support, whatever is written there', async () => {
    const text = [
      'Plain words. Then **bold words.** And [a link](https://x.example/long/address) to it.',
      '',
      '- 東京は首都です。次の文。',
      '- Well done 🎉! More.',
      '',
      '| Who | What |',
      '| --- | --- |',
      '| Spain | 2–1 |',
    ].join('\n');
    const panel = await show(
      text,
      citing(text, 'Plain words.', 1),
      citing(text, 'bold words.**', 2),
      citing(text, 'address)', 1),
      citing(text, '首都です。', 3),
      citing(text, 'done 🎉!', 2),
      citing(text, '2–1', 4),
    );

    const shown = (await texts(panel)).replaceAll('\t', ' ');
    for (const part of [
      'Plain words.[1] Then bold words.[2] And a link[1] to it.',
      '東京は首都です。[3]次の文。',
      'Well done 🎉![2] More.',
      '2–1[4]',
    ]) {
      assert.ok(shown.includes(part), `${part} is not in ${shown}`);
    }
    assert.equal(await panel.page.locator('a a').count(), 0);
  });

  it('stand in the order of their numbers, each once, where several support the same words', async () => {
    const text = 'It is so. It is so. It is so.';
    const end = 'It is so. It is so.';
    const panel = await show(text, citing(text, end, 1), citing(text, end, 2), citing(text, end, 1));

    assert.equal(await texts(panel), 'It is so. It is so.[1][2] It is so.');
  });

  it('open their page, and say to a screen reader which it is', async () => {
    const panel = await show('So it is.', citing('So it is.', 'is.', 1));

    await panel.page.getByRole('link', { name: 'Source 1: Title 1' }).press('Enter');

    assert.deepEqual(await panel.postedOf('openLink'), [{ type: 'openLink', url: sites[0] }]);
  });

  it('say under the pointer and at the keyboard what they lead to, and where', async () => {
    const panel = await show('So it is. Yes.', citing('So it is. Yes.', 'is.', 1), citing('So it is. Yes.', 'Yes.', 2));
    const hint = panel.page.locator('.citation-hint');
    const [first, second] = [1, 2].map((at) => panel.page.getByRole('link', { name: `Source ${at}: Title ${at}` }));
    assert.ok(first && second);
    assert.equal(await first.getAttribute('title'), `Title 1\n${sites[0]}`);
    assert.equal(await hint.count(), 0);

    await panel.page.keyboard.press('Shift+Tab');
    await first.focus();
    assert.equal(await hint.textContent(), `Title 1\n${sites[0]}`);
    assert.ok(await hint.isVisible());
    await panel.page.keyboard.press('Tab');
    assert.equal(await hint.textContent(), `Title 2\n${sites[1]}`);
    await panel.composer.focus();
    assert.equal(await hint.isVisible(), false);
  });

  it('come to what is there already while the answer goes on, and stay as it grows', async () => {
    const panel = await open();
    await panel.snapshot([
      turn({ status: 'streaming', parts: [{ kind: 'text', text: 'First. Second.\n\nNext.\n\nLast' }] }),
    ]);
    const gain = (...citations: readonly Citation[]) =>
      panel.tell({ type: 'partGained', turnId: 't1', part: 0, gain: { kind: 'text', citations } });
    await gain(cited(0, 6, 'Title 1', sites[0] ?? ''), cited(7, 14, 'Title 2', sites[1] ?? ''));
    await panel.page.locator('.citation').nth(1).waitFor();
    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: ' words.' });
    await gain(cited(23, 34, 'Title 1', sites[0] ?? ''));

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done' });

    await panel.page.locator('.citation').nth(2).waitFor();
    assert.equal(await texts(panel), 'First.[1] Second.[2]\n\nNext.\n\nLast words.[1]');
  });

  it('are not taken for the same words further up while theirs are not there', async () => {
    const panel = await open();
    const text = 'He says it is so.\n\nYes.\n\nAnd it is so.';
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text }] })]);
    const citations = [citing(text, 'And it is so.', 2)];
    await panel.tell({ type: 'partGained', turnId: 't1', part: 0, gain: { kind: 'text', citations } });
    await panel.rest();
    assert.equal(await panel.page.locator('.citation').count(), 0);

    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done' });
    await panel.rest();

    assert.equal(await texts(panel), 'He says it is so.\n\nYes.\n\nAnd it is so.[1]');
  });

  it('count from the beginning of their own text where texts continue each other', async () => {
    const panel = await open();
    const second = ' Über 🎉 it.';
    await panel.snapshot([
      turn({
        parts: [
          { kind: 'text', text: 'First.', citations: [citing('First.', 'First.', 1)] },
          { kind: 'text', text: second, citations: [citing(second, 'it.', 2)] },
        ],
      }),
    ]);
    await panel.page.locator('.citation').nth(1).waitFor();

    assert.equal(await texts(panel), 'First.[1] Über 🎉 it.[2]');
  });

  it('fold into one row with their number and three of their hosts, over a numbered list', async () => {
    const text = 'One. Two. Three. Four.';
    const panel = await show(
      text,
      ...['One.', 'Two.', 'Three.', 'Four.'].map((word, at) => citing(text, word, at + 1)),
    );
    const summary = panel.page.locator('.sources > summary');
    assert.equal(
      (await summary.allInnerTexts()).join().replace(/\s+/g, ' '),
      'Sources 4 one.example two.example three.example',
    );
    const list = panel.page.getByRole('list', { name: 'Sources' });
    assert.equal(await list.count(), 0);

    await summary.focus();
    await panel.page.keyboard.press('Enter');

    await list.waitFor();
    assert.deepEqual(await list.getByRole('link').allTextContents(), ['Title 1', 'Title 2', 'Title 3', 'Title 4']);
  });

  it('name the page and not the address through which Google leads to it', async () => {
    const redirect = 'https://vertexaisearch.cloud.google.com/grounding-api-redirect/X';
    const panel = await show('So.', cited(0, 3, 'uefa.com', redirect));

    assert.equal(await panel.page.locator('.source-chip').textContent(), 'uefa.com');
  });

  it('are copied as numbers in the text, with the list', async () => {
    const panel = await show('So it is. Yes.', citing('So it is. Yes.', 'is.', 1));
    const copied = await panel.page.evaluate<string>(copyAnswer);

    assert.match(copied, /So it is\.\[1\] Yes\.\n/);
    assert.match(copied, /1\. Title 1/);
  });

  it('that are files are copied with their names and pages', async () => {
    const file = { type: 'file', name: 'herbs.pdf', uri: 'fileSearchStores/g/documents/h', page: 7 } as const;
    const panel = await show('So it is. Yes.', { ...file, start: 0, end: 9 });
    await panel.page.locator('.sources-row').click();
    const copied = await panel.page.evaluate<string>(copyAnswer);

    assert.match(copied, /So it is\.\[1\] Yes\.\n/);
    assert.match(copied, /1\. herbs\.pdf page 7/);
  });

  it('stand in the way of no search', async () => {
    const panel = await show('So it is. Yes.', citing('So it is. Yes.', 'is.', 1));
    await panel.tell({ type: 'findOpened' });
    await panel.page.getByRole('textbox', { name: 'Find' }).fill('is. Yes');

    await panel.until(`document.querySelector('.find-result').textContent === '1 of 1'`);
    await panel.until(`CSS.highlights.get('find-current').size === 1`);
  });

  it('are left out of code and where the words are not on the page', async () => {
    const text = 'Look.\n\n```js\nlet a = 1;\n```\n';
    const panel = await show(text, citing(text, 'Look.', 1), citing(text, 'a = 1;', 2));

    assert.equal(await panel.page.locator('pre .citation').count(), 0);
    assert.equal(await panel.page.locator('pre').textContent(), 'let a = 1;');
  });

  it('are files, too, which open at their page or line by keyboard and pointer', async () => {
    const text = 'Basil likes the sun. Mint likes water.';
    const file = (words: string, more: Partial<Extract<Citation, { type: 'file' }>>): Citation => {
      const end = utf8Length(text.slice(0, text.indexOf(words) + words.length));
      return { type: 'file', name: 'basil.md', uri: 'fileSearchStores/g/documents/b', start: 0, end, ...more };
    };
    const panel = await show(
      text,
      file('sun.', { path: 'guide/basil.md' }),
      file('water.', { name: 'herbs.pdf', uri: 'fileSearchStores/g/documents/h', page: 7 }),
    );
    assert.ok((await texts(panel)).includes('Basil likes the sun.[1] Mint likes water.[2]'));
    await panel.button('Source 1: guide/basil.md').press('Enter');
    await panel.page.locator('.sources-row').click();
    await panel.page.locator('.sources').getByRole('button', { name: 'herbs.pdf' }).click();

    assert.deepEqual(await panel.postedOf('openCited'), [
      { type: 'openCited', turnId: 't1', name: 'guide/basil.md', uri: 'fileSearchStores/g/documents/b' },
      { type: 'openCited', turnId: 't1', name: 'herbs.pdf', uri: 'fileSearchStores/g/documents/h', page: 7 },
    ]);
    assert.match((await panel.page.locator('.sources').textContent()) ?? '', /herbs\.pdf\s*page 7/);
  });

  it('are places, too, which are said to come from Google Maps, while the answer comes in pieces', async () => {
    const panel = await open();
    const text = '🌿 東京の店';
    const place = (start: number, end: number, more: Partial<Extract<Citation, { type: 'place' }>>): Citation => ({
      type: 'place',
      name: '東京 Herbs',
      url: 'https://maps.example/?cid=1',
      placeId: 'places/1',
      start,
      end,
      ...more,
    });
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text }] })]);
    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: ' is open. So is the kiosk.' });
    const whole = `${text} is open. So is the kiosk.`;
    const first = utf8Length(`${text} is open.`);
    const citations = [
      place(0, first, {}),
      place(first, utf8Length(whole), { name: 'Kiosk', url: '', placeId: 'https://b.example/' }),
      place(first, utf8Length(whole), { name: 'Evil', url: 'javascript:alert(1)', placeId: '' }),
    ];
    await panel.tell({ type: 'partGained', turnId: 't1', part: 0, gain: { kind: 'text', citations } });
    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done' });
    await panel.page.locator('.citation').nth(2).waitFor();

    assert.equal(await texts(panel), '🌿 東京の店 is open.[1] So is the kiosk.[2][3]');
    await panel.page.getByRole('link', { name: 'Source 1: 東京 Herbs' }).press('Enter');
    assert.deepEqual(await panel.postedOf('openLink'), [{ type: 'openLink', url: 'https://maps.example/?cid=1' }]);
    assert.equal(await panel.page.locator('.source-chip').allTextContents().then(String), 'Google Maps');
    await panel.page.locator('.sources-row').click();
    const list = panel.page.getByRole('list', { name: 'Sources' });
    assert.deepEqual(await list.getByRole('listitem').allTextContents(), [
      '東京 Herbs Google Maps',
      'Kiosk Google Maps',
      'Evil Google Maps',
    ]);
    assert.equal(await list.getByRole('link').count(), 1);
    assert.equal(await list.locator('[translate="no"]').count(), 3);
  });
});
