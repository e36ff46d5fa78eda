import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import { type DeletionResult, deleteInteractions } from '../../core/chat/deleteInteractions';
import { uploadsOf } from '../../core/googleFiles/uploadsOf';
import type { Services } from '../services';
import { failureSentence } from '../strings/failures';

type DeleteAtGoogleServices = Pick<
  Services,
  'chats' | 'interactions' | 'debts' | 'library' | 'pending' | 'queue' | 'prepared' | 'now'
>;

/** "Delete Chat at Google…": deletes what Google keeps of a chat, and the chat here as well if the user says so. */
export class DeleteAtGoogle {
  /** `deleteHere`: deletes a chat on this machine. */
  constructor(
    private readonly services: DeleteAtGoogleServices,
    private readonly deleteHere: (chatId: string) => Promise<void>,
  ) {}

  /** Of the chat that is shown. */
  async run(): Promise<void> {
    const { chats, prepared, debts, now } = this.services;
    await Promise.all([chats.restore(), prepared.restore()]);
    const session = chats.current;
    const uploads = await uploadsOf(this.services, session.chatId, now());
    if (session.idsAtGoogle.length + uploads.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Google stores nothing of this chat.'));
      return;
    }
    const scope = await askScope(session.idsAtGoogle.length, uploads.length);
    if (scope === undefined) return;
    // The user may show another chat before all is done.
    const reference = chats.acquire(session);
    try {
      session.stop();
      await debts.owe({ uploads });
      await this.delete(session, scope);
    } finally {
      reference.dispose();
    }
  }

  private async delete(session: ChatSession, scope: Scope): Promise<void> {
    for (;;) {
      const ids = session.idsAtGoogle;
      const result = await this.deleteWithProgress(ids);
      if (result.gone.length > 0) await session.forget(result.gone);
      if (session.idsAtGoogle.length === 0) {
        if (scope === 'here') await this.deleteHere(session.chatId);
        else void vscode.window.showInformationMessage(vscode.l10n.t('Google no longer stores anything of this chat.'));
        return;
      }
      if (!(await askToRepeat(ids.length, result, scope))) return;
    }
  }

  private async deleteWithProgress(ids: readonly string[]): Promise<DeletionResult> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Deleting the chat at Google'),
      cancellable: true,
    };
    return vscode.window.withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      const listening = token.onCancellationRequested(() => stop.abort());
      try {
        return await deleteInteractions(this.services.interactions, ids, stop.signal, (count) =>
          progress.report({ increment: 100 / ids.length, message: vscode.l10n.t('{0} of {1}', count, ids.length) }),
        );
      } finally {
        listening.dispose();
      }
    });
  }
}

/** Whether the chat on this machine stays or goes as well. */
type Scope = 'atGoogle' | 'here';

async function askScope(count: number, uploads: number): Promise<Scope | undefined> {
  const atGoogle = vscode.l10n.t('Delete at Google');
  const here = vscode.l10n.t('Delete at Google and Here');
  const detail = [
    vscode.l10n.t(
      'What is deleted at Google can’t be restored. You can continue a chat that stays here: the next question resends it from this computer.',
    ),
    ...(uploads > 0 && count > 0
      ? [vscode.l10n.t('The files that were uploaded for it alone are deleted as well.')]
      : []),
  ].join(' ');
  const choice = await vscode.window.showWarningMessage(questionFor(count), { modal: true, detail }, atGoogle, here);
  if (choice === undefined) return undefined;
  return choice === here ? 'here' : 'atGoogle';
}

/** Without an answer there are files. */
function questionFor(answers: number): string {
  if (answers === 0) return vscode.l10n.t('Delete the files that were uploaded for this chat?');
  return answers === 1
    ? vscode.l10n.t('Delete the answer Google keeps of this chat?')
    : vscode.l10n.t('Delete the {0} answers Google keeps?', answers);
}

/** Says what could not be deleted and why. True: the user wants to try again. */
async function askToRepeat(count: number, { gone, failed }: DeletionResult, scope: Scope): Promise<boolean> {
  const stays = scope === 'here' ? [vscode.l10n.t('Until then the chat stays here.')] : [];
  const reasons = [...failed.keys()].map((reason) => failureSentence({ reason }));
  const again = vscode.l10n.t('Try Again');
  const message =
    failed.size === 0
      ? vscode.l10n.t('Cancelled: {0} of {1} answers were deleted at Google.', gone.length, count)
      : vscode.l10n.t('{0} of {1} answers could not be deleted at Google.', count - gone.length, count);
  return (await vscode.window.showWarningMessage([message, ...reasons, ...stays].join(' '), again)) === again;
}
