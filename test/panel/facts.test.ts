import assert from 'node:assert/strict';
import { answered, ready, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

describe('Panel and the facts of the host', () => {
  const open = usePanels();

  it('says ready and shows nothing until a snapshot comes', async () => {
    const panel = await open();

    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    assert.equal(await panel.composer.isVisible(), false);
    await panel.tell({ type: 'turnAdded', turn: turn() }, { type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.composer.isVisible(), false);
    assert.equal(await panel.page.getByRole('article').count(), 0);
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
  });

  it('shows two named articles for each turn of a snapshot', async () => {
    const panel = await open();

    await panel.snapshot([answered('a', 'First?', 'One.'), answered('b', 'Second?', 'Two.')]);

    const names = await panel.articles.evaluateAll((all) => all.map((article) => article.getAttribute('aria-label')));
    assert.deepEqual(names, [
      'You, message 1 of 4',
      'Gemini, message 2 of 4',
      'You, message 3 of 4',
      'Gemini, message 4 of 4',
    ]);
    assert.equal(await panel.articles.nth(0).locator('.prompt').textContent(), 'First?');
    assert.match((await panel.articles.nth(3).textContent()) ?? '', /Two\./);
  });

  it('grows the text without doubling anything', async () => {
    const panel = await open();
    await panel.snapshot();
    await panel.tell(
      { type: 'turnAdded', turn: turn({ status: 'waiting' }) },
      { type: 'turnChanged', turnId: 't1', status: 'streaming' },
      { type: 'partAdded', turnId: 't1', part: { kind: 'text', text: 'Hel' } },
    );
    const paragraph = await panel.page.locator('.text p').elementHandle();

    for (const text of ['lo ', 'world', '.\n', '\nNew ', 'paragraph\n``', '`js\nlet a', ' = 1;\n`', '``\nEnd']) {
      await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text });
    }

    assert.deepEqual(await panel.page.locator('.segment > *').allInnerTexts(), [
      'Hello world.',
      'New paragraph',
      'js\nlet a = 1;',
      'End',
    ]);
    assert.equal(await paragraph?.evaluate((element) => element.isConnected), true);
    assert.equal(await panel.articles.nth(1).getAttribute('aria-busy'), 'true');
    await panel.tell({ type: 'turnChanged', turnId: 't1', status: 'done' });
    assert.equal(await panel.articles.nth(1).getAttribute('aria-busy'), null);
  });

  it('asks for a snapshot once when a fact is missing, and ignores the rest until it comes', async () => {
    const panel = await open();
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: 'a' }] })]);

    panel.loseFact();
    for (const text of ['c', 'd', 'e']) await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text });

    assert.equal((await panel.postedOf('ready')).length, 2);
    assert.equal(await panel.page.locator('.text').textContent(), 'a');
    await panel.snapshot([turn({ status: 'streaming', parts: [{ kind: 'text', text: 'abcde' }] })]);
    await panel.tell({ type: 'partGrew', turnId: 't1', part: 0, text: 'f' });
    assert.equal(await panel.page.locator('.text').textContent(), 'abcdef');
    assert.equal((await panel.postedOf('ready')).length, 2);
  });

  it('asks for a snapshot when a fact names what it does not know', async () => {
    const panel = await open();
    await panel.snapshot([turn()]);

    await panel.tell({ type: 'partGrew', turnId: 't1', part: 7, text: 'x' });

    assert.equal((await panel.postedOf('ready')).length, 2);
  });

  it('replaces a part in its place', async () => {
    const panel = await open();
    await panel.snapshot([
      turn({
        status: 'streaming',
        parts: [
          { kind: 'text', text: 'one' },
          { kind: 'unknown', text: '{}' },
          { kind: 'text', text: 'three' },
        ],
      }),
    ]);

    await panel.tell({ type: 'partReplaced', turnId: 't1', part: 1, value: { kind: 'unknown', text: 'two' } });

    assert.deepEqual(await panel.page.locator('.answer-body .text, .answer-body pre').allTextContents(), [
      'one',
      'two',
      'three',
    ]);
  });

  it('offers to set a key while there is none, and nothing while that is unknown', async () => {
    const panel = await open();

    await panel.snapshot([], { ...ready, key: 'unknown' });
    assert.equal(await panel.page.evaluate(`document.body.innerText.trim()`), '');

    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, key: 'missing' }) });
    assert.equal(await panel.composer.isVisible(), false);
    await panel.button('Set API Key').click();
    await panel.button('Get a key from Google AI Studio').click();
    assert.deepEqual((await panel.posted()).slice(1), [{ type: 'setApiKey' }, { type: 'openKeyPage' }]);
    assert.equal(await panel.page.getByText('What you ask and the code you attach').isVisible(), true);

    await panel.button('Set API Key').focus();
    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.button('Set API Key').isVisible(), false);
    assert.equal(await panel.composer.evaluate((input) => input === input.ownerDocument.activeElement), true);
    assert.equal(await panel.page.getByText('Ask Gemini about your code').isVisible(), true);
    assert.equal(await panel.button('Model: 3.8 Flash').isVisible(), true);
  });

  it('stays where a key is asked for when one was not taken, and says why', async () => {
    const panel = await open();
    const refusal = 'Gemini did not accept the API key.';
    await panel.snapshot([], { ...ready, key: 'missing' });
    assert.equal(await panel.button('Save Anyway').isVisible(), false);
    await panel.button('Set API Key').focus();

    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, key: 'missing', refusal }) });
    assert.equal(await panel.page.getByText(refusal).isVisible(), true);
    const again = panel.button('Enter Again');
    assert.equal(await again.evaluate((it) => it === it.ownerDocument.activeElement), true);
    await again.click();
    await panel.button('Save Anyway').click();
    assert.deepEqual((await panel.posted()).slice(1), [{ type: 'setApiKey' }, { type: 'saveRefusedKey' }]);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.page.getByText(refusal).isVisible(), false);
    assert.equal(await panel.composer.evaluate((input) => input === input.ownerDocument.activeElement), true);
  });

  it('shows a notice of the host on top', async () => {
    const panel = await open();

    await panel.snapshot([], { ...ready, notice: 'Answers come from the local test server.' });
    assert.equal(await panel.page.getByText('Answers come from the local test server.').isVisible(), true);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.page.getByText('Answers come from').isVisible(), false);
  });

  it('says that it is there when it is asked, even before its first snapshot', async () => {
    const panel = await open();
    await panel.tell({ type: 'pinged' });
    await panel.snapshot();
    await panel.tell({ type: 'pinged' });

    assert.equal((await panel.postedOf('alive')).length, 2);
    assert.equal((await panel.postedOf('ready')).length, 1);
  });
});
