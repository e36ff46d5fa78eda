/** Coming down to within this distance is coming back: while text pours in, nobody can hit the end itself. */
const endZonePx = 40;

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
  private touchedAt = 0;
  /** End was pressed and nothing done since: what an earlier key still moves, smoothly, does not count. */
  private isGoingToEnd = false;
  /** As last painted, which is what the person aims at. */
  private paintedHeight = 0;
  private isGrownAbove = false;

  /** `onChange` is told whenever it may have changed whether the end is out of sight, and not wanted. */
  constructor(
    private readonly viewport: HTMLElement,
    content: HTMLElement,
    private readonly onChange: (isAway: boolean) => void,
  ) {
    // Runs once per frame, after layout and before paint, however many deltas came; and for resizing just as well.
    const sizes = new ResizeObserver(() => this.catchUp());
    sizes.observe(viewport);
    sizes.observe(content);

    const passive = { passive: true };
    viewport.addEventListener('scroll', () => this.onScroll(), passive);
    // A scroll bar tells of itself by the pointer alone, and Tab by the focus.
    const onOther = () => {
      this.isGoingToEnd = false;
    };
    viewport.addEventListener('pointerdown', onOther, passive);
    viewport.addEventListener('focusin', onOther, passive);
    viewport.addEventListener('wheel', (event) => event.deltaY < 0 && !event.ctrlKey && this.leave(), passive);
    viewport.addEventListener('touchstart', ({ touches }) => this.noteTouch(touches), passive);
    viewport.addEventListener('touchmove', ({ touches }) => this.onTouchMove(touches), passive);
    viewport.addEventListener('keydown', (event) => {
      if (event.key === 'End') this.goToEnd();
      else if (event.key === 'Home' && event.target === viewport) this.goToStart(event);
      else if (upKeys.includes(event.key) || (event.key === ' ' && event.shiftKey)) this.leave();
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

  /** Stays where it is from now on. Call after the page was scrolled to a place for the person. */
  stay(): void {
    this.follows = false;
    this.isGoingToEnd = false;
    this.lastTop = this.viewport.scrollTop;
    this.paintedHeight = this.viewport.scrollHeight;
    this.tell();
  }

  /**
   * Lets something come in above `kept`, which stays where it is seen. The browser scrolls for that, which is not the
   * person's doing; at the very top it does not, and this does.
   */
  growAbove(grow: () => void, kept: Element): void {
    if (this.follows) {
      grow();
      return;
    }
    const isAtTop = this.viewport.scrollTop <= 0;
    const before = isAtTop ? kept.getBoundingClientRect().top : 0;
    grow();
    if (isAtTop) {
      this.viewport.scrollTop += kept.getBoundingClientRect().top - before;
      this.stay();
      return;
    }
    this.isGrownAbove = true;
    // The next frame lays it out, and the one after that begins with telling of the scrolling.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.isGrownAbove = false;
      }),
    );
  }

  /** At once: on a smooth way messages grow to their true height, and it would end where the start was taken to be. */
  private goToStart(event: KeyboardEvent): void {
    event.preventDefault();
    this.viewport.scrollTop = 0;
    this.stay();
  }

  private goToEnd(): void {
    this.isGoingToEnd = true;
    this.follow();
  }

  private leave(): void {
    this.isGoingToEnd = false;
    if (this.viewport.scrollTop > 0) this.follows = false;
    this.tell();
  }

  private noteTouch(touches: TouchList): void {
    this.touchedAt = touches[0]?.clientY ?? 0;
  }

  /** A finger that moves down draws what is above into view. */
  private onTouchMove(touches: TouchList): void {
    if ((touches[0]?.clientY ?? 0) > this.touchedAt) this.leave();
    this.noteTouch(touches);
  }

  private onScroll(): void {
    if (this.isGoingToEnd) {
      this.catchUp();
      return;
    }
    const { scrollTop: top, clientHeight } = this.viewport;
    if (this.isGrownAbove) this.isGrownAbove = false;
    else if (top > this.lastTop && this.paintedHeight - top - clientHeight < endZonePx) this.follows = true;
    // At the very end it was not the person who went up, but the content that became shorter.
    else if (top < this.lastTop && this.viewport.scrollHeight - top - clientHeight > 1) this.follows = false;
    this.lastTop = top;
    this.tell();
  }

  private catchUp(): void {
    this.paintedHeight = this.viewport.scrollHeight;
    if (this.follows) {
      this.viewport.scrollTop = this.paintedHeight;
      this.lastTop = this.viewport.scrollTop;
    }
    this.tell();
  }

  private tell(): void {
    const { scrollTop, clientHeight } = this.viewport;
    this.onChange(!this.follows && this.paintedHeight - scrollTop - clientHeight > endZonePx);
  }
}
