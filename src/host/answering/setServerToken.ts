import * as vscode from 'vscode';
import { textField } from '../../core/base/json';
import { settingsSection } from '../../manifest';
import { type NamedServer, readHeader, type ServerTokens } from '../key/serverTokens';
import { openSettings } from '../settings/openSettings';
import { readAnswering, researchTools } from '../settings/requestSettings';

/** Lets the user give a remote MCP server of the settings a token, or take it away. */
export async function setServerToken(tokens: ServerTokens): Promise<void> {
  const server = await chooseServer(tokens);
  if (!server) return;
  const { name } = server;
  const hasToken = (await tokens.read(server)) !== undefined;
  const kept = vscode.l10n.t(
    'Kept in your system’s secret storage. It goes to Google with each request that may use {0}, and Google calls {1} with it.',
    name,
    new URL(server.url).host,
  );
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Token of {0}', name),
    prompt: hasToken ? `${kept} ${vscode.l10n.t('Without text, the one that is kept is removed.')}` : kept,
    placeHolder: vscode.l10n.t('A token, or a whole header such as X-Api-Key: …'),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || readHeader(text)
        ? undefined
        : vscode.l10n.t('This has a space or a character that can’t be in a token. Copy it again.'),
  });
  if (typed === undefined) return;
  const header = typed.trim() === '' ? undefined : readHeader(typed);
  if (header) {
    await tokens.save(server, header);
    void vscode.window.showInformationMessage(vscode.l10n.t('The token of {0} was saved.', name));
  } else if (hasToken) {
    await tokens.remove(server);
    void vscode.window.showInformationMessage(vscode.l10n.t('The token of {0} was removed.', name));
  }
}

async function chooseServer(tokens: ServerTokens): Promise<NamedServer | undefined> {
  const servers = knownServers();
  if (servers.length === 0) {
    const open = vscode.l10n.t('Open Settings');
    const words = vscode.l10n.t('No remote MCP server is in your settings. Add one, then give it a token.');
    const choice = await vscode.window.showInformationMessage(words, open);
    if (choice === open) await openSettings(`${settingsSection}.mcp.remoteServers`);
    return undefined;
  }
  const items = await Promise.all(
    servers.map(async (server) => ({
      label: server.name,
      description: new URL(server.url).host,
      ...((await tokens.read(server)) && { detail: vscode.l10n.t('Has a token') }),
      server,
    })),
  );
  const title = vscode.l10n.t('Set Token of Remote MCP Server');
  return items.length === 1 ? items[0]?.server : (await vscode.window.showQuickPick(items, { title }))?.server;
}

/** Those of chats and of research. One that both name stands here once. */
function knownServers(): readonly NamedServer[] {
  const ofChats = readAnswering().remote.filter(({ problem }) => problem === undefined);
  const ofResearch = researchTools().tools.flatMap((tool) => {
    const [name, url] = [textField(tool, 'name'), textField(tool, 'url')];
    return tool.type === 'mcp_server' && name !== undefined && url !== undefined ? [{ name, url }] : [];
  });
  const byPlace = new Map(
    [...ofChats, ...ofResearch].map(({ name, url }) => [`${name} ${new URL(url).origin}`, { name, url }]),
  );
  return [...byPlace.values()];
}
