import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import type { PendingAttachments } from '../../core/chat/pendingAttachments';
import type { PanelHandle } from '../panel/panelHandle';

/** From here on a question is asked only after a yes: about 200,000 tokens. Characters. */
const largePrompt = 800_000;
/** A token is about this many characters of ordinary text. */
const charsPerToken = 4;

/** Sends what was typed. What is so large that it was hardly meant, or costs much, is asked about and never cut. */
export async function sendTyped(
  chats: Chats,
  pending: PendingAttachments,
  panel: PanelHandle,
  prompt: string,
): Promise<void> {
  await chats.restore();
  const { session } = panel;
  const isMeant = await confirmLargePrompt(prompt);
  const attached = isMeant ? pending.of(session.chatId) : [];
  pending.remove(
    session.chatId,
    attached.map(({ id }) => id),
  );
  if (isMeant && (await session.send(prompt, attached))) return;
  pending.add(session.chatId, attached);
  panel.post({ type: 'promptReturned', prompt });
}

/** Asks about a prompt that is very large; every other one is meant. */
export async function confirmLargePrompt(prompt: string): Promise<boolean> {
  if (prompt.length < largePrompt) return true;
  const send = vscode.l10n.t('Send It All');
  const megabytes = (prompt.length / 1_000_000).toFixed(1);
  const tokens = Math.round(prompt.length / charsPerToken).toLocaleString(vscode.env.language);
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Send a question of this size?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'It has about {0} million characters, or {1} tokens, and is billed as such. Otherwise it stays in the composer.',
        megabytes,
        tokens,
      ),
    },
    send,
  );
  return choice === send;
}
