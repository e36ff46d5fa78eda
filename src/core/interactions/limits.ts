import type { Clock } from '../base/clock';
import { Failure } from '../base/failure';
import type { InteractionEvent } from './events';

/** How long a stream may be silent, in milliseconds. */
export interface StreamLimits {
  /** Until the service answers at all. */
  readonly headersMs: number;
  /** From the headers to the first event: models think before they write. */
  readonly firstEventMs: number;
  /** Between two events. Comments that only keep the connection open do not count. */
  readonly idleMs: number;
}

export const usualLimits: StreamLimits = { headersMs: 60_000, firstEventMs: 90_000, idleMs: 60_000 };

/** A timer this late means that the machine slept, not that the service is silent. Milliseconds. */
const sleepMs = 30_000;
/** The time a stream has after a sleep to show that it is alive. Milliseconds. */
const graceMs = 5_000;

/**
 * Ends a stream that is silent for longer than its limits: its connection is closed, and the Failure is `timedOut`, or
 * `slept` if the machine slept meanwhile. The wall clock decides only which of the two it is.
 */
export async function* withinLimits(
  open: (signal: AbortSignal) => AsyncIterable<InteractionEvent>,
  limits: StreamLimits,
  clock: Clock,
  signal: AbortSignal,
): AsyncIterable<InteractionEvent> {
  const own = new AbortController();
  const stop = () => own.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const events = open(own.signal)[Symbol.asyncIterator]();
    let limitMs = limits.headersMs;
    for (;;) {
      const next = events.next();
      // After a limit the rejection of the stream has no other handler.
      next.catch(() => undefined);
      const result = await within(next, limitMs, clock, own.signal);
      if (result.done) return;
      limitMs = result.value.type === 'connected' ? limits.firstEventMs : limits.idleMs;
      yield result.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    own.abort();
  }
}

async function within<T>(next: Promise<T>, limitMs: number, clock: Clock, signal: AbortSignal): Promise<T> {
  const began = clock.now();
  const beganAt = clock.wallNow();
  const first = await raced(next, clock, limitMs, signal);
  if (first) return first.value;

  const isLate = clock.now() - began > limitMs + sleepMs;
  const slept = isLate || clock.wallNow() - beganAt > limitMs + sleepMs;
  const second = isLate ? await raced(next, clock, graceMs, signal) : undefined;
  if (second) return second.value;
  throw new Failure(slept ? 'slept' : 'timedOut');
}

/** Resolves with the value, or with undefined after `ms`. After an abort it waits for the value: the stream ends by itself. */
async function raced<T>(
  next: Promise<T>,
  clock: Clock,
  ms: number,
  signal: AbortSignal,
): Promise<{ readonly value: T } | undefined> {
  const arrived = new AbortController();
  try {
    const value = next.then((value) => ({ value }));
    const result = await Promise.race([value, clock.wait(ms, arrived.signal)]);
    return result ?? (signal.aborted ? await value : undefined);
  } finally {
    arrived.abort();
  }
}
