import type { TurnView } from '../../src/protocol/chat';
import { waitSentence } from '../base/countdown';
import { element } from '../base/element';
import { unreachable } from '../base/unreachable';
import type { PanelContext } from '../panelContext';

/** Tells a screen reader how an answer ended, and that it is waited for. Never holds the answer: it would be read out piece by piece. */
export class Announcer {
  readonly element = element('div', 'visually-hidden');

  constructor(private readonly context: PanelContext) {
    this.element.role = 'status';
  }

  announce(turn: Pick<TurnView, 'status' | 'wait'>): void {
    this.tell(this.sentence(turn));
  }

  tell(sentence: string): void {
    // Set anew, the same sentence might be read out twice.
    if (sentence !== this.element.textContent) this.element.textContent = sentence;
  }

  private sentence({ status, wait }: Pick<TurnView, 'status' | 'wait'>): string {
    const { words } = this.context;
    switch (status) {
      // Emptied while an answer is on its way, or the same sentence would not be read out twice in a row.
      case 'waiting':
      case 'streaming':
        return wait ? waitSentence(wait) : '';
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
