import * as vscode from 'vscode';
import { refusedBy } from '../../core/attachments/refusedBy';
import type { ChatSession } from '../../core/chat/chatSession';
import type { PendingAttachments } from '../../core/chat/pendingAttachments';
import { attachmentLabel } from '../../core/conversation/input';
import type { Attachment } from '../../core/conversation/turn';
import { modelLabel } from '../../parts/modelLabel';

/**
 * Says what the model of the chat does not take of what is attached, until that is settled. The table of models may be
 * wrong, so the user may send it all the same. False: the user thinks better of it.
 */
export async function askAboutRefused(
  pending: Pick<PendingAttachments, 'of' | 'remove'>,
  session: ChatSession,
  selectModel: (session: ChatSession) => Promise<boolean>,
): Promise<boolean> {
  const { chatId } = session;
  const { other, without, anyway } = choices();
  for (;;) {
    const refused = refusedBy(session.model, pending.of(chatId));
    if (refused.length === 0) return true;
    const choice = await tell(session.model, refused, other, without, anyway);
    if (choice === anyway) return true;
    if (choice === without) {
      const ids = refused.map(({ id }) => id);
      pending.remove(chatId, ids);
    } else if (choice !== other || !(await selectModel(session))) return false;
  }
}

/** The same of a question that has waited in the queue. Resolves with what goes along. Undefined: it waits on. */
export async function askAboutQueued(
  session: ChatSession,
  attachments: readonly Attachment[],
  selectModel: (session: ChatSession) => Promise<boolean>,
): Promise<readonly Attachment[] | undefined> {
  const { other, without, anyway } = choices();
  for (;;) {
    const refused = refusedBy(session.model, attachments);
    if (refused.length === 0) return attachments;
    const choice = await tell(session.model, refused, other, without, anyway);
    if (choice === anyway) return attachments;
    if (choice === without) return attachments.filter((one) => !refused.includes(one));
    if (choice !== other || !(await selectModel(session))) return undefined;
  }
}

/** Says that a question was not sent after the answer before it. True: the user wants to send it. */
export async function tellQueuedRefused({ model }: ChatSession, attachments: readonly Attachment[]): Promise<boolean> {
  const send = vscode.l10n.t('Send…');
  const names = refusedBy(model, attachments).map(attachmentLabel).join(', ');
  const words = vscode.l10n.t('{0} doesn’t take {1}, so your next question still waits.', modelLabel(model), names);
  return (await vscode.window.showWarningMessage(words, send)) === send;
}

/** Lets the user choose a model until it takes what a question has attached. Undefined: none was chosen. */
export async function chooseTaking(
  attachments: readonly Attachment[],
  choose: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const { other, anyway } = choices();
  for (;;) {
    const model = await choose();
    const refused = model === undefined ? [] : refusedBy(model, attachments);
    if (model === undefined || refused.length === 0) return model;
    const choice = await tell(model, refused, other, anyway);
    if (choice === anyway) return model;
    if (choice !== other) return undefined;
  }
}

function choices() {
  return {
    other: vscode.l10n.t('Choose Another Model'),
    without: vscode.l10n.t('Send Without'),
    anyway: vscode.l10n.t('Send Anyway'),
  };
}

function tell(model: string, refused: readonly Attachment[], ...buttons: readonly string[]) {
  return vscode.window.showWarningMessage(
    vscode.l10n.t('{0} doesn’t take {1}.', modelLabel(model), refused.map(attachmentLabel).join(', ')),
    { modal: true, detail: vscode.l10n.t('Nothing was sent yet. Your question and what is attached stay.') },
    ...buttons,
  );
}
