import * as l10n from '@vscode/l10n';
import type { BranchStep, BranchView } from '../../src/protocol/chat';
import { ActionButton, buttonGroup } from '../base/actionButton';
import { element } from '../base/element';
import type { ActionBar } from './actionBar';

/** The names of the two arrows, and of both together. */
export interface BranchWords {
  readonly previous: string;
  readonly next: string;
  readonly place: string;
}

/** For the arrows at an answer: to the other answers to the same question. */
export function answerWords({ index, count }: BranchView): BranchWords {
  return {
    previous: l10n.t('Previous Answer'),
    next: l10n.t('Next Answer'),
    place: l10n.t('Answer {0} of {1}', index, count),
  };
}

/** For the arrows at a question: to what else was asked in the same place. */
export function questionWords({ index, count }: BranchView): BranchWords {
  return {
    previous: l10n.t('Previous Question'),
    next: l10n.t('Next Question'),
    place: l10n.t('Question {0} of {1}', index, count),
  };
}

/** The arrows to what else was asked and answered in the same place. */
export class BranchSwitch {
  private readonly previous: ActionButton;
  private readonly next: ActionButton;

  constructor(
    bar: ActionBar,
    private readonly branch: BranchView,
    words: BranchWords,
    onStep: (step: BranchStep) => void,
  ) {
    const { index, count } = branch;
    this.previous = new ActionButton('chevron-left', words.previous, () => onStep(-1));
    this.next = new ActionButton('chevron-right', words.next, () => onStep(1));
    const number = element('span', 'branch-number', l10n.t('{0}/{1}', index, count));
    // The name of the group says it in words.
    number.ariaHidden = 'true';
    const group = buttonGroup(words.place, this.previous.element, number, this.next.element);
    bar.addGroup(group, [this.previous, this.next]);
    this.setUnavailable(undefined);
  }

  /** Why no other branch can be shown just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    const { index, count } = this.branch;
    // At either end there is nothing to say but what the arrow is for.
    this.previous.setUnavailable(index <= 1 ? this.previous.label : reason);
    this.next.setUnavailable(index >= count ? this.next.label : reason);
  }
}
