import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import type { PendingAttachments } from '../../core/chat/pendingAttachments';
import { confirmLarge } from '../base/confirmLarge';
import type { PanelHandle } from '../panel/panelHandle';

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

/** Asks about a prompt that is very large. */
export function confirmLargePrompt(prompt: string): Promise<boolean> {
  return confirmLarge(
    prompt.length,
    vscode.l10n.t('Send a question this long?'),
    vscode.l10n.t('Otherwise it stays in the message box.'),
  );
}
