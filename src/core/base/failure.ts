/** Why something the user asked for did not happen. Closed: each reason has a sentence and a button in the host. */
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
  'modelUnavailable',
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
  'unknown',
] as const;
export type FailureReason = (typeof failureReasons)[number];

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
