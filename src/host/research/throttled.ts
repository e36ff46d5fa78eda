/** Calls something for each key at most once in a time: at once, and with what came meanwhile at the end of it. */
export class Throttled {
  private readonly waiting = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; isDue: boolean }>();

  /** `ms`: milliseconds. */
  constructor(
    private readonly ms: number,
    private readonly run: (key: string) => void,
  ) {}

  call(key: string): void {
    const waiting = this.waiting.get(key);
    if (waiting) {
      waiting.isDue = true;
      return;
    }
    this.run(key);
    const timer = setTimeout(() => {
      const isDue = this.waiting.get(key)?.isDue;
      this.waiting.delete(key);
      if (isDue) this.call(key);
    }, this.ms);
    this.waiting.set(key, { timer, isDue: false });
  }

  dispose(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }
}
