/** People do not read faster than this. Half of the frames are left to everything else. */
const leastRestMs = 24;
/** After a costly frame as many times its length belong to everything else. */
const restFactor = 3;

/** What a task may take of a frame. The page is laid out and painted besides, which may take many times as long. */
export const mostFrameMs = 8;
const leastFrameMs = 1;
/** A frame that takes longer with all of that was given too much. */
const longFrameMs = 30;

/** What a text may take that comes into the page with something in it, and what all of them may take of one frame. */
const firstMs = 30;
const allFirstMs = 80;
const first = { frame: document.timeline.currentTime, endsAt: performance.now() + allFirstMs };

/** How many milliseconds such a text may take now. */
export function firstReadingMs(): number {
  const frame = document.timeline.currentTime;
  if (frame !== first.frame) {
    first.frame = frame;
    first.endsAt = performance.now() + allFirstMs;
  }
  return Math.min(firstMs, first.endsAt - performance.now());
}

/** Runs a task when it was asked for: at most once in a frame, and the less often the more it costs. */
export class FrameScheduler {
  private isAsked = false;
  private isResting = false;
  private frameMs = mostFrameMs;

  /** `task` gets how many milliseconds it may take. */
  constructor(private readonly task: (ms: number) => void) {}

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
      this.task(this.frameMs);
    } finally {
      this.restSince(start);
    }
  }

  private restSince(start: number): void {
    // A message comes after the frame was laid out and painted, which is part of what the task costs.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      const tookMs = performance.now() - start;
      this.frameMs = Math.min(mostFrameMs, Math.max(leastFrameMs, this.frameMs * (tookMs > longFrameMs ? 0.5 : 2)));
      // Not frame by frame until then: one in which nothing happens has its price as well.
      setTimeout(() => this.endRest(), Math.max(leastRestMs, tookMs * restFactor));
    };
    port2.postMessage(undefined);
  }

  private endRest(): void {
    this.isResting = false;
    if (this.isAsked) requestAnimationFrame(() => this.onFrame());
  }
}
