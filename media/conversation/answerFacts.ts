import { modelLabel } from '../../src/parts/modelLabel';
import type { TurnEndView } from '../../src/protocol/chat';
import { durationText, tokensText } from '../base/duration';
import { element } from '../base/element';

/** What an answer came from and what it took. What is not known is left out. */
export class AnswerFacts {
  readonly element = element('p', 'answer-facts');

  /** An answer that goes on has none yet. */
  show({ answerer, times, tokens }: TurnEndView, isBusy: boolean): void {
    const facts = [
      answerer && modelLabel(answerer),
      times?.total !== undefined && durationText(times.total),
      tokens !== undefined && tokensText(tokens),
    ];
    this.element.textContent = isBusy ? '' : facts.filter((fact) => fact).join(' · ');
    this.element.title = isBusy ? '' : (answerer ?? '');
  }
}
