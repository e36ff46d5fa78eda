import * as vscode from 'vscode';
import { refusedBy } from '../../core/attachments/refusedBy';
import type { ChatSession } from '../../core/chat/chatSession';
import { isSame } from '../../core/chat/pendingAttachments';
import type { QueueSender } from '../../core/chat/queueSender';
import type { Attachment } from '../../core/conversation/turn';
import type { PanelHandle } from '../panel/panelHandle';
import { allowedPrompt } from '../privacy/allowedPrompt';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';

/** `stop`: in place of the answer that is on its way. `wait`: after it. */
export type Manner = 'stop' | 'wait';

export interface SendServices
  extends Pick<Services, 'chats' | 'pending' | 'queue' | 'prepared' | 'drafts' | 'currentFile' | 'gate' | 'newId'> {
  /** Lets the user choose the model of a chat. False: none was chosen. */
  readonly selectModel: (session: ChatSession) => Promise<boolean>;
}

/** Whether a file of this chat is not there yet. Then the user is told. */
export function waitsForUpload(pending: SendServices['pending'], { session }: PanelHandle): boolean {
  if (pending.comingTo(session.chatId).length === 0) return false;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('A file is still being uploaded. Wait until its chip says so no more, or remove it.'),
  );
  return true;
}

/** Sends what was typed, as far as the user lets it out. False: it was not sent. `onKept`: it is on disk. */
export async function sendTyped(
  services: SendServices,
  sender: QueueSender,
  panel: PanelHandle,
  prompt: string,
  manner: Manner,
  onKept: () => void,
): Promise<boolean> {
  const { chats, pending, queue, prepared, currentFile, gate, newId } = services;
  await chats.restore();
  const { session } = panel;
  const { chatId } = session;
  if (waitsForUpload(pending, panel) || !(await areTaken(services, session))) return false;
  const file = unlessKnown(session, currentFile.attachment);
  const along = file ? await passAttachments(gate, [file]) : [];
  const allowed = along && (await allowedPrompt(gate, prompt));
  if (!along || allowed === undefined) return false;
  const attached = pending.take(chatId);
  const keep = () => {
    attached.release();
    onKept();
  };
  try {
    // What was attached was sent a moment ago. The current file is no question by itself.
    if (allowed.trim() === '' && attached.attachments.length === 0) return true;
    const attachments = [...attached.attachments, ...along];
    if (manner === 'stop' || !session.isBusy) {
      return await sender.stopAndSend(session, allowed, attachments, { onKept: keep });
    }
    queue.add(chatId, [{ id: newId(), prompt: allowed, attachments, isHeld: false }]);
    attached.release();
    await prepared.saved();
    return true;
  } finally {
    attached.giveBack();
  }
}

/** Whether the model takes what is attached. Else the user is asked. */
async function areTaken({ pending, selectModel }: SendServices, session: ChatSession): Promise<boolean> {
  if (refusedBy(session.model, pending.of(session.chatId)).length === 0) return true;
  const { askAboutRefused } = await import('./askAboutRefused');
  return askAboutRefused(pending, session, selectModel);
}

/** What the chat has already, as it is now, is not sent once more. */
function unlessKnown(session: ChatSession, attachment: Attachment | undefined): Attachment | undefined {
  const known = session.turns().flatMap(({ attachments }) => attachments);
  return attachment && known.some((one) => isSame(one, attachment)) ? undefined : attachment;
}
