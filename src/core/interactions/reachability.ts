import type { Clock } from '../base/clock';
import { Emitter } from '../base/emitter';

/** The first pause before the service is looked for again, and the longest. Milliseconds. */
const firstPauseMs = 5_000;
const longestPauseMs = 60_000;

interface ReachabilityParts {
  readonly clock: Clock;
  /** Asks the service for something that costs nothing. How it went is told to `tell`, as of any other call. */
  readonly probe: (signal: AbortSignal) => Promise<unknown>;
}

/**
 * Whether the service can be reached from here, by how the calls of this window went. Nothing is asked before one of them
 * has failed for that reason; then it is looked for with growing pauses until it is back.
 */
export class Reachability {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private searching: AbortController | undefined;

  constructor(private readonly parts: ReachabilityParts) {}

  get isOffline(): boolean {
    return this.searching !== undefined;
  }

  /** Says how a call went. */
  tell(isReached: boolean): void {
    if (isReached !== this.isOffline) return;
    this.searching?.abort();
    this.searching = isReached ? undefined : new AbortController();
    if (this.searching) void this.search(this.searching.signal);
    this.changed.fire();
  }

  dispose(): void {
    this.searching?.abort();
    this.changed.dispose();
  }

  private async search(signal: AbortSignal): Promise<void> {
    for (let pause = firstPauseMs; ; pause = Math.min(2 * pause, longestPauseMs)) {
      await this.parts.clock.wait(pause, signal);
      if (signal.aborted) return;
      // A failure says no more than that it is not back, or that something else stands in the way, such as the key.
      await this.parts.probe(signal).catch(() => undefined);
    }
  }
}
