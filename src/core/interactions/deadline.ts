import type { Clock } from '../base/clock';

/**
 * The answer of one call, or `late` when it takes longer than `ms` milliseconds: the call is given up then, as it is when
 * the signal aborts. Rejects as the call does.
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
    // When the wait is given up, nobody is left to hear how the call ends.
    answer.catch(() => undefined);
    return await Promise.race([answer, late]);
  } finally {
    signal.removeEventListener('abort', stop);
    own.abort();
  }
}
