import assert from 'node:assert/strict';
import type { CurrentFileView } from '../../src/protocol/context';
import type { PanelPage } from './panelPage';
import { ready, stateOf } from './turns';
import { usePanels } from './usePanels';

describe('What goes along with a question', () => {
  const open = usePanels();

  async function openWith(current?: CurrentFileView): Promise<PanelPage> {
    const panel = await open();
    await panel.snapshot([], { ...ready, context: current ? { current } : {} });
    return panel;
  }
  const chip = (panel: PanelPage, label: string) => panel.button(`${label}, current file`);
  const look = (panel: PanelPage, label: string) =>
    chip(panel, label).evaluate((it) => {
      const { borderTopStyle, backgroundColor } = getComputedStyle(it);
      return { borderTopStyle, backgroundColor };
    });

  it('is the file at hand only after a click, which shows', async () => {
    const panel = await openWith({ label: 'watering.ts', isOn: false });
    assert.equal(await chip(panel, 'watering.ts').getAttribute('aria-pressed'), 'false');
    assert.equal((await look(panel, 'watering.ts')).borderTopStyle, 'dashed');

    await chip(panel, 'watering.ts').focus();
    await panel.page.keyboard.press('Space');
    assert.deepEqual(await panel.postedOf('setCurrentFile'), [{ type: 'setCurrentFile', isOn: true }]);
    const context = { current: { label: 'watering.ts:10-38', isOn: true } };
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, context }) });
    assert.equal(await chip(panel, 'watering.ts:10-38').getAttribute('aria-pressed'), 'true');
    assert.equal((await look(panel, 'watering.ts:10-38')).borderTopStyle, 'solid');
    assert.equal(
      await chip(panel, 'watering.ts:10-38').evaluate((it) => it === it.ownerDocument.activeElement),
      true,
      'the chip keeps the focus',
    );

    await chip(panel, 'watering.ts:10-38').click();
    assert.deepEqual((await panel.postedOf('setCurrentFile')).at(-1), { type: 'setCurrentFile', isOn: false });
  });

  it('is the instruction of the chat, which is read, changed and removed by keyboard', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, instruction: 'Answer in Greek.' });
    const name = 'Instruction for this chat';
    assert.equal(await panel.descriptionOf('button', name), 'Answer in Greek.');
    await panel.button(name).focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('editInstruction'), [{ type: 'editInstruction' }]);
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('removeInstruction'), [{ type: 'removeInstruction' }]);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.page.locator('.attached').isVisible(), false);
    assert.equal(await panel.composer.evaluate((it) => it === it.ownerDocument.activeElement), true);
  });

  it('is the schema of the chat, which is read, changed and removed by keyboard', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, schema: 'plant.schema.json' });
    const name = 'Schema for this chat';
    assert.equal(await panel.descriptionOf('button', name), 'plant.schema.json');
    await panel.button(name).focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('chooseSchema'), [{ type: 'chooseSchema' }]);
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.postedOf('removeSchema'), [{ type: 'removeSchema' }]);

    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await panel.page.locator('.attached').isVisible(), false);
    assert.equal(await panel.composer.evaluate((it) => it === it.ownerDocument.activeElement), true);
  });

  it('takes no room while there is nothing to show', async () => {
    const panel = await openWith();
    assert.equal(await panel.page.locator('.attached').isVisible(), false);
    await panel.tell({
      type: 'stateChanged',
      state: stateOf({ ...ready, context: { current: { label: 'a.ts', isOn: false } } }),
    });
    assert.equal(await chip(panel, 'a.ts').isVisible(), true);
  });

  it('is marked from 200,000 tokens on', async () => {
    const panel = await openWith({ label: 'huge.json', isOn: true });
    const usual = await look(panel, 'huge.json');
    const context = { current: { label: 'huge.json', isOn: true, isLarge: true } };
    const attached = [{ id: 'g', label: 'data/plants.json', isLarge: true }];
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, context, attached }) });
    assert.notDeepEqual(await look(panel, 'huge.json'), usual);
    assert.match((await chip(panel, 'huge.json').getAttribute('title')) ?? '', /more than 200,000 tokens/);
    assert.match((await panel.page.getByRole('listitem').getAttribute('title')) ?? '', /more than 200,000 tokens/);
  });

  it('is asked for by the button, by Ctrl+/, and by @ and # at the beginning of a word', async () => {
    const panel = await openWith();
    await panel.button('Add Context… (Ctrl+/)').click();
    await panel.composer.press('Control+/');
    await panel.composer.pressSequentially('@');
    await panel.composer.fill('');
    await panel.composer.pressSequentially('look at #');
    await panel.composer.fill('');
    await panel.composer.pressSequentially('a@b.c and C#');

    assert.deepEqual(await panel.postedOf('addContext'), [
      { type: 'addContext' },
      { type: 'addContext' },
      { type: 'addContext', trigger: '@' },
      { type: 'addContext', trigger: '#' },
    ]);
  });

  it('leaves nothing of the sign in the question once something was chosen', async () => {
    const panel = await openWith();
    await panel.composer.pressSequentially('Explain @');
    await panel.tell({ type: 'contextAdded', trigger: '@' });
    assert.equal(await panel.composer.inputValue(), 'Explain ');

    await panel.tell({ type: 'contextAdded', trigger: '#' });
    assert.equal(await panel.composer.inputValue(), 'Explain ');
  });
});
