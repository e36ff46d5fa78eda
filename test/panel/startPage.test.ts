import assert from 'node:assert/strict';
import type { StartState } from '../../src/protocol/start';
import { answered, ready, startWithFile, stateOf, turn } from './turns';
import { usePanels } from './usePanels';

const withoutFile: StartState = { suggestions: ['explainReadme', 'whatCanIAsk', 'startResearch'], recent: [] };

describe('The page of an empty chat', () => {
  const open = usePanels();

  it('begins with the file that is open, and with the chats used last', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, start: startWithFile });
    assert.equal(await panel.page.getByRole('heading', { name: 'Ask Gemini about your code' }).isVisible(), true);

    await panel.button('Explain watering.ts').click();
    await panel.button('Find bugs in watering.ts').click();
    await panel.button('Write tests for watering.ts').click();
    await panel.page.getByRole('button', { name: /^Why is the pump slow\?/ }).click();
    assert.deepEqual((await panel.posted()).slice(1), [
      { type: 'startWith', suggestion: 'explainFile' },
      { type: 'startWith', suggestion: 'findBugs' },
      { type: 'startWith', suggestion: 'writeTests' },
      { type: 'openRecentChat', chatId: 'c1' },
    ]);
  });

  it('has what needs no file where none is open, and no heading over nothing', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, start: withoutFile });

    for (const name of ['Explain this workspace’s README', 'What can I ask?', 'Start Deep Research…']) {
      assert.equal(await panel.button(name).isVisible(), true, name);
    }
    assert.equal(await panel.page.getByText('Recent').isVisible(), false);
  });

  it('asks a question that is offered', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, start: { ...withoutFile, questions: ['Show me a diagram'] } });
    await panel.button('Show me a diagram').click();
    assert.deepEqual(await panel.postedOf('send'), [{ type: 'send', prompt: 'Show me a diagram' }]);
  });

  it('leaves the cursor in the composer, and a row that has it keeps it when the same is told again', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, start: startWithFile });
    assert.equal(await panel.composer.evaluate((input) => input === input.ownerDocument.activeElement), true);

    const row = panel.button('Find bugs in watering.ts');
    await row.focus();
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, start: { ...startWithFile } }) });
    assert.equal(await row.evaluate((it) => it === it.ownerDocument.activeElement), true);
  });

  it('goes with the first question, and is not there without a key', async () => {
    const panel = await open();
    const title = panel.page.getByText('Ask Gemini about your code');
    await panel.snapshot([], { ...ready, key: 'missing', start: startWithFile });
    assert.equal(await title.isVisible(), false);
    await panel.snapshot([], { ...ready, start: startWithFile });
    await panel.tell({ type: 'turnAdded', turn: turn({ status: 'waiting' }) });
    assert.equal(await title.isVisible(), false);
    await panel.snapshot([], { ...ready, start: withoutFile }, 'other');
    assert.equal(await title.isVisible(), true);
    await panel.snapshot([answered('a', 'first', 'x')], ready, 'third');
    assert.equal(await title.isVisible(), false);
  });

  it('fits into a narrow and low view, with titles of any length', async () => {
    const panel = await open({ width: 240, height: 420 });
    await panel.snapshot([], { ...ready, start: startWithFile });
    const sideways = await panel.page.evaluate(`document.documentElement.scrollWidth - innerWidth`);
    assert.equal(sideways, 0);
    const box = await panel.page.getByRole('button', { name: /^Blue sky/ }).boundingBox();
    assert.ok(box && box.height <= 33 && box.x + box.width <= 240, JSON.stringify(box));
    const composer = await panel.composer.boundingBox();
    assert.ok(composer && composer.y + composer.height <= 420, JSON.stringify(composer));
  });
});
