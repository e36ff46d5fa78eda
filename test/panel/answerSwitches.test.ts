import assert from 'node:assert/strict';
import { ready, stateOf } from './turns';
import { usePanels } from './usePanels';

describe('The switches for tools and thinking', function () {
  this.timeout(20_000);
  const open = usePanels();
  const choices = { tools: ['googleSearch'], thinking: 'low', servers: [] } as const;

  it('are shown by a button that tells how many tools are on', async () => {
    const panel = await open({ width: 240 });
    await panel.snapshot([], { ...ready, choices });
    const toggle = panel.button('Tools and thinking, 1 tools on');
    const group = panel.page.getByRole('group', { name: 'Tools', exact: true });
    assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
    assert.equal(await group.isVisible(), false);

    await toggle.press('Enter');

    assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
    assert.deepEqual(await group.getByRole('switch').allTextContents(), [
      'Google Search',
      'Web Pages',
      'Run Code',
      'Google Maps',
      'File Search',
    ]);
    await panel.button('Thinking: Low').waitFor();
    await toggle.press('Enter');
    assert.equal(await group.isVisible(), false);
  });

  it('tell the host, and show at once what was chosen', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, choices });
    await panel.button('Tools and thinking, 1 tools on').click();
    const tool = (name: string) => panel.page.getByRole('switch', { name, exact: true });
    assert.equal(await tool('Google Search').getAttribute('aria-checked'), 'true');

    await tool('Run Code').press('Space');
    await panel.button('Thinking: Low').click();

    assert.equal(await tool('Run Code').getAttribute('aria-checked'), 'true');
    assert.deepEqual(await panel.postedOf('setTool'), [{ type: 'setTool', tool: 'codeExecution', isOn: true }]);
    assert.deepEqual(await panel.postedOf('chooseThinking'), [{ type: 'chooseThinking' }]);
    await panel.tell({ type: 'stateChanged', state: stateOf(ready) });
    assert.equal(await tool('Run Code').getAttribute('aria-checked'), 'false');
  });

  it('have the remote MCP servers of the settings among them, and say why one can’t be used', async () => {
    const panel = await open();
    const servers = [
      { name: 'tickets', host: 'mcp.example' },
      { name: 'wiki', host: 'wiki.example', reason: 'The address of a server begins with https.' },
    ];
    const withServers = { ...ready, choices: { ...choices, servers: ['tickets', 'wiki'] }, servers };
    await panel.snapshot([], withServers);
    await panel.button('Tools and thinking, 2 tools on').click();
    const group = panel.page.getByRole('group', { name: 'Tools', exact: true });
    const server = (name: string) => group.getByRole('switch', { name, exact: true });

    assert.equal(await server('tickets').getAttribute('aria-checked'), 'true');
    assert.match((await panel.descriptionOf('switch', 'tickets')) ?? '', /mcp\.example/);
    assert.equal(await server('wiki').getAttribute('aria-checked'), 'false');
    assert.equal(await panel.descriptionOf('switch', 'wiki'), 'The address of a server begins with https.');
    await server('wiki').press('Space');
    await server('tickets').press('Space');

    assert.deepEqual(await panel.postedOf('setServer'), [{ type: 'setServer', name: 'tickets', isOn: false }]);
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...withServers, choices }) });
    assert.equal(await server('tickets').evaluate((one) => one === one.ownerDocument.activeElement), true);
    assert.equal(await server('tickets').getAttribute('aria-checked'), 'false');
    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, choices }) });
    assert.equal(await group.getByRole('switch').count(), 5);
  });

  it('give way to a sentence where an agent answers, which they have no effect on', async () => {
    const panel = await open({ width: 240 });
    const why = 'Antigravity chooses its tools and how much it thinks by itself.';
    const schemaWhy = 'Antigravity takes no schema.';
    const agent = {
      ...ready,
      model: 'antigravity-preview-09-2026',
      choices,
      schema: 'plant.json',
      instruction: 'Answer in Greek.',
      withoutEffect: { answering: why, schema: schemaWhy },
    };
    await panel.snapshot([], agent);
    const toggle = panel.button('Tools and thinking');
    assert.equal(await panel.descriptionOf('button', 'Tools and thinking'), why);
    await toggle.click();
    await panel.page.getByText(why, { exact: true }).waitFor();
    assert.equal(await panel.page.getByRole('switch', { name: 'Google Search' }).count(), 0);
    assert.equal(await panel.page.getByRole('button', { name: /^Thinking/ }).count(), 0);
    const isStruck = (name: string) =>
      panel
        .button(name)
        .locator('.chip-label')
        .evaluate((it) => getComputedStyle(it).textDecorationLine === 'line-through');
    assert.equal(await isStruck('Schema for this chat'), true);
    assert.equal(await isStruck('Instruction for this chat'), false);
    assert.equal(await panel.descriptionOf('button', 'Schema for this chat'), `${schemaWhy} plant.json`);
    await panel.button('Remove the schema for this chat').click();
    assert.deepEqual(await panel.postedOf('removeSchema'), [{ type: 'removeSchema' }]);

    await panel.tell({ type: 'stateChanged', state: stateOf({ ...ready, choices }) });
    await panel.button('Tools and thinking, 1 tools on').waitFor();
    await panel.page.getByRole('switch', { name: 'Google Search', exact: true }).waitFor();
    await panel.button('Thinking: Low').waitFor();
    assert.equal(await panel.page.getByText(why, { exact: true }).isVisible(), false);
  });

  it('do nothing in a chat that can only be read', async () => {
    const panel = await open();
    await panel.snapshot([], { ...ready, readOnly: true, banner: { message: 'In use elsewhere.' }, choices });
    await panel.button('Tools and thinking, 1 tools on').click();

    await panel.page.getByRole('switch', { name: 'Run Code', exact: true }).press('Enter');
    await panel.button('Thinking: Low').press('Enter');

    assert.deepEqual(await panel.postedOf('setTool'), []);
    assert.deepEqual(await panel.postedOf('chooseThinking'), []);
  });
});
