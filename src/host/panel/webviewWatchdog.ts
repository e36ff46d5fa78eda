import type { Clock } from '../../core/base/clock';

/** How long the watchdog waits, in milliseconds. */
export interface WatchdogTimes {
  /** Between two pings of a page that is told nothing. */
  readonly idlePingMs: number;
  /** The same while it is being told things, which a dead page would miss. */
  readonly busyPingMs: number;
  /** A page that has not replied for this long counts as dead. */
  readonly replyTimeoutMs: number;
  /** Recoveries are at least this far apart. */
  readonly leastRecoveryMs: number;
}

const usualTimes: WatchdogTimes = {
  idlePingMs: 30_000,
  busyPingMs: 5_000,
  replyTimeoutMs: 10_000,
  leastRecoveryMs: 60_000,
};

/** The watchdog waits in steps of this length. A step that takes much longer shows that the machine itself stood still. */
const stepMs = 1_000;

export interface WebviewWatchdogParts {
  readonly clock: Clock;
  /** In place of the usual ones. */
  readonly times?: Partial<WatchdogTimes> | undefined;
  /** Sends the ping. */
  readonly ping: () => void;
  /** Loads the page again. `times` counts the recoveries since the page last replied, this one included. */
  readonly recover: (times: number) => void;
}

/**
 * Notices a page that is dead: crashed, or stuck for good. VS Code reports neither and leaves a grey area. A machine that
 * slept is never taken for a dead page: the clock does not jump, and late timers are told from late replies.
 */
export class WebviewWatchdog {
  private readonly times: WatchdogTimes;
  private watching: AbortController | undefined;
  private reply: AbortController | undefined;
  private pause: AbortController | undefined;
  private heardAt = Number.NEGATIVE_INFINITY;
  private recoveredAt = Number.NEGATIVE_INFINITY;
  private recoveries = 0;

  constructor(private readonly parts: WebviewWatchdogParts) {
    this.times = { ...usualTimes, ...parts.times };
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
    this.reply?.abort();
    this.pause?.abort();
  }

  /** The page has sent something. */
  heard(): void {
    this.heardAt = this.parts.clock.now();
    this.recoveries = 0;
    this.reply?.abort();
  }

  /** The page was sent something. If it has been silent for a while, it is pinged at once. */
  sent(): void {
    if (this.parts.clock.now() - this.heardAt >= this.times.busyPingMs) this.pause?.abort();
  }

  private async watch(signal: AbortSignal): Promise<void> {
    const { clock, recover } = this.parts;
    while (!signal.aborted) {
      this.pause = new AbortController();
      await clock.wait(this.times.idlePingMs, this.pause.signal);
      if (signal.aborted) return;
      this.reply = new AbortController();
      const isAlive = await this.hasReplied(this.reply.signal);
      if (signal.aborted || isAlive || clock.now() - this.recoveredAt < this.times.leastRecoveryMs) continue;
      this.recoveredAt = clock.now();
      this.recoveries += 1;
      recover(this.recoveries);
    }
  }

  private async hasReplied(reply: AbortSignal): Promise<boolean> {
    const { clock, ping } = this.parts;
    const step = Math.min(stepMs, this.times.replyTimeoutMs);
    for (let waited = 0; waited < this.times.replyTimeoutMs && !reply.aborted; waited += step) {
      const before = clock.now();
      ping();
      await clock.wait(step, reply);
      // The machine slept, or this side was busy: a reply may not have had a chance.
      if (clock.now() - before >= step * 2) waited = -step;
    }
    return reply.aborted;
  }
}
