import type { Clock } from '../base/clock';

/**
 * Resolves with the result of `call`, or with `late` after `ms` milliseconds. The call is aborted when it is late and when
 * `signal` aborts. Rejects as the call does.
 */
export async function answerWithin<T>(
  ms: number,
  clock: Clock,
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'late'> {
  const own = new AbortController();
  const stop = () => own.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const late = clock.wait(ms, own.signal).then(() => 'late' as const);
    const answer = call(own.signal);
    // After a late result the rejection of the call has no other handler.
    answer.catch(() => undefined);
    return await Promise.race([answer, late]);
  } finally {
    signal.removeEventListener('abort', stop);
    own.abort();
  }
}
