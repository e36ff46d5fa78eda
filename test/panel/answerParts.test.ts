import assert from 'node:assert/strict';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { PanelPage } from './panelPage';
import { cited, turn } from './turns';
import { usePanels } from './usePanels';

const text = (words: string): AnswerPart => ({ kind: 'text', text: words });
const call: AnswerPart = { kind: 'toolCall', step: 'google_search_call', id: 's', name: '', arguments: {} };
describe('The parts of an answer in the panel', function () {
  this.timeout(20_000);
  const open = usePanels();

  async function stream(...parts: readonly AnswerPart[]): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts })]);
    return panel;
  }

  const texts = (panel: PanelPage) => panel.page.locator('.answer-body > .text').allTextContents();

  it('are one text where texts follow each other, as the service goes on in mid-sentence', async () => {
    const panel = await stream(text('One **bo'), text('ld** wo'));
    await panel.tell(
      { type: 'partGrew', turnId: 't1', part: 1, text: 'rd, and' },
      { type: 'partAdded', turnId: 't1', part: text(' the') },
      { type: 'partGrew', turnId: 't1', part: 2, text: ' rest.' },
      { type: 'partAdded', turnId: 't1', part: call },
      { type: 'partAdded', turnId: 't1', part: text('Another') },
    );

    assert.deepEqual(await texts(panel), ['One bold word, and the rest.', 'Another']);
    assert.equal(await panel.page.locator('.text strong').textContent(), 'bold');
    assert.equal(await panel.page.locator('.text').first().locator('p').count(), 1);
    assert.equal((await panel.postedOf('ready')).length, 1);
  });

  it('name a block of code by the first part of its text, and by its number in all of it', async () => {
    const panel = await open();
    const parts = [text('```js\nlet a'), text(' = 1;\n```\n'), call, text('```js\nb\n```\n'), text('```sh\nc\n```')];
    await panel.snapshot([turn({ parts })]);
    const copy = panel.page.getByRole('button', { name: 'Copy Code' });

    assert.deepEqual(await panel.page.locator('.code-block code').allTextContents(), ['let a = 1;', 'b', 'c']);
    for (const block of [0, 1, 2]) await copy.nth(block).click();

    const asked = await panel.postedOf('actOnCode');
    assert.deepEqual(
      asked.map(({ part, block }) => [part, block]),
      [
        [0, 0],
        [3, 0],
        [3, 1],
      ],
    );
  });

  it('are one thought where thoughts follow each other', async () => {
    const panel = await stream({ kind: 'thought', text: '**Plan**\n\n' });
    await panel.tell(
      { type: 'partAdded', turnId: 't1', part: { kind: 'thought', text: 'I look' } },
      { type: 'partGrew', turnId: 't1', part: 1, text: ' around.' },
    );

    assert.equal(await panel.page.locator('summary').count(), 1);
    assert.match((await panel.page.locator('.thought .text').textContent()) ?? '', /Plan\s*I look around\./);
  });

  it('have their sources at the end, each once, also those that come later', async () => {
    const first = cited(0, 3, 'First', 'https://first.test/');
    const panel = await stream({ kind: 'text', text: 'One', citations: [first] }, call);
    const titles = () => panel.page.locator('.answer-body + .sources li a').allTextContents();
    assert.deepEqual(await titles(), ['First']);

    await panel.tell(
      { type: 'partAdded', turnId: 't1', part: text('Two') },
      {
        type: 'partGained',
        turnId: 't1',
        part: 2,
        gain: { kind: 'text', citations: [first, cited(0, 3, 'Second', 'https://second.test/')] },
      },
    );

    assert.deepEqual(await titles(), ['First', 'Second']);
    assert.equal(await panel.page.getByText('Sources').count(), 1);
  });

  it('show no sources where there are none', async () => {
    const panel = await stream(text('One'));
    assert.equal(await panel.page.locator('.sources').count(), 0);
  });

  const misfits = {
    'a part that belongs before others': { type: 'partAdded', turnId: 't1', part: call, at: 0 },
    'a text that others have continued': { type: 'partGrew', turnId: 't1', part: 0, text: 'x' },
    'a text in the place of another': { type: 'partReplaced', turnId: 't1', part: 1, value: text('x') },
    'a list of a part that is not there': {
      type: 'partGained',
      turnId: 't1',
      part: 9,
      gain: { kind: 'toolResult', result: [] },
    },
  } as const;
  for (const [what, fact] of Object.entries(misfits)) {
    it(`are asked for once more when there comes ${what}`, async () => {
      const panel = await stream(text('One '), text('text'));

      await panel.tell(fact);

      assert.equal((await panel.postedOf('ready')).length, 2);
      assert.deepEqual(await texts(panel), ['One text']);
      await panel.snapshot([turn({ status: 'streaming', parts: [call, text('One '), text('text')] })]);
      await panel.tell({ type: 'partGrew', turnId: 't1', part: 2, text: '!' });
      assert.deepEqual(await texts(panel), ['One text!']);
    });
  }

  it('are found by words that begin in one text and end in the next', async () => {
    const panel = await open();
    await panel.snapshot([turn({ parts: [call, text('a hay'), text('stack'), call, text('and a haystack')] })]);
    await panel.tell({ type: 'findOpened' });
    await panel.page.getByRole('textbox', { name: 'Find' }).fill('haystack');

    await panel.until(`document.querySelector('.find-result').textContent === '1 of 2'`);
    await panel.until(`CSS.highlights.get('find-current').size === 1`);
    assert.equal(
      await panel.page.evaluate(`[...CSS.highlights.get('find-current')][0].startContainer.parentElement.textContent`),
      'a haystack',
    );
  });
});
