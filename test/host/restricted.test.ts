import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keepPicturesOfFailures } from './failures';
import { Product } from './product';

describe('a folder that is not trusted', () => {
  const planted = 'PLANTED-INSTRUCTION';
  let product: Product;
  before(async () => {
    const names = ['GEMINI.md', 'AGENTS.md', 'CLAUDE.md', '.cursorrules', '.github/copilot-instructions.md'];
    const mcp = { servers: { planted: { command: 'touch', args: ['planted'] } } };
    product = await Product.openWithKey(
      {},
      {
        workspaceTrust: 'restricted',
        workspaceFiles: {
          ...Object.fromEntries(names.map((name) => [name, planted])),
          '.vscode/mcp.json': JSON.stringify(mcp),
          '.gemini/settings.json': JSON.stringify({ mcpServers: mcp.servers, planted }),
          '.vscode/settings.json': JSON.stringify({ 'geminiInteractions.model': planted }),
          'code.ts': 'function first() {\n  return 1;\n}\n',
        },
      },
    );
  });
  after(() => product?.close());
  keepPicturesOfFailures(() => product);

  it('can be chatted in; nothing in it is read or sets anything', async () => {
    assert.equal(await product.session.vscode.isTrusted(), false);
    await product.ask('What do you know about this folder?');
    await product.firstWords.waitFor();
    await product.answered();

    await product.panel.getByText('Restricted Mode').waitFor();
    const [request] = product.createRequests;
    assert.match(JSON.stringify(request?.body), /"model":"gemini-3\.8-flash"/);
    assert.doesNotMatch(JSON.stringify(request?.body), new RegExp(planted));
    assert.deepEqual(
      await readdir(product.session.workspace).then((all) => all.filter((name) => name === 'planted')),
      [],
    );
  });

  it('has code explained only when it is selected', async () => {
    const file = join(product.session.workspace, 'code.ts');
    const cursor = { line: 1, character: 3 };
    await product.session.vscode.openFile(file, { anchor: cursor, active: cursor });
    await product.session.runCommand('Gemini: Explain');
    await product.notification('Select the code to explain first.').waitFor();
    assert.equal(product.createRequests.length, 1);

    await product.session.vscode.openFile(file, { anchor: { line: 0, character: 0 }, active: cursor });
    await product.session.runCommand('Gemini: Explain');
    await product.panel.getByRole('button', { name: /code\.ts:1-2/ }).waitFor();
    await product.answered();
    assert.match(JSON.stringify(product.createRequests.at(-1)?.body), /function first/);
  });
});
