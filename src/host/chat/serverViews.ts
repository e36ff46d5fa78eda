import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { RemoteServer } from '../../core/chat/remoteServers';
import { takesRemoteMcp } from '../../core/models/remoteMcp';
import { modelLabel } from '../../parts/modelLabel';
import type { ServerView } from '../../protocol/choices';

/** The remote MCP servers of the settings as the composer shows them, with why one can't be used. */
export function serverViews({ answering, model }: ChatSession): readonly ServerView[] {
  return answering.remote.map((server) => {
    const reason = reasonOf(server, model);
    return { name: server.name, host: server.host, ...(reason !== undefined && { reason }) };
  });
}

function reasonOf({ problem }: RemoteServer, model: string): string | undefined {
  switch (problem) {
    case 'name':
      return vscode.l10n.t('The name of a server has only lower-case letters and digits. Change it in the settings.');
    case 'twice':
      return vscode.l10n.t('Two servers in the settings have this name. Rename one.');
    case 'address':
      return vscode.l10n.t('The address of this server can’t be used. Change it in the settings.');
    case 'notHttps':
      return vscode.l10n.t('The address of a server begins with https. Change it in the settings.');
    case undefined:
      if (takesRemoteMcp(model)) return undefined;
      return vscode.l10n.t(
        '{0} doesn’t take remote MCP servers. Google offers them with older models.',
        modelLabel(model),
      );
  }
}
