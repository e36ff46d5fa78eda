/** How far from what is seen counts as near, in pixels. Enough for a turn of the wheel. */
const nearPx = 1200;

/** Tells when a message comes near to what is seen of the conversation. */
export class ViewportObserver {
  private readonly waiting = new WeakMap<Element, () => void>();
  private readonly observer: IntersectionObserver;

  constructor(viewport: Element) {
    // Without a root of our own there would be no margin: VS Code has the page in a frame from elsewhere.
    const options = { root: viewport, rootMargin: `${nearPx}px 0px` };
    this.observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) this.come(target);
    }, options);
  }

  /** Calls back once. */
  when(message: Element, onNear: () => void): void {
    this.waiting.set(message, onNear);
    this.observer.observe(message);
  }

  private come(message: Element): void {
    const onNear = this.waiting.get(message);
    this.waiting.delete(message);
    this.observer.unobserve(message);
    onNear?.();
  }
}
