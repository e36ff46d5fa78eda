import assert from 'node:assert/strict';
import { openVsCode, type VsCodeSession } from '../launch/session';
import { EXTENSION_ID } from '../launch/sessionFolders';

describe('VS Code with the extension', () => {
  let session: VsCodeSession;
  before(async () => {
    session = await openVsCode();
  });
  after(() => session.close());

  it('opens the sample workspace', async () => {
    await session.page.locator('.explorer-folders-view').getByText('README.md').waitFor();
  });

  it('has the extension', async () => {
    assert.ok(await session.vscode.extensionInfo(EXTENSION_ID));
  });
});
