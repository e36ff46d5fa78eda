import type { TurnView as Turn } from '../src/protocol';
import { AnswerView, type TurnEnd } from './answerView';
import { createQuestion } from './questionView';
import { fill, type PanelContext } from './words';

/** A turn on the page: two articles, one after the other. */
export class TurnView {
  readonly question: HTMLElement;
  readonly answer: AnswerView;

  /** `isLast`: a failure is read out only where it is news, not for every old turn that is drawn again. */
  constructor(
    turn: Turn,
    private readonly context: PanelContext,
    isLast: boolean,
  ) {
    this.question = createQuestion(turn, context);
    this.answer = new AnswerView(context, ({ id }) =>
      context.post({ type: 'actOnFailure', turnId: turn.id, action: id }),
    );
    for (const part of turn.parts) this.answer.add(part);
    this.answer.change(turn, isLast);
  }

  change(end: TurnEnd): void {
    this.answer.change(end, true);
  }

  /** `first` is the number of the question among all messages. */
  number(first: number, total: number): void {
    const { words } = this.context;
    this.question.ariaLabel = `${words.you}, ${fill(words.position, first, total)}`;
    this.answer.element.ariaLabel = `${words.gemini}, ${fill(words.position, first + 1, total)}`;
  }
}
