import assert from 'node:assert/strict';
import {
  asked,
  assertHeld,
  atFirst,
  begin,
  beginAtEnd,
  chat,
  gapToEnd,
  holdText,
  scroller,
  sendAll,
  sendPiece,
  twoFrames,
} from './chatInPieces';
import type { PanelPage } from './panelPage';
import { answered, longText, ready, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

describe('The earlier turns of a chat', () => {
  const open = usePanels();

  async function openEnd(turns = chat): Promise<PanelPage> {
    const panel = await open();
    await beginAtEnd(panel, turns);
    return panel;
  }

  it('are fetched piece after piece, each once, until all are there in their order', async () => {
    const panel = await openEnd();

    await sendAll(panel);

    const questions = await panel.page.locator('.question .prompt').allTextContents();
    assert.deepEqual(
      questions,
      chat.map(({ prompt }) => prompt),
    );
    const fetched = (await panel.postedOf('fetchEarlier')).map(({ before }) => before);
    assert.deepEqual(fetched, ['t32', 't24', 't16', 't8']);
    await panel.until(`${gapToEnd} < 2`);
  });

  it('are not waited for: the end is there at once, and nothing is fetched for a chat that is all there', async () => {
    const panel = await openEnd();
    assert.equal(await panel.page.getByText('Answer 39.').isVisible(), true);
    assert.equal(await panel.page.getByText('Line 5 of it.').last().isVisible(), true);

    await asked(panel, 't32');
    await panel.snapshot(chat.slice(0, 3), ready, 'short');
    await panel.page.evaluate(twoFrames);

    assert.equal((await panel.postedOf('fetchEarlier')).length, 1);
  });

  it('leave what is read in its place, wherever it is', async () => {
    const panel = await openEnd();
    await panel.conversation.hover();
    await panel.page.mouse.wheel(0, -500);
    await panel.until(`${gapToEnd} > 400`);
    await panel.page.evaluate(twoFrames);

    for (let piece = 0; piece < 2; piece += 1) {
      await holdText(panel);
      await sendPiece(panel);
      await assertHeld(panel);
    }
    // At the very top the browser itself holds nothing.
    await panel.page.evaluate(`${scroller}.scrollTop = 0`);
    await panel.page.evaluate(twoFrames);
    await holdText(panel);
    await sendPiece(panel);
    await assertHeld(panel);
    await sendPiece(panel);
    await assertHeld(panel);
    assert.equal(await panel.articles.count(), 80);
  });

  it('do not take a person back to the end who has just left it', async () => {
    const panel = await openEnd();
    await panel.conversation.hover();
    await panel.page.mouse.wheel(0, -5);
    await panel.until(`${gapToEnd} >= 4`);
    await panel.page.evaluate(twoFrames);
    const left = await panel.page.evaluate<number>(gapToEnd);

    await sendAll(panel);
    await panel.tell({ type: 'turnChanged', turnId: 't39', status: 'done', note: 'One line more' });
    await panel.page.evaluate(twoFrames);

    assert.ok((await panel.page.evaluate<number>(gapToEnd)) > left, 'the end is followed');
    await panel.page.mouse.wheel(0, 4_000);
    await panel.until(`${gapToEnd} < 2`);
  });

  it('come while an answer grows, and what happens to those that are not there is no mistake', async () => {
    const live = turn({ id: 'live', prompt: 'Now', status: 'streaming', parts: [{ kind: 'text', text: 'Begun' }] });
    const panel = await openEnd([...chat, live]);
    const turns = [{ ...answered('t0', 'Question 0', 'Mended'), note: 'Found again' }, ...chat.slice(1), live];

    await panel.tell({ type: 'partGrew', turnId: 'live', part: 0, text: ', and' });
    await panel.tell(
      { type: 'partAdded', turnId: 't0', part: { kind: 'text', text: 'Lost?' } },
      { type: 'partGrew', turnId: 't0', part: 0, text: ' No.' },
      { type: 'partReplaced', turnId: 't0', part: 0, value: { kind: 'text', text: 'Mended' } },
      { type: 'turnChanged', turnId: 't0', status: 'done', note: 'Found again' },
    );
    while (await sendPiece(panel, turns)) {
      await panel.tell({ type: 'partGrew', turnId: 'live', part: 0, text: ' on' });
    }

    assert.match((await panel.articles.last().textContent()) ?? '', /Begun, and on on on on on/);
    assert.match((await panel.articles.nth(1).textContent()) ?? '', /Found again/);
    assert.deepEqual(await panel.postedOf('ready'), [{ type: 'ready' }]);
    await panel.until(`${gapToEnd} < 2`);
  });

  it('are no longer fetched when another chat is shown, and those on their way go nowhere', async () => {
    const panel = await openEnd();
    await asked(panel, 't32');
    const other = chat.map((one) => ({ ...one, id: `o${one.id}` }));

    await begin(panel, other, 'other');
    await panel.tell({ type: 'earlierTurns', before: 't32', turns: chat.slice(24, 32) });
    assert.equal(await panel.articles.count(), 2 * atFirst);
    await sendAll(panel, other);

    assert.equal(await panel.articles.count(), 80);
    assert.deepEqual(
      (await panel.postedOf('fetchEarlier')).map(({ before }) => before),
      ['t32', 'ot32', 'ot24', 'ot16', 'ot8'],
    );
    assert.deepEqual(await panel.postedOf('ready'), [{ type: 'ready' }]);
  });

  it('come once, although the same piece is sent twice', async () => {
    const panel = await openEnd();
    await sendPiece(panel);
    await panel.tell({ type: 'earlierTurns', before: 't32', turns: chat.slice(24, 32) });

    await sendAll(panel);

    assert.equal(await panel.articles.count(), 80);
    assert.equal((await panel.postedOf('fetchEarlier')).length, 4);
  });

  it('are asked for again after one of the pieces got lost', async () => {
    const panel = await openEnd();
    await asked(panel, 't32');
    panel.loseFact();
    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    await panel.until(`hostSide.messages.filter(({ type }) => type === 'ready').length === 2`);

    await begin(panel);
    await sendAll(panel);

    assert.equal(await panel.articles.count(), 80);
  });

  it('of a chat whose last turn fills the view come in above it', async () => {
    const turns = [...chat, answered('long', 'And at length?', longText)];
    const panel = await open();
    await begin(panel, turns, 'chat', chat.length);
    await panel.until(`${gapToEnd} < 2`);

    await sendAll(panel, turns);

    await panel.until(`${gapToEnd} < 2`);
    assert.equal(await panel.articles.count(), 82);
  });
});
