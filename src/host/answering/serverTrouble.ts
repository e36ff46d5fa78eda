import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';

/**
 * An answer failed for a reason that may be a remote MCP server: the service does not say which of them was down or refused
 * it. Offers to ask again without them. What stands in the chat stays as it is.
 */
export async function tellServerTrouble(session: ChatSession, turnId: string, names: readonly string[]): Promise<void> {
  const without = vscode.l10n.t('Retry Without Them');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The answer failed while it could use the MCP servers {0}. Check that Google can reach them, or ask again without them.',
      names.join(', '),
    ),
    without,
  );
  if (choice !== without) return;
  session.choose({ servers: session.answering.servers.filter((name) => !names.includes(name)) });
  await session.retry(turnId);
}
