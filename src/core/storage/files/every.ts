import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/disposables';

/** Does something again and again, `ms` milliseconds after the last time was over. `work` must not reject. */
export function every(clock: Clock, ms: number, work: () => Promise<void>): Disposable {
  const stop = new AbortController();
  const repeat = async () => {
    for (;;) {
      await clock.wait(ms, stop.signal);
      if (stop.signal.aborted) return;
      await work();
    }
  };
  void repeat();
  return { dispose: () => stop.abort() };
}
