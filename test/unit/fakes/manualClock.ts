import type { Clock } from '../../../src/core/base/clock';

interface Waiter {
  readonly at: number;
  readonly resolve: () => void;
}

/** Time that stands still until a test moves it. */
export class ManualClock implements Clock {
  private time = 0;
  private wall = Date.UTC(2026, 10, 20);
  private waiters: Waiter[] = [];
  /** All waits that were asked for, in milliseconds. */
  readonly asked: number[] = [];

  now(): number {
    return this.time;
  }

  wallNow(): number {
    return this.wall;
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    this.asked.push(ms);
    return new Promise((resolve) => {
      const waiter = { at: this.time + ms, resolve };
      this.waiters.push(waiter);
      signal.addEventListener('abort', () => this.end(waiter), { once: true });
    });
  }

  /** Lets time pass; what waited for it goes on. */
  advance(ms: number): void {
    this.time += ms;
    this.wall += ms;
    for (const waiter of this.waiters.filter(({ at }) => at <= this.time)) this.end(waiter);
  }

  /** Sets the clock on the wall, as a person or a time server does. */
  setWall(ms: number): void {
    this.wall += ms;
  }

  /** Whether something waits for about this long. */
  isWaiting(atLeastMs: number, atMostMs: number): boolean {
    return this.waiters.some(({ at }) => at - this.time >= atLeastMs && at - this.time <= atMostMs);
  }

  private end(waiter: Waiter): void {
    this.waiters = this.waiters.filter((other) => other !== waiter);
    waiter.resolve();
  }
}

/** A clock whose waits take no time at all, for turns that should hurry through theirs. */
export function hurriedClock(): Clock & { readonly asked: number[] } {
  const asked: number[] = [];
  let waited = 0;
  return {
    asked,
    now: () => waited,
    wallNow: () => 0,
    // Limits on streams are waits as well; those must not run out.
    wait: (ms, signal) => {
      if (ms >= 60_000 || ms === 12_000) {
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      }
      asked.push(ms);
      waited += ms;
      return Promise.resolve();
    },
  };
}
