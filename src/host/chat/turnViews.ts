import * as vscode from 'vscode';
import type { Attachment, Turn } from '../../core/chat/turn';
import type { AttachmentView, TurnView } from '../../protocol';
import { failureView } from '../words/failures';

/** A turn as the panel shows it: without what only the host needs, and with words. */
export function toTurnView(turn: Turn): TurnView {
  return {
    id: turn.id,
    prompt: turn.prompt,
    attachments: turn.attachments.map(toAttachmentView),
    parts: turn.parts,
    ...toTurnEnd(turn),
  };
}

/** How a turn stands, with the words for it. */
export function toTurnEnd(turn: Turn): Pick<TurnView, 'status' | 'failure' | 'note'> {
  const note = noteOf(turn);
  return {
    status: turn.status,
    ...(turn.failure && { failure: failureView(turn.failure) }),
    ...(note !== undefined && { note }),
  };
}

function toAttachmentView({ id, path, startLine, endLine }: Attachment): AttachmentView {
  return { id, label: startLine === endLine ? `${path}:${startLine}` : `${path}:${startLine}-${endLine}` };
}

function noteOf(turn: Turn): string | undefined {
  const { t } = vscode.l10n;
  if (turn.status === 'interrupted') return t('The window closed while this was being written. What arrived is kept.');
  switch (turn.endedAs) {
    case undefined:
      return undefined;
    case 'incomplete':
      return t('The answer reached its length limit.');
    case 'budget_exceeded':
      return t('The answer reached its budget.');
    case 'requires_action':
      return t('Gemini asked for a tool this version does not have.');
    case 'cancelled':
      return t('The answer was cancelled at Google.');
    default:
      return undefined;
  }
}
