import * as vscode from 'vscode';
import { type RetainedChat, retentionOf } from '../../core/chat/retention';

/** A quiet line about how long Google keeps this chat. Undefined: it keeps nothing. `now`: since 1970, in ms. */
export function retentionLine(chat: RetainedChat, now: number): string | undefined {
  const retention = retentionOf(chat, now);
  switch (retention?.kind) {
    case undefined:
      return undefined;
    case 'private':
      return vscode.l10n.t(
        'Not stored by Google. Every question resends the whole chat, and an interrupted answer can’t be resumed.',
      );
    case 'kept':
      return retention.freeUntil === undefined
        ? vscode.l10n.t('Stored by Google until {0} (paid key); no longer with a free key', date(retention.paidUntil))
        : vscode.l10n.t(
            'Stored by Google until {0} (paid key) or {1} (free key)',
            date(retention.paidUntil),
            date(retention.freeUntil),
          );
  }
}

function date(time: number): string {
  return new Date(time).toLocaleDateString(vscode.env.language, { day: 'numeric', month: 'long' });
}
