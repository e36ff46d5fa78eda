import type { Disposable } from './disposables';

export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A list of listeners. They are called in the order of their registration, and a listener may leave while being called. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    // A wrapper of its own, so that the same function can be registered twice and each registration ends by itself.
    const registered = (value: T) => listener(value);
    this.listeners.add(registered);
    return { dispose: () => void this.listeners.delete(registered) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
