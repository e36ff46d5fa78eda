import type { Clock } from '../../core/base/clock';

/** How long a watch waits. All in milliseconds. */
export interface WatchWaits {
  /** How long a page that shows a chat is left alone between two questions whether it is there. */
  readonly restMs: number;
  /** A page that was asked and has said nothing for so long is taken for dead. */
  readonly patienceMs: number;
}

const usualWaits: WatchWaits = { restMs: 30_000, patienceMs: 10_000 };
/** The rest of a page that is being told things, which it would otherwise miss. Milliseconds. */
const busyRestMs = 5_000;
/** So long is waited at a time. A wait that takes much longer tells that it was the machine that stood still. */
const stepMs = 1_000;
/** A page is made anew no more often than this. */
const leastBetweenMs = 60_000;

export interface PageWatchParts {
  readonly clock: Clock;
  /** Asks the page whether it is there. */
  readonly ask: () => void;
  /** Undefined: the usual ones. */
  readonly waits: WatchWaits | undefined;
  /** Makes the page anew. `times` is how often that was done since it last answered, this time included. */
  readonly revive: (times: number) => void;
}

/**
 * Notices a page that is dead: crashed, or stuck for good. VS Code tells nobody, and leaves a grey area. Never takes a
 * machine that slept for a dead page: the clock does not jump, and late timers are told from late answers.
 */
export class PageWatch {
  private watching: AbortController | undefined;
  private answer: AbortController | undefined;
  private rest: AbortController | undefined;
  private heardAt = Number.NEGATIVE_INFINITY;
  private revivedAt = Number.NEGATIVE_INFINITY;
  private times = 0;
  private readonly waits: WatchWaits;

  constructor(private readonly parts: PageWatchParts) {
    this.waits = parts.waits ?? usualWaits;
  }

  /** The page is there and in view. */
  start(): void {
    if (this.watching) return;
    this.watching = new AbortController();
    this.heard();
    void this.watch(this.watching.signal);
  }

  /** The page is gone, or out of sight, where it may rest. */
  stop(): void {
    this.watching?.abort();
    this.watching = undefined;
    this.answer?.abort();
    this.rest?.abort();
  }

  /** The page has said something. */
  heard(): void {
    this.heardAt = this.parts.clock.now();
    this.times = 0;
    this.answer?.abort();
  }

  /** The page was told something. If it has not been heard for a while, it is asked at once. */
  told(): void {
    if (this.parts.clock.now() - this.heardAt >= busyRestMs) this.rest?.abort();
  }

  private async watch(signal: AbortSignal): Promise<void> {
    const { clock, revive } = this.parts;
    while (!signal.aborted) {
      this.rest = new AbortController();
      await clock.wait(this.waits.restMs, this.rest.signal);
      if (signal.aborted) return;
      this.answer = new AbortController();
      const isThere = await this.isAnswered(this.answer.signal);
      if (signal.aborted || isThere || clock.now() - this.revivedAt < leastBetweenMs) continue;
      this.revivedAt = clock.now();
      this.times += 1;
      revive(this.times);
    }
  }

  private async isAnswered(answer: AbortSignal): Promise<boolean> {
    const { clock, ask } = this.parts;
    for (let waited = 0; waited < this.waits.patienceMs && !answer.aborted; waited += stepMs) {
      const before = clock.now();
      ask();
      await clock.wait(stepMs, answer);
      // The machine slept, or this side was busy: an answer may not have had a chance.
      if (clock.now() - before >= stepMs * 2) waited = -stepMs;
    }
    return answer.aborted;
  }
}
