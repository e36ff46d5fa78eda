/** Nobody reads faster than this. Half of the frames are left to everything else. */
const leastRestMs = 24;
/** After a costly frame as many times its length belong to everything else. */
const restFactor = 3;

/** Runs a task when it was asked for: at most once in a frame, and the less often the more it costs. */
export class Pace {
  private isAsked = false;
  private isResting = false;

  constructor(private readonly task: () => void) {}

  /** In a hidden page there are no frames: what is asked for then is done when the page is shown. */
  ask(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    if (!this.isResting) requestAnimationFrame(() => this.onFrame());
  }

  private onFrame(): void {
    const start = performance.now();
    this.isAsked = false;
    this.isResting = true;
    try {
      this.task();
    } finally {
      this.restSince(start);
    }
  }

  private restSince(start: number): void {
    // A message comes after the frame was laid out and painted, which is part of what the task costs.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      // Not frame by frame until then: one in which nothing happens has its price as well.
      setTimeout(() => this.endRest(), Math.max(leastRestMs, (performance.now() - start) * restFactor));
    };
    port2.postMessage(undefined);
  }

  private endRest(): void {
    this.isResting = false;
    if (this.isAsked) requestAnimationFrame(() => this.onFrame());
  }
}
