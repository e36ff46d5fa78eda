/** Keys that move the conversation up when it has the focus. */
const upKeys: readonly string[] = ['ArrowUp', 'PageUp', 'Home'];

/**
 * Keeps the end of a growing conversation in view until the person scrolls away, and again once they have come back.
 *
 * A wheel turn is taken for what it means, not for how far it got: smooth scrolling starts with a few pixels, and the
 * next delta would pull the person down again before they have left any zone near the bottom.
 */
export class FollowingScroll {
  private follows = true;
  private lastTop = 0;

  constructor(
    private readonly viewport: HTMLElement,
    content: HTMLElement,
  ) {
    // Runs once per frame, after layout and before paint, however many deltas came; and for resizing just as well.
    const sizes = new ResizeObserver(() => this.catchUp());
    sizes.observe(viewport);
    sizes.observe(content);

    viewport.addEventListener('scroll', () => this.onScroll(), { passive: true });
    viewport.addEventListener('wheel', (event) => event.deltaY < 0 && !event.ctrlKey && this.leave(), {
      passive: true,
    });
    viewport.addEventListener('keydown', (event) => {
      if (upKeys.includes(event.key) || (event.key === ' ' && event.shiftKey)) this.leave();
    });
  }

  get isFollowing(): boolean {
    return this.follows;
  }

  /** Goes to the end and stays there. */
  follow(): void {
    this.follows = true;
    this.catchUp();
  }

  private leave(): void {
    if (this.viewport.scrollTop > 0) this.follows = false;
  }

  private onScroll(): void {
    const top = this.viewport.scrollTop;
    const isAtEnd = this.viewport.scrollHeight - top - this.viewport.clientHeight < 2;
    if (top > this.lastTop && isAtEnd) this.follows = true;
    else if (top < this.lastTop && !isAtEnd) this.follows = false;
    this.lastTop = top;
  }

  private catchUp(): void {
    if (!this.follows) return;
    this.viewport.scrollTop = this.viewport.scrollHeight;
    this.lastTop = this.viewport.scrollTop;
  }
}
