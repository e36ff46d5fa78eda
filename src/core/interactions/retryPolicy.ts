import { type FailureReason, traits } from '../base/failure';

/** A request that failed before any event of its answer arrived. */
export interface FailedTry {
  readonly reason: FailureReason;
  /** HTTP status. Undefined: no answer came, so the service may be working, and billing. */
  readonly status: number | undefined;
  /** The wait that the service asks for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** How often a request is repeated without a click of the user. */
const mostRetries = 2;
/** Waits after a fault of the service, in milliseconds. */
const faultWaits = [1_000, 3_000] as const;
/** Waits after a rate limit that names no time, in milliseconds. */
const rateWaits = [5_000, 15_000] as const;
/** A longer wait is the user's decision. Milliseconds. */
const longestWait = 60_000;

/**
 * The wait before the same request is repeated, in milliseconds. Undefined: it is not repeated. Only an explicit refusal is
 * repeated: after a lost connection the service may still work on the answer, and a repetition may bill twice.
 *
 * `random` is between 0 and 1.
 */
export function retryWait(failed: FailedTry, retriesSoFar: number, random: number): number | undefined {
  const { reason, status, retryAfterMs } = failed;
  if (retriesSoFar >= mostRetries || status === undefined || !traits[reason].transient) return undefined;
  // The service's time is the least. A little more keeps many clients from coming back at the same moment.
  if (reason === 'rateLimited') return within((retryAfterMs ?? rateWaits[retriesSoFar] ?? 0) * (1 + 0.2 * random));
  const usual = (faultWaits[retriesSoFar] ?? 0) * (0.75 + 0.5 * random);
  return within(Math.max(usual, retryAfterMs ?? 0));
}

function within(ms: number): number | undefined {
  return ms <= longestWait * 1.2 ? ms : undefined;
}
