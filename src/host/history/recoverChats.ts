import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import { type RecoveryResult, recoverChats } from '../../core/chat/recoverChats';
import type { ChatSummary } from '../../core/conversation/savedChat';
import type { Interactions } from '../../core/interactions/port';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';
import { failureSentence } from '../strings/failures';
import type { RecentChat, RecentChats } from './recentChats';

export interface RecoverChatsParts {
  readonly chats: Chats;
  readonly library: ChatLibrary;
  readonly recent: RecentChats;
  readonly interactions: Interactions;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Brings chats back whose files were lost, from what Google keeps of them. */
export class RecoverChats {
  constructor(private readonly parts: RecoverChatsParts) {}

  /** The chats of lately that are not on this list, not open here and not in the trash. Asks no network. */
  async find(listed: readonly ChatSummary[]): Promise<readonly RecentChat[]> {
    const { chats, library, recent } = this.parts;
    const there = new Set(listed.map(({ id }) => id));
    const isOpen = (chatId: string) => {
      const session = chats.find(chatId);
      return session !== undefined && session.saving !== 'deleted';
    };
    const missing = recent.all.filter(({ chatId }) => !there.has(chatId) && !isOpen(chatId));
    if (missing.length === 0) return [];
    const ids = new Set(await library.recoverable(missing.map(({ interactionId }) => interactionId)));
    return missing.filter(({ interactionId }) => ids.has(interactionId));
  }

  /** True: there are chats in the history that were not there before. */
  async run(lost: readonly RecentChat[]): Promise<boolean> {
    let left = lost;
    let isMore = false;
    while (left.length > 0) {
      const result = await this.recover(left);
      for (const { chatId } of result.gone) this.parts.recent.remove(chatId);
      isMore ||= result.recovered.length > 0;
      const done = new Set([...result.recovered, ...result.gone]);
      left = left.filter((chat) => !done.has(chat));
      if (!(await tell(result, left.length))) break;
    }
    return isMore;
  }

  private async recover(lost: readonly RecentChat[]): Promise<RecoveryResult<RecentChat>> {
    const { library, recent } = this.parts;
    const keep = async (chat: RecentChat, log: Uint8Array) => {
      const made = await library.importLog(log);
      if (typeof made === 'object') recent.replace(chat, made.chatId);
    };
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Recovering chats from Google'),
      cancellable: true,
    };
    return vscode.window.withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      const listening = token.onCancellationRequested(() => stop.abort());
      try {
        return await recoverChats({ ...this.parts, keep }, lost, stop.signal, (count) =>
          progress.report({ increment: 100 / lost.length, message: vscode.l10n.t('{0} of {1}', count, lost.length) }),
        );
      } finally {
        listening.dispose();
      }
    });
  }
}

/** Says what came back and what did not. True: the user wants to try again with what is left. */
async function tell({ recovered, cut, gone, failed }: RecoveryResult<RecentChat>, left: number): Promise<boolean> {
  const words = [
    recovered.length === 1
      ? vscode.l10n.t('1 chat was restored.')
      : vscode.l10n.t('{0} chats were restored.', recovered.length),
    ...(cut > 0 ? [vscode.l10n.t('Google no longer has the beginning of {0} of them.', cut)] : []),
    ...(gone.length > 0 ? [vscode.l10n.t('{0} are no longer at Google.', gone.length)] : []),
  ];
  if (left === 0) {
    void vscode.window.showInformationMessage(words.join(' '));
    return false;
  }
  const reasons = [...failed.keys()].map((reason) => failureSentence({ reason }));
  const again = vscode.l10n.t('Try Again');
  const message = [...words, vscode.l10n.t('{0} could not be fetched.', left), ...reasons].join(' ');
  return (await vscode.window.showWarningMessage(message, again)) === again;
}
