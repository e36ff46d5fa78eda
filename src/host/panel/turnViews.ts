import * as vscode from 'vscode';
import { turnCost } from '../../core/chat/turnCost';
import type { Branches } from '../../core/conversation/branches';
import { mayGoOn } from '../../core/conversation/mayGoOn';
import { answererOf, isRunning, type Turn, type TurnWait } from '../../core/conversation/turn';
import type { BranchView, TurnEndView, TurnView, WaitView } from '../../protocol/chat';
import type { FailureView } from '../../protocol/failures';
import { actionLabel, failureView } from '../strings/failures';
import { otherWords, replacedWords } from '../strings/models';
import { toAttachmentView } from './attachmentViews';
import { sentPart } from './sentParts';

/**
 * A turn as the panel shows it: without what only the host needs, and with words. `keyChangedAt`: since 1970, in ms.
 * `branches`: the turns in its place. `hasMore`: what was asked after it is not shown.
 */
export function toTurnView(turn: Turn, keyChangedAt: number, branches: Branches, hasMore: boolean): TurnView {
  const questionBranch = toBranchView(turn, branches.questions);
  const branch = toBranchView(turn, branches.answers);
  return {
    id: turn.id,
    prompt: turn.prompt,
    attachments: turn.attachments.map(toAttachmentView),
    ...(questionBranch && { questionBranch }),
    ...(branch && { branch }),
    ...(hasMore && { hasMore }),
    parts: turn.parts.map(sentPart),
    ...toTurnEnd(turn, keyChangedAt),
  };
}

function toBranchView({ id }: Turn, ids: readonly string[]): BranchView | undefined {
  return ids.length > 1 ? { index: ids.indexOf(id) + 1, count: ids.length } : undefined;
}

/** How a turn stands, with the words for it. */
export function toTurnEnd(turn: Turn, keyChangedAt: number): TurnEndView {
  const note = noteOf(turn);
  // Why it was interrupted is known without being written down.
  const failure = turn.failure ?? (turn.status === 'interrupted' ? { reason: 'interrupted' as const } : undefined);
  const pause = pauseOf(turn);
  return {
    status: turn.status,
    ...(failure && {
      failure: failureView(failure, {
        hasPartial: turn.parts.some((part) => part.kind === 'text'),
        hasNewKey: turn.createdAt < keyChangedAt,
      }),
    }),
    ...(pause && { failure: pause }),
    ...(note !== undefined && { note }),
    ...(!failure && !pause && mayGoOn(turn) && { noteAction: { id: 'continue', label: actionLabel('continue') } }),
    ...(turn.wait && { wait: toWaitView(turn.wait) }),
    ...(answererOf(turn) !== '' && { answerer: answererOf(turn) }),
    ...(turn.times && { times: turn.times }),
    ...usageOf(turn),
  };
}

function usageOf(turn: Turn): Pick<TurnEndView, 'tokens' | 'usage' | 'cost'> {
  const { usage } = turn;
  if (!usage || usage.total <= 0) return {};
  const { input, cached, thought, output, toolUse: tool, grounding } = usage;
  const searches = Object.values(grounding).reduce((sum, count) => sum + count, 0);
  const cost = turnCost(turn);
  return {
    tokens: usage.total,
    usage: { input, cached, thought, output, tool, searches },
    ...(cost !== undefined && { cost }),
  };
}

function toWaitView({ reason, endsAt }: TurnWait): WaitView {
  const message =
    reason === 'rateLimited'
      ? vscode.l10n.t('Rate limit reached. Retrying in {0} s…')
      : vscode.l10n.t('Gemini is overloaded. Retrying in {0} s…');
  return { message, seconds: Math.ceil(Math.max(0, endsAt - performance.now()) / 1000) };
}

function noteOf(turn: Turn): string | undefined {
  if (turn.isResuming) return vscode.l10n.t('Connection lost. Gemini is still writing; reconnecting…');
  if (turn.isCancelling) return vscode.l10n.t('Stopped here. Waiting for Google to confirm.');
  const notes = [endNote(turn), replacedNote(turn), truthNote(turn)];
  if (turn.isCostly) notes.push(vscode.l10n.t('This answer cost more than your last 20 together.'));
  if (turn.isRebuilt) {
    notes.push(vscode.l10n.t('Google had deleted the earlier messages, so they were resent from this computer.'));
  }
  if (turn.removedCharacters !== undefined) {
    notes.push(vscode.l10n.t('{0} hidden characters were left out of the question.', turn.removedCharacters));
  }
  if (turn.rulesFiles && !isRunning(turn)) {
    notes.push(vscode.l10n.t('Instructions: {0}', turn.rulesFiles.join(', ')));
  }
  if (turn.schema !== undefined && !isRunning(turn)) notes.push(vscode.l10n.t('Schema: {0}', turn.schema));
  const shown = notes.filter((note) => note !== undefined);
  return shown.length > 0 ? shown.join(' ') : undefined;
}

function replacedNote({ replaces, model, agent }: Turn): string | undefined {
  return replaces === undefined ? undefined : replacedWords(replaces, agent ?? model);
}

/** What the service says of who answered counts, and so does that one's price. */
function truthNote(turn: Turn): string | undefined {
  const { answeredBy, model, createdAt } = turn;
  if (answeredBy === undefined || isRunning(turn)) return undefined;
  return otherWords(answeredBy, model, createdAt);
}

/** An agent that used up its tokens can go on where it stands, in the same sandbox. */
function pauseOf(turn: Turn): FailureView | undefined {
  if (!isPaused(turn)) return undefined;
  return {
    message: vscode.l10n.t(
      'The agent reached the token limit of this task before it was done. Continue with the same sandbox?',
    ),
    action: { id: 'continue', label: actionLabel('continue') },
  };
}

function isPaused({ agent, endedAs }: Turn): boolean {
  return agent !== undefined && (endedAs === 'incomplete' || endedAs === 'budget_exceeded');
}

function endNote(turn: Turn): string | undefined {
  if (isPaused(turn)) return undefined;
  switch (turn.endedAs) {
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
