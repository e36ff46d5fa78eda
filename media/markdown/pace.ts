/** Nobody reads faster than this. Half of the frames are left to everything else. */
const leastRestMs = 24;
/** After a costly frame as many times its length belong to everything else. */
const restFactor = 3;

/** Runs a task when it was asked for: at most once in a frame, and the less often the more it costs. */
export class Pace {
  private isAsked = false;
  private restUntil = 0;

  constructor(private readonly task: () => void) {}

  /** In a hidden page there are no frames: what is asked for then is done when the page is shown. */
  ask(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    requestAnimationFrame(() => this.onFrame());
  }

  private onFrame(): void {
    const start = performance.now();
    if (start < this.restUntil) {
      requestAnimationFrame(() => this.onFrame());
      return;
    }
    this.isAsked = false;
    this.task();
    // A message comes after the frame was laid out and painted, which is part of what the task costs.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const end = performance.now();
      this.restUntil = end + Math.max(leastRestMs, (end - start) * restFactor);
      port1.close();
    };
    port2.postMessage(undefined);
    this.restUntil = Number.POSITIVE_INFINITY;
  }
}
