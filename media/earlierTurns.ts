/** How long it waits at most for the page to have nothing else to do, in milliseconds. */
const patienceMs = 200;

/** Fetches what comes before the turns on the page, piece after piece, each after the one before was painted. */
export class EarlierTurns {
  private first: string | undefined;
  private isWaiting = false;

  constructor(private readonly fetch: (before: string) => void) {}

  /** `first`: the turn before which others are missing. Undefined: none are. */
  fetchBefore(first: string | undefined): void {
    this.first = first;
    if (first === undefined || this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => requestIdleCallback(() => this.ask(), { timeout: patienceMs }));
  }

  private ask(): void {
    this.isWaiting = false;
    if (this.first !== undefined) this.fetch(this.first);
  }
}
