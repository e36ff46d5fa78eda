import * as l10n from '@vscode/l10n';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { BranchOf, BranchStep, TurnView as Turn, TurnEndView } from '../../src/protocol/chat';
import { element } from '../base/element';
import type { PromptDraft } from '../composer/promptBox';
import type { PanelContext } from '../panelContext';
import { AnswerActions } from './answerActions';
import { AnswerFacts } from './answerFacts';
import { AnswerView } from './answerView';
import { answerWords, questionWords } from './branchSwitch';
import { QuestionView } from './questionView';

export interface TurnEvents {
  /** The person has asked something here, or wants to. */
  readonly onAsk: () => void;
  /** Another branch is wanted here. */
  readonly onStep: (of: BranchOf, step: BranchStep) => void;
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
  private readonly facts = new AnswerFacts();

  /** `isLast`: a failure is read out only where it is news, not for every old turn that is drawn again. */
  constructor(
    private readonly turn: Turn,
    context: PanelContext,
    events: TurnEvents,
    isLast: boolean,
  ) {
    const { id } = turn;
    const { post, pictures } = context;
    this.question = new QuestionView(turn, context, {
      onAsk: events.onAsk,
      onEdit: events.onEdit,
      onStep: (step) => events.onStep('question', step),
    });
    this.answer = new AnswerView(context, {
      onAction: (action) => {
        post({ type: 'actOnFailure', turnId: id, action: action.id });
        // The question that has it continued hides the button.
        if (action.id === 'continue') events.onAsk();
      },
      onCode: (action, place) => post({ type: 'actOnCode', turnId: id, ...place, action }),
      onOpenFile: ({ name, uri, path = name, page }) =>
        post({ type: 'openCited', turnId: id, name: path, uri, ...(page !== undefined && { page }) }),
      onCopyDetails: (part) => post({ type: 'copyDetails', turnId: id, part }),
      media: (part) => ({
        load: (view, arrived) => events.whenNear(view, () => pictures.want(id, part, arrived)),
        copy: (image) => pictures.copy(image),
        onAction: (action) => post({ type: 'actOnMedia', turnId: id, part, action }),
      }),
      whenNear: events.whenNear,
    });
    this.actions = new AnswerActions(turn, context, {
      onBranchFrom: () => {
        post({ type: 'branchFrom', turnId: id });
        events.onAsk();
      },
      onStep: (step) => events.onStep('answer', step),
    });
    this.answer.element.append(
      element('div', 'answer-footer', this.actions.bar.element, this.facts.element, this.actions.usage.element),
    );
    for (const part of turn.parts) this.addPart(part);
    this.show(turn, isLast);
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
    return part === undefined ? this.question.showWhole() : this.answer.elementOf(part);
  }

  change(end: TurnEndView): void {
    this.show(end, true);
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    this.question.setUnavailable(reason);
    this.answer.setUnavailable(reason);
    this.actions.setUnavailable(reason);
  }

  /** Makes one of the two messages the one whose buttons the Tab key reaches; undefined: neither. */
  setStop(message: Element | undefined): void {
    this.question.actions.setStop(message === this.question.element);
    this.actions.bar.setStop(message === this.answer.element);
  }

  /** `first` is the number of the question among all messages. */
  number(first: number, total: number): void {
    const { branch, questionBranch } = this.turn;
    const place = (name: string, number: number, words: string | undefined) =>
      [name, l10n.t('message {0} of {1}', number, total), words].filter((one) => one !== undefined).join(', ');
    this.question.element.ariaLabel = place(
      l10n.t('You'),
      first,
      questionBranch && questionWords(questionBranch).place,
    );
    this.answer.element.ariaLabel = place(l10n.t('Gemini'), first + 1, branch && answerWords(branch).place);
  }

  private show(end: TurnEndView, announceFailure: boolean): void {
    this.answer.change(end, announceFailure);
    this.facts.show(end, this.answer.isBusy);
    this.actions.usage.show(end, this.answer.isBusy);
  }
}
