import assert from 'node:assert/strict';
import { until } from '../launch/until';
import { keepPicturesOfFailures } from './failures';
import type { Product } from './product';
import { shareProduct } from './sharedProduct';

interface Body {
  readonly model: string;
  readonly tools?: readonly object[];
}

const token = 'token-of-tickets-7';

describe('remote MCP servers in VS Code', () => {
  let product: Product;
  before(async () => {
    product = await shareProduct();
    await product.session.vscode.updateConfiguration('geminiInteractions.mcp.remoteServers', [
      { name: 'tickets', url: 'https://mcp.example/v1', allowedTools: ['search'] },
      { name: 'wiki', url: 'http://wiki.example' },
    ]);
  });
  after(() => product?.assertClean());
  keepPicturesOfFailures(() => product);

  const server = (name: string) => product.panel.getByRole('switch', { name, exact: true });
  const lastBody = () => product.createRequests.at(-1)?.body as Body;
  const chooseModel = async (id: string) => {
    await product.session.runCommand('Gemini: Select Model…');
    await product.page.locator('.quick-input-list').getByText('4 Hydrogen', { exact: true }).first().waitFor();
    await product.page.keyboard.type(id);
    await product.page.keyboard.press('Enter');
  };

  it('are switched on at the composer for a model that takes them, are called, and can be asked without', async () => {
    await product.newChat();
    // The cursor comes to the composer a moment later, and closes what was opened before.
    await until('the switches', async () => {
      if (!(await server('tickets').isVisible())) {
        await product.panel.getByRole('button', { name: /^Tools and thinking/ }).click();
      }
      return (await server('tickets').getAttribute('aria-disabled', { timeout: 2_000 })) === 'true';
    });
    assert.match((await server('tickets').getAttribute('title')) ?? '', /doesn’t take remote MCP servers/);
    await chooseModel('gemini-2.5-flash-lite');
    await until('the switch', async () => (await server('tickets').getAttribute('aria-disabled')) === null);
    assert.match((await server('wiki').getAttribute('title')) ?? '', /begins with https/);
    await server('tickets').click();
    await product.panel.getByRole('button', { name: 'Tools and thinking, 1 tools on' }).waitFor();

    await product.ask('Which tickets are open?');
    await product.answered();
    const tool = {
      type: 'mcp_server',
      name: 'tickets',
      url: 'https://mcp.example/v1',
      allowed_tools: [{ mode: 'auto', tools: ['search'] }],
    };
    assert.deepEqual(lastBody().tools, [tool]);

    await product.session.runCommand('Gemini: Set Token of Remote MCP Server…');
    await product.enter('Token of tickets', token);
    await product.notification('The token of tickets was saved.').waitFor();
    await product.ask('Which tickets are open?');
    await product.answered();
    assert.deepEqual(lastBody().tools, [{ ...tool, headers: { Authorization: `Bearer ${token}` } }]);
    await product.session.runCommand('Gemini: Show Interaction');
    await product.page.locator('.quick-input-list').getByText('Which tickets are open?').first().waitFor();
    await product.page.keyboard.press('Enter');
    await until('the request', async () =>
      ((await product.session.vscode.activeEditor())?.text ?? '').includes('https://mcp.example/v1'),
    );
    assert.ok(!((await product.session.vscode.activeEditor())?.text ?? '').includes(token));
    await product.closeEditors();
    await product.clearNotifications();
    await product.lastAnswer.getByText('Used search of tickets').click();
    await product.lastAnswer.getByText('filter: {"open":true}').waitFor();

    const refusal = { error: { code: 'invalid_request', message: 'The MCP server could not be reached.' } };
    product.server.answerNext({ status: 400, body: refusal });
    await product.ask('And today?');
    await product.notification('The answer failed while it could use the MCP servers tickets.').waitFor();
    await product.button('Retry Without Them').click();
    await until('the question, asked again', () => lastBody().tools === undefined);
    await product.answered();
    assert.equal(await server('tickets').getAttribute('aria-checked'), 'false');
  });
});
