import { type FailureReason, traits } from '../base/failure';

/** What is known of a failed try, before any event of its answer arrived. */
export interface FailedTry {
  readonly reason: FailureReason;
  /** Set only if the service itself answered. Without an answer it may be working, and billing. */
  readonly status: number | undefined;
  /** The service's wish, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** How often a question is asked again by itself. */
const mostRetries = 2;
/** Waits after a fault of the service, in milliseconds. */
const faultWaits = [1_000, 3_000] as const;
/** Waits after a rate limit that names no time, in milliseconds. */
const rateWaits = [5_000, 15_000] as const;
/** A wait longer than this is the user's to decide. Milliseconds. */
const longestWait = 60_000;

/**
 * How long to wait before asking again by itself, in milliseconds; undefined: not at all. Only an explicit refusal is
 * repeated. After a lost connection nobody knows whether the service works on the answer, and repeating may bill twice.
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
