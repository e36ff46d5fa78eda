/**
 * Lets a test stop streams at a known point and act while nothing moves, without sleeping. All streams of a server share
 * one gate; each counts its own text and thought deltas.
 */
export class HoldGate {
  #limit: number | undefined;
  #arming = 0;
  #waiting: (() => void)[] = [];
  #holds = 0;
  #asked = 0;
  readonly #observers = new Map<number, () => void>();

  holdAfter(deltas: number): void {
    this.#limit = deltas;
    this.#arming++;
  }

  release(): void {
    this.#limit = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  /** The n-th call resolves at the n-th hold, however far apart the two are. */
  held(): Promise<void> {
    const wanted = ++this.#asked;
    if (this.#holds >= wanted) return Promise.resolve();
    return new Promise((resolve) => this.#observers.set(wanted, resolve));
  }

  /** One stream's counter. `at` waits if the stream has to be held at this number of deltas. */
  counter(): { at(deltas: number, signal: AbortSignal): Promise<void> } {
    let heldFor = 0;
    return {
      at: async (deltas, signal) => {
        if (this.#limit === undefined || deltas < this.#limit || heldFor === this.#arming || signal.aborted) return;
        heldFor = this.#arming;
        await this.#hold(signal);
      },
    };
  }

  #hold(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      this.#waiting.push(resolve);
      this.#holds++;
      this.#observers.get(this.#holds)?.();
      this.#observers.delete(this.#holds);
    });
  }
}

/** Whether a test counting deltas sees this event: text and thought summaries are what a person watches arrive. */
export function isCountedDelta(event: unknown): boolean {
  if (typeof event !== 'object' || event === null || !('delta' in event)) return false;
  const { delta } = event;
  if (typeof delta !== 'object' || delta === null || !('type' in delta)) return false;
  return delta.type === 'text' || delta.type === 'thought_summary';
}
