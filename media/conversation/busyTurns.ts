import type { TurnEndView } from '../../src/protocol/chat';

/** The turns that are being answered, on the page or not. */
export class BusyTurns {
  private readonly ids = new Set<string>();

  get any(): boolean {
    return this.ids.size > 0;
  }

  note(turnId: string, end: TurnEndView): void {
    if (isRunning(end)) this.ids.add(turnId);
    else this.ids.delete(turnId);
  }

  clear(): void {
    this.ids.clear();
  }
}

export function isRunning(turn: TurnEndView | undefined): boolean {
  return turn?.status === 'waiting' || turn?.status === 'streaming';
}
