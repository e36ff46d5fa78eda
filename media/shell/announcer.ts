import * as l10n from '@vscode/l10n';
import type { TurnView } from '../../src/protocol/chat';
import { waitSentence } from '../base/countdown';
import { element } from '../base/element';
import { unreachable } from '../base/unreachable';

/** Tells a screen reader how an answer ended, and that it is waited for. Never holds the answer: it would be read out piece by piece. */
export class Announcer {
  readonly element = element('div', 'visually-hidden');

  constructor() {
    this.element.role = 'status';
  }

  announce(turn: Pick<TurnView, 'status' | 'wait'>): void {
    this.tell(this.sentence(turn));
  }

  tell(sentence: string): void {
    // Set again, the same sentence might be read out twice.
    if (sentence !== this.element.textContent) this.element.textContent = sentence;
  }

  private sentence({ status, wait }: Pick<TurnView, 'status' | 'wait'>): string {
    switch (status) {
      // Emptied while an answer is on its way, or the same sentence would not be read out twice in a row.
      case 'waiting':
      case 'streaming':
        return wait ? waitSentence(wait) : '';
      case 'done':
        return l10n.t('Answer ready');
      case 'stopped':
      case 'interrupted':
        return l10n.t('Stopped');
      case 'failed':
        return l10n.t('The answer failed');
      default:
        return unreachable(status);
    }
  }
}
