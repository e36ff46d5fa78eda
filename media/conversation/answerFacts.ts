import { modelLabel } from '../../src/parts/modelLabel';
import type { TurnEndView } from '../../src/protocol/chat';
import { durationText, tokensText } from '../base/duration';
import { element } from '../base/element';
import { costText, usageRows } from './answerUsage';

/** What an answer came from and what it took. What is not known is left out. */
export class AnswerFacts {
  readonly element = element('p', 'answer-facts');

  /** An answer that goes on has none yet. */
  show(end: TurnEndView, isBusy: boolean): void {
    const { answerer, times, tokens, cost } = end;
    const facts = [
      answerer && modelLabel(answerer),
      times?.total !== undefined && durationText(times.total),
      tokens !== undefined && tokensText(tokens),
      cost !== undefined && costText(cost),
    ];
    this.element.textContent = isBusy ? '' : facts.filter((fact) => fact).join(' · ');
    const details = [...(answerer ? [answerer] : []), ...usageRows(end).map(([name, value]) => `${name}: ${value}`)];
    this.element.title = isBusy ? '' : details.join('\n');
  }
}
