import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../../src/core/base/clock';

/** Waits of this length are deadlines, and shorter ones pauses. Milliseconds. */
const shortestDeadline = 10_000;

/** Pauses take no time, and deadlines pass only when a test moves the clock: a slow machine runs into none. */
export class WalkClock implements Clock {
  private moved = 0;
  private readonly waiting = new Set<{ readonly at: number; readonly resolve: () => void }>();
  /** The pauses that were asked for, in milliseconds. */
  readonly pauses: number[] = [];

  now(): number {
    return performance.now() + this.moved;
  }

  wallNow(): number {
    return Date.now() + this.moved;
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (ms < shortestDeadline) {
      this.pauses.push(ms);
      await nextTurn();
      return;
    }
    await new Promise<void>((resolve) => {
      const waiter = { at: this.now() + ms, resolve };
      this.waiting.add(waiter);
      const end = () => {
        this.waiting.delete(waiter);
        resolve();
      };
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
    });
  }

  advance(ms: number): void {
    this.moved += ms;
    for (const waiter of [...this.waiting].filter(({ at }) => at <= this.now())) {
      this.waiting.delete(waiter);
      waiter.resolve();
    }
  }
}
