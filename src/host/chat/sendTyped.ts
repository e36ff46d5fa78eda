import * as vscode from 'vscode';
import type { QueueSender } from '../../core/chat/queueSender';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import type { PanelHandle } from '../panel/panelHandle';
import type { Services } from '../services';

/** `stop`: in place of the answer that is on its way. `wait`: after it. */
export type Manner = 'stop' | 'wait';

export type SendServices = Pick<Services, 'chats' | 'pending' | 'queue' | 'gate' | 'newId'>;

/** Sends what was typed, as far as the user lets it out; else it goes back to the composer, uncut. */
export async function sendTyped(
  { chats, pending, queue, gate, newId }: SendServices,
  sender: QueueSender,
  panel: PanelHandle,
  prompt: string,
  manner: Manner,
): Promise<void> {
  await chats.restore();
  const { session } = panel;
  const { chatId } = session;
  const allowed = await allowedPrompt(gate, prompt);
  const attached = allowed === undefined ? [] : pending.of(chatId);
  pending.remove(
    chatId,
    attached.map(({ id }) => id),
  );
  if (allowed !== undefined && manner === 'wait' && session.isBusy) {
    queue.add(chatId, [{ id: newId(), prompt: allowed, attachments: attached, isHeld: false }]);
    return;
  }
  if (allowed !== undefined && (await sender.stopAndSend(session, allowed, attached))) return;
  pending.add(chatId, attached);
  panel.post({ type: 'promptReturned', prompt });
}

/** What may be sent of a prompt. Undefined: nothing. What is pasted into one may hold secrets, or be huge by mistake. */
export async function allowedPrompt(gate: Pick<OutgoingGate, 'review'>, prompt: string): Promise<string | undefined> {
  const passed = await gate.review([{ name: vscode.l10n.t('Your question'), text: prompt, firstLine: 1 }]);
  return passed?.[0];
}
