import * as vscode from 'vscode';
import { refusedBy } from '../../core/attachments/refusedBy';
import type { ChatSession } from '../../core/chat/chatSession';
import type { PendingAttachments } from '../../core/chat/pendingAttachments';
import { attachmentLabel } from '../../core/conversation/input';
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
  const other = vscode.l10n.t('Choose Another Model');
  const without = vscode.l10n.t('Send Without');
  const anyway = vscode.l10n.t('Send Anyway');
  for (;;) {
    const refused = refusedBy(session.model, pending.of(chatId));
    if (refused.length === 0) return true;
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('{0} doesn’t take {1}.', modelLabel(session.model), refused.map(attachmentLabel).join(', ')),
      { modal: true, detail: vscode.l10n.t('Nothing was sent yet. Your question and what is attached stay.') },
      other,
      without,
      anyway,
    );
    if (choice === anyway) return true;
    if (choice === without) {
      const ids = refused.map(({ id }) => id);
      pending.remove(chatId, ids);
    } else if (choice !== other || !(await selectModel(session))) return false;
  }
}
