import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import type { PendingAttachments } from '../../core/chat/pendingAttachments';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import type { PanelHandle } from '../panel/panelHandle';

/** Sends what was typed, as far as the user lets it out; else it goes back to the composer, uncut. */
export async function sendTyped(
  chats: Chats,
  pending: PendingAttachments,
  gate: Pick<OutgoingGate, 'review'>,
  panel: PanelHandle,
  prompt: string,
): Promise<void> {
  await chats.restore();
  const { session } = panel;
  const allowed = await allowedPrompt(gate, prompt);
  const attached = allowed === undefined ? [] : pending.of(session.chatId);
  pending.remove(
    session.chatId,
    attached.map(({ id }) => id),
  );
  if (allowed !== undefined && (await session.send(allowed, attached))) return;
  pending.add(session.chatId, attached);
  panel.post({ type: 'promptReturned', prompt });
}

/** What may be sent of a prompt. Undefined: nothing. What is pasted into one may hold secrets, or be huge by mistake. */
export async function allowedPrompt(gate: Pick<OutgoingGate, 'review'>, prompt: string): Promise<string | undefined> {
  const passed = await gate.review([{ name: vscode.l10n.t('Your question'), text: prompt, firstLine: 1 }]);
  return passed?.[0];
}
