import * as l10n from '@vscode/l10n';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { BranchStep, TurnView as Turn } from '../../src/protocol/chat';
import type { PromptDraft } from '../composer/promptBox';
import type { PanelContext } from '../panelContext';
import { AnswerActions } from './answerActions';
import { AnswerView, type TurnEnd } from './answerView';
import { QuestionView } from './questionView';

export interface TurnEvents {
  /** The person has asked something here, or wants to. */
  readonly onAsk: () => void;
  /** Another branch is wanted here. */
  readonly onStep: (step: BranchStep) => void;
  /** The question is being edited; undefined: no more. */
  readonly onEdit: (draft: PromptDraft | undefined) => void;
  /** Calls back when the answer comes near to what is seen. */
  readonly whenNear: (answer: Element, show: () => void) => void;
}

/** A turn on the page: two articles, one after the other. */
export class TurnView {
  readonly question: QuestionView;
  readonly answer: AnswerView;
  private readonly actions: AnswerActions;

  /** `isLast`: a failure is read out only where it is news, not for every old turn that is drawn again. */
  constructor(
    private readonly turn: Turn,
    context: PanelContext,
    events: TurnEvents,
    isLast: boolean,
  ) {
    const { id } = turn;
    const { post } = context;
    this.question = new QuestionView(turn, context, events);
    this.answer = new AnswerView(context, {
      onAction: (action) => post({ type: 'actOnFailure', turnId: id, action: action.id }),
      onCode: (action, place) => post({ type: 'actOnCode', turnId: id, ...place, action }),
      whenNear: events.whenNear,
    });
    this.actions = new AnswerActions(turn, context, {
      onBranchFrom: () => {
        post({ type: 'branchFrom', turnId: id });
        events.onAsk();
      },
      onStep: events.onStep,
    });
    this.answer.element.append(this.actions.bar.element);
    for (const part of turn.parts) this.addPart(part);
    this.answer.change(turn, isLast);
  }

  get id(): string {
    return this.turn.id;
  }

  addPart(part: AnswerPart): void {
    this.answer.add(part);
    if (part.kind === 'text') this.actions.allowCopy();
  }

  /** What shows the question, or a part of the answer. */
  elementOf(part: number | undefined): Element | undefined {
    return part === undefined ? this.question.prompt : this.answer.elementOf(part);
  }

  change(end: TurnEnd): void {
    this.answer.change(end, true);
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    this.question.setUnavailable(reason);
    this.actions.setUnavailable(reason);
  }

  /** Makes one of the two messages the one whose buttons the Tab key reaches; undefined: neither. */
  setStop(message: Element | undefined): void {
    this.question.actions.setStop(message === this.question.element);
    this.actions.bar.setStop(message === this.answer.element);
  }

  /** `first` is the number of the question among all messages. */
  number(first: number, total: number): void {
    const { branch } = this.turn;
    const place = branch ? `, ${l10n.t('Answer {0} of {1}', branch.index, branch.count)}` : '';
    this.question.element.ariaLabel = `${l10n.t('You')}, ${l10n.t('message {0} of {1}', first, total)}`;
    this.answer.element.ariaLabel = `${l10n.t('Gemini')}, ${l10n.t('message {0} of {1}', first + 1, total)}${place}`;
  }
}
