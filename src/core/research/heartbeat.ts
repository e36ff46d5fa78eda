import type { Clock } from '../base/clock';

export interface HeartbeatParts {
  readonly clock: Clock;
  /** Whether there is something to look after. */
  readonly isNeeded: () => boolean;
  readonly beat: () => Promise<void>;
  /** The machine has slept since the last beat. */
  readonly onSleep: () => void;
}

/** The time between two beats, in milliseconds. */
const beatMs = 5_000;
/** A beat this late means that the machine slept. Milliseconds. */
const sleepMs = 30_000;

/** Looks after jobs in regular steps, for as long as there are some. */
export class Heartbeat {
  private readonly gone = new AbortController();
  private isBeating = false;
  private watchers = 0;

  constructor(private readonly parts: HeartbeatParts) {}

  get isWatched(): boolean {
    return this.watchers > 0;
  }

  /** Begins to beat, unless it does or need not. */
  start(): void {
    if (this.isBeating || this.gone.signal.aborted || !this.isWanted) return;
    this.isBeating = true;
    void this.run().finally(() => {
      this.isBeating = false;
    });
  }

  /** Beats also without a job, until the result is disposed. */
  watch(): { dispose(): void } {
    this.watchers += 1;
    this.start();
    let isWatching = true;
    return {
      dispose: () => {
        if (isWatching) this.watchers -= 1;
        isWatching = false;
      },
    };
  }

  dispose(): void {
    this.gone.abort();
  }

  private get isWanted(): boolean {
    return this.isWatched || this.parts.isNeeded();
  }

  private async run(): Promise<void> {
    const { clock, beat, onSleep } = this.parts;
    const { signal } = this.gone;
    while (!signal.aborted && this.isWanted) {
      const at = clock.wallNow();
      await clock.wait(beatMs, signal);
      if (signal.aborted) return;
      if (clock.wallNow() - at > beatMs + sleepMs) onSleep();
      await beat();
    }
  }
}
