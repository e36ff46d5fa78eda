import * as vscode from 'vscode';
import { type FailureReason, traits } from '../../core/base/failure';
import type { FailureAction, FailureView } from '../../protocol/failures';
import { attachmentSentence } from './attachmentFailures';
import { interruptedSentence, lostSentence, sleptSentence } from './brokenAnswers';
import { quotaResetTime } from './quotaResetTime';

/** What a sentence about a failure needs to know. */
export interface FailureFacts {
  readonly reason: FailureReason;
  readonly code?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Whether a part of an answer is there. Undefined: what failed is no answer of a chat, or it is not known. */
  readonly hasPartial?: boolean | undefined;
}

/** Says what happened, then what to do. */
export function failureSentence(failure: FailureFacts): string {
  switch (failure.reason) {
    case 'noKey':
      return failure.code === 'unreadable'
        ? vscode.l10n.t('Your saved API key could not be read from this system’s secret storage. Set it again.')
        : vscode.l10n.t('There is no API key yet. Set one to continue.');
    case 'badKey':
      return vscode.l10n.t('Gemini did not accept the API key. Set another one.');
    case 'leakedKey':
      return vscode.l10n.t(
        'Google has disabled this API key because it was found in public. Make a new one and set it here.',
      );
    case 'keyNotAllowed':
      return vscode.l10n.t('This API key is not allowed to do that. Check its restrictions, or use another key.');
    case 'paymentRequired':
      return paymentSentence(failure.code);
    case 'locationUnsupported':
      return vscode.l10n.t('Google does not offer the Gemini API at your location. Nothing was billed.');
    case 'offline':
      return vscode.l10n.t('Gemini could not be reached, and nothing was sent. Check your network, then retry.');
    case 'proxyRefused':
      return vscode.l10n.t(
        'Your proxy requires a user name and password. Set them for VS Code (http.proxy), then try again.',
      );
    case 'untrustedCertificate':
      return vscode.l10n.t(
        'The connection isn’t secure: the server’s certificate isn’t trusted by your system (often a company proxy). Install it in the system, then reload the window.',
      );
    case 'wrongClock':
      return vscode.l10n.t('The server’s certificate isn’t valid at your computer’s current time. Check the clock.');
    case 'connectionLost':
      return lostSentence(failure.hasPartial);
    case 'timedOut':
      return vscode.l10n.t('Gemini did not answer in time. Try again.');
    case 'slept':
      return sleptSentence(failure.hasPartial);
    case 'foreignAnswer':
      return vscode.l10n.t(
        'Another server answered instead of Gemini, possibly your network’s sign-in page. Check the connection.',
      );
    case 'rateLimited':
      return failure.retryAfterMs === undefined
        ? vscode.l10n.t('Rate limit reached. Wait a moment, then try again.')
        : vscode.l10n.t('Rate limit reached. Try again in {0} s.', Math.ceil(failure.retryAfterMs / 1000));
    case 'quotaExceeded':
      return vscode.l10n.t(
        'This key’s quota is used up. Daily quotas reset at midnight Pacific time ({0} your time). Wait, or switch models.',
        quotaResetTime(Date.now()),
      );
    case 'serviceBusy':
      return vscode.l10n.t('Gemini is temporarily unavailable. Try again in a moment.');
    case 'notOffered':
      return vscode.l10n.t('Gemini doesn’t support this request. Choose another model, or ask in a new chat.');
    case 'backgroundRefused':
      return vscode.l10n.t(
        'Google does not let this key store answers or write them in the background. Ask in a private chat instead.',
      );
    case 'contentBlocked':
      return vscode.l10n.t('Gemini’s safety filter stopped this answer. Try rephrasing.');
    case 'tooLong':
      return vscode.l10n.t('This exceeds the model’s context window. Start a new chat or attach less code.');
    case 'attachmentRefused':
      return attachmentSentence(failure.code);
    case 'toolRefused':
      return vscode.l10n.t(
        'This model doesn’t take a tool that is on in this chat. Ask without tools, or choose another model.',
      );
    case 'modelUnavailable':
      return vscode.l10n.t('This model doesn’t exist or isn’t available to your key. Choose another.');
    case 'agentNotPrivate':
      return vscode.l10n.t(
        'An agent’s work is stored at Google, so it can’t answer in a private chat. Choose a model, or ask in another chat.',
      );
    case 'environmentGone':
      return vscode.l10n.t(
        'Google no longer has the sandbox of this chat. Its files are gone; the chat is kept. Start in a new sandbox?',
      );
    case 'historyExpired':
      return vscode.l10n.t(
        'Google has deleted the earlier part of this chat. Ask again to continue from your local copy.',
      );
    case 'signatureRefused':
      return vscode.l10n.t('Gemini did not accept its own earlier answers in this chat. Retry, or ask in a new chat.');
    case 'notFound':
      return vscode.l10n.t('Google no longer has this answer.');
    case 'clientTooOld':
      return vscode.l10n.t('This version of the extension is too old for the service. Update the extension.');
    case 'badAddress':
      return badAddress(failure.code);
    case 'invalidRequest':
      return vscode.l10n.t('Gemini couldn’t process this request. Try again, or start a new chat.');
    case 'interrupted':
      return interruptedSentence(failure.hasPartial);
    case 'truncated':
      return vscode.l10n.t('The answer was cut off. The partial answer was kept.');
    case 'emptyAnswer':
      return vscode.l10n.t('Gemini finished without an answer. It may be billed anyway. Ask again.');
    case 'budgetExceeded':
      return vscode.l10n.t('The answer reached its budget before it was complete. The partial answer was kept.');
    case 'malformedAnswer':
      return vscode.l10n.t('The answer couldn’t be read. What arrived was kept; try again.');
    case 'oversizedEvent':
      return vscode.l10n.t('Part of the answer was too large to receive. Everything before it was kept.');
    case 'generationFailed':
      return vscode.l10n.t('Gemini could not finish the answer. Try again.');
    case 'storageUnavailable':
      return vscode.l10n.t('The chat couldn’t be saved on this computer. Check for free disk space.');
    case 'dayBudgetReached':
      return vscode.l10n.t(
        'Your budget for today is used up, so nothing was sent. Go on today, or raise it in the settings.',
      );
    case 'unknown':
      return vscode.l10n.t('Something went wrong. See the log for details.');
  }
}

/** What a failed turn has, beyond its failure, that decides which button helps. */
export interface FailedTurn {
  /** A part of the answer is there to go on from. */
  readonly hasPartial: boolean;
  /** A key was set since the question was asked. */
  readonly hasNewKey: boolean;
}

/** The sentence and the one button that helps. */
export function failureView(failure: FailureFacts, turn: FailedTurn): FailureView {
  const id = turnAction(failure, turn);
  const message = failureSentence({ ...failure, hasPartial: turn.hasPartial });
  return { message, ...(id && { action: { id, label: actionLabel(id) } }) };
}

/** A longer wait needs a click of the user. Milliseconds. */
const longestOwnWait = 60_000;

function turnAction(failure: FailureFacts, { hasPartial, hasNewKey }: FailedTurn): FailureAction | undefined {
  if (hasNewKey && traits[failure.reason].aboutKey) return 'resend';
  if (hasPartial && traits[failure.reason].leavesPartial) return 'continue';
  if (failure.reason === 'rateLimited' && (failure.retryAfterMs ?? 0) > longestOwnWait) return 'wait';
  if (failure.reason === 'attachmentRefused') return failure.code === 'unsupported' ? 'switchModel' : 'takeBack';
  return failure.reason === 'toolRefused' ? 'withoutTools' : failureAction(failure.reason);
}

/** The button that helps outside of a chat. */
export function failureAction(reason: FailureReason): FailureAction | undefined {
  switch (reason) {
    case 'noKey':
    case 'badKey':
      return 'setApiKey';
    case 'leakedKey':
    case 'keyNotAllowed':
      return 'openKeyPage';
    case 'proxyRefused':
    case 'untrustedCertificate':
    case 'wrongClock':
    case 'foreignAnswer':
      return 'checkConnection';
    case 'environmentGone':
      return 'newEnvironment';
    case 'agentNotPrivate':
    case 'modelUnavailable':
    case 'notOffered':
    case 'quotaExceeded':
      return 'switchModel';
    case 'badAddress':
      return 'openSettings';
    case 'dayBudgetReached':
      return 'goOnToday';
    case 'paymentRequired':
      return 'openBilling';
    case 'offline':
    case 'connectionLost':
    case 'timedOut':
    case 'slept':
    case 'rateLimited':
    case 'serviceBusy':
    case 'historyExpired':
    case 'signatureRefused':
    case 'interrupted':
    case 'truncated':
    case 'emptyAnswer':
    case 'malformedAnswer':
    case 'oversizedEvent':
    case 'generationFailed':
    case 'invalidRequest':
    case 'unknown':
      return 'retry';
    case 'attachmentRefused':
    case 'toolRefused':
    case 'contentBlocked':
    case 'budgetExceeded':
    case 'backgroundRefused':
    case 'locationUnsupported':
    case 'tooLong':
    case 'notFound':
    case 'clientTooOld':
    case 'storageUnavailable':
      return undefined;
  }
}

export function actionLabel(action: FailureAction): string {
  switch (action) {
    case 'setApiKey':
      return vscode.l10n.t('Set API Key');
    case 'retry':
      return vscode.l10n.t('Retry');
    case 'resend':
      return vscode.l10n.t('Resend');
    case 'continue':
      return vscode.l10n.t('Continue');
    case 'wait':
      return vscode.l10n.t('Wait');
    case 'switchModel':
      return vscode.l10n.t('Switch Model');
    case 'checkConnection':
      return vscode.l10n.t('Check Connection');
    case 'openKeyPage':
      return vscode.l10n.t('Open Key Page');
    case 'openBilling':
      return vscode.l10n.t('Open Billing Page');
    case 'openSettings':
      return vscode.l10n.t('Open Settings');
    case 'goOnToday':
      return vscode.l10n.t('Go On Today');
    case 'withoutTools':
      return vscode.l10n.t('Retry Without Tools');
    case 'newEnvironment':
      return vscode.l10n.t('Start New Sandbox');
    case 'takeBack':
      return vscode.l10n.t('Change Question');
  }
}

/** `code`: one of those that `gemini/failureReasons.ts` gives. */
function paymentSentence(code: string | undefined): string {
  switch (code) {
    case 'spending_cap':
      return vscode.l10n.t(
        'The spending cap of your Google project is reached for this month. Raise it in AI Studio to go on.',
      );
    case 'prepaid_credits':
      return vscode.l10n.t(
        'The prepaid credits of your Google account are used up. Add credits in AI Studio to go on.',
      );
    case 'paid_model':
      return vscode.l10n.t(
        'This model has no free quota. Turn on billing for this key in AI Studio, or choose a free model.',
      );
    case 'billing_off':
      return vscode.l10n.t('Google asks for billing to be turned on for the project of this key. Do so in AI Studio.');
    default:
      return vscode.l10n.t('Google asks for a payment before it answers. AI Studio shows what is missing.');
  }
}

function badAddress(problem: string | undefined): string {
  switch (problem) {
    case 'notHttps':
      return vscode.l10n.t(
        'The base URL in the settings is not secure. Use https, or leave it empty for Google’s own service.',
      );
    case 'hasUser':
      return vscode.l10n.t(
        'The base URL in the settings holds a user name. Remove it; the key goes in by Set API Key.',
      );
    case 'hasPath':
      return vscode.l10n.t('The base URL in the settings has more than a host. Leave out what follows the host name.');
    case 'notConfirmed':
      return vscode.l10n.t(
        'The address in the settings was not confirmed, so nothing was sent there. Ask again to confirm it, or change the base URL.',
      );
    default:
      return vscode.l10n.t('The base URL in the settings is not an address. Correct it, or leave it empty.');
  }
}
