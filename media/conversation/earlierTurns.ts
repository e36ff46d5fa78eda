/** How long it waits at most for the page to have nothing else to do, in milliseconds. */
const patienceMs = 200;

/** Fetches what comes before the turns on the page, piece after piece. */
export class EarlierTurns {
  private first: string | undefined;
  private isWaiting = false;

  constructor(private readonly fetch: (before: string) => void) {}

  /** The page starts again with the turn `first`, before which others are missing; undefined: none are. */
  beginBefore(first: string | undefined): void {
    this.first = first;
    if (first === undefined || this.isWaiting) return;
    this.isWaiting = true;
    // Nothing holds up the frame that first shows the chat.
    requestAnimationFrame(() => requestIdleCallback(() => this.endWait(), { timeout: patienceMs }));
  }

  /** The next piece is on its way while this one, which begins with the turn `first`, is put on the page. */
  goOnBefore(first: string | undefined): void {
    this.first = first;
    if (first !== undefined && !this.isWaiting) this.fetch(first);
  }

  private endWait(): void {
    this.isWaiting = false;
    if (this.first !== undefined) this.fetch(this.first);
  }
}
