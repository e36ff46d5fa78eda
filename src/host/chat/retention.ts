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
        'Private: Google keeps nothing of this chat. Each question sends all of it again, and an answer that breaks off cannot be picked up.',
      );
    case 'kept':
      return retention.freeUntil === undefined
        ? vscode.l10n.t(
            'Kept at Google until {0} with a paid key; no longer with a free one',
            date(retention.paidUntil),
          )
        : vscode.l10n.t(
            'Kept at Google until {0} with a paid key, {1} with a free one',
            date(retention.paidUntil),
            date(retention.freeUntil),
          );
  }
}

function date(time: number): string {
  return new Date(time).toLocaleDateString(vscode.env.language, { day: 'numeric', month: 'long' });
}
