import type { WireEvent } from './wire';

/** Events in the order they came about. It grows while its interaction runs, and anyone may follow it from any point. */
export class EventLog {
  readonly events: WireEvent[] = [];
  #ended = false;
  #wake: () => void = () => {};
  #changed: Promise<void> = Promise.resolve();

  constructor() {
    this.#arm();
  }

  get ended(): boolean {
    return this.#ended;
  }

  append(event: WireEvent): void {
    this.events.push(event);
    this.#tell();
  }

  /** Nothing comes after this one. */
  end(event: WireEvent): void {
    this.#ended = true;
    this.append(event);
  }

  /** The events from a position on, past and to come. */
  async *follow(from: number): AsyncGenerator<WireEvent> {
    for (let at = from; ; ) {
      const changed = this.#changed;
      for (let event = this.events[at]; event; event = this.events[++at]) yield event;
      if (this.#ended && at >= this.events.length) return;
      if (at >= this.events.length) await changed;
    }
  }

  #tell(): void {
    const wake = this.#wake;
    this.#arm();
    wake();
  }

  #arm(): void {
    this.#changed = new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
