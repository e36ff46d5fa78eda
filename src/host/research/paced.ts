/**
 * Calls something for a few keys at a time, each key at most once in a round, and in the order in which they came up. A key
 * that comes up while all is quiet is called at once.
 */
export class Paced {
  private readonly due = new Set<string>();
  private readonly done = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `ms`: how long a round is, in milliseconds. `most`: of how many keys. */
  constructor(
    private readonly ms: number,
    private readonly most: number,
    private readonly run: (key: string) => void,
  ) {}

  call(key: string): void {
    this.due.add(key);
    if (!this.done.has(key)) this.takeDue();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.due.clear();
  }

  /** What this round still has room for. */
  private takeDue(): void {
    for (const key of this.due) {
      if (this.done.size >= this.most) break;
      if (this.done.has(key)) continue;
      this.due.delete(key);
      this.done.add(key);
      this.run(key);
    }
    if (this.done.size > 0) this.timer ??= setTimeout(() => this.nextRound(), this.ms);
  }

  private nextRound(): void {
    this.timer = undefined;
    this.done.clear();
    this.takeDue();
  }
}
