/** Why something the user asked for did not happen. Closed: each reason has a row of traits here and a sentence in the host. */
export const failureReasons = [
  'noKey',
  'badKey',
  'leakedKey',
  'keyNotAllowed',
  'paymentRequired',
  'locationUnsupported',
  'offline',
  'proxyRefused',
  'untrustedCertificate',
  'wrongClock',
  'connectionLost',
  'timedOut',
  'slept',
  'foreignAnswer',
  'rateLimited',
  'quotaExceeded',
  'serviceBusy',
  'notOffered',
  'backgroundRefused',
  'contentBlocked',
  'tooLong',
  'attachmentRefused',
  'toolRefused',
  'modelUnavailable',
  'agentNotPrivate',
  'environmentGone',
  'historyExpired',
  'signatureRefused',
  'notFound',
  'clientTooOld',
  'badAddress',
  'invalidRequest',
  'interrupted',
  'truncated',
  'emptyAnswer',
  'budgetExceeded',
  'malformedAnswer',
  'oversizedEvent',
  'generationFailed',
  'storageUnavailable',
  'dayBudgetReached',
  'unknown',
] as const;
export type FailureReason = (typeof failureReasons)[number];

/** What follows from a reason, wherever it was found. */
export interface FailureTraits {
  /** The service refuses now and may not in a moment: the same request may be repeated by itself after a wait. */
  readonly transient: boolean;
  /** Every further request of a batch would fail in the same way, so the batch ends. */
  readonly stopsBatch: boolean;
  /** Another API key may help. */
  readonly aboutKey: boolean;
  /** Only the stream failed: the service may have the whole answer, and a `get` may find it. */
  readonly mayHaveCompleted: boolean;
  /** The answer broke off although nothing is wrong with it: the user may have it continued. */
  readonly leavesPartial: boolean;
}

function having(...names: readonly (keyof FailureTraits)[]): FailureTraits {
  return {
    transient: names.includes('transient'),
    stopsBatch: names.includes('stopsBatch'),
    aboutKey: names.includes('aboutKey'),
    mayHaveCompleted: names.includes('mayHaveCompleted'),
    leavesPartial: names.includes('leavesPartial'),
  };
}

/** One row for each reason. */
export const traits: Readonly<Record<FailureReason, FailureTraits>> = {
  noKey: having('stopsBatch', 'aboutKey'),
  badKey: having('stopsBatch', 'aboutKey'),
  leakedKey: having('stopsBatch', 'aboutKey'),
  keyNotAllowed: having('stopsBatch', 'aboutKey'),
  paymentRequired: having('stopsBatch', 'aboutKey'),
  locationUnsupported: having('stopsBatch'),
  offline: having('stopsBatch'),
  proxyRefused: having('stopsBatch'),
  untrustedCertificate: having('stopsBatch'),
  wrongClock: having('stopsBatch'),
  connectionLost: having('mayHaveCompleted', 'leavesPartial'),
  timedOut: having('mayHaveCompleted', 'leavesPartial'),
  slept: having('mayHaveCompleted', 'leavesPartial'),
  foreignAnswer: having('stopsBatch'),
  rateLimited: having('transient', 'stopsBatch'),
  quotaExceeded: having('stopsBatch'),
  serviceBusy: having('transient', 'leavesPartial'),
  notOffered: having(),
  backgroundRefused: having(),
  contentBlocked: having(),
  tooLong: having(),
  attachmentRefused: having(),
  toolRefused: having(),
  modelUnavailable: having(),
  agentNotPrivate: having(),
  environmentGone: having(),
  historyExpired: having(),
  signatureRefused: having(),
  notFound: having(),
  clientTooOld: having(),
  badAddress: having('stopsBatch'),
  invalidRequest: having(),
  interrupted: having('leavesPartial'),
  truncated: having('mayHaveCompleted', 'leavesPartial'),
  emptyAnswer: having('mayHaveCompleted'),
  budgetExceeded: having(),
  malformedAnswer: having('mayHaveCompleted', 'leavesPartial'),
  oversizedEvent: having('leavesPartial'),
  generationFailed: having(),
  storageUnavailable: having('stopsBatch'),
  dayBudgetReached: having('stopsBatch'),
  unknown: having(),
};

export interface FailureDetails {
  readonly cause?: unknown;
  /** HTTP status, when an answer came. */
  readonly status?: number;
  /** The service's own code, such as `rate_limit_exceeded`. Safe to log; never a message or content. */
  readonly code?: string;
  /** What the service asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** True when it is certain that the service never saw the request, so that repeating cannot bill twice. */
  readonly notSent?: boolean;
}

/** An expected failure. Anything else that is thrown is a bug and keeps its stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly notSent: boolean;

  constructor(
    readonly reason: FailureReason,
    details: FailureDetails = {},
  ) {
    super(reason, { cause: details.cause });
    this.status = details.status;
    this.code = details.code;
    this.retryAfterMs = details.retryAfterMs;
    this.notSent = details.notSent ?? false;
  }
}
