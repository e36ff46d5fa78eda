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
