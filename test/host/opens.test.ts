import assert from 'node:assert/strict';
import { EXTENSION_ID } from '../launch/sessionFolders';
import { until } from '../launch/until';
import { useVsCode } from '../launch/useVsCode';

describe('VS Code with the extension', () => {
  const vsCode = useVsCode();

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
});

describe('VS Code whose extension host has crashed', () => {
  const vsCode = useVsCode({ extension: 'linked' });

  it('starts another one, and the extension in it', async () => {
    await vsCode().killExtensionHost();
    await until('the extension to be active', async () => {
      const extension = await vsCode().vscode.extensionInfo(EXTENSION_ID);
      return extension?.isActive;
    });
  });
});

describe('VS Code with a folder that is not trusted', () => {
  const vsCode = useVsCode({ workspaceTrust: 'restricted' });

  it('runs the extension all the same', async () => {
    assert.equal(await vsCode().vscode.isTrusted(), false);
    await vsCode().runCommand('Gemini: New Chat');
    await vsCode().panel().getByRole('button', { name: 'Set API Key' }).waitFor();
  });
});
