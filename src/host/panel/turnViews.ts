import * as vscode from 'vscode';
import { isLargeText } from '../../core/chat/largeText';
import { attachmentLabel } from '../../core/conversation/input';
import { type Attachment, isRunning, type Turn, type TurnWait } from '../../core/conversation/turn';
import type { AttachmentView } from '../../protocol/attachment';
import type { TurnView, WaitView } from '../../protocol/chat';
import { failureView } from '../strings/failures';

/**
 * A turn as the panel shows it: without what only the host needs, and with words. `keyChangedAt`: since 1970, in ms.
 * `branches`: the ids of the turns in its place, itself among them. `hasMore`: what was asked after it is not shown.
 */
export function toTurnView(turn: Turn, keyChangedAt: number, branches: readonly string[], hasMore: boolean): TurnView {
  return {
    id: turn.id,
    prompt: turn.prompt,
    attachments: turn.attachments.map(toAttachmentView),
    ...(branches.length > 1 && { branch: { index: branches.indexOf(turn.id) + 1, count: branches.length } }),
    ...(hasMore && { hasMore }),
    parts: turn.parts,
    ...toTurnEnd(turn, keyChangedAt),
  };
}

/** How a turn stands, with the words for it. */
export function toTurnEnd(turn: Turn, keyChangedAt: number): Pick<TurnView, 'status' | 'failure' | 'note' | 'wait'> {
  const note = noteOf(turn);
  // Why it was interrupted is known without being written down.
  const failure = turn.failure ?? (turn.status === 'interrupted' ? { reason: 'interrupted' as const } : undefined);
  return {
    status: turn.status,
    ...(failure && {
      failure: failureView(failure, {
        hasPartial: turn.parts.some((part) => part.kind === 'text'),
        hasNewKey: turn.createdAt < keyChangedAt,
      }),
    }),
    ...(note !== undefined && { note }),
    ...(turn.wait && { wait: toWaitView(turn.wait) }),
  };
}

function toWaitView({ reason, endsAt }: TurnWait): WaitView {
  const message =
    reason === 'rateLimited'
      ? vscode.l10n.t('Rate limit reached. Retrying in {0} s…')
      : vscode.l10n.t('Gemini is overloaded. Retrying in {0} s…');
  return { message, seconds: Math.ceil(Math.max(0, endsAt - performance.now()) / 1000) };
}

export function toAttachmentView(attachment: Attachment): AttachmentView {
  const isLarge = 'text' in attachment && isLargeText(attachment.text.length);
  return { id: attachment.id, label: attachmentLabel(attachment), ...(isLarge && { isLarge }) };
}

function noteOf(turn: Turn): string | undefined {
  if (turn.isResuming) return vscode.l10n.t('Connection lost. Gemini is still writing; reconnecting…');
  if (turn.isCancelling) return vscode.l10n.t('Stopped here. Waiting for Google to confirm.');
  const notes = [endNote(turn)];
  if (turn.isRebuilt) {
    notes.push(vscode.l10n.t('Google had deleted the earlier messages, so they were resent from this computer.'));
  }
  if (turn.removedCharacters !== undefined) {
    notes.push(vscode.l10n.t('{0} hidden characters were left out of the question.', turn.removedCharacters));
  }
  if (turn.rulesFiles && !isRunning(turn)) {
    notes.push(vscode.l10n.t('Instructions: {0}', turn.rulesFiles.join(', ')));
  }
  const shown = notes.filter((note) => note !== undefined);
  return shown.length > 0 ? shown.join(' ') : undefined;
}

function endNote({ endedAs }: Turn): string | undefined {
  switch (endedAs) {
    case 'incomplete':
      return vscode.l10n.t('The answer reached its length limit.');
    case 'budget_exceeded':
      return vscode.l10n.t('The answer reached its budget.');
    case 'output_error':
      return vscode.l10n.t('Google reports that part of this answer failed. The partial answer was kept.');
    case 'requires_action':
      return vscode.l10n.t('Gemini asked for a tool this version does not have.');
    case 'cancelled':
      return vscode.l10n.t('The answer was cancelled at Google.');
    case 'cancelUnconfirmed':
      return vscode.l10n.t('Google didn’t confirm the stop. The answer may continue and be billed.');
    default:
      return undefined;
  }
}
