import { type FailureReason, traits } from '../core/base/failure';
import type { ErrorBody } from './errorBody';

/** A reason, and the code that goes with it where ours says more than the service's. */
export interface Classified {
  readonly reason: FailureReason;
  readonly code?: string;
}

/** Longer waits than this mean a quota, not a rate. Milliseconds. */
const longestRateWait = 300_000;

/**
 * Why a request was refused: the exact word first, then the wording where the service has no word of its own, and the
 * status last. Source: the Interactions API's error page, and wordings that were recorded.
 */
export function classifyRefusal(status: number, error: ErrorBody, retryAfterMs: number | undefined): Classified {
  const { code, message, reasons } = error;
  if (reasons.includes('API_KEY_INVALID') || reasons.includes('ACCESS_TOKEN_TYPE_UNSUPPORTED')) {
    return { reason: 'badKey' };
  }
  const told = reasonOfWording(message);
  if (told) return { reason: told };
  const attachment = attachmentCode(status, message);
  if (attachment !== undefined) return { reason: 'attachmentRefused', code: attachment };
  if (status === 400 && refusesTool(message)) return { reason: 'toolRefused' };
  const payment = paymentCode(status, error);
  if (payment !== undefined) return { reason: 'paymentRequired', code: payment };
  if (blockedCodes.has(code)) return { reason: 'contentBlocked' };
  if (status === 429) return { reason: isQuota(error, retryAfterMs) ? 'quotaExceeded' : 'rateLimited' };
  if ((status === 404 || status === 410 || status === 400) && isAboutGoneEnvironment(message)) {
    return { reason: 'environmentGone' };
  }
  if ((status === 404 || status === 400) && /previous_interaction|interaction.*not found/i.test(message)) {
    return { reason: 'historyExpired' };
  }
  if (status === 404 && /model|agent/i.test(`${code} ${message}`)) return { reason: 'modelUnavailable' };
  if (status === 400 && /\bbackground\b|\bstored?\b|\bpermissions?\b/i.test(message)) {
    return { reason: 'backgroundRefused' };
  }
  const byCode = reasonByCode[code];
  // A fault of the service stays one, whatever its body blames.
  const isContradicted = byCode === 'invalidRequest' && status >= 500;
  return { reason: byCode && !isContradicted ? byCode : reasonOfStatus(status) };
}

/**
 * The reason behind the code of an `error` event, of a failed interaction or of an output step. The request itself was
 * accepted, so a code about keys speaks of what the service called in turn, not of the user's key.
 */
export function reasonOfCode(code: string, message: string): FailureReason {
  if (blockedCodes.has(code)) return 'contentBlocked';
  if (/budget/.test(code) || /\bbudget\b/i.test(message)) return 'budgetExceeded';
  if (/result not found/i.test(message)) return 'historyExpired';
  const told = reasonOfWording(message);
  const reason = told ?? reasonByCode[code] ?? 'generationFailed';
  // Money may run out in the middle of an answer.
  return traits[reason].aboutKey && reason !== 'paymentRequired' ? 'generationFailed' : reason;
}

/** What only the sentence tells, under whatever status and code it comes. */
function reasonOfWording(message: string): FailureReason | undefined {
  return wordings.find(([wording]) => wording.test(message))?.[1];
}

const wordings: readonly (readonly [RegExp, FailureReason])[] = [
  [/API key (is )?(not valid|invalid|expired)|invalid API key/i, 'badKey'],
  [/reported as leaked/i, 'leakedKey'],
  [/legacy Interactions API schema/i, 'clientTooOld'],
  [/input token count.*exceeds the maximum/i, 'tooLong'],
  [/request blocked due to/i, 'contentBlocked'],
  [/thought[ _]signature/i, 'signatureRefused'],
  [/user location is not supported/i, 'locationUnsupported'],
];

/** What is wrong with a file that goes along, as a code of ours that the sentence is chosen by. Undefined: it is not about one. */
function attachmentCode(status: number, message: string): string | undefined {
  // What lay there for two days is answered like a file of another project.
  if ((status === 403 || status === 404) && /access the file\b|\bfile\b.*may not exist/i.test(message))
    return 'expired';
  if (status !== 400) return undefined;
  if (/\b(password|encrypted)\b/i.test(message)) return 'password';
  if (/unable to process input (image|audio|video)|document has no pages|could not (read|decode) the/i.test(message)) {
    return 'unreadable';
  }
  const names = /\b(images?|audio|videos?|documents?|pdfs?|mime[ _]?types?|modality|modalities)\b/i;
  const refuses = /not (supported|enabled)|unsupported|does not (support|accept)/i;
  return names.test(message) && refuses.test(message) ? 'unsupported' : undefined;
}

/** The sandbox of an agent is kept for some days only. The wording is not recorded. */
function isAboutGoneEnvironment(message: string): boolean {
  return /\benvironment\b/i.test(message) && /not found|not exist|no longer|expired|deleted/i.test(message);
}

/** Source: the page "Built-in tools", and wordings that were recorded. */
function refusesTool(message: string): boolean {
  const names = /\btools?\b|\b(google[ _]?search|grounding|url[ _]context|code[ _]execution|google[ _]maps|mcp\w*)\b/i;
  return names.test(message) && /not (supported|enabled|available)|unsupported|does not support/i.test(message);
}

/** Which money is missing, as a code of ours that the sentence is chosen by; undefined: it is not about money. */
function paymentCode(status: number, { code, message }: ErrorBody): string | undefined {
  if (/spending cap/i.test(message)) return 'spending_cap';
  if (/prepay\w* credits?|credits are depleted/i.test(message)) return 'prepaid_credits';
  // No free quota at all: the model is for paying projects.
  if (status === 429 && /\blimit: ?0\b/i.test(message)) return 'paid_model';
  if (code === 'failed_precondition' && /billing/i.test(message)) return 'billing_off';
  return status === 402 || code === 'payment_required' ? 'payment_required' : undefined;
}

function isQuota({ perDay, code }: ErrorBody, retryAfterMs: number | undefined): boolean {
  return perDay || (retryAfterMs ?? 0) > longestRateWait || code === 'quota_exceeded';
}

/** Source: "Blocks and generation failures" of the Interactions API's error page. */
const blockedCodes = new Set([
  'safety',
  'recitation',
  'language',
  'prohibited_content',
  'spii',
  'blocklist',
  'content_blocked',
  'image_safety',
  'image_prohibited_content',
  'image_recitation',
]);

const reasonByCode: Readonly<Record<string, FailureReason>> = {
  authentication: 'badKey',
  unauthenticated: 'badKey',
  permission_denied: 'keyNotAllowed',
  model_not_found: 'modelUnavailable',
  missing_thought_signature: 'signatureRefused',
  rate_limit_exceeded: 'rateLimited',
  too_many_requests: 'rateLimited',
  resource_exhausted: 'rateLimited',
  quota_exceeded: 'quotaExceeded',
  payment_required: 'paymentRequired',
  api_error: 'serviceBusy',
  internal: 'serviceBusy',
  service_unavailable: 'serviceBusy',
  unavailable: 'serviceBusy',
  aborted: 'serviceBusy',
  gateway_timeout: 'serviceBusy',
  deadline_exceeded: 'serviceBusy',
  unimplemented: 'notOffered',
  not_implemented: 'notOffered',
  not_found: 'notFound',
  invalid_request: 'invalidRequest',
  invalid_argument: 'invalidRequest',
  failed_precondition: 'invalidRequest',
  out_of_range: 'invalidRequest',
  parameter_unknown: 'invalidRequest',
};

function reasonOfStatus(status: number): FailureReason {
  if (status === 408 || status === 409) return 'serviceBusy';
  if (status === 401) return 'badKey';
  if (status === 403) return 'keyNotAllowed';
  if (status === 404 || status === 410) return 'notFound';
  if (status === 501) return 'notOffered';
  if (status >= 500) return 'serviceBusy';
  return status >= 400 ? 'invalidRequest' : 'foreignAnswer';
}
