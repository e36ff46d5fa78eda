import type { Clock } from '../../core/base/clock';

/** Draws the latest of what comes, at once and then no more often than once in `restMs` milliseconds. */
export class FrameThrottle<Frame> {
  private latest: (() => Frame) | undefined;
  private isRunning = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly draw: (frame: Frame) => void,
    private readonly clock: Clock,
    private readonly restMs: number,
  ) {}

  /** `frame` is called when its turn comes, and never if a later one overtakes it. */
  show(frame: () => Frame): void {
    if (this.stop.signal.aborted) return;
    this.latest = frame;
    if (!this.isRunning) void this.run();
  }

  /** Draws what is still waiting, and nothing after it. */
  end(): void {
    if (this.latest) this.draw(this.latest());
    this.dispose();
  }

  dispose(): void {
    this.latest = undefined;
    this.stop.abort();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.latest) {
      const frame = this.latest;
      this.latest = undefined;
      this.draw(frame());
      await this.clock.wait(this.restMs, this.stop.signal);
    }
    this.isRunning = false;
  }
}
