import * as l10n from '@vscode/l10n';
import type { BranchStep, TurnView } from '../../src/protocol/chat';
import { ActionButton } from '../base/actionButton';
import type { PanelContext } from '../panelContext';
import { ActionBar } from './actionBar';
import { AnswerUsage } from './answerUsage';
import { answerWords, BranchSwitch } from './branchSwitch';

export interface AnswerActionsEvents {
  readonly onBranchFrom: () => void;
  readonly onStep: (step: BranchStep) => void;
}

/** What can be done with an answer, and the arrows to the other answers in its place. */
export class AnswerActions {
  readonly bar: ActionBar;
  readonly usage = new AnswerUsage();
  private readonly copy: ActionButton;
  private readonly arrows: BranchSwitch | undefined;

  constructor({ id, branch }: TurnView, context: PanelContext, { onBranchFrom, onStep }: AnswerActionsEvents) {
    const { post } = context;
    this.bar = new ActionBar(l10n.t('Actions for this answer'));
    this.copy = new ActionButton('copy', l10n.t('Copy'), () => {
      post({ type: 'copyAnswer', turnId: id });
      this.copy.showDone();
    });
    const retry = new ActionButton('refresh', l10n.t('Retry'), () => post({ type: 'retry', turnId: id }));
    const retryWith = new ActionButton('chevron-down', l10n.t('Retry with…'), () =>
      post({ type: 'retryWith', turnId: id }),
    );
    retryWith.element.classList.add('more-of-it');
    retryWith.element.ariaHasPopup = 'menu';
    const branchFrom = new ActionButton('repo-forked', l10n.t('Branch from Here'), onBranchFrom);
    this.bar.add(this.copy);
    for (const asking of [retry, retryWith, branchFrom]) this.bar.add(asking, { asks: true });
    this.bar.add(this.usage.button);
    this.arrows = branch && new BranchSwitch(this.bar, branch, answerWords(branch), onStep);
    this.copy.element.hidden = true;
  }

  /** The answer has words that can be copied. */
  allowCopy(): void {
    this.copy.element.hidden = false;
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    this.bar.setUnavailable(reason);
    this.arrows?.setUnavailable(reason);
  }
}
