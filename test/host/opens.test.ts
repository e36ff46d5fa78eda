import assert from 'node:assert/strict';
import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import { useVsCode } from '../launch/useVsCode';

/** Uses proposed API in both ways: by its manifest and by a call. */
const proposer = {
  name: 'proposer',
  manifest: {
    contributes: {
      commands: [{ command: 'proposer.run', title: 'Propose' }],
      menus: { 'scm/inputBox': [{ command: 'proposer.run' }] },
    },
  },
  main: `exports.activate = () => require('vscode').workspace.registerTimelineProvider('file', {});`,
};

describe('VS Code with the extension, and one that uses proposed API', () => {
  const vsCode = useVsCode({ otherExtensions: [proposer] });

  it('opens the sample workspace', async () => {
    await vsCode().page.locator('.explorer-folders-view').getByText('README.md').waitFor();
  });

  it('has the extension, and it starts by itself', async () => {
    await until('the extension to be active', async () => {
      const extension = await vsCode().vscode.extensionInfo(EXTENSION_ID);
      return extension?.isActive;
    });
  });

  it('shows the chat view by "Gemini: New Chat" of the palette', async () => {
    await vsCode().runCommand('Gemini: New Chat');
    await vsCode().panel().getByRole('button', { name: 'Set API Key' }).waitFor();
  });

  it('has the extension and the chat view again after a reload of the window', async () => {
    await vsCode().reload();
    await vsCode().panel().getByRole('button', { name: 'Set API Key' }).waitFor();
    assert.ok(await vsCode().vscode.extensionInfo(EXTENSION_ID));
  });

  it('refuses proposed API to both, as it does to extensions of the Marketplace', async () => {
    const said = await until('what is refused to the other one', async () => {
      const refused = (await vsCode().refusedProposals()).join('\n');
      return /scm\/inputBox/.test(refused) && /timeline/.test(refused) && refused;
    });

    assert.match(said, /gemini-interactions-tests\.proposer/);
    // Ours has asked for none.
    assert.ok(!said.includes(EXTENSION_ID), said);
  });
});
