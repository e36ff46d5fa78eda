import type { BranchStep, BranchView } from '../../src/protocol/chat';
import { element } from '../base/element';
import { fill } from '../base/words';
import type { PanelContext } from '../panelContext';
import type { ActionBar } from './actionBar';
import { ActionButton, buttonGroup } from './actionButton';

/** The arrows to what else was asked and answered in the same place. */
export class BranchSwitch {
  private readonly previous: ActionButton;
  private readonly next: ActionButton;

  constructor(
    bar: ActionBar,
    private readonly branch: BranchView,
    { words }: PanelContext,
    onStep: (step: BranchStep) => void,
  ) {
    const { index, count } = branch;
    this.previous = new ActionButton('chevron-left', words.previousAnswer, () => onStep(-1));
    this.next = new ActionButton('chevron-right', words.nextAnswer, () => onStep(1));
    const number = element('span', 'branch-number', fill(words.shortBranch, index, count));
    // The name of the group says it in words.
    number.ariaHidden = 'true';
    const group = buttonGroup(fill(words.branch, index, count), this.previous.element, number, this.next.element);
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
