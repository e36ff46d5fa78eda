import type { TurnStatus } from '../src/protocol';
import { element } from './element';
import { unreachable } from './unreachable';
import type { PanelContext } from './words';

/** Tells a screen reader how an answer ended. Never holds the answer: it would be read out piece by piece. */
export class Announcer {
  readonly element = element('div', 'visually-hidden');

  constructor(private readonly context: PanelContext) {
    this.element.role = 'status';
  }

  announce(status: TurnStatus): void {
    this.element.textContent = this.sentence(status);
  }

  private sentence(status: TurnStatus): string {
    const { words } = this.context;
    switch (status) {
      // Emptied while an answer is on its way, or the same sentence would not be read out twice in a row.
      case 'waiting':
      case 'streaming':
        return '';
      case 'done':
        return words.answerReady;
      case 'stopped':
      case 'interrupted':
        return words.answerStopped;
      case 'failed':
        return words.answerFailed;
      default:
        return unreachable(status);
    }
  }
}
